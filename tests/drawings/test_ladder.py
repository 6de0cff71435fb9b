"""The lines and levels of care: every scheme and every cell in its place, nothing over another."""

from __future__ import annotations

import dataclasses
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest

from panorama.checking.check import check_folder
from panorama.drawings.ladder import COLUMN, HEAD, NAMES, SCHEMES, Box, Ladder, ladder, placed
from panorama.model.catalogue import LANGUAGES, catalogue
from panorama.model.records import Citation, Label, LineOfCare, Rank, Row
from panorama.pages.voice import Voice
from panorama.paths import PROJECT
from panorama.today import today
from tests.drawings.scheme import scheme

if TYPE_CHECKING:
    from panorama.model.catalogue import Catalogue, Language

# Panorama 1, 3.1.2.1: where the document puts the activities of each scheme.
PLACES = {
    "tertiary": [],
    "secondary": [],
    "support": ["cpps"],
    "primary": ["chw", "cpps", "ces"],
    "low-threshold": ["chw", "ces"],
    "community": ["raq", "cpps"],
}


@pytest.fixture(scope="module")
def records() -> Catalogue:
    """The project's own records."""
    return catalogue(check_folder(PROJECT / "data", today()).documents)


@pytest.fixture(scope="module", params=LANGUAGES)
def drawn(request: pytest.FixtureRequest, records: Catalogue) -> Ladder:
    """The drawing in a language."""
    language: Language = request.param
    return ladder(records, Voice(language, records.ui, records.sources))


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes have more than an edge in common."""
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def test_every_scheme_stands_where_the_document_puts_it(drawn: Ladder) -> None:
    found = {rung.row.id: [device.id for device in rung.devices] for rung in drawn.rungs}
    assert found == PLACES
    assert {name for names in PLACES.values() for name in names} == {"raq", "chw", "cpps", "ces"}


def test_every_line_of_care_of_a_core_scheme_has_its_rung(records: Catalogue) -> None:
    for device in records.core:
        assert not isinstance(device.lines_of_care, str)
        rungs = [row for row in records.lines.rows if device in placed(row, records)]
        ranks = {(rank.scale, rank.rank) for row in rungs for rank in row.ranks}
        assert {(line.scale, line.rank) for line in device.lines_of_care} <= ranks


def test_every_cell_is_drawn_once_in_its_column(records: Catalogue, drawn: Ladder) -> None:
    lefts = {column.id: NAMES + place * COLUMN for place, column in enumerate(drawn.columns)}
    shown = [
        (rung.row.id, cell, box)
        for rung in drawn.rungs
        for cell, box in zip(
            (c for cells in rung.cells.values() for c in cells), rung.boxes, strict=True
        )
    ]
    assert len(shown) == len(records.lines.cells) == sum(len(rung.boxes) for rung in drawn.rungs)
    for row, cell, box in shown:
        assert cell.row == row
        assert lefts[cell.column] <= box.x
        assert box.x + box.width < lefts[cell.column] + COLUMN
        assert " ".join(box.lines) in (cell.name.fr, cell.name.nl.replace(" ", " "))


def test_no_box_lies_over_another(drawn: Ladder) -> None:
    boxes = [box for rung in drawn.rungs for box in rung.boxes]
    assert len(boxes) > 15
    assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []


def test_rungs_stand_one_below_the_other_and_hold_what_is_drawn_in_them(drawn: Ladder) -> None:
    assert drawn.rungs[0].y == HEAD
    for above, below in pairwise(drawn.rungs):
        assert above.y + above.height == below.y
    last = drawn.rungs[-1]
    assert last.y + last.height <= drawn.height
    for rung in drawn.rungs:
        for box in rung.boxes:
            assert rung.y <= box.y < box.y + box.height <= rung.y + rung.height
        for chip in rung.chips:
            assert rung.y <= chip.y < chip.y + 20 <= rung.y + rung.height
            assert drawn.width - SCHEMES <= chip.x < drawn.width - 20
        spots = [(chip.x, chip.y) for chip in rung.chips]
        assert len(spots) == len(set(spots)) == len(rung.devices)


def test_headings_leave_room_for_the_rungs(drawn: Ladder) -> None:
    assert sum(span for _, _, span in drawn.groups) == len(drawn.columns) == len(drawn.heads)
    assert max(len(lines) for _, lines, _ in drawn.groups) <= 2
    assert max(map(len, drawn.heads)) <= 3
    assert drawn.width == NAMES + COLUMN * len(drawn.columns) + SCHEMES


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        ([("line", "0.5")], ["low"]),
        ([("line", "0.5"), ("level", "0.5")], ["low", "both"]),
        ([("level", "1"), ("level", "1")], ["both"]),
        ([("level", "3")], []),
        ([], []),
        ("unknown", []),
        ("not-applicable", []),
    ],
)
@pytest.mark.parametrize("kind", ["core", "other"])
def test_only_core_schemes_are_placed_by_scale_and_rank(
    records: Catalogue, lines: str | list[tuple[str, str]], rows: list[str], kind: str
) -> None:
    source, name = Citation("panorama-1"), Label("x", "x")
    activities = (
        lines
        if isinstance(lines, str)
        else tuple(
            LineOfCare("line" if s == "line" else "level", r, name, source) for s, r in lines
        )
    )
    some = {"scheme": scheme(kind=kind, lines_of_care=activities)}
    more = dataclasses.replace(records, devices=some)
    both = (Rank("level", "0.5"), Rank("level", "1"))
    ladder_rows = (Row("low", name, (Rank("line", "0.5"),)), Row("both", name, both))
    found = [row.id for row in ladder_rows if placed(row, more)]
    assert found == (rows if kind == "core" else [])
