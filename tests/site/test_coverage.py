"""Every part of the five documents has its place on the site, or a reason why it has none.

tests/coverage/sections.yml lists the parts, tests/coverage/sources.yml says where each is told.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from panorama.reading.yaml_values import parse
from tests.site.dom import pages

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

FOLDER = Path(__file__).resolve().parent.parent / "coverage"
PREFIXES = {"fr": "", "nl": "nl/"}


@dataclass(frozen=True)
class Told:
    """A part of a document, its places as page and anchor, or why it is left out."""

    source: str
    section: str
    places: tuple[tuple[str, str], ...] = ()
    left_out: str = ""
    unknown: dict[str, Any] = field(default_factory=dict)


def read(name: str) -> Any:
    """A table of the folder."""
    values, findings = parse(name, (FOLDER / name).read_text("utf-8"))
    assert values, findings
    return values.value


def told(source: str, section: str, **more: Any) -> Told:
    """One entry of the table, with what no entry should have."""
    places = tuple((place["page"], place.get("anchor", "")) for place in more.pop("places", ()))
    return Told(source, section, places, more.pop("left_out", ""), more)


TABLE = [told(**entry) for entry in read("sources.yml")]
SECTIONS = [(name, part) for name, parts in read("sections.yml").items() for part in parts]


def test_every_part_of_every_document_is_in_the_table_once() -> None:
    assert {name for name, _ in SECTIONS} == {"000", "001", "002", "003", "004"}
    assert [entry for entry, count in Counter(SECTIONS).items() if count > 1] == []
    assert Counter((entry.source, entry.section) for entry in TABLE) == Counter(SECTIONS)


def test_every_numbered_section_is_asked_for() -> None:
    numbered = [part.split()[0] for name, part in SECTIONS if name == "001" and part[:2] in NUMBERS]
    tops = [f"2.{number}" for number in range(1, 8)] + [f"3.{number}" for number in range(1, 8)]
    assert set(tops) <= set(numbered)
    assert len(numbered) == 49
    assert sum(part.startswith("4 ") for _, part in SECTIONS) == 15


NUMBERS = {"2.", "3."}


@pytest.mark.parametrize("entry", TABLE, ids=lambda entry: f"{entry.source} {entry.section}")
def test_a_part_has_places_or_a_reason_why_not(entry: Told) -> None:
    assert bool(entry.places) != bool(entry.left_out.strip())
    assert len(entry.places) == len(set(entry.places))
    assert entry.unknown == {}


@pytest.mark.parametrize("language", PREFIXES)
def test_every_place_is_on_the_site(site: Path, language: str) -> None:
    found = pages(site)
    missing = [
        f"{entry.source} {entry.section}: {page}#{anchor}"
        for entry in TABLE
        for page, anchor in entry.places
        if not is_there(found, f"{PREFIXES[language]}{page}index.html", anchor)
    ]
    assert missing == []


def is_there(found: dict[str, BeautifulSoup], path: str, anchor: str) -> bool:
    """Whether a page exists, with text and the anchor."""
    soup = found.get(path)
    if soup is None:
        return False
    place = soup.find(id=anchor) if anchor else soup.select_one("main")
    return bool(place and place.get_text(strip=True))
