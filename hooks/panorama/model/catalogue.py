"""All checked records of a data folder, by kind and id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import msgspec

from panorama.model.records import (
    Bassin,
    Commune,
    Device,
    Label,
    Lines,
    Organisation,
    Quartier,
    Redirect,
    Source,
    Term,
    Theme,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from panorama.reading.records import Document, Kind

Language = Literal["fr", "nl"]
LANGUAGES: tuple[Language, ...] = ("fr", "nl")
T = TypeVar("T")


@dataclass(frozen=True)
class Catalogue:
    """Every record, by id; mappings keep the order of ids."""

    devices: Mapping[str, Device]
    organisations: Mapping[str, Organisation]
    quartiers: Mapping[str, Quartier]
    terms: Mapping[str, Term]
    sources: Mapping[str, Source]
    communes: Mapping[str, Commune]
    bassins: Mapping[str, Bassin]
    themes: Mapping[str, Theme]
    lines: Lines
    ui: Mapping[str, Label]
    redirects: tuple[Redirect, ...] = ()

    @property
    def core(self) -> list[Device]:
        """The schemes that are compared, in the order that their records give."""
        core = [device for device in self.devices.values() if device.kind == "core"]
        return sorted(core, key=lambda device: device.order)


def catalogue(documents: list[Document]) -> Catalogue:
    """Typed records of documents that were checked; raises msgspec.ValidationError otherwise."""
    ui: Mapping[str, Any] = next(_values(documents, "ui"), {})
    lines: Any = next(_values(documents, "lines"), {"columns": [], "rows": [], "cells": []})
    return Catalogue(
        devices=_records(documents, "device", Device),
        organisations=_records(documents, "organisation", Organisation),
        quartiers=_records(documents, "quartier", Quartier),
        terms=_records(documents, "lexicon", Term),
        sources=_records(documents, "source", Source),
        communes=_entries(documents, "communes", Commune),
        bassins=_entries(documents, "bassins", Bassin),
        themes=_entries(documents, "themes", Theme),
        lines=msgspec.convert(lines, Lines),
        ui=msgspec.convert(ui, dict[str, Label]),
        redirects=msgspec.convert(next(_values(documents, "redirects"), ()), tuple[Redirect, ...]),
    )


def _values(documents: list[Document], kind: Kind) -> Any:
    return (document.value for document in documents if document.kind == kind)


def _records(documents: list[Document], kind: Kind, shape: type[T]) -> dict[str, T]:
    return {value["id"]: msgspec.convert(value, shape) for value in _values(documents, kind)}


def _entries(documents: list[Document], kind: Kind, shape: type[T]) -> dict[str, T]:
    entries = [entry for value in _values(documents, kind) for entry in value]
    return {entry["id"]: msgspec.convert(entry, shape) for entry in entries}
