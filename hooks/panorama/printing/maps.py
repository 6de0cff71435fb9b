"""The maps of the site on paper: the same scenes, larger letters, the legend in the document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from panorama.maps.brush import Brush
from panorama.maps.draw import draw
from panorama.maps.frame import around
from panorama.maps.scenes import MARGIN
from panorama.maps.theme import SHEET
from panorama.pages.entry import localised
from panorama.printing.content import Content, Picture

if TYPE_CHECKING:
    from panorama.maps.scene import Scene
    from panorama.maps.theme import Theme
    from panorama.printing.pen import Pen


class Map(Content, frozen=True):
    """A map, what its lines and dots mean, and whose data it shows."""

    picture: Picture
    legend: tuple[str, ...]
    sources: str


def printed_map(pen: Pen, scene: Scene, alt: str, theme: Theme = SHEET) -> Map:
    """A scene as a picture; links lead to the pages of the site."""

    def link(record: str) -> str:
        return pen.settings.absolute(localised(record, pen.voice.language))

    drawn = draw(Brush(scene, pen.voice, link, theme), alone=True)
    said = [pen.t("map.key-approximate")] if any(one.approximate for one in scene.areas) else []
    said += [pen.t("print.key-spot")] if scene.spots else []
    sources = f"{pen.t('map.credit-short')}. {pen.t('map.date', date=scene.date)}"
    return Map(Picture(str(drawn), alt), tuple(said), sources)


def closer(scene: Scene) -> Scene:
    """The same map of only that ground where a scheme works, if that is known."""
    areas = [area.shape for area in scene.areas if area.device]
    if not areas:
        return scene
    frame, ground = scene.frame, shapely.union_all(areas)
    return replace(scene, frame=around(ground, frame.width, frame.height, MARGIN))


def in_words(pen: Pen, scene: Scene) -> str:
    """Everything that a map shows of schemes, for those who do not see it."""
    said = [scene.title]
    for group in scene.groups:
        if group.device:
            names = ", ".join(area.name for area in group.areas)
            scheme = pen.voice.say(group.device.abbreviation)
            said.append(pen.voice.t("print.pair", name=f"{scheme} ({group.how})", value=names))
    return ". ".join(said)
