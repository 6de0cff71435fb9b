"""The poster: the four schemes side by side, what they share, where they are, whom to call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from panorama.model.records import Label, is_known
from panorama.places.coverage import in_commune
from panorama.printing.comparison import rows
from panorama.printing.content import Call, Cell, Chip, Content, Foot, Origin, Row, Words
from panorama.printing.maps import Map, in_words, printed_map

if TYPE_CHECKING:
    from panorama.maps.scene import Scene
    from panorama.model.catalogue import Language
    from panorama.model.records import Device, Organisation
    from panorama.printing.pen import Pen

Paper = Literal["a3", "a4"]


MOST = 2  # statements of a cell: on a wall less is read more; the web has them all


class Extent(Content, frozen=True):
    """In how many communes a scheme is active."""

    chip: Chip
    words: str


class SchemeCall(Content, frozen=True):
    """Who answers for a scheme: its own address, and those who coordinate it."""

    chip: Chip
    reach: tuple[Words, ...]
    calls: tuple[Call, ...]


class Poster(Content, frozen=True):
    """One language of the poster."""

    language: Language
    title: str
    site: str
    lead: str
    caption: str
    chips: tuple[Chip, ...]
    rows: tuple[Row, ...]
    shared_title: str
    shared: Cell
    map_title: str
    map: Map
    extents: tuple[Extent, ...]
    calls_title: str
    schemes: tuple[SchemeCall, ...]
    helplines_title: str
    helplines: tuple[Call, ...]
    foot: Foot


def poster(pen: Pen, scene: Scene, shared: Cell) -> Poster:
    """The poster in the pen's language.

    `scene` is the map of the Region, `shared` what the schemes have in common.
    """
    core = pen.catalogue.core
    return Poster(
        language=pen.voice.language,
        title=pen.t("compare.title"),
        site=pen.t("site.name"),
        lead=pen.t("home.lead"),
        caption=pen.t("compare.caption"),
        chips=tuple(pen.chip(device) for device in core),
        rows=rows(pen, core, MOST),
        shared_title=pen.t("print.shared"),
        shared=shared,
        map_title=pen.t("row.where"),
        map=printed_map(pen, scene, in_words(pen, scene)),
        extents=tuple(extent(pen, device) for device in core),
        calls_title=pen.t("print.calls"),
        schemes=tuple(scheme_call(pen, device) for device in core),
        helplines_title=pen.t("print.helplines"),
        helplines=helplines(pen),
        foot=pen.foot(
            "compare/", pen.t("print.cut", count=MOST), *checked(pen, core), pen.t("lines.caution")
        ),
    )


def checked(pen: Pen, devices: list[Device]) -> tuple[str, ...]:
    """When the records were last checked, once where all were checked alike."""
    said = {pen.checked(device): pen.say(device.abbreviation) for device in devices}
    if len(said) == 1:
        return tuple(said)
    return tuple(f"{pen.say(one.abbreviation)} : {pen.checked(one)}" for one in devices)


def extent(pen: Pen, device: Device) -> Extent:
    """In how many communes a scheme is active, and of how many nobody says."""
    states = [in_commune(pen.catalogue, device, name).status for name in pen.catalogue.communes]
    said = pen.t("print.active", count=states.count("active"), total=len(states))
    if unknown := states.count("unknown"):
        said = f"{said} {pen.t('print.unknown-in', count=unknown)}"
    return Extent(pen.chip(device), said)


def scheme_call(pen: Pen, device: Device) -> SchemeCall:
    """A scheme's own contacts and its coordinators' general ones."""
    involved = device.coordinated_by if isinstance(device.coordinated_by, tuple) else ()
    names = [one.organisation for one in involved if not one.until]
    known = [pen.organisation(name) for name in names]
    return SchemeCall(
        pen.chip(device),
        pen.reach(device.contacts),
        tuple(call(pen, one) for one in known if pen.reach(one.contacts)),
    )


def call(pen: Pen, organisation: Organisation) -> Call:
    """An organisation by its general contacts."""
    return Call(
        pen.say(organisation.names),
        pen.reach_or_missing(organisation.contacts),
        origin=Origin(f"organisations/{organisation.id}.yml", "contacts"),
    )


def helplines(pen: Pen) -> tuple[Call, ...]:
    """Every line that anyone may call, by name."""
    found = [
        one
        for one in pen.catalogue.organisations.values()
        if "helpline" in one.roles and is_known(one.contacts.phone)
    ]
    ordered = sorted(found, key=lambda one: (len(one.contacts.phone), one.contacts.phone))
    return tuple(helpline(pen, one) for one in ordered)


def helpline(pen: Pen, one: Organisation) -> Call:
    """A line by its number: who answers calls is not looked up first."""
    known = one.hours if isinstance(one.hours, Label) else None
    return Call(
        pen.say(one.names),
        pen.reach(one.contacts)[:1],
        pen.say(known) if known else "",
        Origin(f"organisations/{one.id}.yml", "names"),
    )
