"""The map layers, read once: sectors with their residents, and borders of communes.

GeoJSON, WGS84; every border is shared vertex for vertex (data/geo/README.md).
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from panorama.paths import LAYERS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from panorama.maps.ground import Ground
    from panorama.model.records import Geometry

Point = tuple[float, float]
Ring = list[Point]
SHARED_BORDER = 2  # vertices: one alone is a corner


@dataclass(frozen=True)
class Sector:
    """A statistical sector of 2024, with its residents on 1 January 2024."""

    code: str
    nis: str
    quartier: str
    bassin: str
    residents: int
    shape: Mapping[str, Any]

    def code_in(self, layer: str) -> str:
        """The code of the unit of a layer that it lies in: itself in its own."""
        return {
            "commune": self.nis,
            "quartier": self.quartier,
            "sector": self.code,
            "bassin": self.bassin,
        }[layer]


@dataclass(frozen=True)
class Unit:
    """A quartier of the Monitoring: residential, cemetery, industry or green."""

    code: str
    fr: str
    nl: str
    kind: str


@dataclass(frozen=True)
class Layers:
    """All sectors, and the outlines of the communes by NIS code."""

    sectors: list[Sector]
    communes: Mapping[str, list[Ring]]
    quartiers: list[Unit]
    folder: Path
    columns: dict[str, list[str]] = field(default_factory=dict)

    @functools.cached_property
    def codes(self) -> dict[str, set[str]]:
        """The codes of the units of each layer that a record can name."""
        return {layer: self.codes_of(layer) for layer in ("commune", "quartier", "sector")}

    def codes_of(self, layer: str) -> set[str]:
        """The codes of the units of one layer."""
        return set(self.column(layer))

    def column(self, layer: str) -> list[str]:
        """For each sector, the code of the unit of a layer that it lies in."""
        if layer not in self.columns:
            self.columns[layer] = [sector.code_in(layer) for sector in self.sectors]
        return self.columns[layer]

    @functools.cached_property
    def ground(self) -> Ground:
        """The layers as maps draw them, made when the first map is."""
        from panorama.maps.ground import read_ground

        return read_ground(self)

    def residents(self, geometry: Geometry) -> int:
        """Residents of an area on 1 January 2024: the sum of its sectors."""
        return self.residents_in(geometry.layer, geometry.codes)

    def residents_in(self, layer: str, codes: Collection[str]) -> int:
        """Residents of some units of a layer."""
        column = self.column(layer)
        return sum(
            sector.residents
            for sector, code in zip(self.sectors, column, strict=True)
            if code in codes
        )

    def residents_of_bassin(self, bassin: str) -> int:
        """Residents of a bassin, by the reconstructed bassins of data/geo."""
        return sum(sector.residents for sector in self.sectors if sector.bassin == bassin)

    def residents_of_commune(self, nis: str) -> int:
        """Residents of a commune."""
        return sum(sector.residents for sector in self.sectors if sector.nis == nis)

    def neighbours(self, nis: str) -> list[str]:
        """NIS codes of the communes that share a border with one."""
        mine = set(_points(self.communes[nis]))
        return [
            other
            for other, rings in self.communes.items()
            if other != nis and len(mine & set(_points(rings))) >= SHARED_BORDER
        ]


def read_layers(folder: Path) -> Layers:
    """Read data/geo."""
    sectors = [
        Sector(
            code=found["code"],
            nis=found["nis"],
            quartier=str(found["quartier"]),
            bassin=found["bassin"],
            residents=found["population_2024"],
            shape=shape,
        )
        for found, shape in _features(folder / "sectors.geojson")
    ]
    communes = {
        found["nis"]: list(_rings(shape)) for found, shape in _features(folder / "communes.geojson")
    }
    quartiers = [
        Unit(str(found["code"]), found["name_fr"], found["name_nl"], found["kind"])
        for found, _ in _features(folder / "quartiers.geojson")
    ]
    return Layers(sectors, communes, quartiers, folder)


def layers_of(data: Path) -> Path:
    """The map layers of a data folder: its own, or the project's."""
    own = data / "geo"
    return own if own.is_dir() else LAYERS


def _features(path: Path) -> Iterator[tuple[dict[str, Any], Mapping[str, Any]]]:
    for feature in json.loads(path.read_text("utf-8"))["features"]:
        yield feature["properties"], feature["geometry"]


def _rings(shape: Mapping[str, Any]) -> Iterator[Ring]:
    polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    for polygon in polygons:
        for ring in polygon:
            yield [(x, y) for x, y in ring]


def _points(rings: list[Ring]) -> Iterator[Point]:
    return (point for ring in rings for point in ring)
