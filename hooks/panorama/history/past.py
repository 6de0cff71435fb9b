"""The past of a data folder: what each day did to each record."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from panorama.history.compare import Change, compare
from panorama.history.facts import records_of
from panorama.history.git import commits, contents, is_shallow, uncommitted
from panorama.history.moves import moved_ids, renamed
from panorama.history.versions import days, present
from panorama.reading.records import FOLDERS, kind_of, read_document

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from panorama.history.versions import Day, Span
    from panorama.reading.records import Document

Why = Literal["", "none", "shallow"]
# As many changed files are compared, newest days first: a year or two, in less than a second.
FILES = 400


@dataclass(frozen=True, slots=True)
class Story:
    """What a day did to a record.

    `key` is the address that the record has today or had last; `then` is the one it had on that
    day, which no later day changes (empty where it is the same).
    """

    date: dt.date
    when: dt.datetime
    key: str
    changes: tuple[Change, ...]
    record: Mapping[str, Any] = field(default_factory=dict)
    then: str = ""


@dataclass(frozen=True)
class Past:
    """Stories, newest day first. `missing` says why there are none, where the past is not known."""

    missing: Why = ""
    start: dt.date | None = None
    imported: int = 0
    stories: tuple[Story, ...] = ()
    pending: frozenset[str] = frozenset()


def read_past(data: Path, documents: Iterable[Document] = ()) -> Past:
    """Read the history of a data folder; a history that is cut off is not told at all.

    What it would show as added on the day of the cut was there before. `documents` are files that
    have been read already.
    """
    shallow = is_shallow(data)
    if shallow is not False:
        return Past(missing="none" if shallow is None else "shallow")
    found = days(commits(data) or [])
    while found and not _records(found[0]):
        found.pop(0)
    if not found:
        return Past(missing="none")
    told = _bounded(found[1:])
    pending = uncommitted(data)
    versions = Versions(present(found), documents, pending)
    versions.add(contents(data, versions.wanted(told)))
    stories = [story for day in _readable(told, versions) for story in _stories(day, versions)]
    return Past(
        start=found[0].date,
        imported=len([path for path in present(found[:1]) if _is_record(path)]),
        stories=tuple(_by_day(_as_today(stories))),
        pending=frozenset(_key(path) for path in pending if _is_told(path)),
    )


class Versions:
    """What files held, read once each: by the project's reader, or by whoever read them before."""

    def __init__(
        self, current: Mapping[str, str], documents: Iterable[Document], pending: set[str]
    ) -> None:
        self._contents: Mapping[str, bytes] = {}
        self._values: dict[str, Any] = {
            current[document.path]: document.value
            for document in documents
            if document.path in current and document.path not in pending
        }

    def wanted(self, told: list[Day]) -> list[str]:
        """Ids of the versions that have not been read yet."""
        spans = [span for day in told for span in day.spans if _is_told(span.path)]
        ids = (name for span in spans for name in (span.before, span.after))
        return [name for name in ids if name and name not in self._values]

    def add(self, found: Mapping[str, bytes]) -> None:
        """Take what the wanted versions held."""
        self._contents = found

    def records(self, path: str, name: str) -> dict[str, Any] | None:
        """Records of a version; none where there was no file, None where it cannot be read."""
        kind = kind_of(path) if path else None
        if not kind:
            return {}
        if name not in self._values:
            content = self._contents.get(name)
            document = read_document(path, kind, content)[0] if content is not None else None
            self._values[name] = document.value if document else None
        value = self._values[name]
        return None if value is None else dict(records_of(path, value))


def _records(day: Day) -> list[Span]:
    return [span for span in day.spans if _is_record(span.path)]


def _is_record(path: str) -> bool:
    return path.partition("/")[0] in FOLDERS and kind_of(path) is not None


def _is_told(path: str) -> bool:
    return kind_of(path) not in (None, "ui")


def _key(path: str) -> str:
    """Address of a record from its file; of a list, the list."""
    return path.removesuffix(".yml")


def _bounded(found: list[Day]) -> list[Day]:
    """The newest days, newest first, that a build has time for; always one."""
    told: list[Day] = []
    files = 0
    for day in reversed(found):
        files += sum(_is_told(span.path) for span in day.spans)
        if told and files > FILES:
            break
        told.append(day)
    return told


def _readable(told: list[Day], versions: Versions) -> list[Day]:
    """Days (newest first) whose spans go from a version that can be read to the next such one.

    What happened meanwhile counts on the day from which it could be read again. Of a file that
    could not be read before all of them nothing is said, rather than something wrong.
    """
    last: dict[str, tuple[str, str]] = {}
    found: list[Day] = []
    for day in reversed(told):
        spans = []
        for span in filter(lambda span: _is_told(span.path), day.spans):
            old = last.pop(span.old, (span.old, span.before))
            known = versions.records(*old) is not None
            if versions.records(span.new, span.after) is None:
                last[span.new] = old
            elif known:
                spans.append(replace(span, old=old[0], before=old[1]))
        found.insert(0, replace(day, spans=tuple(spans)))
    return found


def _stories(day: Day, versions: Versions) -> Iterator[Story]:
    ids = moved_ids({_key(span.old): _key(span.new) for span in day.spans if _is_move(span)})
    for span in day.spans:
        old = versions.records(span.old, span.before) or {}
        new = versions.records(span.new, span.after) or {}
        moves = [Change("moved", before=_key(span.old), after=_key(span.new))] * _is_move(span)
        if moves:
            old = dict(zip(new, old.values(), strict=False))
        for key in dict.fromkeys((*new, *old)):
            changes = (*moves, *compare(renamed(old.get(key), ids), new.get(key)))
            if changes:
                record = new.get(key) or old.get(key) or {}
                yield Story(day.date, day.when, key, changes, record, then=key)


def _is_move(span: Span) -> bool:
    return bool(span.old and span.new) and span.old != span.new


def _as_today(stories: list[Story]) -> Iterator[Story]:
    """Stories (newest first) under the addresses that records were given since."""
    moved: dict[str, str] = {}
    for story in stories:
        yield replace(story, key=moved.get(story.key, story.key))
        first = story.changes[0]
        if first.what == "moved":
            moved[str(first.before)] = moved.get(story.key, story.key)


def _by_day(stories: Iterable[Story]) -> list[Story]:
    """Stories by their dates, newest first, one a record and day."""
    found: dict[tuple[dt.date, str], Story] = {}
    for story in stories:
        later = found.get((story.date, story.then))
        found[story.date, story.then] = _joined(story, later) if later else story
    return sorted(found.values(), key=lambda story: story.date, reverse=True)


def _joined(story: Story, later: Story) -> Story:
    more = (change for change in later.changes if change not in story.changes)
    return replace(later, changes=(*story.changes, *more))
