"""Rules on where records say that things are, by the layers of the map.

Every unit of a layer is a sum of sectors, so two areas meet exactly when they share a sector.
Sharing one is enough: quartiers of the Monitoring cross the borders of communes and bassins (16 of
145 do), so a unit that was matched by name may stick out of the place that its record names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from panorama.checking.records import ANY, at, matches
from panorama.checking.schema import suggestion
from panorama.places.inside import communes_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panorama.checking.records import Records
    from panorama.findings import Finding
    from panorama.reading.records import Document
    from panorama.reading.yaml_values import KeyPath

# Metres that a point may lie outside its commune, by how exactly it is known. Borders were
# simplified to 5 m and run along the middle of streets.
TOLERANCES = {"building": 25, "name-match": 25, "street": 100, "quartier": 500}
FIELDS = (("communes", "commune"), ("bassins", "bassin"))


def map_units_exist(records: Records) -> Iterator[Finding]:
    """A code that is on no map would silently stand for nowhere."""
    for document, path, layer, code in _units(records):
        if code not in records.layers.codes[layer]:
            near = suggestion(code, records.layers.codes[layer])
            yield at(document, path, "unknown-code", {"code": code, "layer": layer, **near})


def units_lie_in_their_place(records: Records) -> Iterator[Finding]:
    """Each unit of an area shares a sector with its communes, and one with its bassins."""
    for document, path, layer, code in _units(records):
        for field, place in FIELDS:
            named = _codes(records, field, document.value[field])
            found = _met(records, layer, [code], place)
            if found and named and not found & named:
                names = _ids(records, field, found)
                inside = _inside(records, layer, place, named)
                details = {"code": code, "kind": field, "where": ", ".join(names)}
                yield at(document, path, "unit-elsewhere", {**details, **suggestion(code, inside)})


def places_are_met(records: Records) -> Iterator[Finding]:
    """Each commune and bassin that an area names has a part of it."""
    for document in records.of("quartier"):
        geometry = document.value["geometry"]
        for field, place in FIELDS:
            for path, name in matches(document.value, (field, ANY)):
                met = _met_by(records, geometry, place)
                named = _codes(records, field, [name])
                if met and named and not met & named:
                    where = _ids(
                        records, field, met - _codes(records, field, document.value[field])
                    )
                    details = {
                        "id": name,
                        "kind": field,
                        "where": ", ".join(_ids(records, field, met)),
                    }
                    proposed = {"suggestion": where[0]} if len(where) == 1 else {}
                    yield at(document, path, "place-not-met", {**details, **proposed})


def points_lie_in_their_commune(records: Records) -> Iterator[Finding]:
    """A location lies in the Region, and in the commune of the address where one is known."""
    for document in records.of("organisation"):
        location = document.value["location"]
        if isinstance(location, str):
            continue
        point, tolerance = (location["lon"], location["lat"]), TOLERANCES[location["precision"]]
        found = set(communes_at(records.layers, point, tolerance))
        commune = _commune(document)
        if commune == "outside-region":
            continue
        if not found:
            yield at(document, ("location",), "point-outside-region")
        elif not found & (_codes(records, "communes", [commune]) or found):
            names = _ids(records, "communes", found)
            details = {"id": commune, "where": ", ".join(names)}
            proposed = {"suggestion": names[0]} if len(names) == 1 else {}
            yield at(document, ("location",), "point-elsewhere", {**details, **proposed})


def _commune(document: Document) -> str:
    address = document.value["address"]
    return "unknown" if isinstance(address, str) else str(address["commune"])


def _units(records: Records) -> Iterator[tuple[Document, KeyPath, str, str]]:
    """Every code of a map unit, with its place in its record and its layer."""
    for document in records.of("quartier"):
        for _, layer in matches(document.value, ("geometry", "layer")):
            for path, code in matches(document.value, ("geometry", "codes", ANY)):
                yield document, path, layer, code


def _met_by(records: Records, geometry: Any, place: str) -> set[str]:
    if isinstance(geometry, str):
        return set()
    return _met(records, geometry["layer"], geometry["codes"], place)


def _met(records: Records, layer: str, codes: list[str], place: str) -> set[str]:
    """Codes of the communes or bassins with which some units share a sector."""
    pairs = zip(records.layers.column(layer), records.layers.column(place), strict=True)
    return {met for code, met in pairs if code in codes}


def _inside(records: Records, layer: str, place: str, named: set[str]) -> list[str]:
    """Codes of the units of a layer that share a sector with some communes or bassins."""
    pairs = zip(records.layers.column(layer), records.layers.column(place), strict=True)
    return sorted({code for code, met in pairs if met in named})


def _codes(records: Records, field: str, ids: list[str]) -> set[str]:
    """What communes or bassins are called on the map; those that are not on it are left out."""
    if field == "bassins":
        return set(ids) & set(records.ids.get("bassins", ())) & records.layers.codes_of("bassin")
    return {nis for name, nis in records.nis.items() if name in ids}


def _ids(records: Records, field: str, codes: set[str]) -> list[str]:
    """What records call communes or bassins of the map."""
    if field == "bassins":
        return sorted(codes)
    return sorted({name for name, nis in records.nis.items() if nis in codes} or codes)


PLACE_RULES = (
    map_units_exist,
    units_lie_in_their_place,
    places_are_met,
    points_lie_in_their_commune,
)
