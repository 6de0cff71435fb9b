"""The records that a proposal touches, each with what it changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from panorama.history.compare import Change, compare, introduced
from panorama.history.items import by_item
from panorama.history.moves import moved_ids, renamed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from panorama.findings import Position
    from panorama.history.states import State
    from panorama.reading.records import Document
    from panorama.reading.yaml_values import KeyPath


@dataclass(frozen=True)
class Touched:
    """A record that is not what it was, with the file that it stands in, if it still does.

    `was` is the address that it had, which is empty where it is new.
    """

    key: str
    was: str
    file: str
    record: dict[str, Any]
    changes: tuple[Change, ...]
    document: Document | None = None

    @property
    def is_new(self) -> bool:
        """Whether there was no such record."""
        return self.changes[0].what == "added"

    def place(self, change: Change) -> Position | None:
        """Where a reviewer finds a change in the file."""
        if self.document is None:
            return None
        return self.document.values.at((*self._start(), *self._path(change)))

    def _start(self) -> KeyPath:
        """Where the record begins: an entry of a list, or the whole file."""
        whole = self.document.value if self.document else None
        if not isinstance(whole, list):
            return ()
        return (next((n for n, entry in enumerate(whole) if entry is self.record), 0),)

    def _path(self, change: Change) -> KeyPath:
        first, _, rest = change.field.partition(".")
        if change.what.startswith("item-"):
            return (change.field, *self._item(change))
        if first != "figures":
            return (*filter(None, (first, rest)), *difference(change.before, change.after))
        figures = self.record.get("figures")
        if not isinstance(figures, list):
            return ("population",)
        ids = [one.get("id") if isinstance(one, dict) else None for one in figures]
        return ("figures", ids.index(rest)) if rest in ids else ("figures",)

    def _item(self, change: Change) -> KeyPath:
        items = self.record.get(change.field)
        if not isinstance(items, list) or change.after not in items:
            return ()
        return (items.index(change.after), *difference(change.before, change.after))


def difference(before: Any, after: Any) -> KeyPath:
    """Where in a value the first thing stands that is not what it was."""
    if isinstance(before, dict) and isinstance(after, dict):
        keys: Iterable[str | int] = after
    elif isinstance(before, list) and isinstance(after, list):
        before, keys = dict(enumerate(before)), range(len(after))
    else:
        return ()
    found = (key for key in keys if key not in before or before[key] != after[key])
    first = next(found, None)
    return () if first is None else (first, *difference(before.get(first), after[first]))


def touched(
    before: State, now: State, moves: Mapping[str, str], changed: Collection[str]
) -> Iterator[Touched]:
    """Every record that is not what it was, by its address; `changed` are the files that are not.

    Of a file that cannot be read, then or now, only that is said.
    """
    found = [*_unread(before, now, changed), *_compared(before, now, moves)]
    yield from sorted(found, key=lambda one: one.key)


def _unread(before: State, now: State, changed: Collection[str]) -> Iterator[Touched]:
    for path in changed:
        key = path.removesuffix(".yml")
        past, document = before.documents.get(path), now.documents.get(path)
        if path in now.unreadable:
            yield Touched(key, key, path, _whole(past), (Change("unreadable"),))
        elif path in before.unreadable and document:
            change = Change("readable")
            yield Touched(key, key, path, _whole(document), (change,), document)


def _whole(document: Document | None) -> dict[str, Any]:
    """The record that a file is; of a list of them, none."""
    value = document.value if document else None
    return value if isinstance(value, dict) else {}


def _compared(before: State, now: State, moves: Mapping[str, str]) -> Iterator[Touched]:
    old, new = before.records(), now.records()
    origins = {key: then for then, key in moves.items()}
    ids = moved_ids(moves)
    unread = before.unreadable | now.unreadable
    for key in {*old, *new} - moves.keys():
        then = origins.get(key, key)
        (was, past), (file, record) = old.get(then, ("", None)), new.get(key, ("", None))
        if unread.isdisjoint({was, file}):
            changes = list(_changes(renamed(past, ids), record))
            if then != key:
                changes.insert(0, Change("moved", before=then, after=key))
            if changes:
                document = now.documents.get(file)
                yield Touched(
                    key, then if past else "", file or was, record or past or {}, tuple(changes),
                    document,
                )  # fmt: skip


def _changes(past: dict[str, Any] | None, record: dict[str, Any] | None) -> Iterator[Change]:
    if past is None and record is not None:
        yield from introduced(record)
    else:
        for change in compare(past, record):
            yield from by_item(change)
