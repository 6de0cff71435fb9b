"""Small maps that show where in the Region something is; all of them share their ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panorama.maps.scene import Scene
from panorama.maps.scenes import names, newest, region_frame
from panorama.maps.shapes import communes, in_quartiers, named, spots

if TYPE_CHECKING:
    from collections.abc import Iterable

    from panorama.maps.shapes import Survey
    from panorama.model.records import Organisation, Quartier

WIDTH, HEIGHT = 300, 290  # units of a locator


def quartier_scene(survey: Survey, quartier: Quartier) -> Scene | None:
    """Where a quartier lies in the Region; none where nobody says where it is."""
    return _locator(survey, [quartier], (), named(survey, quartier))


def organisation_scene(
    survey: Survey, organisation: Organisation, quartiers: list[Quartier]
) -> Scene | None:
    """Where an organisation is and which quartiers it hosts, of what is known."""
    return _locator(survey, quartiers, [organisation], survey.voice.say(organisation.names))


def _locator(
    survey: Survey, quartiers: list[Quartier], organisations: Iterable[Organisation], name: str
) -> Scene | None:
    """The communes that are concerned, and in them what is known."""
    frame = region_frame(survey, WIDTH, HEIGHT)
    sheet = survey.layers.ground.sheet(frame.tolerance)
    areas, undrawn = in_quartiers(survey, quartiers, sheet)
    points = spots(survey, organisations)
    if not areas and not points:
        return None
    towns = {f"communes/{commune}/" for one in quartiers for commune in one.communes}
    ground = [area for area in communes(survey, sheet) if area.record in towns]
    return Scene(
        id="locator",
        title=survey.voice.t("map.locator", name=name),
        description=survey.voice.t("map.locator-words"),
        ground=survey.layers.ground,
        frame=frame,
        date=newest(survey),
        areas=(*ground, *areas),
        spots=points,
        undrawn=tuple(undrawn),
        names=tuple(one for one in names(survey, sheet) if f"communes/{one.commune}/" in towns),
        small=True,
    )
