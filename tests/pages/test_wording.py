"""Spaces, dates, numbers, telephones and addresses as each language writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from panorama.building.read import read_site
from panorama.model.records import CheckedOn, Citation, Labels, Range
from panorama.pages.entry import due, localised, relative
from panorama.pages.site import initial, sort_key
from panorama.pages.typography import typeset
from panorama.pages.vcard import escaped, folded, vcard
from panorama.paths import PROJECT

if TYPE_CHECKING:
    from panorama.building.read import Site
    from panorama.model.catalogue import Language
    from panorama.pages.voice import Voice

THIN, FULL = "\u202f", "\u00a0"


@pytest.fixture(scope="module")
def site() -> Site:
    return read_site(
        PROJECT / "data", PROJECT, "https://panorama.example/", "https://git.example/", {}
    )


@pytest.fixture(scope="module")
def voices(site: Site) -> dict[Language, Voice]:
    return dict(site.voices)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Où ? Ici ; là !", f"Où{THIN}? Ici{THIN}; là{THIN}!"),
        ("fr", "Sources : deux", f"Sources{FULL}: deux"),
        ("fr", "« mot »", f"«{FULL}mot{FULL}»"),
        ("fr", "1 246 136 habitants", f"1{THIN}246{THIN}136 habitants"),
        ("fr", "le 02 880 29 80, gratuit", "le 02 880 29 80, gratuit"),
        ("fr", "0800 35 243", "0800 35 243"),
        ("fr", "98 %", f"98{FULL}%"),
        ("fr", "https://a.be:80", "https://a.be:80"),
        ("nl", "Waar? Hier; ‘daar’!", "Waar? Hier; ‘daar’!"),
        ("nl", "Bron: § 2.7", f"Bron: §{FULL}2.7"),
    ],
)
def test_spaces_follow_the_language(language: Language, text: str, expected: str) -> None:
    assert typeset(text, language) == expected


@pytest.mark.parametrize(
    ("period", "fr", "nl"),
    [
        (2025, "2025", "2025"),
        ("2025-06", "juin 2025", "juni 2025"),
        ("2024-01-01", "1er janvier 2024", "1 januari 2024"),
        ("2024-06/2025-06", "juin 2024 – juin 2025", "juni 2024 – juni 2025"),
    ],
)
def test_dates_are_in_words(
    voices: dict[Language, Voice], period: int | str, fr: str, nl: str
) -> None:
    assert voices["fr"].date(period) == fr
    assert voices["nl"].date(period) == nl


@pytest.mark.parametrize(
    ("period", "lines"),
    [
        (2025, ["2025"]),
        ("2025-06", ["06.2025"]),
        ("2024-01-15", ["15.01.2024"]),
        ("2023/2025", ["2023–2025"]),
        ("2024-06/2025-06", ["06.2024–", "06.2025"]),
    ],
)
def test_drawings_have_dates_in_figures(
    voices: dict[Language, Voice], period: int | str, lines: list[str]
) -> None:
    assert voices["nl"].short_date(period) == lines


def test_names_come_with_their_language(voices: dict[Language, Voice]) -> None:
    names = Labels(fr=("CPAS", "aide ?"), nl=("OCMW", "CPAS"))
    assert voices["fr"].in_both(names) == [("CPAS", "fr"), (f"aide{THIN}?", "fr"), ("OCMW", "nl")]
    assert voices["nl"].in_both(names)[1] == ("CPAS", "nl")
    assert voices["nl"].in_both(None) == []


@pytest.mark.parametrize(
    ("value", "unit", "fr", "nl"),
    [
        (1, "people", f"1{FULL}personne", f"1{FULL}persoon"),
        (0, "quartiers", f"0{FULL}quartier", f"0{FULL}wijken"),
        (19, "quartiers", f"19{FULL}quartiers", f"19{FULL}wijken"),
        (Range(2, 4), "people", f"2–4{FULL}personnes", f"2–4{FULL}personen"),
        (319935, "residents", f"319{THIN}935{FULL}habitants", f"319.935{FULL}inwoners"),
    ],
)
def test_quantities_have_their_unit(
    voices: dict[Language, Voice], value: float | Range, unit: str, fr: str, nl: str
) -> None:
    assert voices["fr"].quantity(value, unit) == fr
    assert voices["nl"].quantity(value, unit) == nl


@pytest.mark.parametrize(
    ("number", "shown", "link"),
    [
        ("02 880 29 80", "02 880 29 80", "tel:+3228802980"),
        ("0479 24 22 79", "0479 24 22 79", "tel:+32479242279"),
        ("0800 35 243", "0800 35 243", "tel:080035243"),
        ("107", "107", "tel:107"),
        ("+32 2 522 32 87", "02 522 32 87", "tel:+3225223287"),
    ],
)
def test_telephones_are_grouped_and_callable(
    voices: dict[Language, Voice], number: str, shown: str, link: str
) -> None:
    assert voices["fr"].phone(number) == shown
    assert voices["nl"].tel(number) == link


def test_a_source_is_named_once_with_its_sections(voices: dict[Language, Voice]) -> None:
    found = voices["fr"].cited(
        [Citation("panorama-1", "2.7"), Citation("fdss-rapport-2020"), Citation("panorama-1", "4")]
    )
    assert [name for name, _ in found] == ["panorama-1", "fdss-rapport-2020"]
    assert found[0][1] == f"Panorama 1 (2025), §{FULL}2.7, §{FULL}4"


@pytest.mark.parametrize(
    ("page", "target", "expected"),
    [
        ("", "", "./"),
        ("", "devices/raq/", "devices/raq/"),
        ("devices/raq/", "", "../../"),
        ("devices/raq/", "devices/raq/", "./"),
        ("devices/raq/", "sources/#panorama-1", "../../sources/#panorama-1"),
        ("nl/devices/raq/", "assets/a.css", "../../../assets/a.css"),
        ("nl/compare/", "compare/", "../../compare/"),
    ],
)
def test_links_are_relative(page: str, target: str, expected: str) -> None:
    assert relative(page, target) == expected


def test_dutch_stands_under_nl() -> None:
    assert (localised("a/", "fr"), localised("a/", "nl"), localised("", "nl")) == (
        "a/",
        "nl/a/",
        "nl/",
    )


@pytest.mark.parametrize(
    ("on", "every", "expected"),
    [
        ("2026-05-22", 6, "2026-11-22"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-12-01", 12, "2027-12-01"),
    ],
)
def test_records_are_due_after_their_months(on: str, every: int, expected: str) -> None:
    assert due(CheckedOn(on, "document", every)).isoformat() == expected


@pytest.mark.parametrize(
    ("text", "letter"), [("Équipe", "E"), ("« Aller-vers »", "A"), ("107", "#"), ("’t Huis", "T")]
)
def test_names_stand_under_their_letter(text: str, letter: str) -> None:
    assert initial(text) == letter


def test_accents_do_not_disturb_the_order() -> None:
    assert sorted(["Evere", "Écoute", "Eau"], key=sort_key) == ["Eau", "Écoute", "Evere"]


def test_vcard_says_what_is_known_in_its_language(site: Site) -> None:
    record = site.catalogue.organisations["fdssb"]
    lines = vcard(record, site.catalogue, site.voices["nl"]).split("\r\n")
    assert lines[:2] == ["BEGIN:VCARD", "VERSION:4.0"]
    assert lines[-2:] == ["END:VCARD", ""]
    assert "TEL;VALUE=uri:tel:+3222233774" in lines
    assert "URL:https://www.fdss.be" in lines
    assert "ADR:;;Gheudestraat 49;Anderlecht;;1070;Belgium" in lines
    assert "REV:20261122T000000Z" in lines


def test_vcard_text_is_marked_and_folded() -> None:
    assert escaped("a;b,c\\d\ne") == "a\\;b\\,c\\\\d\\ne"
    lines = folded("é" * 80).split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "".join([lines[0], *(line[1:] for line in lines[1:])]) == "é" * 80
