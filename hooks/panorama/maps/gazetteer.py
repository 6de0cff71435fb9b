"""What can be looked for on the map: every place by all its names, with where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shapely

from panorama.maps.scenes import region_frame

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shapely.geometry.base import BaseGeometry

    from panorama.maps.frame import Frame
    from panorama.maps.shapes import Survey
    from panorama.model.records import Label, Quartier

DECIMALS = 1  # of a unit of the picture


def gazetteer(survey: Survey) -> Iterator[dict[str, Any]]:
    """Communes, bassins, the schemes' quartiers and zones, then those of the Monitoring.

    `at` is a point inside, in units of the map of the Region; `record` is the page, which the last
    ones do not have.
    """
    frame = region_frame(survey)
    sheet = survey.layers.ground.exact
    catalogue, t = survey.catalogue, survey.voice.t
    for commune in catalogue.communes.values():
        shape = sheet.area("commune", [commune.nis])
        words = [*_both(commune.names), *commune.postcodes]
        name = survey.voice.say(commune.names)
        yield _entry(
            t("level.commune"), name, words, shape, frame, record=f"communes/{commune.id}/"
        )
    for bassin in catalogue.bassins.values():
        shape = sheet.area("bassin", [bassin.id])
        name = survey.voice.say(bassin.names)
        record = f"bassins/{bassin.id}/"
        yield _entry(t("level.bassin"), name, _both(bassin.names), shape, frame, record=record)
    yield from _quartiers(survey, frame)
    for unit in survey.layers.quartiers:
        shape = sheet.area("quartier", [unit.code])
        name = getattr(unit, survey.voice.language)
        yield _entry(t("level.quartier"), name, [unit.fr, unit.nl], shape, frame)


def _quartiers(survey: Survey, frame: Frame) -> Iterator[dict[str, Any]]:
    """Quartiers and zones of the core schemes, which the map draws."""
    sheet = survey.layers.ground.exact
    core = {device.id for device in survey.catalogue.core}
    for one in survey.catalogue.quartiers.values():
        if one.device in core and not isinstance(one.geometry, str):
            shape = sheet.area(one.geometry.layer, one.geometry.codes)
            scheme = _scheme(survey, one)
            name, words = f"{survey.voice.say(one.names)} ({scheme})", [*_both(one.names), scheme]
            what = survey.voice.t(f"level.{one.level}")
            yield _entry(what, name, words, shape, frame, record=f"quartiers/{one.id}/")


def _scheme(survey: Survey, quartier: Quartier) -> str:
    short = survey.voice.say(survey.catalogue.devices[quartier.device].abbreviation)
    if not quartier.number:
        return short
    return f"{short} {survey.voice.t('quartier.number', number=quartier.number)}"


def _both(names: Label) -> list[str]:
    return [names.fr, names.nl]


def _entry(  # noqa: PLR0913 (the fields of an entry)
    what: str,
    name: str,
    words: Iterable[str],
    shape: BaseGeometry,
    frame: Frame,
    *,
    record: str = "",
) -> dict[str, Any]:
    inside = frame.in_units(shapely.point_on_surface(shape))
    at = [round(float(value), DECIMALS) for value in shapely.get_coordinates(inside)[0]]
    found = {"what": what, "name": name, "words": " ".join(dict.fromkeys(words)), "at": at}
    return {**found, "record": record} if record else found
