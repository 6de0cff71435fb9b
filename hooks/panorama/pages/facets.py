"""What the organisations can be filtered by, with how many there are of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from panorama.model.records import Address
from panorama.pages.relations import hosted_by, parts_of

if TYPE_CHECKING:
    from panorama.model.catalogue import Catalogue
    from panorama.model.records import Organisation

NAMES = ("type", "role", "device", "commune", "language")


@dataclass(frozen=True)
class Facets:
    """Values of each organisation by facet, and the count of each value."""

    values: dict[str, dict[str, list[str]]]
    counts: dict[str, list[tuple[str, int]]]


def facets(catalogue: Catalogue) -> Facets:
    """Facets of every organisation; what is not known is a value of its own."""
    values = {name: _values(record, catalogue) for name, record in catalogue.organisations.items()}
    counts = {
        facet: sorted(Counter(one for found in values.values() for one in found[facet]).items())
        for facet in NAMES
    }
    return Facets(values, counts)


def _values(record: Organisation, catalogue: Catalogue) -> dict[str, list[str]]:
    quartiers = hosted_by(catalogue, record.id)
    devices = [part.device.id for part in parts_of(catalogue, record.id)]
    communes = [commune for quartier in quartiers for commune in quartier.communes]
    if isinstance(record.address, Address) and record.address.commune in catalogue.communes:
        communes.append(record.address.commune)
    languages = ["unknown"] if isinstance(record.languages, str) else list(record.languages)
    return {
        "type": [record.type],
        "role": list(record.roles),
        "device": sorted({*devices, *(quartier.device for quartier in quartiers)}),
        "commune": sorted(set(communes)) or ["unknown"],
        "language": languages,
    }
