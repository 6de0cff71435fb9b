"""A figure with several dates as a small line of points."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from panorama.model.records import Range

if TYPE_CHECKING:
    from panorama.model.records import Figure, FigureValue, Period

WIDTH, HEIGHT = 560, 150
LEFT, RIGHT, TOP, BOTTOM = 50, 510, 36, 110
GAP = 100  # between points, so that their labels stay apart
FEWEST = 2


@dataclass(frozen=True)
class Dot:
    """A value with its place in the picture, in pixels from the upper left corner."""

    x: float
    y: float
    value: FigureValue


def timeline(figure: Figure) -> list[Dot]:
    """The dots of a figure, or none where it has no two dated numbers to compare.

    Left to right by date, pushed apart where dates are too close; height by value, from zero.
    """
    values = [value for value in figure.values if not isinstance(value.value, Range)]
    days = [day(value.as_of) for value in values]
    if len(values) < FEWEST or len(set(days)) < FEWEST:
        return []
    highest = max(float(value.value) for value in values if not isinstance(value.value, Range))
    highest = highest or 1
    span = max(days) - min(days)
    dots: list[Dot] = []
    for value, moment in zip(values, days, strict=True):
        x = LEFT + (RIGHT - LEFT) * (moment - min(days)) / span
        x = max(x, dots[-1].x + GAP) if dots else x
        y = BOTTOM - (BOTTOM - TOP) * _number(value) / highest
        dots.append(Dot(round(x, 1), round(y, 1), value))
    return _fitted(dots)


def day(period: Period) -> int:
    """The day on which a period starts, as a count of days."""
    start = str(period).partition("/")[0]
    return dt.date.fromisoformat(f"{start}-01-01"[:10]).toordinal()


def _number(value: FigureValue) -> float:
    return 0.0 if isinstance(value.value, Range) else float(value.value)


def _fitted(dots: list[Dot]) -> list[Dot]:
    """Draw the line in where pushing dots apart made it too long."""
    scale = min(1, (RIGHT - LEFT) / (dots[-1].x - LEFT))
    return [Dot(round(LEFT + (dot.x - LEFT) * scale, 1), dot.y, dot.value) for dot in dots]
