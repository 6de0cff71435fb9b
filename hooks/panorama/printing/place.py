"""A commune or a bassin on one page: who works there and how to reach them, with room for notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from panorama.model.records import Label
from panorama.pages.places import by_status, ranked
from panorama.places.coverage import bassins_of, in_bassin, in_commune
from panorama.printing.comparison import statement
from panorama.printing.content import Call, Chip, Content, Foot, Origin, Words
from panorama.printing.maps import Map, printed_map
from panorama.printing.poster import helplines

if TYPE_CHECKING:
    from panorama.maps.scene import Scene
    from panorama.model.records import Area, Bassin, Commune, Device, Quartier
    from panorama.places.coverage import Coverage
    from panorama.places.layers import Layers
    from panorama.printing.pen import Pen


SENTENCE = re.compile(r"(?<=[.!?])\s")  # of a note the first one: the page has all


class Where(Content, frozen=True):
    """A place where a scheme works, with its hosts."""

    kind: str
    name: str
    note: str = ""
    hosts: tuple[Call, ...] = ()


class Working(Content, frozen=True):
    """A scheme that works here."""

    chip: Chip
    summary: str
    places: tuple[Where, ...]
    reach: tuple[Words, ...]
    origin: Origin


class Others(Content, frozen=True):
    """Schemes of which it is not known, or known that they do not work here."""

    title: str
    names: tuple[str, ...]


class PlaceSheet(Content, frozen=True):
    """One place."""

    language: str
    site: str
    title: str
    facts: tuple[Words, ...]
    map: Map
    working_title: str
    working: tuple[Working, ...]
    reach: str
    others: tuple[Others, ...]
    helplines_title: str
    helplines: tuple[Call, ...]
    notes: str
    origin: Origin
    foot: Foot


def commune_sheet(pen: Pen, layers: Layers, scene: Scene, commune: Commune) -> PlaceSheet:
    """A commune in the pen's language; `scene` is its map."""
    found = [in_commune(pen.catalogue, one, commune.id) for one in ranked(pen.catalogue)]
    residents = pen.voice.number(layers.residents_of_commune(commune.nis))
    bassins = ", ".join(pen.say(one.names) for one in bassins_of(pen.catalogue, commune.id))
    other = pen.voice.in_other(commune.names)
    name = pen.voice.say(commune.names)
    facts = [
        Words(", ".join(commune.postcodes)),
        *([Words(other, language=pen.voice.other)] if other != name else []),
        Words(bassins),
        Words(pen.t("population.computed", count=residents)),
    ]
    return _sheet(
        pen,
        title=pen.t("commune.title", name=name),
        facts=tuple(facts),
        map=printed_map(pen, scene, scene.description),
        found=found,
        origin=Origin("communes.yml", commune.id),
        path=f"communes/{commune.id}/",
    )


def bassin_sheet(pen: Pen, scene: Scene, bassin: Bassin) -> PlaceSheet:
    """A bassin in the pen's language; `scene` is its map."""
    found = [in_bassin(pen.catalogue, one, bassin.id) for one in ranked(pen.catalogue)]
    communes = [pen.catalogue.communes[name] for name in bassin.communes]
    part = bassin.part_of_bruxelles
    said = [", ".join(pen.say(one.names) for one in communes)]
    said += [pen.t("bassin.part", part=pen.say(part))] if isinstance(part, Label) else []
    last = bassin.population.values[-1]
    people = pen.voice.quantity(last.value, bassin.population.unit)
    dated = pen.pair(pen.say(bassin.population.label), f"{people} ({pen.voice.date(last.as_of)})")
    name = pen.voice.say(bassin.names)
    return _sheet(
        pen,
        title=pen.t("bassin.title", name=name),
        facts=(Words(" ".join(said)), Words(dated)),
        map=printed_map(pen, scene, scene.description),
        found=found,
        origin=Origin("bassins.yml", bassin.id),
        path=f"bassins/{bassin.id}/",
    )


def _sheet(pen: Pen, *, found: list[Coverage], path: str, **fields: Any) -> PlaceSheet:
    groups = dict(by_status(found))
    active = groups.pop("active", [])
    checked = max((one.device.checked.on for one in found), default="")
    dated = pen.t("print.checked", date=pen.voice.date(checked)) if checked else ""
    return PlaceSheet(
        language=pen.voice.language,
        site=pen.t("site.name"),
        working_title=pen.t("status.heading.active"),
        working=tuple(working_in(pen, one) for one in active),
        reach=pen.t("who.reach"),
        others=tuple(_others(pen, status, group) for status, group in groups.items()),
        helplines_title=pen.t("print.helplines"),
        helplines=helplines(pen),
        notes=pen.t("print.notes"),
        foot=pen.foot(path, dated, pen.t("communes.legend")),
        **fields,
    )


def working_in(pen: Pen, one: Coverage) -> Working:
    """A scheme with everything through which it works in a place."""
    device = one.device
    places = [
        *(_area(pen, area) for area in one.areas),
        *(_quartier(pen, q) for q in one.quartiers),
    ]
    return Working(
        pen.chip(device),
        pen.say(device.summary),
        tuple(places),
        _reach(pen, device),
        Origin(f"devices/{device.id}.yml", "summary"),
    )


def _reach(pen: Pen, device: Device) -> tuple[Words, ...]:
    """The scheme's own contacts; where none is known, how else it is reached."""
    known = pen.reach(device.contacts)
    return known or statement(pen, device, "how_to_reach")


def _area(pen: Pen, area: Area) -> Where:
    kind, name = pen.t(f"level.{area.level}"), pen.say(area.name)
    note = SENTENCE.split(pen.say(area.note), maxsplit=1)[0] if area.note else ""
    is_said = area.level == "region" or name.casefold().startswith(kind)
    return Where("" if is_said else kind, name, note)


def _quartier(pen: Pen, quartier: Quartier) -> Where:
    number = f"{pen.t('quartier.number', number=quartier.number)} " if quartier.number else ""
    hosts = quartier.hosts if isinstance(quartier.hosts, tuple) else ()
    known = [pen.organisation(name) for name in hosts]
    return Where(
        pen.t(f"level.{quartier.level}"),
        f"{number}{pen.say(quartier.names)}",
        hosts=tuple(Call(pen.say(one.names), pen.reach_short(one.contacts)) for one in known),
    )


def _others(pen: Pen, status: str, group: list[Coverage]) -> Others:
    names = tuple(pen.voice.whole_name(one.device) for one in group)
    return Others(pen.t(f"status.heading.{status}"), names)
