"""Commits as days: what a day did and undid did not happen."""

from __future__ import annotations

import datetime as dt

import pytest

from panorama.history.git import Commit, FileChange, parsed
from panorama.history.versions import Span, days, present

ADD = FileChange("", "a", "", "1")
EDIT = FileChange("a", "a", "1", "2")
BACK = FileChange("a", "a", "2", "1")
MOVE = FileChange("a", "b", "1", "3")
DROP = FileChange("a", "", "2", "")
CASES = [
    ("added and edited", [ADD, EDIT], [Span("", "a", "", "2")]),
    ("edited and put back", [EDIT, BACK], []),
    ("added and removed", [ADD, EDIT, DROP], []),
    ("removed and put back", [DROP, FileChange("", "a", "", "2")], []),
    ("removed and written anew", [DROP, ADD], [Span("a", "a", "2", "1")]),
    ("edited and moved", [BACK, MOVE], [Span("a", "b", "2", "3")]),
    ("moved and removed", [MOVE, FileChange("b", "", "3", "")], [Span("a", "", "1", "")]),
]


def commit(day: int, *files: FileChange, hour: int = 12) -> Commit:
    return Commit(dt.datetime(2025, 1, day, hour, tzinfo=dt.UTC), files)


@pytest.mark.parametrize(
    ("files", "spans"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_a_day_is_its_first_and_last_version(files: list[FileChange], spans: list[Span]) -> None:
    (day,) = days([commit(1, file, hour=hour) for hour, file in enumerate(files)])
    assert list(day.spans) == spans


def test_days_are_apart_and_keep_their_last_moment() -> None:
    found = days([commit(1, ADD, hour=1), commit(1, hour=9), commit(2, EDIT)])
    assert [(day.date.day, day.when.hour, len(day.spans)) for day in found] == [
        (1, 9, 1),
        (2, 12, 1),
    ]
    assert present(found) == {"a": "2"}


def test_a_raw_log_is_read_with_any_name() -> None:
    zero, one, two = "0" * 40, "1" * 40, "2" * 40
    log = (
        f"@1735732800\0\n:000000 100644 {zero} {one} A\0@1\n:x\0"
        f"@1735819200\0\n:100644 100644 {one} {two} R060\0@1\n:x\0b\0"
        f"\n:100644 000000 {two} {zero} D\0c\0@1735819201\0"
    )
    assert [step.files for step in parsed(log)] == [
        (FileChange("", "@1\n:x", "", one),),
        (FileChange("@1\n:x", "b", one, two), FileChange("c", "", two, "")),
        (),
    ]
