"""What records say about each other, seen from the other side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from panorama.model.records import Citation, everything

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panorama.model.catalogue import Catalogue
    from panorama.model.records import Device, Quartier, Record

PARTS = ("coordinated_by", "funded_by", "employed_by")


@dataclass(frozen=True)
class Part:
    """One part that an organisation has in a scheme: the field that says so, and until when."""

    device: Device
    part: str
    until: Any = None


def parts_of(catalogue: Catalogue, organisation: str) -> list[Part]:
    """What an organisation pays, coordinates, employs; schemes in their order."""
    return [
        Part(device, part, involved.until)
        for device in catalogue.devices.values()
        for part in PARTS
        for involved in _listed(getattr(device, part))
        if involved.organisation == organisation
    ]


def _listed(value: Any) -> tuple[Any, ...]:
    """The entries of a field that may hold a word for what is not known instead."""
    return value if isinstance(value, tuple) else ()


def cited_by(catalogue: Catalogue) -> dict[str, list[tuple[str, Record]]]:
    """For each source, the kind and record of everything that cites it."""
    kinds: tuple[tuple[str, Any], ...] = (
        ("device", catalogue.devices),
        ("organisation", catalogue.organisations),
        ("quartier", catalogue.quartiers),
        ("term", catalogue.terms),
    )
    found: dict[str, list[tuple[str, Record]]] = {name: [] for name in catalogue.sources}
    for kind, records in kinds:
        for record in records.values():
            for name in dict.fromkeys(citation.id for citation in citations(record)):
                found[name].append((kind, record))
    return found


def citations(record: Record) -> Iterator[Citation]:
    """Every citation inside a record."""
    return (value for value in everything(record) if isinstance(value, Citation))


def hosted_by(catalogue: Catalogue, organisation: str) -> list[Quartier]:
    """The quartiers where an organisation houses a scheme."""
    return [q for q in catalogue.quartiers.values() if organisation in _listed(q.hosts)]
