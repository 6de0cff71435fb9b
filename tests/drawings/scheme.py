"""A scheme about which nothing is known but what a test says."""

from __future__ import annotations

from typing import Any

from msgspec import structs

from panorama.model.records import (
    CheckedOn,
    Citation,
    Comparison,
    Contacts,
    Device,
    Elsewhere,
    Label,
)

_NAME = Label("scheme", "scheme")
_SOURCES = (Citation("panorama-1"),)
_NINE_UNKNOWNS: Any = ["unknown"] * 9
_UNKNOWN = Device(
    id="scheme",
    kind="other",
    order=1,
    names=_NAME,
    abbreviation=_NAME,
    name_status="official",
    summary=_NAME,
    since="unknown",
    funded_until="unknown",
    coordinated_by="unknown",
    funded_by="unknown",
    employed_by="unknown",
    contacts=Contacts("unknown", "unknown", "unknown", _SOURCES),
    comparison=Comparison(*_NINE_UNKNOWNS),
    lines_of_care="unknown",
    areas="unknown",
    elsewhere=Elsewhere("unknown", _SOURCES[0]),
    figures=(),
    challenges=(),
    relations=(),
    terms=(),
    colour="#000000",
    pattern="plain",
    sources=_SOURCES,
    checked=CheckedOn("2026-11-22", "document"),
)


def scheme(**fields: Any) -> Device:
    """The unknown scheme with some fields known."""
    return structs.replace(_UNKNOWN, **fields)
