"""The map layers, read once: sectors with their residents, and borders of communes.

GeoJSON, WGS84; every border is shared vertex for vertex (data/geo/README.md).
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from panorama.paths import LAYERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

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


@dataclass(frozen=True)
class Layers:
    """All sectors, and the outlines of the communes by NIS code."""

    sectors: list[Sector]
    communes: Mapping[str, list[Ring]]

    @functools.cached_property
    def codes(self) -> dict[str, set[str]]:
        """The codes of the units of each layer that a record can name."""
        return {
            layer: {_code(sector, layer) for sector in self.sectors}
            for layer in ("commune", "quartier", "sector")
        }

    def residents(self, geometry: Geometry) -> int:
        """Residents of an area on 1 January 2024: the sum of its sectors."""
        return sum(
            sector.residents
            for sector in self.sectors
            if _code(sector, geometry.layer) in geometry.codes
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
        )
        for found, _ in _features(folder / "sectors.geojson")
    ]
    communes = {found["nis"]: rings for found, rings in _features(folder / "communes.geojson")}
    return Layers(sectors, communes)


def layers_of(data: Path) -> Path:
    """The map layers of a data folder: its own, or the project's."""
    own = data / "geo"
    return own if own.is_dir() else LAYERS


def _features(path: Path) -> Iterator[tuple[dict[str, Any], list[Ring]]]:
    for feature in json.loads(path.read_text("utf-8"))["features"]:
        shape = feature["geometry"]
        polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        rings = [[(x, y) for x, y in ring] for polygon in polygons for ring in polygon]
        yield feature["properties"], rings


def _code(sector: Sector, layer: str) -> str:
    return {"commune": sector.nis, "quartier": sector.quartier, "sector": sector.code}[layer]


def _points(rings: list[Ring]) -> Iterator[Point]:
    return (point for ring in rings for point in ring)
