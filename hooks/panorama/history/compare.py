"""Two versions of a record, field by field: what a reader would call a change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from panorama.history.facts import cited, dated, facts, said, texts
from panorama.model.catalogue import LANGUAGES
from panorama.model.records import MISSING

if TYPE_CHECKING:
    from collections.abc import Iterator

What = Literal[
    "added", "removed", "moved", "unreadable", "readable", "named",
    "changed", "reworded", "known", "unknown", "not-applicable", "given", "withdrawn", "dated",
    "item-added", "item-changed", "item-removed", "reordered",
    "figure-added", "figure-changed", "figure-removed",
    "source-added", "source-removed", "cited", "checked",
]  # fmt: skip
Plain = dict[str, Any]
# Fields by which a thing is called; a scheme's `terms` are a list of others.
NAMES = ("names", "terms", "title")
# In two languages, but no sentences that could be reworded.
_ADDRESSES = ("contacts.website", "url")


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that is not what it was. `field` is the fact's name, `moment` a figure's date."""

    what: What
    field: str = ""
    before: Any = None
    after: Any = None
    moment: str = ""
    label: Any = None
    unit: str = ""
    languages: tuple[str, ...] = ()


def compare(before: Plain | None, after: Plain | None) -> list[Change]:
    """What happened to a record between two versions; None where there is none."""
    if before is None or after is None:
        if before == after:
            return []
        return [
            Change("added", after=after) if before is None else Change("removed", before=before)
        ]
    return _between(before, after)


def introduced(record: Plain) -> list[Change]:
    """A new record, and each fact that it says."""
    return [Change("added", after=record), *_between({}, record)]


def _between(before: Plain, after: Plain) -> list[Change]:
    old, new = facts(before), facts(after)
    found = [
        change
        for field in dict.fromkeys((*new, *old))
        for change in _field(field, old.get(field), new.get(field))
    ]
    return [*found, *_sources(before, after, is_plain=not found), *_checked(before, after)]


def _field(field: str, before: Any, after: Any) -> Iterator[Change]:
    if said(before) == said(after):
        if dated(before) != dated(after):
            yield Change("dated", field, before, after, label=label_of(field, after))
    elif field.startswith("figures."):
        yield from _figure(field, before, after)
    else:
        what, languages = _what(field, before, after)
        yield Change(what, field, before, after, languages=languages)


def _what(field: str, before: Any, after: Any) -> tuple[What, tuple[str, ...]]:
    if field in NAMES and before and after and not isinstance(after, list):
        return "named", ()
    if isinstance(after, str) and after in MISSING:
        return ("unknown" if after == "unknown" else "not-applicable"), ()
    if before is None or after is None:
        return ("given" if before is None else "withdrawn"), ()
    if isinstance(before, str) and before in MISSING:
        return "known", ()
    old, new = texts(before), texts(after)
    if field in _ADDRESSES or old is None or new is None:
        return "changed", ()
    return "reworded", tuple(name for name in LANGUAGES if old[name] != new[name])


def label_of(field: str, figure: Any) -> Any:
    """What a figure is called, in both languages; None for other fields."""
    is_figure = field.startswith("figures.") and isinstance(figure, dict)
    return figure.get("label") if is_figure else None


def _figure(field: str, before: Any, after: Any) -> Iterator[Change]:
    figure = after or before
    common: Plain = {"label": label_of(field, figure), "unit": str(figure.get("unit", ""))}
    old, new = _by_moment(before), _by_moment(after)
    for moment in dict.fromkeys((*old, *new)):
        was, now = old.get(moment), new.get(moment)
        if was != now:
            what: What = "figure-changed"
            if was is None or now is None:
                what = "figure-added" if was is None else "figure-removed"
            yield Change(what, field, was, now, moment=moment, **common)
    if old == new:
        yield Change("reworded", field, before, after, label=common["label"], languages=LANGUAGES)


def _by_moment(figure: Any) -> Plain:
    """The values of a figure by what they are true for; the last one of a date counts."""
    values = figure.get("values") if isinstance(figure, dict) else None
    return {
        str(one.get("as_of", "")): one.get("value") for one in values or [] if isinstance(one, dict)
    }


def _sources(before: Plain, after: Plain, *, is_plain: bool) -> Iterator[Change]:
    """Sources that came and went; sections alone are said where nothing else changed."""
    old, new = cited(before), cited(after)
    for name in sorted(new - old):
        yield Change("source-added", after=name)
    for name in sorted(old - new):
        yield Change("source-removed", before=name)
    if is_plain and old == new and _without_check(before) != _without_check(after):
        yield Change("cited")


def _without_check(record: Plain) -> Plain:
    return {name: value for name, value in record.items() if name not in ("checked", "id")}


def _checked(before: Plain, after: Plain) -> Iterator[Change]:
    was, now = before.get("checked"), after.get("checked")
    if was != now and isinstance(now, dict):
        yield Change("checked", "checked", was, now)
