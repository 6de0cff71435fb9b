"""Every figure that the documents give is in the records and on the pages, with its date.

figures.csv lists the figures as they were found in the documents; places.py says where each is.
The test is by value: a number, a range (`2-4`), a date. On dates, this is the rule:

- A date stands for all its days: 2025 runs from 1 January to 31 December, 2023/2025 over three
  years. The record's `as_of` must share a day with that of the CSV. So two single dates of the
  same precision are equal or they fail; only a span or a coarser date leaves room, as 2025 does
  for what the Panorama says of mid-2024 to mid-2025.
- Where the CSV dates an event with the event's own date (created in 2021, as of 2021), the record
  says instead when its source stated it. That may be later, never earlier.
- Records that are counted, and texts outside dated statements, have no date to compare.
"""

from __future__ import annotations

import csv
import functools
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from bs4 import BeautifulSoup

from panorama.checking.check import check_folder
from panorama.model.catalogue import LANGUAGES, catalogue
from panorama.model.records import Range
from panorama.pages.voice import Voice
from panorama.paths import PROJECT
from panorama.places.coverage import quartiers_of
from panorama.today import today
from tests.facts.places import (
    NOT_SHOWN,
    PLACES,
    Count,
    Measure,
    Moment,
    Period,
    Place,
    Residents,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from panorama.model.catalogue import Catalogue, Language
    from panorama.model.records import Dated, Figure, FigureValue

Row = dict[str, str]

with (Path(__file__).parent / "figures.csv").open(encoding="utf-8", newline="") as file:
    ROWS: list[Row] = list(csv.DictReader(file))
FOUND = {row["id"]: row for row in ROWS}
CASES = [(name, place) for name, places in PLACES.items() for place in places]
DOCUMENTS = {
    "000_cb8e4fb1e3edf54e.txt": "chw-ces-news",
    "001_8e5c18673e879d3a.txt": "panorama-1",
    "002_848b9d5db4e4e74e.txt": "chw-slides",
    "004_35266b4ae91e7eef.txt": "pssi-article-2023",
}
# The record's unit for each unit of the CSV.
UNITS = {
    "%": "percent",
    "ETP": "fte",
    "ans": "years",
    "bassins": "bassins",
    "centres": "organisations",
    "communes": "communes",
    "contrats": "quartiers",
    "habitants": "residents",
    "jours": "days",
    "langues": "languages",
    "missions": "missions",
    "mois": "months",
    "mutualités": "organisations",
    "organisations": "organisations",
    "par mois": "meetings",
    "par trimestre": "meetings",
    "personnes": "people",
    "quartiers": "quartiers",
    "rapports": "reports",
    "rôles": "roles",
    "secteurs": "sectors",
    "tentatives": "attempts",
    "thématiques": "topics",
    "unions": "organisations",
    "zones": "zones",
    "équipes": "teams",
}


@pytest.fixture(scope="module")
def records() -> Catalogue:
    """The project's own records."""
    return catalogue(check_folder(PROJECT / "data", today()).documents)


def labelled(case: object) -> str:
    """A test's name: the figure's id, and where it is looked up."""
    return case if isinstance(case, str) else type(case).__name__.lower()


def quantity(text: str) -> float | Range:
    """A number or a range of the CSV."""
    low, dash, high = text.partition("-")
    return Range(float(low), float(high)) if dash else float(low)


def days(period: int | str) -> tuple[str, str]:
    """The first and the last day of a period; the last of a month is 31, for comparing only."""
    start, _, end = str(period).partition("/")
    end = end or start
    return start + "-01-01"[len(start) - 4 :], end + "-12-31"[len(end) - 4 :]


def agrees(row: Row, as_of: int | str) -> bool:
    """Whether a record's date follows the rule for a row of the CSV."""
    (first, last), (start, end) = days(row["as_of"]), days(as_of)
    is_event = row["as_of"] == row["value"]
    return first <= end and (start <= last or is_event)


def figure_of(records: Catalogue, place: Measure | Residents | Period) -> Figure:
    if isinstance(place, Residents):
        return records.bassins[place.bassin].population
    return next(one for one in records.devices[place.device].figures if one.id == place.figure)


def value_of(records: Catalogue, place: Measure | Residents) -> FigureValue:
    index = place.index if isinstance(place, Measure) else -1
    return figure_of(records, place).values[index]


def moment_of(records: Catalogue, place: Moment) -> Dated:
    moments: tuple[Dated, ...] = getattr(records.devices[place.device], place.field)
    return moments[place.index]


def counted(records: Catalogue, place: Count) -> int:
    if place.what == "communes":
        return len(records.communes)
    if place.what == "bassins":
        return len(records.bassins)
    return len(quartiers_of(records, place.what))


def said(records: Catalogue, place: Words) -> Iterator[tuple[str, dict[str, str]]]:
    """The texts of a field in both languages, each with the date that holds for it, or none."""
    folder, _, name = place.record.partition("/")
    kinds: dict[str, Any] = {"devices": records.devices, "lexicon": records.terms}
    yield from texts(msgspec.to_builtins(getattr(kinds[folder][name], place.field)), "")


def texts(value: Any, as_of: str) -> Iterator[tuple[str, dict[str, str]]]:
    if isinstance(value, list | tuple):
        for one in value:
            yield from texts(one, as_of)
    elif isinstance(value, dict) and isinstance(value.get("fr"), str):
        yield as_of, value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one, str(value.get("as_of", as_of)))


def plain(text: str) -> str:
    """A text on one line, with ordinary spaces."""
    return " ".join(text.split())


def check_measure(records: Catalogue, row: Row, place: Measure | Residents) -> None:
    value = value_of(records, place)
    end = place.end if isinstance(place, Measure) else ""
    assert (getattr(value.value, end) if end else value.value) == quantity(row["value"])
    assert agrees(row, value.as_of)
    assert figure_of(records, place).unit == UNITS[row["unit"]]
    source = place.source if isinstance(place, Measure) else ""
    assert value.source.id == (source or DOCUMENTS[row["seed_file"]])


def check_moment(records: Catalogue, row: Row, place: Moment) -> None:
    moment = moment_of(records, place)
    assert str(moment.value) == row["value"]
    assert agrees(row, moment.as_of)
    assert moment.source.id == DOCUMENTS[row["seed_file"]]


def check_words(records: Catalogue, row: Row, place: Words) -> None:
    assert place.value == row["value"]
    found = [
        as_of
        for as_of, text in said(records, place)
        if re.search(place.fr, plain(text["fr"])) and re.search(place.nl, plain(text["nl"]))
    ]
    assert found, "no text says it in both languages"
    assert any(not as_of or agrees(row, as_of) for as_of in found)


@pytest.mark.parametrize(("name", "place"), CASES, ids=labelled)
def test_record_holds_the_figure_with_its_date(records: Catalogue, name: str, place: Place) -> None:
    row = FOUND[name]
    match place:
        case Measure() | Residents():
            check_measure(records, row, place)
        case Moment():
            check_moment(records, row, place)
        case Words():
            check_words(records, row, place)
        case Count():
            assert counted(records, place) == quantity(row["value"])
        case Period():
            assert figure_of(records, place).values[0].as_of == row["value"]


def test_every_row_of_the_csv_is_shown_or_left_out_for_a_reason() -> None:
    assert len(FOUND) == len(ROWS)
    assert not set(PLACES) & set(NOT_SHOWN)
    assert set(PLACES) | set(NOT_SHOWN) == set(FOUND)
    assert all(PLACES.values())
    assert all(NOT_SHOWN.values())


def page_of(place: Place) -> str:
    """The page that shows a place, without its language."""
    match place:
        case Words():
            return place.record
        case Count():
            return place.page
        case Residents():
            return f"bassins/{place.bassin}"
        case _:
            return f"devices/{place.device}"


@functools.cache
def page(site: Path, path: str, language: Language) -> Tag:
    prefix = {"fr": "", "nl": "nl/"}[language]
    soup = BeautifulSoup((site / f"{prefix}{path}/index.html").read_text("utf-8"), "lxml")
    main = soup.select_one("main")
    assert main
    return main


def shown(main: Tag, label: str, index: int) -> tuple[str, str]:
    """Quantity and date in a row of the table of figures."""
    for body in main.select("table.figures > tbody"):
        head = body.select_one("th")
        if head and plain(next(head.stripped_strings)) == plain(label):
            measured, dated, _ = body.select("tr")[index].select("td")
            return plain(next(measured.stripped_strings)), plain(dated.text)
    pytest.fail(f"no figure on the page: {label}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "place"), CASES, ids=labelled)
def test_page_shows_the_figure(
    site: Path, records: Catalogue, name: str, place: Place, language: Language
) -> None:
    row = FOUND[name]
    main = page(site, page_of(place), language)
    voice = Voice(language, records.ui, records.sources)
    match place:
        case Measure() | Residents():
            figure, value = figure_of(records, place), value_of(records, place)
            index = figure.values.index(value)
            expected = quantity(row["value"])
            found, date = shown(main, voice.say(figure.label), index)
            if isinstance(place, Measure) and place.end and not isinstance(expected, Range):
                end = found.split("–")[place.end == "max"]
                assert f"{end} ".startswith(f"{plain(voice.number(expected))} ")
            else:
                assert found == plain(voice.quantity(expected, figure.unit))
            assert date == plain(voice.date(value.as_of))
        case Moment():
            items = [plain(item.text) for item in main.select("dl.pairs li")]
            assert any(item.startswith(f"{voice.date(row['value'])} (") for item in items)
        case Words():
            assert re.search(getattr(place, language), plain(main.text))
        case Count():
            assert len(main.select(place.rows)) == quantity(row["value"])
        case Period():
            label = voice.say(figure_of(records, place).label)
            assert shown(main, label, 0)[1] == plain(voice.date(row["value"]))
