"""Figures and dates of the records by the keys that texts name them with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from panorama.model.catalogue import Catalogue
    from panorama.model.records import Dated, Figure, FigureValue, Label

DATES = ("since", "funded_until")


@dataclass(frozen=True)
class Found:
    """A value with the page that shows it, and what it is of; a date has no figure."""

    value: FigureValue | Dated
    page: str
    owner: Label
    field: str
    figure: Figure | None = None


def find(catalogue: Catalogue, key: str) -> Found:
    """The value that `raq/workers` or `raq/workers@2025` names; without a date the last one.

    Raises KeyError for what no record has: texts are checked before they are shown.
    """
    name, _, as_of = key.partition("@")
    owner, _, field = name.partition("/")
    page, called, figure, values = _values(catalogue, owner, field)
    for value in reversed(values):
        if not as_of or str(value.as_of) == as_of:
            return Found(value, page, called, field, figure)
    raise KeyError(key)


def _values(
    catalogue: Catalogue, owner: str, field: str
) -> tuple[str, Label, Figure | None, tuple[FigureValue | Dated, ...]]:
    if owner in catalogue.bassins:
        bassin = catalogue.bassins[owner]
        return f"bassins/{owner}/", bassin.names, bassin.population, bassin.population.values
    device = catalogue.devices[owner]
    if field in DATES:
        dates = getattr(device, field)
        known = () if isinstance(dates, str) else dates
        return f"devices/{owner}/#key", device.abbreviation, None, known
    figure = {figure.id: figure for figure in device.figures}[field]
    return f"devices/{owner}/#figure-{field}", device.abbreviation, figure, figure.values
