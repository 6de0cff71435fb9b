"""Texts fit or are reported: nothing is clipped, and the report says what to shorten."""

from __future__ import annotations

import dataclasses
import itertools
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from msgspec import structs

from panorama.building.printing import printed, sources_of, too_long
from panorama.building.read import BadRecordsError, Site, read_site
from panorama.building.site import build
from panorama.model.records import Item, Label, Record
from panorama.paths import FONTS, PRINTED, PROJECT
from panorama.printing.catalogue import devices, places, posters
from panorama.printing.document import TooLong
from panorama.printing.fonts import fonts
from panorama.printing.press import too_long as blamed
from panorama.printing.shelf import shelf as print_all
from tests.hostile import read, write
from tests.printing.reading import squeezed, text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LONGER = 1.3
WORDS = " encore davantage aujourd’hui nog wat meer dan gisteren"


def stretched(said: str) -> str:
    """A text that is 30 % longer."""
    more = round(len(said) * (LONGER - 1))
    return said + (WORDS * (more // len(WORDS) + 1))[:more].rstrip()


def changed(value: Any, alter: Callable[[str], str]) -> Any:
    """A record with every localised text changed."""
    if isinstance(value, (Label, Item)):
        return structs.replace(value, fr=alter(value.fr), nl=alter(value.nl))
    if isinstance(value, Record):
        fields = {name: changed(getattr(value, name), alter) for name in value.__struct_fields__}
        return structs.replace(value, **fields)
    if isinstance(value, tuple):
        return tuple(changed(one, alter) for one in value)
    return value


def with_longer_schemes(site: Site) -> Site:
    """The site, every text of its core schemes 30 % longer."""
    core = {one.id for one in site.catalogue.core}
    devices = {
        name: structs.replace(
            one,
            comparison=changed(one.comparison, stretched),
            summary=changed(one.summary, stretched),
        )
        if name in core
        else one
        for name, one in site.catalogue.devices.items()
    }
    return dataclasses.replace(site, catalogue=dataclasses.replace(site.catalogue, devices=devices))


def test_texts_that_are_longer_fit_or_are_reported(printed_site: Site, tmp_path: Path) -> None:
    site = with_longer_schemes(printed_site)
    sources = sources_of(site, PROJECT / "docs")
    kinds = (posters(sources), devices(sources, "nl"), places(sources, "nl"))
    wanted = [
        one for one in itertools.chain(*kinds) if one.kind != "commune" and "nl" in one.languages
    ]
    made = print_all(wanted, "Panorama", fonts(FONTS, PRINTED), tmp_path)
    found = list(too_long(site, made))
    assert found
    over = {finding.details["document"] for finding in found}
    for name, document in made.documents.items():
        if document.file in over:
            continue
        assert made.printed[name].pages == document.pages
        if document.kind == "device":
            device = site.catalogue.devices[document.record]
            said = text(made.printed[name].pdf)
            voice = site.voices[document.languages[0]]
            assert squeezed(voice.say(device.summary)) in said
    for finding in found:
        assert finding.code == "too-long-on-paper"
        assert finding.path.startswith("devices/")
        assert finding.position.line > 1
        assert finding.details["language"]
        assert float(finding.details["over"]) > 0


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The project's records, to be changed."""
    folder = tmp_path / "data"
    shutil.copytree(PROJECT / "data", folder)
    return folder


def change(file: Path, field: str, language: str, add: str) -> None:
    """Put more in front of a text of a record."""
    record = read(file)
    value = record
    for name in field.split("."):
        value = value[int(name) if name.isdigit() else name]
    value[language] = f"{add}{value[language]}"
    write(file, record)


def refused(data: Path) -> list[str]:
    """What is reported of a data folder."""
    site = read_site(data, PROJECT, "https://panorama.example/", "https://git.example/", {})
    with pytest.raises(BadRecordsError) as caught:
        printed(site, data, PROJECT)
    return str(caught.value).splitlines()


def test_a_long_text_is_named_with_its_field_language_and_document(
    printed_site: Site, tmp_path: Path
) -> None:
    cpps = printed_site.catalogue.devices["cpps"]
    rows = cpps.comparison
    assert not isinstance(rows.presentation, str)
    first, *others = rows.presentation.items
    longer = structs.replace(first, nl="Ze werken zeven dagen op zeven. " * 15 + first.nl)
    cell = structs.replace(rows.presentation, items=(longer, *others))
    changed = structs.replace(cpps, comparison=structs.replace(rows, presentation=cell))
    devices = {**printed_site.catalogue.devices, "cpps": changed}
    catalogue = dataclasses.replace(printed_site.catalogue, devices=devices)
    site = dataclasses.replace(printed_site, catalogue=catalogue)
    wanted = [one for one in posters(sources_of(site, PROJECT / "docs")) if one.paper == "a3"]
    made = print_all(wanted, "Panorama", fonts(FONTS, PRINTED), tmp_path)
    found = list(too_long(site, made))
    assert all(one.path.startswith("devices/") for one in found)
    over = {"print/panorama-nl-a3.pdf", "print/panorama-frnl-a3.pdf"}
    assert {one.details["document"] for one in found} == over
    named = {
        (one.path, one.details["field"], one.details["language"])
        for one in found
        if one.details["document"] == "print/panorama-nl-a3.pdf"
    }
    assert ("devices/cpps.yml", "comparison.presentation", "nl") in named
    assert all(one.position.line > 1 for one in found)


def test_a_text_that_does_not_fit_fails_the_build(
    data: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    change(data / "devices" / "ces.yml", "comparison.how.items.0", "fr", "Trop long. " * 45)
    change(data / "devices" / "ces.yml", "comparison.how.items.1", "fr", "Trop long. " * 45)
    assert build(data, tmp_path / "site", "nl") == 1
    told = "".join(capfd.readouterr())
    assert "[too-long-on-paper] De tekst van comparison.how (fr) past niet op" in told
    assert "print/panorama-fr-a3.pdf" in told
    assert "Traceback" not in told


def test_a_character_that_the_typeface_lacks_is_named(data: Path) -> None:
    change(data / "lexicon" / "outreach.yml", "explanation", "fr", "\u4e2d ")
    (line,) = refused(data)
    assert "outreach.yml:1:" in line
    assert "[no-glyph]" in line
    assert "U+4E2D" in line


@pytest.mark.parametrize(
    ("heights", "over", "named"),
    [
        ([4, 9, 2, 1], 3, [9, 4, 2]),
        ([4, 9, 2, 1], 16, [9, 4, 2, 1]),
        ([0, 0, 1], 40, [1]),
        ([0, 0], 40, [0]),
    ],
)
def test_as_many_texts_are_named_as_make_up_for_what_is_over(
    heights: list[float], over: float, named: list[float]
) -> None:
    texts = [{"file": "a.yml", "field": str(height), "height": height} for height in heights]
    found = blamed([{"value": {"over": over, "texts": texts}}], 1, 1)
    assert found == tuple(TooLong("a.yml", str(height), over) for height in named)


def test_a_page_too_many_is_reported_even_where_nothing_was_measured() -> None:
    assert blamed([], 2, 1) == (TooLong("", "", 0),)
    assert blamed([], 1, 1) == blamed([], 90, 0) == ()
