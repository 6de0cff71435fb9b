"""Residents per square kilometre by quartier of the Monitoring, as classes of a choropleth."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import shapely

from panorama.maps.scene import Scene, Shade
from panorama.maps.scenes import names, newest, region_frame
from panorama.maps.shapes import communes

if TYPE_CHECKING:
    from panorama.maps.ground import Sheet
    from panorama.maps.shapes import Survey
    from panorama.places.layers import Unit

LIMITS = (0, 2_500, 7_500, 12_500, 20_000, 100_000)  # residents per square kilometre
KILOMETRE = 1_000_000  # square metres


@dataclass(frozen=True)
class Peopled:
    """A quartier with its residents, computed from its sectors, and its area in square km."""

    unit: Unit
    residents: int
    area: float

    @property
    def density(self) -> float:
        """Residents per square kilometre."""
        return self.residents / self.area


def peopled(survey: Survey) -> list[Peopled]:
    """All quartiers by code; areas are those of the layer in full."""
    sheet = survey.layers.ground.exact
    return [
        Peopled(
            unit,
            survey.layers.residents_in("quartier", [unit.code]),
            float(shapely.area(sheet.area("quartier", [unit.code]))) / KILOMETRE,
        )
        for unit in survey.layers.quartiers
    ]


def population_scene(survey: Survey) -> Scene:
    """Where people live: quartiers where some do, by class; communes are links."""
    frame = region_frame(survey)
    sheet = survey.layers.ground.sheet(frame.tolerance)
    return Scene(
        id="population",
        title=survey.voice.t("map.population"),
        description=survey.voice.t("map.population-words"),
        ground=survey.layers.ground,
        frame=frame,
        date=newest(survey),
        areas=tuple(communes(survey, sheet)),
        names=names(survey, sheet),
        shades=tuple(_shades(survey, sheet)),
    )


def _shades(survey: Survey, sheet: Sheet) -> list[Shade]:
    homes = [one for one in peopled(survey) if one.unit.kind == "residential"]
    shades = []
    for rank, (low, high) in enumerate(pairwise(LIMITS)):
        codes = [one.unit.code for one in homes if low <= one.density < high]
        if codes:
            words = limits(survey, low, high)
            shades.append(Shade(words, rank, sheet.area("quartier", codes)))
    return shades


def limits(survey: Survey, low: int, high: int) -> str:
    """A class in words."""
    number = survey.voice.number
    if high == LIMITS[-1]:
        return survey.voice.t("map.class-from", low=number(low))
    return survey.voice.t("map.class", low=number(low), high=number(high))
