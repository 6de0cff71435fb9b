"""Commits as days: for each file that a day touched, its first and its last version.

A day is one of Brussels, where the readers are, whatever zone a commit was made in: what was
published there half an hour after midnight belongs to the new day. It is the day on which the
commit came to be on its branch (the committer’s date), not the one on which it was first written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from panorama.today import BRUSSELS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from panorama.history.git import Commit, FileChange


@dataclass(frozen=True, slots=True)
class Span:
    """What a file was before a day and after it; empty where it was not or is no more."""

    old: str
    new: str
    before: str
    after: str

    @property
    def path(self) -> str:
        """Where the file is, or was."""
        return self.new or self.old


@dataclass(frozen=True, slots=True)
class Day:
    """Everything that changed on a day, and when the last of it did."""

    date: dt.date
    when: dt.datetime
    spans: tuple[Span, ...]


def days(commits: Iterable[Commit]) -> list[Day]:
    """The days of a history, in its order. What a day did and undid did not happen.

    Clocks differ, so a day can come after a later one, and twice.
    """
    found = []
    for date, group in groupby(commits, lambda commit: commit.when.astimezone(BRUSSELS).date()):
        steps = list(group)
        spans = _spans(file for step in steps for file in step.files)
        found.append(Day(date, max(step.when for step in steps), spans))
    return found


def _spans(files: Iterable[FileChange]) -> tuple[Span, ...]:
    open_spans: dict[str, Span] = {}
    for file in files:
        name = file.old or file.new
        past = open_spans.pop(name, Span(file.old, "", file.before, ""))
        span = replace(past, new=file.new, after=file.after)
        open_spans[span.path if span.new else past.old or name] = span
    return tuple(sorted((span for span in open_spans.values() if _is_change(span)), key=_order))


def _is_change(span: Span) -> bool:
    return (span.old, span.before) != (span.new, span.after)


def _order(span: Span) -> tuple[str, str]:
    return (span.path, span.old)


def present(days: Iterable[Day]) -> dict[str, str]:
    """The id of each file that is there after some days."""
    found: dict[str, str] = {}
    for day in days:
        for span in day.spans:
            found.pop(span.old, None)
            if span.new:
                found[span.new] = span.after
    return found
