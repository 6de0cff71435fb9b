"""Maps on their pages: beside each the same in words, every link a page, no page heavy."""

from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from tests.site.dom import pages

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag

LOCATOR = 12_000  # bytes, compressed, that a locator and its words may add to a page
SMALL = ("quartiers/", "organisations/", "nl/quartiers/", "nl/organisations/")


def drawn(site: Path) -> list[tuple[str, Tag, Tag]]:
    """Path of the page, map and words of every map of the site."""
    return [
        (path, svg, equal)
        for path, soup in pages(site).items()
        for svg in soup.select("svg.map-picture")
        for equal in soup.select(f"[data-equal={svg['data-map']}]")
    ]


def test_every_map_has_its_equal_in_words(site: Path) -> None:
    maps = sum(len(soup.select("svg.map-picture")) for soup in pages(site).values())
    assert maps == len(drawn(site)) > 170


def test_words_say_exactly_what_is_drawn(site: Path) -> None:
    for path, svg, equal in drawn(site):
        on_map = [
            (link["data-device"], link["data-record"], link["data-name"], link["href"])
            for link in svg.select("a[data-record]")
        ]
        in_words = [
            (item["data-device"], item["data-record"], link.text, link["href"])
            for item in equal.select("li[data-record]")
            for link in item.select("a")[:1]
        ]
        assert sorted(map(str, on_map)) == sorted(map(str, in_words)), path
        assert len(on_map) == len(set(map(str, on_map))), path


def test_words_say_of_every_area_how_exact_it_is(site: Path) -> None:
    for path, svg, equal in drawn(site):
        said = re.sub(r"\s+", " ", equal.get_text())
        for title in svg.select("a[data-record] > title"):
            how = re.sub(r"\s+", " ", title.text).rpartition(" (")[2].removesuffix(")")
            assert how in said, path


def test_what_is_not_drawn_is_said(site: Path) -> None:
    for language, words in (("", "Pas sur la carte"), ("nl/", "Niet op de kaart")):
        for path in ("map", "devices/chw", "communes/bruxelles"):
            soup = pages(site)[f"{language}{path}/index.html"]
            equal = soup.select_one("[data-equal]")
            assert equal
            assert words in equal.text
            assert equal.select('a[href*="chw-1000-bruxelles"]')


def test_the_population_table_has_all_quartiers_and_all_residents(site: Path) -> None:
    rows = pages(site)["map/index.html"].select("tr[data-code]")
    counts = [int(re.sub(r"\D", "", row.select("td")[0].text)) for row in rows]
    assert len(rows) == 145
    assert sum(counts) == 1_246_136  # data/geo/README.md


def test_locators_leave_pages_light(site: Path) -> None:
    for path, soup in pages(site).items():
        if path.startswith(SMALL):
            parts = "".join(str(part) for part in soup.select("svg.map-picture, .map-equal"))
            assert len(gzip.compress(parts.encode())) < LOCATOR, path


def test_the_map_is_in_the_navigation_and_in_the_sitemap(site: Path) -> None:
    link = pages(site)["index.html"].select_one('#menu a[href="map/"]')
    assert link
    assert "https://panorama.example/nl/map/" in (site / "sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize("prefix", ["", "nl/"])
def test_the_snippet_shows_the_map_alone_of_the_same_language(site: Path, prefix: str) -> None:
    box = pages(site)[f"{prefix}map/index.html"].select_one("#map-snippet")
    assert box
    frame = BeautifulSoup(box.text, "lxml").iframe
    assert frame
    assert frame["src"] == f"https://panorama.example/{prefix}map/embed/"
    assert frame["title"]
    assert "readonly" in box.attrs
    alone = pages(site)[f"{prefix}map/embed/index.html"]
    for credit in ("Statbel", "OpenStreetMap"):
        assert credit in alone.select_one("figcaption").text  # type: ignore[union-attr]
    assert alone.select_one('a[href="../"]')


def test_only_the_map_alone_may_be_framed_elsewhere(site: Path) -> None:
    rules = re.split(r"^(?=/)", (site / "_headers").read_text("utf-8"), flags=re.MULTILINE)[1:]
    policies = {
        rule.splitlines()[0]: re.findall(r"frame-ancestors ([^;]+)", rule) for rule in rules
    }
    assert policies == {"/*": ["'none'"], "/map/embed/*": ["*"], "/nl/map/embed/*": ["*"]}
    for rule in rules[1:]:
        assert "  ! Content-Security-Policy\n" in rule
        assert rule.split("Content-Security-Policy: ")[1].replace("ancestors *", "") in (
            rules[0].replace("ancestors 'none'", "")
        )
    for path, soup in pages(site).items():
        meta = soup.select_one('meta[http-equiv="Content-Security-Policy"]')
        assert meta, path
        assert "frame-ancestors" not in str(meta["content"]), path


@pytest.mark.parametrize("prefix", ["", "nl/"])
def test_what_can_be_looked_for_is_every_place_by_all_its_names(site: Path, prefix: str) -> None:
    places = json.loads((site / prefix / "map/places.json").read_text("utf-8"))
    assert len(places) == 19 + 5 + 22 + 145
    ixelles = next(one for one in places if one.get("record") == "communes/ixelles/")
    assert set(ixelles["words"].split()) == {"Ixelles", "Elsene", "1050"}
    drawn = {
        str(a["data-record"]) for a in pages(site)["map/index.html"].select("svg a[data-record]")
    }
    assert {one["record"] for one in places if "record" in one} <= drawn
    assert all(0 < one["at"][0] < 640 and 0 < one["at"][1] < 600 for one in places)


@pytest.mark.parametrize("prefix", ["", "nl/"])
def test_a_sourced_location_opens_elsewhere(site: Path, prefix: str) -> None:
    soup = pages(site)[f"{prefix}organisations/medikuregem/index.html"]
    assert soup.select_one('a[href="geo:50.83649,4.325126"]')
    link = soup.select_one('a[href^="https://www.openstreetmap.org/?mlat=50.83649&mlon=4.325126"]')
    assert link
    assert "extern" in link.text
    other = pages(site)[f"{prefix}organisations/pissenlits/index.html"]
    assert not other.select('a[href^="geo:"]')
