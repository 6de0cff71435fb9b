"""Maps of the whole Region: the core schemes together, and each alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panorama.maps.frame import around
from panorama.maps.scene import Name, Scene
from panorama.maps.shapes import banded, communes, of_scheme, ring, spots, stacked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from panorama.maps.frame import Frame
    from panorama.maps.ground import Sheet
    from panorama.maps.scene import Area, Undrawn
    from panorama.maps.shapes import Survey
    from panorama.model.records import Device, Organisation

WIDTH, HEIGHT = 640, 600  # units of every map; panorama.css knows their ratio
MARGIN = 24  # units around the Region


def region_frame(survey: Survey, width: int = WIDTH, height: int = HEIGHT) -> Frame:
    """The whole Region."""
    return around(survey.layers.ground.exact.region(), width, height, MARGIN * width / WIDTH)


def region_scene(survey: Survey) -> Scene:
    """The core schemes: those for whole areas as bands along the borders, the others as areas."""
    frame = region_frame(survey)
    sheet = survey.layers.ground.sheet(frame.tolerance)
    areas: list[Area] = []
    undrawn: list[Undrawn] = []
    for device in survey.catalogue.core:
        found, missing = of_scheme(survey, device, sheet)
        areas += [_banded(survey, area, frame) for area in found]
        undrawn += missing
    t = survey.voice.t
    return Scene(
        id="region",
        title=t("map.region"),
        description=t("map.region-words"),
        ground=survey.layers.ground,
        frame=frame,
        date=newest(survey),
        areas=(*communes(survey, sheet), *stacked(areas)),
        undrawn=tuple(undrawn),
        names=names(survey, sheet),
        spots=spots(survey, hosts(survey, survey.catalogue.core)),
    )


def _banded(survey: Survey, area: Area, frame: Frame) -> Area:
    """Leave room within a wide area: the Region's band lies outside its border."""
    if area.device is None or area.kind in ("zone", "quartier"):
        return area
    short = survey.voice.say(area.device.abbreviation)
    band = ring(area.shape, frame.metres, 0, outside=area.kind == "region")
    site = band if area.kind == "region" else area.shape
    sign = (short, *area.sign[:1]) if area.kind == "bassin" else (short,)
    return banded(area, site, band, sign)


def scheme_scene(survey: Survey, device: Device) -> Scene:
    """One scheme in the Region."""
    frame = region_frame(survey)
    sheet = survey.layers.ground.sheet(frame.tolerance)
    areas, undrawn = of_scheme(survey, device, sheet)
    short = survey.voice.say(device.abbreviation)
    return Scene(
        id=f"map-{device.id}",
        title=survey.voice.t("map.scheme", name=short),
        description=survey.voice.t("map.scheme-words", name=survey.voice.say(device.names)),
        ground=survey.layers.ground,
        frame=frame,
        date=newest(survey),
        areas=tuple(areas),
        undrawn=tuple(undrawn),
        names=names(survey, sheet),
        spots=spots(survey, hosts(survey, [device])),
    )


def names(survey: Survey, sheet: Sheet, strong: Iterable[str] = ()) -> tuple[Name, ...]:
    """All communes to be written, those that the map is about more strongly."""
    shapes = sheet.units("commune")
    return tuple(
        Name(one.id, survey.voice.say(one.names), shapes[one.nis], one.id in strong)
        for one in survey.catalogue.communes.values()
    )


def newest(survey: Survey) -> str:
    """The day on which one of the records on maps was last checked, in words."""
    catalogue = survey.catalogue
    days = [one.checked.on for one in catalogue.devices.values()]
    days += [one.checked.on for one in catalogue.quartiers.values()]
    return survey.voice.date(max(days))


def hosts(survey: Survey, devices: list[Device]) -> list[Organisation]:
    """Organisations that house one of some schemes."""
    wanted = {device.id for device in devices}
    hosts = {
        host
        for quartier in survey.catalogue.quartiers.values()
        if quartier.device in wanted and isinstance(quartier.hosts, tuple)
        for host in quartier.hosts
    }
    return [one for one in survey.catalogue.organisations.values() if one.id in hosts]
