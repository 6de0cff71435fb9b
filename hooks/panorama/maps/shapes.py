"""The records on the ground: where a scheme works, as areas to be drawn."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from panorama.maps.scene import Area, Spot, Undrawn
from panorama.places.coverage import communes_of, quartiers_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shapely.geometry.base import BaseGeometry

    from panorama.maps.ground import Sheet
    from panorama.model.catalogue import Catalogue
    from panorama.model.records import Area as Reach
    from panorama.model.records import Bassin, Device, Organisation, Quartier
    from panorama.pages.voice import Voice
    from panorama.places.layers import Layers

ROUGH = ("name-match", "commune")  # precisions that are drawn as approximate
RING = 4.5  # units: width of the band of a scheme that covers the whole place
# Heights: zones, whole communes and lesser schemes, bands over them, and quartiers on top.
ON_GROUND, ON_ZONES, ON_BANDS = range(3)
SMOOTH = 1  # widths: notches of a border up to that wide do not show in the band's free edge


@dataclass(frozen=True)
class Survey:
    """Everything that maps are made from, in one language."""

    catalogue: Catalogue
    layers: Layers
    voice: Voice


def communes(survey: Survey, sheet: Sheet) -> list[Area]:
    """All communes as ground that leads to their pages."""
    return [
        Area(
            record=f"communes/{one.id}/",
            name=survey.voice.say(one.names),
            how=survey.voice.t("map.how.published"),
            shape=sheet.area("commune", [one.nis]),
            kind="commune",
            look="ground",
            communes=(one.id,),
        )
        for one in survey.catalogue.communes.values()
    ]


def reached(survey: Survey, device: Device, sheet: Sheet) -> list[Area]:
    """The wider areas of a scheme: the Region, bassins, communes."""
    areas = device.areas if isinstance(device.areas, tuple) else ()
    return [one for area in areas for one in _reach(survey, device, area, sheet)]


def _reach(survey: Survey, device: Device, area: Reach, sheet: Sheet) -> Iterator[Area]:
    short, t = survey.voice.say(device.abbreviation), survey.voice.t
    if area.level == "region":
        whole = survey.voice.say(area.name)
        record, name, how = f"devices/{device.id}/", f"{short}, {whole}", t("map.how.published")
        yield Area(record, name, how, sheet.region(), "region", device, sign=(short,))
    elif area.level == "bassin":
        for found in area.bassins:
            yield in_bassin(survey, device, survey.catalogue.bassins[found], sheet)
    else:
        for found in area.communes:
            commune = survey.catalogue.communes[found]
            name = f"{short}, {survey.voice.say(commune.names)}"
            shape = sheet.area("commune", [commune.nis])
            how = t("map.how.published")
            record = f"communes/{found}/"
            sign, where = (short,), (found,)
            yield Area(record, name, how, shape, "commune", device, sign=sign, communes=where)


def in_bassin(survey: Survey, device: Device, bassin: Bassin, sheet: Sheet) -> Area:
    """A scheme in a bassin, with the workers that it plans there."""
    short, place = survey.voice.say(device.abbreviation), survey.voice.say(bassin.names)
    planned = _planned(survey, device, bassin.id)
    return Area(
        record=f"bassins/{bassin.id}/",
        name=", ".join(filter(None, [f"{short}, {place}", planned])),
        how=survey.voice.t("map.how.reconstructed"),
        shape=sheet.area("bassin", [bassin.id]),
        kind="bassin",
        device=device,
        sign=tuple(filter(None, [place, planned])),
        communes=communes_of(survey.catalogue, bassin),
    )


def _planned(survey: Survey, device: Device, bassin: str) -> str:
    figures = [one for one in device.figures if one.id == f"planned-{bassin}"]
    if not figures:
        return ""
    last = figures[0].values[-1]
    count = survey.voice.quantity(last.value, figures[0].unit)
    return survey.voice.t("map.planned", count=count, date=survey.voice.date(last.as_of))


def in_quartiers(
    survey: Survey, quartiers: Iterable[Quartier], sheet: Sheet
) -> tuple[list[Area], list[Undrawn]]:
    """Quartiers and zones, and those whose place nobody gives."""
    drawn: list[Area] = []
    undrawn: list[Undrawn] = []
    for quartier in quartiers:
        device = survey.catalogue.devices[quartier.device]
        record, name = f"quartiers/{quartier.id}/", named(survey, quartier)
        if isinstance(quartier.geometry, str):
            how = survey.voice.t("map.how.unknown")
            undrawn.append(Undrawn(record, name, how, device))
            continue
        precision = quartier.geometry.precision
        shape = sheet.area(quartier.geometry.layer, quartier.geometry.codes)
        lowest = quartier.level == "zone" or precision == "commune" or device.kind != "core"
        twin = any(area.shape is shape for area in drawn)
        drawn.append(
            Area(
                record=record,
                name=name,
                how=survey.voice.t(f"map.how.{precision}"),
                shape=shape,
                kind=quartier.level,
                device=device,
                look="outline" if twin else "fill",
                sign=(str(quartier.number or survey.voice.say(device.abbreviation)),),
                approximate=precision in ROUGH,
                height=ON_GROUND if lowest else ON_BANDS,
                communes=quartier.communes,
            )
        )
    return drawn, undrawn


def named(survey: Survey, quartier: Quartier) -> str:
    """Scheme, number and name of a quartier."""
    voice = survey.voice
    short = voice.say(survey.catalogue.devices[quartier.device].abbreviation)
    number = f" {voice.t('quartier.number', number=quartier.number)}" if quartier.number else ""
    return f"{short}{number} {voice.say(quartier.names)}"


def of_scheme(survey: Survey, device: Device, sheet: Sheet) -> tuple[list[Area], list[Undrawn]]:
    """Everything of a scheme."""
    found, undrawn = in_quartiers(survey, quartiers_of(survey.catalogue, device.id), sheet)
    return [*reached(survey, device, sheet), *found], undrawn


def ring(shape: BaseGeometry, metres: float, place: int, *, outside: bool = False) -> BaseGeometry:
    """A band along a border, one unit being so many metres; the first place is at the border.

    Its free edge is smoothed: every notch of a border would make it a saw.
    """
    if outside:
        return _moved(shape, RING * metres, place + 1).difference(shape)
    outer = _moved(shape, -RING * metres, place) if place else shape
    return outer.difference(_moved(shape, -RING * metres, place + 1))


def _moved(shape: BaseGeometry, wide: float, times: int) -> BaseGeometry:
    far = shapely.buffer(shape, wide * (times + SMOOTH), quad_segs=3)
    return shapely.simplify(shapely.buffer(far, -wide * SMOOTH, quad_segs=3), abs(wide) / 12)


def spots(survey: Survey, organisations: Iterable[Organisation]) -> tuple[Spot, ...]:
    """Organisations whose location is known, as points."""
    from panorama.maps.ground import projected

    return tuple(
        Spot(
            record=f"organisations/{one.id}/",
            name=survey.voice.say(one.names),
            how=survey.voice.t(f"map.spot.{one.location.precision}"),
            shape=projected([shapely.Point(one.location.lon, one.location.lat)])[0],
            communes=() if isinstance(one.address, str) else (one.address.commune,),
        )
        for one in organisations
        if not isinstance(one.location, str)
    )


def banded(area: Area, shape: BaseGeometry, band: BaseGeometry, sign: tuple[str, ...]) -> Area:
    """An area drawn as a band along its border, its sign being on the ground within."""
    return dataclasses.replace(
        area, look="band", shape=band, site=shape, sign=sign, height=ON_ZONES
    )


def stacked(areas: Iterable[Area]) -> list[Area]:
    """Areas from the bottom up."""
    return sorted(areas, key=lambda area: area.height)
