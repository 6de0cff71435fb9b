"""A day as a few lines: what many records have in common is one line, the rest a line a record."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from panorama.pages.site import capital

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from panorama.history.compare import Change
    from panorama.history.past import Story
    from panorama.history.say import Teller
    from panorama.model.catalogue import Catalogue
    from panorama.pages.voice import Voice

# Always said together, in this order.
_TOGETHER = ("added", "removed", "checked")
# As many records with the same change are one line.
MANY = 8
# Records without a page of their own, and where they are shown.
_ELSEWHERE = {"sources": "sources/#{}", "themes": "agenda/#{}", "lines": "context/organisation/"}


@dataclass(frozen=True, slots=True)
class Named:
    """A record as a reader knows it; without a path where it has no page any more."""

    name: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that a day did, to one record or to several; `slug` is its own that day."""

    slug: str
    what: tuple[str, ...]
    records: tuple[Named, ...] = ()
    is_group: bool = False


@dataclass(frozen=True, slots=True)
class DayLines:
    """What a day did, as lines."""

    date: dt.date
    when: dt.datetime
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Register:
    """Today's names and addresses of records, in one language."""

    teller: Teller
    names: Mapping[str, str]

    def record(self, story: Story) -> Named:
        """The record of a story: by its name of today, or else its last one."""
        name = self.names.get(story.key)
        if name is None:
            return Named(self._last_name(story))
        return Named(name, path_of(story.key))

    def _last_name(self, story: Story) -> str:
        found = (story.record.get(field) for field in ("names", "terms", "title"))
        said = next(filter(None, map(self.teller.text, found)), "")
        return capital(self.teller.voice.typeset(said)) or story.key.rpartition("/")[2]


def path_of(key: str) -> str:
    """The page that shows a record, from the site's root."""
    folder, _, name = key.partition("/")
    return _ELSEWHERE[folder].format(name) if folder in _ELSEWHERE else f"{key}/"


def names_of(catalogue: Catalogue, voice: Voice) -> dict[str, str]:
    """What every page's record is called, by its address; the table of lines is one too."""
    return record_names(catalogue, voice) | {"lines/lines": voice.t("ladder.table")}


def record_names(catalogue: Catalogue, voice: Voice) -> dict[str, str]:
    """Every record's name by its address."""
    found = {f"devices/{one.id}": voice.whole_name(one) for one in catalogue.devices.values()}
    named: dict[str, Mapping[str, Any]] = {
        "organisations": catalogue.organisations,
        "quartiers": catalogue.quartiers,
        "communes": catalogue.communes,
        "bassins": catalogue.bassins,
        "themes": catalogue.themes,
    }
    for folder, records in named.items():
        found |= {f"{folder}/{key}": capital(voice.say(one.names)) for key, one in records.items()}
    found |= {
        f"lexicon/{key}": capital(voice.say(one.terms)) for key, one in catalogue.terms.items()
    }
    return found | {f"sources/{key}": one.title for key, one in catalogue.sources.items()}


def lines_by_day(stories: tuple[Story, ...], register: Register) -> list[DayLines]:
    """Days with their lines, newest first."""
    return [
        DayLines(date, max(story.when for story in group), tuple(_lines(group, register)))
        for date, found in groupby(stories, lambda story: story.date)
        for group in [list(found)]
    ]


def _lines(stories: list[Story], register: Register) -> Iterator[Line]:
    shared = _shared(stories)
    for key, found in shared.items():
        yield _group(key, found, register)
    for story in stories:
        rest = [change for change in story.changes if _key(change) not in shared]
        if rest:
            yield Line(
                story.then or story.key, _said(rest, register.teller), (register.record(story),)
            )


def _shared(stories: list[Story]) -> dict[str, list[tuple[Story, Change]]]:
    """Changes that several records have in common, those that are always said together first."""
    found: dict[str, list[tuple[Story, Change]]] = defaultdict(list)
    for story in stories:
        for change in {_key(change): change for change in story.changes}.values():
            found[_key(change)].append((story, change))
    together = {key: found[key] for key in _TOGETHER if key in found}
    return together | {key: some for key, some in found.items() if len(some) > MANY}


def _key(change: Change) -> str:
    """What makes two changes of different records the same, as a part of an address."""
    if change.what in _TOGETHER:
        return change.what
    thing = change.after or change.before if change.what.startswith("source-") else change.field
    return f"{change.what}-{'-'.join(change.languages)}-{thing}"


def _group(key: str, found: list[tuple[Story, Change]], register: Register) -> Line:
    teller = register.teller
    records = sorted({register.record(story) for story, _ in found}, key=lambda one: one.name)
    if key in _TOGETHER:
        said = teller.counted(f"group.{key}", len(found))
    else:
        count = teller.voice.number(len(found))
        said = teller.say("group.same", count=count, what=teller.change(found[0][1]))
    return Line(key, (said,), tuple(records) if len(records) <= MANY else (), is_group=True)


def _said(changes: list[Change], teller: Teller) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(teller.change, changes)))
