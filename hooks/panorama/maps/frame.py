"""The part of the ground that a map shows, and where its points stand in the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

# Metres that a border may move, from coarse to fine. The layers were simplified to 5 m.
STEPS = (40.0, 20.0, 12.0, 6.0)
FINEST = 4.0
BLUR = 0.8  # of a unit of the picture: below what a line's width hides


@dataclass(frozen=True)
class Frame:
    """A rectangle of ground; `metres` are those of one unit of the picture, y goes down."""

    west: float
    north: float
    metres: float
    width: int
    height: int

    @property
    def tolerance(self) -> float:
        """How far borders may be simplified here, in metres."""
        return next((step for step in STEPS if step <= BLUR * self.metres), FINEST)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north, in metres."""
        south = self.north - self.height * self.metres
        return self.west, south, self.west + self.width * self.metres, self.north

    def place(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Points of the ground as points of the picture."""
        placed: NDArray[np.float64] = (points - (self.west, self.north)) / self.metres * (1, -1)
        return placed

    def clipped(self, shape: BaseGeometry) -> BaseGeometry:
        """What shows of a shape, and a little more so that cut edges stay out of the picture."""
        west, south, east, north = self.bounds
        more = 6 * self.metres
        return shapely.clip_by_rect(shape, west - more, south - more, east + more, north + more)

    def in_units(self, shape: BaseGeometry) -> BaseGeometry:
        """A shape in units of the picture."""
        return shapely.transform(shape, self.place)


def around(shape: BaseGeometry, width: int, height: int, margin: float) -> Frame:
    """The frame that shows a shape whole, in the middle, with a margin in units of the picture."""
    west, south, east, north = shape.bounds
    metres = max((east - west) / (width - 2 * margin), (north - south) / (height - 2 * margin))
    middle = (west + east) / 2, (south + north) / 2
    return Frame(
        west=middle[0] - width * metres / 2,
        north=middle[1] + height * metres / 2,
        metres=metres,
        width=width,
        height=height,
    )
