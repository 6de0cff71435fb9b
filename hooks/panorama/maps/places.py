"""Maps of communes and bassins: the place, what lies around it, and who is active in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import shapely

from panorama.maps.frame import around
from panorama.maps.scene import Scene, Undrawn, ranking
from panorama.maps.scenes import HEIGHT, WIDTH, hosts, names, newest
from panorama.maps.shapes import banded, communes, in_quartiers, reached, ring, spots, stacked
from panorama.places.coverage import in_bassin, in_commune

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

    from panorama.maps.frame import Frame
    from panorama.maps.ground import Sheet
    from panorama.maps.scene import Area, Spot
    from panorama.maps.shapes import Survey
    from panorama.model.records import Bassin, Commune, Device
    from panorama.places.coverage import Coverage

CLOSE = 44  # units around a place
SLIVER = 1e-4  # of a place: what two areas that only touch share by rounding


@dataclass(frozen=True)
class Subject:
    """The place that a map is about: its id and name, and the communes that it is made of."""

    survey: Survey
    id: str
    name: str
    communes: tuple[str, ...]
    frame: Frame
    sheet: Sheet
    shape: BaseGeometry


@dataclass
class Found:
    """What works in a place, while it is gathered."""

    bands: list[Area] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    undrawn: list[Undrawn] = field(default_factory=list)


def commune_scene(survey: Survey, commune: Commune) -> Scene:
    """A commune with its neighbours and the schemes that are active there."""
    frame, sheet, shape = _ground(survey, "commune", commune.nis)
    name = survey.voice.say(commune.names)
    subject = Subject(survey, commune.id, name, (commune.id,), frame, sheet, shape)
    active = [in_commune(survey.catalogue, one, commune.id) for one in _ranked(survey)]
    return _scene(subject, survey.voice.t("map.place-words", name=name), active)


def bassin_scene(survey: Survey, bassin: Bassin) -> Scene:
    """A bassin with its communes and the schemes that are active there."""
    frame, sheet, shape = _ground(survey, "bassin", bassin.id)
    name = survey.voice.say(bassin.names)
    subject = Subject(survey, bassin.id, name, bassin.communes, frame, sheet, shape)
    active = [in_bassin(survey.catalogue, one, bassin.id) for one in _ranked(survey)]
    return _scene(subject, survey.voice.t("map.bassin-words", name=name), active)


def _ground(survey: Survey, layer: str, code: str) -> tuple[Frame, Sheet, BaseGeometry]:
    ground = survey.layers.ground
    frame = around(ground.exact.area(layer, [code]), WIDTH, HEIGHT, CLOSE)
    sheet = ground.sheet(frame.tolerance)
    return frame, sheet, sheet.area(layer, [code])


def _scene(subject: Subject, words: str, coverage: Iterable[Coverage]) -> Scene:
    survey = subject.survey
    found = _gathered(subject, coverage)
    window = shapely.box(*subject.frame.bounds)
    around_it = [
        one for one in communes(survey, subject.sheet) if shapely.intersects(one.shape, window)
    ]
    return Scene(
        id=f"map-{subject.id}",
        title=survey.voice.t("map.place", name=subject.name),
        description=words,
        ground=survey.layers.ground,
        frame=subject.frame,
        date=newest(survey),
        areas=(*around_it, *stacked([*found.bands, *found.areas])),
        undrawn=tuple(found.undrawn),
        names=names(survey, subject.sheet, subject.communes),
        spots=_within(spots(survey, hosts(survey, _ranked(survey))), subject.shape),
        main=subject.shape,
    )


def _gathered(subject: Subject, coverage: Iterable[Coverage]) -> Found:
    """Schemes that are active in a place; the first one's band is the innermost."""
    found = Found()
    for one in reversed([one for one in coverage if one.status == "active"]):
        _wide(subject, one.device, found)
        drawn, missing = in_quartiers(subject.survey, one.quartiers, subject.sheet)
        found.areas += drawn
        found.undrawn += missing
    return found


def _wide(subject: Subject, device: Device, found: Found) -> None:
    """Bands of a scheme that covers the place; those of other schemes would look all the same."""
    voice = subject.survey.voice
    place = len({area.scheme for area in found.bands})
    for area in reached(subject.survey, device, subject.sheet):
        shared = area.shape.intersection(subject.shape)
        if shared.area < subject.shape.area * SLIVER:
            continue
        if device.kind == "core":
            band = ring(shared, subject.frame.metres, place)
            sign = (voice.say(device.abbreviation),)
            found.bands.append(banded(area, shared, band, sign))
        else:
            how = voice.t("map.how.everywhere")
            found.undrawn.append(Undrawn(area.record, area.name, how, device))


def _within(points: tuple[Spot, ...], place: BaseGeometry) -> tuple[Spot, ...]:
    return tuple(spot for spot in points if place.contains(spot.shape))


def _ranked(survey: Survey) -> list[Device]:
    return sorted(survey.catalogue.devices.values(), key=ranking)
