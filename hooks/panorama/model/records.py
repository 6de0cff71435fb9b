"""One class a shape of data/schemas/, field for field; the schemas say what each field means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

Missing = Literal["unknown", "not-applicable"]
MISSING: tuple[Missing, ...] = ("unknown", "not-applicable")
Period = int | str
NameStatus = Literal["official", "attested", "proposed"]


def is_known(value: object) -> bool:
    """Whether a field says something else than that it is not known or does not apply."""
    return value not in MISSING


class Record(Struct, frozen=True, forbid_unknown_fields=True):
    """What all shapes have in common: no change after checking, no field without a meaning."""


def everything(value: object) -> Iterator[object]:
    """Every value inside a record, the record itself first."""
    yield value
    if isinstance(value, Record):
        for name in value.__struct_fields__:
            yield from everything(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from everything(item)


class Label(Record, frozen=True):
    fr: str
    nl: str


class Labels(Record, frozen=True):
    fr: tuple[str, ...]
    nl: tuple[str, ...]


class Item(Record, frozen=True):
    fr: str
    nl: str
    missing: bool = False


class Citation(Record, frozen=True):
    id: str
    section: str = ""


Citations = tuple[Citation, ...]


class CheckedOn(Record, frozen=True):
    on: str
    how: Literal["document", "website", "call", "visit"]
    every: int = 6


class Statement(Record, frozen=True):
    items: tuple[Item, ...]
    as_of: Period
    sources: Citations


class Range(Record, frozen=True):
    min: float
    max: float


class FigureValue(Record, frozen=True):
    value: float | Range
    as_of: Period
    source: Citation
    note: Label | None = None


class Figure(Record, frozen=True):
    id: str
    label: Label
    unit: str
    values: tuple[FigureValue, ...]
    disagreement: Label | None = None
    bassin: str = ""


class Dated(Record, frozen=True):
    value: Period
    as_of: Period
    source: Citation
    note: Label | None = None


class Involved(Record, frozen=True):
    organisation: str
    sources: Citations
    until: Period | None = None
    note: Label | None = None


class Websites(Record, frozen=True):
    fr: str
    nl: str


class Contacts(Record, frozen=True):
    website: Websites | str
    phone: str
    email: str
    sources: Citations
    as_of: Period | None = None
    note: Label | None = None


class Comparison(Record, frozen=True):
    presentation: Statement | Missing
    objectives: Statement | Missing
    by_whom: Statement | Missing
    for_whom: Statement | Missing
    where: Statement | Missing
    how: Statement | Missing
    does_not: Statement | Missing
    how_to_reach: Statement | Missing
    conditions: Statement | Missing


class LineOfCare(Record, frozen=True):
    scale: Literal["line", "level"]
    rank: str
    activity: Label
    source: Citation


class Area(Record, frozen=True):
    level: Literal["region", "bassin", "commune"]
    name: Label
    source: Citation
    communes: tuple[str, ...] = ()
    bassins: tuple[str, ...] = ()
    note: Label | None = None


class Challenge(Record, frozen=True):
    title: Label
    text: Label
    sources: Citations


class Relation(Record, frozen=True):
    kind: Literal["differs_from", "works_with", "sends_to"]
    text: Label
    sources: Citations
    device: str = ""
    organisation: str = ""


class Device(Record, frozen=True):
    id: str
    kind: Literal["core", "other"]
    order: int
    names: Label
    abbreviation: Label
    name_status: NameStatus
    summary: Label
    since: tuple[Dated, ...] | Missing
    funded_until: tuple[Dated, ...] | Missing
    coordinated_by: tuple[Involved, ...] | Missing
    funded_by: tuple[Involved, ...] | Missing
    employed_by: tuple[Involved, ...] | Missing
    contacts: Contacts
    comparison: Comparison
    lines_of_care: tuple[LineOfCare, ...] | Missing
    areas: tuple[Area, ...] | Missing
    elsewhere: Elsewhere
    figures: tuple[Figure, ...]
    challenges: tuple[Challenge, ...]
    relations: tuple[Relation, ...]
    terms: tuple[str, ...]
    colour: str
    pattern: str
    sources: Citations
    checked: CheckedOn
    former_names: Labels | None = None


class Elsewhere(Record, frozen=True):
    status: Literal["not-active", "unknown"]
    source: Citation
    note: Label | None = None


class Geometry(Record, frozen=True):
    layer: Literal["commune", "quartier", "sector"]
    codes: tuple[str, ...]
    precision: Literal["published", "name-match", "commune"]
    source: Citation
    note: Label | None = None


class Quartier(Record, frozen=True):
    id: str
    names: Label
    name_status: NameStatus
    device: str
    level: Literal["quartier", "zone"]
    communes: tuple[str, ...]
    bassins: tuple[str, ...]
    hosts: tuple[str, ...] | Missing
    geometry: Geometry | Missing
    sources: Citations
    checked: CheckedOn
    number: int | None = None
    shares_with: str = ""
    note: Label | None = None


class Address(Record, frozen=True):
    street: Label
    postcode: str
    commune: str
    sources: Citations
    as_of: Period | None = None
    note: Label | None = None


class Location(Record, frozen=True):
    lon: float
    lat: float
    precision: str
    source: Citation


class Organisation(Record, frozen=True):
    id: str
    names: Label
    name_status: NameStatus
    roles: tuple[str, ...]
    type: str
    languages: tuple[str, ...] | Missing
    summary: Label
    for_whom: Label | Missing
    contacts: Contacts
    address: Address | Missing
    location: Location | Missing
    sources: Citations
    checked: CheckedOn
    abbreviations: Labels | None = None
    other_names: Labels | None = None
    conditions: Label | Missing | None = None
    hours: Label | Missing | None = None
    part_of: str = ""
    antenna_of: str = ""
    note: Label | None = None


class Term(Record, frozen=True):
    id: str
    terms: Label
    dutch_status: NameStatus
    short: Label
    explanation: Label
    sources: Citations
    checked: CheckedOn
    abbreviations: Labels | None = None
    synonyms: Labels | None = None
    dutch_source: str = ""
    false_friends: Label | None = None
    see_also: tuple[str, ...] = ()
    organisation: str = ""


class Source(Record, frozen=True, rename={"published_in": "in"}):
    id: str
    title: str
    authors: tuple[str, ...]
    year: int | Missing
    publisher: str
    language: tuple[str, ...]
    url: Websites | str
    subject: str
    used_for: Label
    checked: CheckedOn
    short_title: str = ""
    month: int | None = None
    published_in: str = ""
    seen: Period | None = None
    note: Label | None = None


class Rank(Record, frozen=True):
    scale: Literal["line", "level"]
    rank: str


class Column(Record, frozen=True):
    id: str
    names: Label
    group: Label


class Row(Record, frozen=True):
    id: str
    names: Label
    ranks: tuple[Rank, ...]


class Cell(Record, frozen=True):
    row: str
    column: str
    name: Label
    text: Label
    source: Citation


class Lines(Record, frozen=True):
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    cells: tuple[Cell, ...]


class Theme(Record, frozen=True):
    id: str
    month: str
    names: Label
    text: Label
    sources: Citations
    campaign: Label | None = None


class Commune(Record, frozen=True):
    id: str
    nis: str
    postcodes: tuple[str, ...]
    names: Label
    source: Citation | None = None


class Redirect(Record, frozen=True, rename={"old": "from", "new": "to"}):
    old: str
    new: str
    on: str


class Bassin(Record, frozen=True):
    id: str
    names: Label
    name_status: NameStatus
    communes: tuple[str, ...]
    part_of_bruxelles: Label | Missing
    population: Figure
