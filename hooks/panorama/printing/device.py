"""A scheme on one page, for a professional to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panorama.maps.theme import CORNER
from panorama.model.records import Label
from panorama.places.coverage import quartiers_of
from panorama.printing.comparison import file_of, foundation, rows
from panorama.printing.content import (
    Call,
    Chip,
    Content,
    Foot,
    Origin,
    Row,
    Words,
    breakable,
)
from panorama.printing.maps import Map, closer, printed_map
from panorama.printing.poster import SchemeCall, extent, scheme_call
from panorama.reading.marks import unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panorama.maps.scene import Scene
    from panorama.model.records import Device, Quartier
    from panorama.printing.pen import Pen


FIGURES = 4  # measures


class Hosted(Content, frozen=True):
    """A quartier with who hosts the scheme there."""

    name: str
    hosts: tuple[Call, ...]
    origin: Origin = Origin()


class KeyFigure(Content, frozen=True):
    """A measure with its last value, of when it is and who says so."""

    label: Words
    value: str
    note: str
    origin: Origin = Origin()


class Different(Content, frozen=True):
    """A scheme that this one is taken for, and what sets them apart."""

    chip: Chip
    words: Words
    origin: Origin = Origin()


class DeviceSheet(Content, frozen=True):
    """One scheme."""

    language: str
    site: str
    chip: Chip
    summary: Words
    other_name: Words
    figures_title: str
    figures: tuple[KeyFigure, ...]
    rows: tuple[Row, ...]
    reach_title: str
    reach: SchemeCall
    reach_note: Words
    map_title: str
    map: Map
    extent: str
    hosts_title: str
    hosts: tuple[Hosted, ...]
    differs_title: str
    differs: tuple[Different, ...]
    cut: str
    origin: Origin
    foot: Foot


def device_sheet(pen: Pen, scene: Scene, device: Device) -> DeviceSheet:
    """The scheme in the pen's language; `scene` is its map."""
    voice = pen.voice
    note = device.contacts.note
    based = "".join(f"{one.text}. " for one in foundation(pen, device).items).strip()
    return DeviceSheet(
        language=voice.language,
        site=pen.t("site.name"),
        chip=pen.chip(device),
        summary=pen.words(device.summary),
        other_name=Words(f"{pen.t('names.other')} {voice.in_other(device.names)}", soft=True)
        if voice.in_other(device.names) != voice.say(device.names)
        else Words(""),
        figures_title=pen.t("figures.title"),
        figures=tuple(key_figures(pen, device)),
        rows=rows(pen, [device])[:-2],
        reach_title=pen.t("device.reach"),
        reach=scheme_call(pen, device),
        reach_note=pen.words(note) if isinstance(note, Label) else Words(""),
        map_title=pen.t("row.where"),
        map=printed_map(pen, closer(scene), scene.description, CORNER),
        extent=extent(pen, device).words,
        hosts_title=pen.t("device.quartiers"),
        hosts=tuple(hosted(pen, one) for one in quartiers_of(pen.catalogue, device.id)),
        differs_title=pen.t("relation.differs_from"),
        differs=tuple(different(pen, device)),
        cut=pen.t("print.shortened"),
        origin=Origin(file_of(device), "comparison"),
        foot=pen.foot(
            f"devices/{device.id}/",
            based,
            pen.checked(device),
        ),
    )


def key_figures(pen: Pen, device: Device) -> Iterator[KeyFigure]:
    """The first measures of a record: those that it puts first; those of one bassin are its own."""
    chosen = [(place, one) for place, one in enumerate(device.figures) if not one.bassin][:FIGURES]
    for place, one in chosen:
        last = one.values[-1]
        same = [value for value in one.values if value.as_of == last.as_of]
        values = " / ".join(pen.voice.quantity(value.value, one.unit) for value in same)
        note = f"{pen.voice.date(last.as_of)} · {pen.cited(value.source for value in same)}"
        yield KeyFigure(
            pen.words(one.label),
            breakable(values),
            f"{note} · {pen.t('print.disagreement')}" if one.disagreement else note,
            Origin(file_of(device), f"figures.{place}.label"),
        )


def different(pen: Pen, device: Device) -> Iterator[Different]:
    """What sets a scheme apart from the others: the first paragraph of what is said of each."""
    for place, one in enumerate(device.relations):
        if one.kind == "differs_from" and one.device:
            first = pen.voice.paragraphs(one.text)[0]
            yield Different(
                pen.chip(pen.catalogue.devices[one.device]),
                Words(breakable(unmarked(first))),
                Origin(file_of(device), f"relations.{place}.text"),
            )


def hosted(pen: Pen, quartier: Quartier) -> Hosted:
    """A quartier's name and its hosts by phone, or however else they are reached."""
    number = f"{quartier.number}. " if quartier.number else ""
    hosts = quartier.hosts if isinstance(quartier.hosts, tuple) else ()
    known = [pen.organisation(name) for name in hosts]
    return Hosted(
        f"{number}{pen.say(quartier.names)}",
        tuple(Call(pen.say(one.names), pen.reach_short(one.contacts)) for one in known),
        Origin(f"quartiers/{quartier.id}.yml", "names"),
    )
