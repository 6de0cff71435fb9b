"""The guide's sections that are made from records: schemes, communes, organisations, terms."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import structs

from panorama.model.records import Address, Label, is_known
from panorama.pages.places import by_status, ranked
from panorama.pages.site import SUBJECTS, capital, sort_key
from panorama.places.coverage import in_commune, quartiers_of
from panorama.printing.blocks import Heading, Line, Listing, Pairs, Paragraph, Plan, Table
from panorama.printing.blocks import Item as Point
from panorama.printing.comparison import rows
from panorama.printing.content import Cell, Row, Words, breakable
from panorama.printing.maps import in_words, printed_map
from panorama.printing.place import working_in
from panorama.printing.section import Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from panorama.maps.scene import Scene
    from panorama.model.records import (
        Commune,
        Device,
        Organisation,
        Quartier,
        Relation,
        Source,
        Term,
    )
    from panorama.places.coverage import Coverage
    from panorama.printing.blocks import Block
    from panorama.printing.pen import Pen


def devices(
    pen: Pen,
    to: Callable[[str], str],
    scene: Callable[[str], Scene],
    written: Mapping[str, tuple[Block, ...]],
    *,
    core: bool,
) -> Iterator[Section]:
    """Schemes: the rows of the comparison, what records say besides, what is written by hand."""
    for device in ranked(pen.catalogue):
        if (device.kind == "core") == core:
            path = f"devices/{device.id}/"
            yield Section(
                pen.voice.whole_name(device),
                path,
                (
                    Pairs(rows(pen, [device])),
                    *([plan(pen, scene(path))] if core else []),
                    *quartiers(pen, to, device),
                    *figures(pen, device),
                    *challenges(pen, to, device),
                    *relations(pen, to, device),
                    *written.get(device.id, ()),
                ),
                lead=(pen.words(device.summary),),
                chip=pen.chip(device),
                small=not core,
            )


def plan(pen: Pen, scene: Scene) -> Plan:
    """A map of the Region, all that it shows in words for those who do not see it."""
    return Plan(printed_map(pen, scene, in_words(pen, scene)))


def quartiers(pen: Pen, to: Callable[[str], str], device: Device) -> Iterator[Block]:
    """Where a scheme works, by number, with who hosts it there."""
    found = quartiers_of(pen.catalogue, device.id)
    if not found:
        return
    yield Heading(2, (Words(pen.t("device.quartiers")),), f"devices/{device.id}/#quartiers")
    yield Listing(tuple(Point((Paragraph(_hosted(pen, to, one)),)) for one in found))


def _hosted(pen: Pen, to: Callable[[str], str], one: Quartier) -> tuple[Words, ...]:
    number = f"{one.number}. " if one.number else ""
    said = [Words(f"{number}{pen.say(one.names)}", strong=True, label=f"quartiers/{one.id}/")]
    for host in one.hosts if isinstance(one.hosts, tuple) else ():
        name = pen.say(pen.organisation(host).names)
        said += [Words(" – "), Words(name, href=to(f"organisations/{host}/"))]
    return tuple(said)


def challenges(pen: Pen, to: Callable[[str], str], device: Device) -> Iterator[Block]:
    """What makes a scheme's work hard, and what is at stake."""
    if device.challenges:
        yield Heading(2, (Words(pen.t("device.challenges")),))
    for one in device.challenges:
        yield Heading(3, (pen.words(one.title),))
        for part in pen.voice.paragraphs(one.text):
            yield Paragraph(pen.runs(part, to))


def relations(pen: Pen, to: Callable[[str], str], device: Device) -> Iterator[Block]:
    """What a scheme is not, whom it works with and where it sends people."""
    for kind in ("differs_from", "works_with", "sends_to"):
        found = [one for one in device.relations if one.kind == kind]
        if found:
            yield Heading(2, (Words(pen.t(f"relation.{kind}")),))
            yield Listing(tuple(_related(pen, to, one) for one in found))


def _related(pen: Pen, to: Callable[[str], str], one: Relation) -> Point:
    first, *rest = [pen.runs(part, to) for part in pen.voice.paragraphs(one.text)]
    return Point(
        (Paragraph((*_who(pen, to, one), *first)), *(Paragraph(part) for part in rest)),
    )


def _who(pen: Pen, to: Callable[[str], str], one: Relation) -> Iterator[Words]:
    if one.device:
        name = pen.voice.whole_name(pen.catalogue.devices[one.device])
        yield Words(f"{name}. ", strong=True, href=to(f"devices/{one.device}/"))
    elif one.organisation:
        name = pen.say(pen.organisation(one.organisation).names)
        yield Words(f"{name}. ", strong=True, href=to(f"organisations/{one.organisation}/"))


def figures(pen: Pen, device: Device) -> Iterator[Block]:
    """Every measure with its values, dates and sources."""
    if not device.figures:
        return
    names = ("what", "value", "date", "source")
    yield Heading(2, (Words(pen.t("figures.title")),), f"devices/{device.id}/#figures")
    yield Table(
        Line(tuple((Words(pen.t(f"figures.{name}")),) for name in names)),
        tuple(
            Line(
                (
                    (pen.words(figure.label),),
                    (Words(pen.voice.quantity(one.value, figure.unit), strong=True),),
                    (Words(pen.voice.date(one.as_of)),),
                    (Words(pen.cited([one.source]), soft=True),),
                )
            )
            for figure in device.figures
            for one in figure.values
        ),
    )


def communes(pen: Pen, to: Callable[[str], str], scene: Scene) -> Iterator[Section]:
    """The Region on a map, then communes: who works there, through whom, how to reach them."""
    yield Section(pen.t("nav.map"), "map/", (plan(pen, scene),), small=True)
    for commune in pen.catalogue.communes.values():
        yield _commune(pen, to, commune)


def _commune(pen: Pen, to: Callable[[str], str], commune: Commune) -> Section:
    found = [in_commune(pen.catalogue, one, commune.id) for one in ranked(pen.catalogue)]
    groups = dict(by_status(found))
    here = tuple(
        Row(pen.say(one.device.abbreviation), (Cell(tuple(_working(pen, to, one))),))
        for one in groups.pop("active", [])
    )
    others = tuple(
        Row(
            pen.t(f"status.heading.{status}"),
            (Cell((Words(", ".join(pen.say(c.device.abbreviation) for c in group), soft=True),)),),
        )
        for status, group in groups.items()
    )
    name = pen.voice.say(commune.names)
    other = pen.voice.in_other(commune.names)
    return Section(
        name,
        f"communes/{commune.id}/",
        (Pairs((*here, *others)),),
        lead=(Words(", ".join(commune.postcodes), soft=True),),
        small=True,
        other=other if other != name else "",
    )


def _working(pen: Pen, to: Callable[[str], str], one: Coverage) -> Iterator[Words]:
    """Through which areas and quartiers a scheme works in a commune, and how it is reached."""
    whole = working_in(pen, one)
    for area in whole.places[: len(one.areas)]:
        yield Words(f"{area.kind} {area.name}".strip())
    for quartier, place in zip(one.quartiers, whole.places[len(one.areas) :], strict=True):
        yield Words(f"{place.kind} {place.name}", href=to(f"quartiers/{quartier.id}/"))
        hosts = quartier.hosts if isinstance(quartier.hosts, tuple) else ()
        for host, call in zip(hosts, place.hosts, strict=True):
            yield Words(f"– {call.name}", href=to(f"organisations/{host}/"), joined=True)
            yield from (structs.replace(way, joined=True) for way in call.reach)
    yield Words(f"{pen.t('who.reach')} {' · '.join(way.text for way in whole.reach)}")


def organisations(pen: Pen, to: Callable[[str], str]) -> Iterator[Section]:
    """Organisations by name: who they are and how to reach them."""
    found = pen.catalogue.organisations.values()
    for one in sorted(found, key=lambda one: sort_key(pen.voice.say(one.names))):
        yield Section(
            pen.say(one.names),
            f"organisations/{one.id}/",
            (
                Paragraph(pen.runs(pen.voice.written(one.summary), to)),
                Paragraph(tuple(_spaced(pen, one))),
            ),
            small=True,
        )


def _spaced(pen: Pen, one: Organisation) -> Iterator[Words]:
    """Address and contacts, a point between them."""
    address = one.address
    ways = list(pen.reach_or_missing(one.contacts))
    if isinstance(address, Address):
        commune = pen.catalogue.communes.get(address.commune)
        place = f" {pen.say(commune.names)}" if commune else ""
        postcode = address.postcode if is_known(address.postcode) else ""
        ways.insert(0, Words(f"{pen.say(address.street)}, {postcode}{place}".rstrip(", ")))
    for number, way in enumerate(ways):
        if number:
            yield Words(" · ")
        yield way


def terms(pen: Pen, to: Callable[[str], str]) -> Iterator[Section]:
    """The lexicon by name: short, whole, false friends, see also."""
    found = pen.catalogue.terms.values()
    for one in sorted(found, key=lambda one: sort_key(pen.voice.say(one.terms))):
        yield Section(
            capital(pen.say(one.terms)),
            f"lexicon/{one.id}/",
            tuple(_explained(pen, one, to)),
            small=True,
            other=pen.voice.in_other(one.terms),
        )


def _explained(pen: Pen, one: Term, to: Callable[[str], str]) -> Iterator[Block]:
    yield Paragraph((Words(pen.say(one.short), strong=True),))
    for label in (one.explanation, one.false_friends):
        if isinstance(label, Label):
            if label is one.false_friends:
                yield Paragraph((Words(pen.t("term.false-friends"), strong=True),))
            for part in pen.voice.paragraphs(label):
                yield Paragraph(pen.runs(part, to))
    if one.see_also:
        links: list[Words] = []
        for name in one.see_also:
            said = pen.say(pen.catalogue.terms[name].terms)
            links += [Words(", " if links else " "), Words(said, href=to(f"lexicon/{name}/"))]
        yield Paragraph((Words(pen.pair(pen.t("term.see-also"), "").rstrip(), soft=True), *links))


def sources(pen: Pen) -> Iterator[Section]:
    """References by subject."""

    def order(one: Source) -> tuple[int, str, str]:
        return (SUBJECTS.index(one.subject), " ".join(one.authors) or "~", one.title)

    ordered = sorted(pen.catalogue.sources.values(), key=order)
    for subject, group in groupby(ordered, key=lambda one: one.subject):
        points = tuple(Point((Paragraph(reference(pen, one)),)) for one in group)
        yield Section(
            pen.t(f"subject.{subject}"), f"sources/{subject}", (Listing(points),), small=True
        )


def reference(pen: Pen, one: Source) -> tuple[Words, ...]:
    """A source in full: author and year, title, publisher, address."""
    site = pen.voice.website(one.url)
    who = f"{pen.voice.short_name(one)}. "
    title = Words(breakable(one.title), emphasis=True, language=_spoken(one))
    publisher = f". {one.publisher}" if is_known(one.publisher) else ""
    found = [
        Words(breakable(who), label=f"sources/#{one.id}"),
        title,
        Words(breakable(f"{publisher}. ")),
    ]
    if is_known(site):
        found.append(Words(breakable(site.split("://")[-1].rstrip("/")), href=site))
    return tuple(found)


def _spoken(one: Source) -> str:
    return one.language[0] if one.language else ""
