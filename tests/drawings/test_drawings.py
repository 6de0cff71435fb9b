"""Geometry of the drawings: in the picture, in order, apart, and to scale."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from panorama.drawings.outlines import outlines
from panorama.drawings.relations import BOX, STEP, diagram
from panorama.drawings.timeline import BOTTOM, LEFT, RIGHT, TOP, timeline
from panorama.model.records import Citation, Figure, FigureValue, Involved, Label, Range
from panorama.paths import PROJECT
from panorama.places.layers import read_layers
from tests.drawings.scheme import scheme

SOURCE = Citation("panorama-1")


def figure(*values: tuple[float | Range, int | str]) -> Figure:
    """A figure with values and their dates."""
    return Figure(
        id="f",
        label=Label("f", "f"),
        unit="people",
        values=tuple(FigureValue(value, as_of, SOURCE) for value, as_of in values),
    )


@pytest.mark.parametrize(
    "values",
    [
        [(19, 2025)],
        [(19, 2025), (15, 2025)],
        [(Range(2, 4), 2024), (3, 2025)],
    ],
)
def test_no_line_is_drawn_without_two_dated_numbers(
    values: list[tuple[float | Range, int | str]],
) -> None:
    assert timeline(figure(*values)) == []


def test_values_stand_by_date_and_height() -> None:
    dots = timeline(figure((18, 2021), (26, 2022), (19, "2023/2025")))
    assert [dot.x for dot in dots] == [LEFT, (LEFT + RIGHT) / 2, RIGHT]
    assert min(dot.y for dot in dots) == dots[1].y == TOP
    assert dots[0].y == pytest.approx(BOTTOM - (BOTTOM - TOP) * 18 / 26, abs=0.1)


def test_close_dates_are_pushed_apart_and_stay_in_the_picture() -> None:
    dots = timeline(figure((5, 2023), (26, "2023-06"), (15, "2025-01"), (19, "2025-02")))
    gaps = [after.x - before.x for before, after in pairwise(dots)]
    assert min(gaps) >= 80
    assert LEFT <= dots[0].x < dots[-1].x <= RIGHT


def test_relations_go_from_payer_to_host_in_columns() -> None:
    payers = (Involved("a", (SOURCE,)), Involved("b", (SOURCE,)))
    past = (Involved("old", (SOURCE,), until=2023), Involved("new", (SOURCE,)))
    drawn = diagram(
        scheme(funded_by=payers, coordinated_by=past, employed_by="unknown"),
        name=lambda one: f"Organisation {one} with a rather long far-from-home name",
        missing=lambda word: f"({word})",
        hosts="18 hosts",
    )
    assert [name for name, _, _ in drawn.columns] == [
        "funded_by",
        "coordinated_by",
        "employed_by",
        "hosted_by",
    ]
    assert [x for _, x, _ in drawn.columns] == [0, STEP, 2 * STEP, 3 * STEP]
    assert drawn.width == 3 * STEP + BOX
    first, second = drawn.columns[0][2]
    assert second.y > first.y + first.height
    box = drawn.columns[1][2][0]
    assert box.name == "Organisation new with a rather long far-from-home name"
    assert " ".join(box.lines) == box.name
    assert drawn.columns[2][2][0].lines == ["(unknown)"]


def test_outlines_fill_the_picture_and_touch_their_neighbours() -> None:
    drawn = outlines(read_layers(PROJECT / "data" / "geo"), 280)
    assert len(drawn.paths) == 19
    numbers = [
        tuple(map(int, pair))
        for path in drawn.paths.values()
        for pair in re.findall(r"(\d+) (\d+)", path)
    ]
    assert {min(x for x, _ in numbers), max(x for x, _ in numbers)} == {1, 279}
    assert max(y for _, y in numbers) <= drawn.height
    points = {nis: set(re.findall(r"\d+ \d+", path)) for nis, path in drawn.paths.items()}
    assert points["21013"] & points["21009"]
    assert not points["21013"] & points["21006"]
