"""What changed as pages: one of its own, and a short list on the page of each record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from panorama.history.days import Register, lines_by_day, names_of
from panorama.history.say import Teller
from panorama.pages.entry import Entry
from panorama.pages.site import capital

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from panorama.history.days import DayLines
    from panorama.history.past import Past, Story
    from panorama.model.catalogue import Catalogue
    from panorama.pages.voice import Voice

PATH = "changes/"
SHOWN = 60  # days on the page
SHORT = 5  # days on the page of a record


@dataclass(frozen=True)
class Recent:
    """The last changes of one record: days in words, and what is to be said besides."""

    days: list[tuple[dt.date, list[str]]]
    notice: str = ""


@dataclass(frozen=True)
class Changes:
    """What a language says of the past: the page's days, and its notices."""

    days: list[DayLines]
    notices: list[str]
    more: str = ""


def with_changes(
    entries: Iterable[Entry], past: Past, catalogue: Catalogue, voice: Voice
) -> Iterator[Entry]:
    """All pages of a language, those of records with their changes, and the page of all changes."""
    teller = Teller(voice)
    names = names_of(catalogue, voice)
    by_key: dict[str, list[Story]] = {}
    for story in past.stories:
        by_key.setdefault(story.key, []).append(story)
    for entry in entries:
        key = entry.path.rstrip("/")
        if key in names and entry.source.startswith("data/"):
            recent = recent_changes(by_key.get(key, []), past, teller, _file_key(entry))
            yield replace(entry, data={**entry.data, "changes": recent})
        else:
            yield entry
    yield Entry(
        language=voice.language,
        path=PATH,
        template="changes.html",
        title=voice.t("changes.title"),
        description=voice.t("changes.description"),
        data={"past": all_changes(past, Register(teller, names))},
    )


def _file_key(entry: Entry) -> str:
    """A record's file as `Past.pending` names it: the list of a record that has none of its own."""
    return entry.source.removeprefix("data/").removesuffix(".yml")


def recent_changes(stories: list[Story], past: Past, teller: Teller, file: str) -> Recent:
    """The last days that changed a record; or why nothing can be said, or that nothing changed."""
    days = [
        (story.date, [capital(teller.change(change)) for change in story.changes])
        for story in stories[:SHORT]
    ]
    if past.missing:
        return Recent(days, teller.say(past.missing))
    if file in past.pending:
        return Recent(days, teller.say("pending"))
    if not days and past.start:
        start = teller.voice.date(past.start.isoformat())
        return Recent(days, teller.say("unchanged", date=start))
    return Recent(days)


def all_changes(past: Past, register: Register) -> Changes:
    """The page of all changes, newest day first."""
    days = lines_by_day(past.stories, register)
    rest = len(days) - SHOWN
    more = register.teller.counted("more", rest) if rest > 0 else ""
    return Changes(days[:SHOWN], list(_notices(past, register.teller)), more)


def _notices(past: Past, teller: Teller) -> Iterator[str]:
    if past.missing or past.start is None:
        yield teller.say(past.missing or "none")
        return
    start = teller.voice.date(past.start.isoformat())
    yield teller.say("start", date=start, count=teller.voice.number(past.imported))
    if not past.stories:
        yield teller.say("quiet")
    if past.pending:
        yield teller.counted("pending.count", len(past.pending))
