"""The layers of data/geo on the ground: in metres of Belgian Lambert 2008 (EPSG:3812).

It keeps angles, and lengths to a tenth of a per mille over the Region: one scale bar is true
everywhere on a map.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import Transformer

from panorama.maps.outline import path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from panorama.maps.frame import Frame
    from panorama.places.layers import Layers

WGS84, LAMBERT = "EPSG:4326", "EPSG:3812"
# What lies under the records, from the bottom up: each in its file, under its own licence.
CONTEXT = ("park", "wood", "water", "canal", "river", "rail", "metro")
# What OpenStreetMap's extract has not whole: the royal domain and the Forêt de Soignes.
FROM_UNITS: dict[str, tuple[str, tuple[str, ...]]] = {"forest": ("quartier", ("900", "906"))}
SPECK = 40  # square units of a picture: smaller parks and ponds are left out


@dataclass(frozen=True)
class Sheet:
    """All sectors simplified together, so that what is made of them fits without gaps."""

    layers: Layers
    shapes: NDArray[np.object_]
    made: dict[tuple[str, ...], BaseGeometry] = field(default_factory=dict)

    def area(self, layer: str, codes: Iterable[str]) -> BaseGeometry:
        """The union of some units of a layer."""
        wanted = tuple(sorted(codes))
        if (layer, *wanted) not in self.made:
            inside = np.isin(self.layers.column(layer), wanted)
            self.made[layer, *wanted] = shapely.coverage_union_all(self.shapes[inside])
        return self.made[layer, *wanted]

    def units(self, layer: str) -> Mapping[str, BaseGeometry]:
        """Every unit of a layer by its code."""
        return {code: self.area(layer, [code]) for code in sorted(self.layers.codes_of(layer))}

    def region(self) -> BaseGeometry:
        """The whole Region."""
        return self.area("bassin", self.layers.codes_of("bassin"))

    def borders(self, layer: str) -> BaseGeometry:
        """The lines between units of a layer and around them, each once."""
        edges = [shapely.boundary(unit) for unit in self.units(layer).values()]
        return shapely.line_merge(shapely.unary_union(edges))


@dataclass(frozen=True)
class Ground:
    """Sectors in full, in degrees and in metres, and the context by kind, in metres."""

    layers: Layers
    degrees: NDArray[np.object_]
    sectors: NDArray[np.object_]
    context: Mapping[str, BaseGeometry]
    sheets: dict[float, Sheet] = field(default_factory=dict)
    drawn: dict[tuple[str, Frame], str] = field(default_factory=dict)

    def sheet(self, tolerance: float) -> Sheet:
        """The ground simplified by so many metres at most, made once."""
        if tolerance not in self.sheets:
            shapes = shapely.coverage_simplify(self.sectors, tolerance)
            self.sheets[tolerance] = Sheet(self.layers, shapes)
        return self.sheets[tolerance]

    def path(self, kind: str, frame: Frame) -> str:
        """Path data of a kind of context or of `borders-<layer>` in a frame, made once."""
        if (kind, frame) not in self.drawn:
            self.drawn[kind, frame] = self._path(kind, frame)
        return self.drawn[kind, frame]

    def _path(self, kind: str, frame: Frame) -> str:
        if kind.startswith("borders-"):
            lines = self.sheet(frame.tolerance).borders(kind.removeprefix("borders-"))
            return path(frame.clipped(lines), frame)
        if kind in FROM_UNITS:
            shape = self.sheet(frame.tolerance).area(*FROM_UNITS[kind])
            return path(frame.clipped(shape), frame)
        if kind == "land":
            return path(frame.clipped(self.sheet(frame.tolerance).region()), frame)
        if kind not in self.context:
            return ""
        found = shapely.simplify(frame.clipped(self.context[kind]), frame.tolerance)
        if kind not in ("park", "wood", "water"):
            return path(found, frame)
        parts = shapely.get_parts(found)
        large = parts[shapely.area(parts) > SPECK * frame.metres**2]
        return path(shapely.GeometryCollection(list(large)), frame)

    @functools.cached_property
    def published(self) -> Sheet:
        """The ground as the layers have it, in degrees: what open data are made of."""
        return Sheet(self.layers, self.degrees)

    @functools.cached_property
    def exact(self) -> Sheet:
        """The ground as the layers have it."""
        return Sheet(self.layers, self.sectors)


def read_ground(layers: Layers) -> Ground:
    """Project the layers that were read, and read those that only maps show."""
    degrees = np.array([_shape(sector.shape) for sector in layers.sectors])
    return Ground(layers, degrees, projected(degrees), _context(layers.folder))


def projected(shapes: Iterable[BaseGeometry]) -> NDArray[np.object_]:
    """Shapes in degrees (longitude, latitude) as shapes in metres."""
    moved: NDArray[np.object_] = shapely.transform(np.array(list(shapes)), _metres)
    return moved


def _metres(points: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.column_stack(_transformer().transform(points[:, 0], points[:, 1]))


@functools.cache
def _transformer() -> Transformer:
    return Transformer.from_crs(WGS84, LAMBERT, always_xy=True)


def _context(folder: Path) -> dict[str, BaseGeometry]:
    found: dict[str, list[BaseGeometry]] = {kind: [] for kind in CONTEXT}
    for name, key in (("context", "kind"), ("transit", "mode")):
        path = folder / f"{name}.geojson"
        features = json.loads(path.read_text("utf-8"))["features"] if path.is_file() else []
        for feature in features:
            if feature["properties"][key] in found:
                found[feature["properties"][key]].append(_shape(feature["geometry"]))
    return {kind: shapely.union_all(projected(shapes)) for kind, shapes in found.items() if shapes}


def _shape(geometry: Mapping[str, object]) -> BaseGeometry:
    return shapely.from_geojson(json.dumps(geometry))
