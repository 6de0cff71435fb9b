"""A list that changed, item by item: what came, what went, and what is not what it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from panorama.history.facts import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panorama.history.compare import Change

# By which an item stays itself while the rest of it changes.
_SAME = ("id", "organisation", "device", "title", "name", "scale")


def by_item(change: Change) -> list[Change]:
    """The changes of a list's items, or else of their order; any other change as it is."""
    before, after = change.before, change.after
    if change.what != "changed" or not isinstance(before, list) or not isinstance(after, list):
        return [change]
    gone, fresh = _without(before, after), _without(after, before)
    return list(_items(change, gone, fresh)) or [replace(change, what="reordered")]


def _without(some: list[Any], others: list[Any]) -> list[Any]:
    known = [said(other) for other in others]
    return [one for one in some if said(one) not in known]


def _items(change: Change, gone: list[Any], fresh: list[Any]) -> Iterator[Change]:
    rest = list(fresh)
    for one in gone:
        same = next((other for other in rest if _is_same(one, other)), None)
        if same is None:
            yield replace(change, what="item-removed", before=one, after=None)
        else:
            rest.remove(same)
            yield replace(change, what="item-changed", before=one, after=same)
    for one in rest:
        yield replace(change, what="item-added", before=None, after=one)


def narrowed(change: Change) -> Change:
    """Of an item that changed, what names it and what is not what it was."""
    before, after = change.before, change.after
    if change.what != "item-changed":
        return change
    kept = {name for name in (*before, *after) if said(before.get(name)) != said(after.get(name))}
    kept.add(_name(before))
    old, new = ({name: one[name] for name in one if name in kept} for one in (before, after))
    return replace(change, before=old, after=new)


def _is_same(one: Any, other: Any) -> bool:
    if not isinstance(one, dict) or not isinstance(other, dict):
        return False
    name = _name(one)
    return bool(name) and one[name] == other.get(name)


def _name(item: dict[str, Any]) -> str:
    """The field by which an item is known; empty where it has none."""
    return next((name for name in _SAME if name in item), "")
