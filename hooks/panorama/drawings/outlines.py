"""Outlines of the communes as SVG paths, for small maps.

Plate carrée scaled at the latitude of Brussels: over 20 km it differs from Belgian Lambert by less
than the width of a line.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from panorama.places.layers import Layers, Point

LATITUDE = math.radians(50.84)
SMALLEST = 3  # points: fewer do not enclose anything


@dataclass(frozen=True)
class Outlines:
    """Paths by NIS code, in a picture of a width and height in pixels."""

    width: int
    height: int
    paths: dict[str, str]


def outlines(layers: Layers, width: int) -> Outlines:
    """Every commune, north up, simplified to whole pixels."""
    points = [point for rings in layers.communes.values() for ring in rings for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    scale = (width - 2) / ((east - west) * math.cos(LATITUDE))

    def place(point: Point) -> tuple[int, int]:
        x = (point[0] - west) * math.cos(LATITUDE) * scale
        return round(x) + 1, round((north - point[1]) * scale) + 1

    paths = {
        nis: "".join(_path([place(point) for point in ring]) for ring in rings)
        for nis, rings in layers.communes.items()
    }
    return Outlines(width, round((north - south) * scale) + 2, paths)


def _path(points: list[tuple[int, int]]) -> str:
    """A closed path, each point once."""
    kept = [
        point for point, before in zip(points, [None, *points], strict=False) if point != before
    ]
    if len(kept) < SMALLEST:
        return ""
    return "M" + "L".join(f"{x} {y}" for x, y in kept) + "Z"
