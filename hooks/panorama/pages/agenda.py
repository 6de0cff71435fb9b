"""The monthly prevention themes, as a page by year and as a calendar file (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta
from icalendar import Calendar, Event

from panorama.pages.entry import localised

if TYPE_CHECKING:
    from panorama.model.catalogue import Catalogue
    from panorama.model.records import Theme
    from panorama.pages.environment import Settings
    from panorama.pages.voice import Voice

FILE = "themes.ics"


def by_year(catalogue: Catalogue) -> list[tuple[str, list[Theme]]]:
    """Themes by year, the newest year first, in the order of the months."""
    ordered = sorted(catalogue.themes.values(), key=lambda theme: theme.month)
    years = [(year, list(found)) for year, found in groupby(ordered, lambda t: t.month[:4])]
    return years[::-1]


def calendar(catalogue: Catalogue, voice: Voice, settings: Settings) -> bytes:
    """Every theme as an event that lasts its month and keeps nobody busy."""
    whole = Calendar()
    whole.add("prodid", f"-//{voice.t('site.name')}//{voice.language}//")
    whole.add("version", "2.0")
    whole.add("x-wr-calname", voice.t("agenda.title"))
    whole.add("x-wr-caldesc", voice.t("agenda.description"))
    for _, themes in reversed(by_year(catalogue)):
        for theme in themes:
            whole.add_component(_event(theme, voice, settings))
    found: bytes = whole.to_ical()
    return found


def _event(theme: Theme, voice: Voice, settings: Settings) -> Event:
    start = dt.date.fromisoformat(f"{theme.month}-01")
    path = localised(f"agenda/#{theme.id}", voice.language)
    event = Event()
    event.add("uid", f"{theme.id}-{theme.month}-{voice.language}@{settings.domain}")
    # When the theme was last changed is not known; a stamp that moved with each build would make
    # calendars take every theme for changed.
    event.add("dtstamp", dt.datetime.combine(start, dt.time(), dt.UTC))
    event.add("dtstart", start)
    event.add("dtend", start + relativedelta(months=1))
    event.add("summary", voice.plain(theme.names))
    event.add("description", "\n".join([voice.plain(theme.text), *_cited(theme, voice)]))
    event.add("url", settings.absolute(path))
    event.add("transp", "TRANSPARENT")
    event.add("categories", [voice.t("agenda.category")])
    return event


def _cited(theme: Theme, voice: Voice) -> list[str]:
    return [words for _, words in voice.cited(theme.sources)]
