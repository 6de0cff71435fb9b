"""Every map: well-formed, harmless, light, with unique ids, its areas links with names."""

from __future__ import annotations

import gzip
import re
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from panorama.maps.brush import Brush
from panorama.maps.draw import draw
from panorama.maps.scenes import region_scene
from panorama.maps.shapes import Survey
from panorama.maps.theme import POSTER, PRINT, WEB
from tests.maps.conftest import of

if TYPE_CHECKING:
    from panorama.building.read import Site
    from panorama.maps.theme import Theme
    from tests.maps.conftest import Drawn

ELEMENTS = {
    "svg", "title", "desc", "defs", "pattern", "rect", "circle", "path", "g", "a", "text", "tspan",
}  # fmt: skip
ATTRIBUTES = {
    "aria-describedby", "aria-hidden", "aria-labelledby", "class", "cx", "cy", "d", "data-device",
    "data-map", "data-metres", "data-name", "data-north", "data-record", "data-west", "fill",
    "fill-opacity", "fill-rule", "font-size", "font-weight", "height", "href", "id", "paint-order",
    "patternTransform", "patternUnits", "pointer-events", "preserveAspectRatio", "r", "role", "rx",
    "stroke", "stroke-dasharray", "stroke-linejoin", "stroke-opacity", "stroke-width", "tabindex",
    "text-anchor", "transform", "viewBox", "width", "x", "y",
}  # fmt: skip
HEAVIEST = 60_000  # bytes, compressed
LOCATOR = 12_000


def elements(drawn: Drawn) -> list[etree._Element]:
    """All elements of a map."""
    return list(etree.fromstring(drawn.svg).iter())


def test_there_is_a_map_for_every_page_that_is_promised_one(maps: list[Drawn]) -> None:
    pages = [one.page for one in maps if one.voice.language == "fr"]
    assert pages.count("map/") == 2
    assert sum(page.startswith("communes/") for page in pages) == 19
    assert sum(page.startswith("bassins/") for page in pages) == 5
    assert sum(page.startswith("devices/") for page in pages) == 4
    assert sum(page.startswith("quartiers/") for page in pages) == 41
    assert sum(page.startswith("organisations/") for page in pages) >= 15


def test_no_map_has_anything_but_plain_drawing(maps: list[Drawn]) -> None:
    for one in maps:
        for element in elements(one):
            assert element.tag in ELEMENTS, one.page
            assert set(element.attrib) <= ATTRIBUTES, one.page
            for name, value in element.attrib.items():
                assert name == "href" or "//" not in str(value)
                assert "url(" not in str(value) or str(value).startswith("url(#")


def test_references_lead_to_unique_ids(maps: list[Drawn]) -> None:
    for one in maps:
        ids = re.findall(r' id="([^"]+)"', one.svg)
        assert len(ids) == len(set(ids)), one.page
        assert set(re.findall(r"url\(#([^)]+)\)", one.svg)) <= set(ids)


def test_maps_are_light(maps: list[Drawn]) -> None:
    for one in maps:
        size = len(gzip.compress(one.svg.encode()))
        assert size < (LOCATOR if one.scene.small else HEAVIEST), one.page


def test_every_area_is_a_link_with_a_name_and_a_shape(maps: list[Drawn]) -> None:
    for one in maps:
        links = [element for element in elements(one) if "data-record" in element.attrib]
        assert len(links) == len(one.scene.areas) + len(one.scene.spots)
        for link in links:
            assert link.attrib["href"] == link.attrib["data-record"]
            title = link.find("title")
            assert title is not None
            assert str(title.text).startswith(str(link.attrib["data-name"]))
            assert link.find("path[@d]") is not None or link.find("circle") is not None
            assert link.get("tabindex") is None


def test_signs_repeat_links_for_the_mouse_only(maps: list[Drawn]) -> None:
    for one in maps:
        root = etree.fromstring(one.svg)
        records = {area.record for area in one.scene.areas}
        for link in root.iterfind(".//g[@aria-hidden]/a"):
            assert link.get("tabindex") == "-1"
            assert link.get("href") in records


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_a_map_says_its_scale_its_sources_and_its_date(maps: list[Drawn], language: str) -> None:
    one = next(m for m in maps if m.scene.id == "region" and m.voice.language == language)
    root = etree.fromstring(one.svg)
    said = " ".join(str(text.xpath("string()")) for text in root.iterfind(".//text"))
    assert "2 km" in said
    for name in ("statbel", "quartiers", "osm"):
        assert one.voice.t(f"map.credit-{name}") in said
    assert one.voice.t("map.date", date=one.scene.date) in said
    title, description = root.find("title"), root.find("desc")
    assert title is not None
    assert description is not None
    assert root.get("aria-labelledby") == title.get("id")
    assert root.get("aria-describedby") == description.get("id")


def test_approximate_areas_have_a_broken_line_and_exact_ones_have_not(maps: list[Drawn]) -> None:
    for one in maps:
        root = etree.fromstring(one.svg)
        shapes = root.findall(".//g[@class='map-areas']/a/path")
        for area, shape in zip(one.scene.areas, shapes, strict=True):
            assert (shape.get("stroke-dasharray") is not None) == area.approximate


@pytest.mark.parametrize("theme", [WEB, PRINT, POSTER])
def test_every_theme_draws_the_same(records: Site, theme: Theme) -> None:
    voice = records.voices["nl"]
    scene = region_scene(Survey(records.catalogue, records.layers, voice))
    root = etree.fromstring(draw(Brush(scene, voice, str, theme)))
    drawn = [link.get("data-record") for link in root.iterfind(".//a[@data-record]")]
    assert drawn == [*(area.record for area in scene.areas), *(one.record for one in scene.spots)]
    colours = {device.colour for device in scene.schemes}
    used = {str(element.get("fill")) for element in root.iter()}
    assert bool(colours & used) == (theme is not PRINT)


def test_patterns_tell_core_schemes_apart_without_colour(records: Site) -> None:
    scene = region_scene(Survey(records.catalogue, records.layers, records.voices["fr"]))
    root = etree.fromstring(draw(Brush(scene, records.voices["fr"], str, PRINT)))
    patterns = {}
    for pattern in root.iterfind(".//pattern"):
        scheme, strength = str(pattern.get("id")).split("-")[1:]
        marks = [etree.tostring(part) for part in pattern][2:]
        patterns[scheme, strength] = (pattern.get("patternTransform"), *marks)
    for one, other in combinations(sorted(patterns), 2):
        assert one[0] == other[0] or patterns[one] != patterns[other]


def test_shared_ground_is_the_same_in_both_languages(maps: list[Drawn]) -> None:
    french, dutch = (of(maps, "region", language) for language in ("fr", "nl"))
    assert [a.record for a in french.scene.areas] == [a.record for a in dutch.scene.areas]
    assert [a.name for a in french.scene.areas] != [a.name for a in dutch.scene.areas]
