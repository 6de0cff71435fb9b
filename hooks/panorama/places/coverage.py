"""Who works where: for each scheme and commune, active, not active or not known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from panorama.model.catalogue import Catalogue
    from panorama.model.records import Area, Bassin, Device, Quartier

Status = Literal["active", "not-active", "unknown"]
CAPITAL = "bruxelles"  # the one commune that lies in several bassins


@dataclass(frozen=True)
class Coverage:
    """What is known of one scheme in one place: through which areas and quartiers it is there."""

    device: Device
    status: Status
    areas: tuple[Area, ...] = ()
    quartiers: tuple[Quartier, ...] = ()


def in_commune(catalogue: Catalogue, device: Device, commune: str) -> Coverage:
    """A scheme in a commune; an area includes everything below it."""
    bassins = {bassin.id for bassin in bassins_of(catalogue, commune)}
    areas = tuple(area for area in _areas(device) if _reaches(area, commune, bassins))
    quartiers = tuple(q for q in quartiers_of(catalogue, device.id) if commune in q.communes)
    return Coverage(device, _status(device, areas, quartiers), areas, quartiers)


def in_bassin(catalogue: Catalogue, device: Device, bassin: str) -> Coverage:
    """A scheme in a bassin."""
    within = {
        commune
        for commune in catalogue.communes
        if bassin in {one.id for one in bassins_of(catalogue, commune)}
    }
    areas = tuple(area for area in _areas(device) if _meets(area, bassin, within))
    quartiers = tuple(q for q in quartiers_of(catalogue, device.id) if bassin in q.bassins)
    return Coverage(device, _status(device, areas, quartiers), areas, quartiers)


def bassins_of(catalogue: Catalogue, commune: str) -> list[Bassin]:
    """The bassins that a commune lies in: one, or several for Bruxelles-Ville."""
    return [
        bassin
        for bassin in catalogue.bassins.values()
        if commune in bassin.communes
        or (commune == CAPITAL and bassin.part_of_bruxelles != "not-applicable")
    ]


def communes_of(catalogue: Catalogue, bassin: Bassin) -> tuple[str, ...]:
    """The communes that lie in a bassin, wholly or in part."""
    return tuple(one for one in catalogue.communes if bassin in bassins_of(catalogue, one))


def _areas(device: Device) -> tuple[Area, ...]:
    return device.areas if isinstance(device.areas, tuple) else ()


def quartiers_of(catalogue: Catalogue, device: str) -> list[Quartier]:
    """The quartiers where a scheme works, by their numbers."""
    found = (q for q in catalogue.quartiers.values() if q.device == device)
    return sorted(found, key=lambda quartier: (quartier.number or 0, quartier.id))


def hosts_of(catalogue: Catalogue, device: str) -> set[str]:
    """The organisations that house a scheme; an antenna counts as one with its organisation."""
    return {
        _whole(catalogue, host)
        for quartier in quartiers_of(catalogue, device)
        if isinstance(quartier.hosts, tuple)
        for host in quartier.hosts
    }


def _whole(catalogue: Catalogue, organisation: str) -> str:
    found = catalogue.organisations.get(organisation)
    return (found.antenna_of if found else "") or organisation


def _reaches(area: Area, commune: str, bassins: set[str]) -> bool:
    if area.level == "bassin":
        return bool(bassins & set(area.bassins))
    return area.level == "region" or commune in area.communes


def _meets(area: Area, bassin: str, within: set[str]) -> bool:
    if area.level == "bassin":
        return bassin in area.bassins
    return area.level == "region" or bool(within & set(area.communes))


def _status(device: Device, areas: tuple[Area, ...], quartiers: tuple[Quartier, ...]) -> Status:
    if areas or quartiers:
        return "active"
    return "unknown" if device.areas == "unknown" else device.elsewhere.status
