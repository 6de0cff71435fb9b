"""Shapes as path data, to a tenth of a unit."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from panorama.maps.frame import Frame

TENTHS = 10
FEWEST = 2  # points of a line


def path(shape: BaseGeometry, frame: Frame) -> str:
    """Polygons as closed rings, lines as they are; each point relative to the one before it."""
    return "".join(_line(part, frame) for part in _parts(shape))


def _parts(shape: BaseGeometry) -> list[BaseGeometry]:
    """All rings and lines of a shape, however deep they lie; points have none."""
    flat = shapely.get_parts(shapely.get_parts(shape))
    polygons = [part for part in flat if part.geom_type == "Polygon"]
    rings = list(shapely.get_rings(polygons)) if polygons else []
    return rings + [part for part in flat if part.geom_type == "LineString"]


def _line(line: BaseGeometry, frame: Frame) -> str:
    placed = np.rint(frame.place(shapely.get_coordinates(line)) * TENTHS).astype(np.int64)
    steps: NDArray[np.int64] = np.diff(placed, axis=0)
    steps = steps[np.any(steps != 0, axis=1)]
    closed = line.geom_type == "LinearRing"
    if len(steps) < FEWEST - 1 + closed:
        return ""
    kept = steps[:-1] if closed else steps
    start = f"M{number(int(placed[0][0]))} {number(int(placed[0][1]))}l"
    said = " ".join(f"{number(x)} {number(y)}" for x, y in kept.tolist())
    return start + said.replace(" -", "-") + ("z" if closed else "")


@functools.lru_cache(maxsize=20_000)
def number(tenths: int) -> str:
    """A number of tenths, as short as it can be written."""
    text = f"{tenths / TENTHS:g}"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
