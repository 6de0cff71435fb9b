"""The calendar of prevention themes, as calendar programs read it (RFC 5545)."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar, Event
from msgspec import structs

from panorama.model.catalogue import LANGUAGES
from panorama.model.records import Label
from panorama.pages.agenda import by_year, calendar
from panorama.pages.voice import Voice

if TYPE_CHECKING:
    from panorama.model.catalogue import Catalogue, Language
    from panorama.pages.environment import Settings

MONTHS = [f"2025-{month:02}" for month in range(1, 13)]
LINE = 75  # octets, without the end (RFC 5545, 3.1)


def parsed(data: bytes) -> tuple[Calendar, list[Event]]:
    """A calendar and its events, in which a parser finds nothing wrong."""
    whole = Calendar.from_ical(data)
    assert isinstance(whole, Calendar)
    events = [event for event in whole.walk("VEVENT") if isinstance(event, Event)]
    assert [error for part in (whole, *events) for error in part.errors] == []
    return whole, events


@pytest.fixture(scope="module")
def voices(project: Catalogue) -> dict[Language, Voice]:
    return {name: Voice(name, project.ui, project.sources) for name in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_month_of_2025_has_its_theme(
    project: Catalogue, voices: dict[Language, Voice], settings: Settings, language: Language
) -> None:
    whole, events = parsed(calendar(project, voices[language], settings))
    assert str(whole["version"]) == "2.0"
    assert str(whole["prodid"]) == f"-//{voices[language].t('site.name')}//{language}//"
    found = [event for event in events if event.decoded("dtstart").year == 2025]
    assert [f"{event.decoded('dtstart'):%Y-%m}" for event in found] == MONTHS
    titles = {theme.month: getattr(theme.names, language) for theme in project.themes.values()}
    assert [str(event["summary"]) for event in found] == [titles[month] for month in MONTHS]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_event_is_whole_days_from_the_first_of_its_month_to_the_first_of_the_next(
    project: Catalogue, voices: dict[Language, Voice], settings: Settings, language: Language
) -> None:
    _, events = parsed(calendar(project, voices[language], settings))
    for event in events:
        start, end = event.decoded("dtstart"), event.decoded("dtend")
        assert type(start) is type(end) is dt.date
        assert start.day == end.day == 1
        assert 28 <= (end - start).days <= 31
        assert str(event["transp"]) == "TRANSPARENT"
        assert event.decoded("dtstamp").tzinfo is not None


def test_events_are_told_apart_in_both_languages_and_stay_the_same(
    project: Catalogue, voices: dict[Language, Voice], settings: Settings
) -> None:
    both = [calendar(project, voices[language], settings) for language in LANGUAGES]
    ids = [str(event["uid"]) for data in both for event in parsed(data)[1]]
    assert len(set(ids)) == len(ids) == 2 * len(project.themes) >= 24
    assert {name.rpartition("@")[2] for name in ids} == {"site.example"}
    later = dataclasses.replace(settings, today=dt.date(2031, 1, 1))
    assert [calendar(project, voices[language], later) for language in LANGUAGES] == both


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_event_says_what_the_page_says_and_leads_there(
    project: Catalogue, voices: dict[Language, Voice], settings: Settings, language: Language
) -> None:
    _, events = parsed(calendar(project, voices[language], settings))
    prefix = {"fr": "", "nl": "nl/"}[language]
    by_name = {getattr(theme.names, language): theme for theme in project.themes.values()}
    for event in events:
        theme = by_name[str(event["summary"])]
        assert str(event["url"]) == f"https://site.example/{prefix}agenda/#{theme.id}"
        text, *sources = str(event["description"]).split("\n")
        assert text[:20] == getattr(theme.text, language)[:20]
        assert len(sources) == len({citation.id for citation in theme.sources}) > 0
        assert "](" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_end_and_fold_as_the_standard_asks(
    project: Catalogue, voices: dict[Language, Voice], settings: Settings, language: Language
) -> None:
    data = calendar(project, voices[language], settings)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r") == data.count(b"\r\n")
    lines = data.split(b"\r\n")[:-1]
    assert max(map(len, lines)) <= LINE
    assert all(line for line in lines)
    unfolded = data.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")[:-1]
    assert max(map(len, unfolded)) > LINE
    assert all(line[: line.index(":")].replace("-", "").replace(";", "") for line in unfolded)
    assert unfolded[0] == "BEGIN:VCALENDAR"


def test_no_method_is_named_that_would_ask_for_an_organiser(
    project: Catalogue, voices: dict[Language, Voice], settings: Settings
) -> None:
    whole, events = parsed(calendar(project, voices["fr"], settings))
    assert "method" not in whole  # RFC 5546, 3.2.1: PUBLISH has exactly one ORGANIZER an event
    assert all("organizer" not in event for event in events)


HOSTILE = Label("a;b,c\\n\nBEGIN:VEVENT\r\nUID:x « é » " + "ü" * 90, "\\;END:VCALENDAR" * 9)


@pytest.mark.parametrize("language", LANGUAGES)
def test_signs_of_a_text_start_no_line_and_end_no_event(
    project: Catalogue, voices: dict[Language, Voice], settings: Settings, language: Language
) -> None:
    name, theme = next(iter(project.themes.items()))
    hostile = structs.replace(theme, names=HOSTILE, text=HOSTILE)
    records = dataclasses.replace(project, themes={name: hostile})
    data = calendar(records, voices[language], settings)
    whole, (event,) = parsed(data)
    text = getattr(HOSTILE, language).replace("\r\n", "\n")
    assert str(event["summary"]) == text
    assert str(event["description"]).startswith(text)
    assert len(whole.subcomponents) == 1
    assert max(map(len, data.split(b"\r\n"))) <= LINE


def test_years_stand_newest_first_and_months_in_order(project: Catalogue) -> None:
    theme = next(iter(project.themes.values()))
    months = ("2026-02", "2024-12", "2026-01", "2025-06")
    themes = {month: structs.replace(theme, id=month, month=month) for month in months}
    found = by_year(dataclasses.replace(project, themes=themes))
    assert [(year, [one.month for one in themes]) for year, themes in found] == [
        ("2026", ["2026-01", "2026-02"]),
        ("2025", ["2025-06"]),
        ("2024", ["2024-12"]),
    ]
