"""Whether a point lies in a commune, without the libraries that draw: a check stays quick."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from panorama.places.layers import Layers, Point, Ring

DEGREE = 111_200  # metres of a degree of latitude, and of longitude times its cosine
LATITUDE = math.cos(math.radians(50.84))


def communes_at(layers: Layers, point: Point, tolerance: float) -> list[str]:
    """NIS codes of the communes at a point (longitude, latitude), or so many metres from it."""
    return [
        nis
        for nis, rings in layers.communes.items()
        if _within(rings, point) or _distance(rings, point) <= tolerance
    ]


def _within(rings: list[Ring], point: Point) -> bool:
    """Even-odd rule: a line to the east crosses the border an odd number of times."""
    x, y = point
    crossed = 0
    for ring in rings:
        for (ax, ay), (bx, by) in pairwise(ring):
            if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                crossed += 1
    return crossed % 2 == 1


def _distance(rings: list[Ring], point: Point) -> float:
    """Metres to the nearest border."""
    return min(
        _to_segment(_metres(start, point), _metres(end, point))
        for ring in rings
        for start, end in pairwise(ring)
    )


def _metres(point: Point, origin: Point) -> Point:
    return (point[0] - origin[0]) * DEGREE * LATITUDE, (point[1] - origin[1]) * DEGREE


def _to_segment(start: Point, end: Point) -> float:
    """Distance of 0 0 to a segment."""
    step = end[0] - start[0], end[1] - start[1]
    length = step[0] ** 2 + step[1] ** 2
    share = -(start[0] * step[0] + start[1] * step[1]) / length if length else 0
    share = min(1, max(0, share))
    return math.hypot(start[0] + share * step[0], start[1] + share * step[1])
