"""Where texts stand on a map: in or next to their place, and on no other text.

Smaller places choose first. A text that finds no room is left out: the list beside the map has it.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from panorama.maps.lettering import PLAIN, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

LEADING = 1.08  # height of a line, in sizes
EDGE = 3.0  # units kept free inside the frame
APART = 1.5  # units kept free between two texts
GRID = 15  # candidates in a row: an odd number, so that the middle is one
NEAR = 1.4  # sizes: how far from its place a text may stand when there is no room in it
OUTSIDE, LONG = 9.0, 0.25  # cost of a text that sticks out of its place; of each size in width
CORNERS = np.array([(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1)], dtype=np.float64)

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Site:
    """The ground that a text names, in units of the picture."""

    shape: BaseGeometry

    @functools.cached_property
    def area(self) -> float:
        """In square units."""
        return float(shapely.area(self.shape))

    @functools.cached_property
    def spots(self) -> NDArray[np.float64]:
        """Where the middle of a text may stand, the place farthest from all borders first."""
        return _candidates(self.shape)

    def near(self, reach: float) -> NDArray[np.float64]:
        """The same when the middle may be so far outside."""
        around = _candidates(shapely.buffer(self.shape, reach, quad_segs=2))
        return np.vstack([self.spots[:1], around])


@dataclass(frozen=True)
class Text:
    """A text to be placed: its layouts from the best on, and the ground that it names."""

    key: str
    layouts: Sequence[Sequence[str]]
    site: Site
    size: float
    weight: int = PLAIN
    padding: float = 0.0

    def extent(self, lines: Sequence[str]) -> tuple[float, float]:
        """Width and height of a layout; one on a plate is at least as wide as high."""
        widest = max(width(line, self.size, self.weight) for line in lines)
        high = len(lines) * self.size * LEADING + 2 * self.padding
        return max(widest + 2 * self.padding, high if self.padding else 0), high


@dataclass(frozen=True)
class Placed:
    """A text with its place: the middle, and the box that it takes."""

    text: Text
    lines: Sequence[str]
    x: float
    y: float
    box: Box


def place(texts: Iterable[Text], room: Box, taken: Iterable[Box] = ()) -> list[Placed]:
    """Place as many texts as fit into a room (west, north, east, south, in units)."""
    boxes = list(taken)
    found: list[Placed] = []
    for text in sorted(texts, key=lambda one: (one.site.area, one.key)):
        placed = _best(text, text.site.spots, room, boxes) or _best(
            text, text.site.near(NEAR * text.size), room, boxes
        )
        if placed:
            found.append(placed)
            boxes.append(placed.box)
    return found


def _best(text: Text, spots: NDArray[np.float64], room: Box, taken: list[Box]) -> Placed | None:
    """The cheapest free place of all layouts."""
    found = [
        one for lines in text.layouts for one in [_cheapest(text, lines, spots, room, taken)] if one
    ]
    return min(found, key=lambda one: one[0])[1] if found else None


def _cheapest(
    text: Text, lines: Sequence[str], spots: NDArray[np.float64], room: Box, taken: list[Box]
) -> tuple[float, Placed] | None:
    """The cheapest free place of a layout, with what it costs."""
    wide, high = text.extent(lines)
    half = np.array([wide / 2, high / 2])
    free = _free(spots, half, room, taken)
    if not free.any():
        return None
    costs = np.where(free, _costs(text, spots, half), np.inf)
    x, y = (round(float(value), 1) for value in spots[np.argmin(costs)])
    box = (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
    return float(costs.min()) + LONG * wide / text.size, Placed(text, lines, x, y, box)


def _candidates(ground: BaseGeometry) -> NDArray[np.float64]:
    """Points of a grid that lie on some ground, the one farthest from its border first."""
    west, north, east, south = shapely.bounds(ground)
    xs, ys = np.meshgrid(np.linspace(west, east, GRID), np.linspace(north, south, GRID))
    inside = shapely.contains_xy(ground, xs, ys)
    found = np.column_stack([xs[inside], ys[inside]])
    if not len(found):
        found = shapely.get_coordinates(shapely.point_on_surface(ground))
    away = shapely.distance(shapely.points(found), shapely.boundary(ground))
    ordered: NDArray[np.float64] = found[np.argsort(-away, kind="stable")]
    return ordered


def _costs(
    text: Text, spots: NDArray[np.float64], half: NDArray[np.float64]
) -> NDArray[np.float64]:
    """How far each place is from the heart, in sizes, and how much of the text sticks out."""
    away = np.hypot(*(spots - spots[0]).T) / text.size
    points = spots[:, None, :] + CORNERS[None, :, :] * half
    inside = shapely.contains_xy(text.site.shape, points[..., 0], points[..., 1])
    cost: NDArray[np.float64] = away / 2 + OUTSIDE * (1 - inside.mean(axis=1))
    return cost


def _free(
    spots: NDArray[np.float64], half: NDArray[np.float64], room: Box, taken: list[Box]
) -> NDArray[np.bool_]:
    """Which places are within the room and touch nothing that is there."""
    low, high = spots - half, spots + half
    free: NDArray[np.bool_] = np.all(
        (low >= np.array(room[:2]) + EDGE) & (high <= np.array(room[2:]) - EDGE), axis=1
    )
    for box in taken:
        meets = np.all(
            (low < np.array(box[2:]) + APART) & (high > np.array(box[:2]) - APART), axis=1
        )
        free &= ~meets
    return free
