"""The guide: the whole site as one book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from panorama.pages.chapters import CHAPTERS
from panorama.pages.site import sort_key
from panorama.printing.blocks import Block, Drawing, Frame, Heading, Line, Table
from panorama.printing.content import Chip, Content, Foot, Words, breakable
from panorama.printing.directory import communes, devices, organisations, sources, terms
from panorama.printing.prose import Reader, section
from panorama.printing.section import Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from panorama.maps.scene import Scene
    from panorama.model.records import Column, Row
    from panorama.printing.pen import Pen
    from panorama.printing.prose import Page

# The chapters around those of the schemes, which stand with what their records say.
BEFORE = ("context/why/", "context/organisation/", "context/outreach/")
AFTER = ("context/together/", "context/pssi/", "context/access/")


class Part(Content, frozen=True):
    """Sections under one title, in one or two columns."""

    title: str
    sections: tuple[Section, ...]
    columns: int = 1


class Guide(Content, frozen=True):
    """The book in one language."""

    language: str
    site: str
    heading: str
    lead: str
    edition: str
    chips: tuple[Chip, ...]
    contents: str
    parts: tuple[Part, ...]
    index: str
    entries: tuple[tuple[str, str], ...]
    foot: Foot


@dataclass(frozen=True)
class Places:
    """Where the book has what: pages by their address, with the anchors that they have."""

    pen: Pen
    pages: Mapping[str, Page]

    def __call__(self, target: str) -> str:
        """The place in the book that an address of the site stands for, or its full address."""
        path, _, anchor = target.partition("#")
        if path == "sources/" and anchor:
            return f"#{target}"
        if path not in self._printed():
            localised = target if self.pen.voice.language == "fr" else f"nl/{target}"
            return self.pen.settings.absolute(localised)
        is_known = anchor and path in self.pages and f"{{#{anchor}}}" in self.pages[path].text
        return f"#{path}#{anchor}" if is_known else f"#{path}"

    def _printed(self) -> set[str]:
        known = self.pen.catalogue
        return {
            *(path for path in CHAPTERS if path in self.pages),
            *(f"devices/{name}/" for name in known.devices),
            *(f"organisations/{name}/" for name in known.organisations),
            *(f"communes/{name}/" for name in known.communes),
            *(f"quartiers/{name}/" for name in known.quartiers),
            *(f"lexicon/{name}/" for name in known.terms),
        }


def guide(pen: Pen, pages: Mapping[str, Page], scene: Callable[[str], Scene], day: str) -> Guide:
    """The book in the pen's language.

    `pages` are its hand-written ones by their address, `scene` gives the map of a page.
    """
    to = Places(pen, pages)
    return Guide(
        language=pen.voice.language,
        site=pen.t("site.name"),
        heading=pen.t("home.title"),
        lead=pen.t("home.lead"),
        edition=pen.t("print.edition", date=pen.voice.date(day)),
        chips=tuple(pen.chip(device) for device in pen.catalogue.core),
        contents=pen.t("print.contents"),
        parts=tuple(parts(pen, pages, scene, to)),
        index=pen.t("print.index"),
        entries=tuple(sorted(entries(pen), key=lambda pair: sort_key(pair[1]))),
        foot=pen.foot("", pen.t("communes.legend"), pen.t("lines.caution")),
    )


def entries(pen: Pen) -> Iterator[tuple[str, str]]:
    """What the index names, with the place in the book: everything that has a name."""
    known, say = pen.catalogue, pen.say
    for device in known.devices.values():
        yield f"devices/{device.id}/", pen.voice.whole_name(device)
    for organisation in known.organisations.values():
        yield f"organisations/{organisation.id}/", say(organisation.names)
    for quartier in known.quartiers.values():
        scheme = say(known.devices[quartier.device].abbreviation)
        yield f"quartiers/{quartier.id}/", f"{say(quartier.names)} ({scheme})"
    for commune in known.communes.values():
        yield f"communes/{commune.id}/", say(commune.names)
    for term in known.terms.values():
        yield f"lexicon/{term.id}/", say(term.terms)


def parts(
    pen: Pen, pages: Mapping[str, Page], scene: Callable[[str], Scene], to: Callable[[str], str]
) -> Iterator[Part]:
    """The parts of the book in reading order."""
    yield Part(pen.t("nav.context"), tuple(chapter(pen, pages[path], to) for path in BEFORE))
    schemes = tuple(devices(pen, to, scene, depth(pen, pages, to), core=True))
    others = tuple(devices(pen, to, scene, {}, core=False))
    written = chapter(pen, pages["context/other-schemes/"], to)
    yield Part(pen.t("devices.core"), schemes)
    yield Part(pen.t("devices.other"), (written, *others))
    yield Part(pen.t("print.together"), tuple(chapter(pen, pages[path], to) for path in AFTER))
    yield Part(pen.t("communes.title"), tuple(communes(pen, to, scene("map/"))))
    yield Part(pen.t("organisations.title"), tuple(organisations(pen, to)), columns=2)
    yield Part(pen.t("lexicon.title"), tuple(terms(pen, to)), columns=2)
    yield Part(pen.t("sources.title"), tuple(sources(pen)), columns=2)


def chapter(pen: Pen, page: Page, to: Callable[[str], str]) -> Section:
    """A hand-written page."""
    entry = page.entry
    lead = (Words(breakable(entry.description)),)
    return Section(breakable(entry.title), entry.path, written(pen, page, to), lead=lead)


def depth(
    pen: Pen, pages: Mapping[str, Page], to: Callable[[str], str]
) -> dict[str, tuple[Block, ...]]:
    """What is written by hand about each core scheme."""
    paths = {device.id: f"devices/{device.id}/" for device in pen.catalogue.core}
    return {name: written(pen, pages[path], to) for name, path in paths.items() if path in pages}


def written(pen: Pen, page: Page, to: Callable[[str], str]) -> tuple[Block, ...]:
    """The blocks of a page, what to remember in a frame, drawings as tables."""
    blocks = Reader(pen, page, to).blocks()
    first = section(blocks, "remember")
    title = next((block for block in blocks if isinstance(block, Heading)), None)
    if first and title:
        words = "".join(one.text for one in title.words)
        blocks = (Frame(words, first), *blocks[len(first) + 1 :])
    return tuple(matrix(pen, to) if isinstance(one, Drawing) else one for one in blocks)


def matrix(pen: Pen, to: Callable[[str], str]) -> Table:
    """The lines and levels of care as a table: what the drawing on the web shows."""
    lines = pen.catalogue.lines
    head = [Words(pen.t("ladder.table")), *(Words(pen.say(one.names)) for one in lines.columns)]
    rows = [
        ((Words(pen.say(row.names)),), *(_cell(pen, row, one, to) for one in lines.columns))
        for row in lines.rows
    ]
    return Table(Line(tuple((one,) for one in head)), tuple(Line(row) for row in rows))


def _cell(pen: Pen, row: Row, column: Column, to: Callable[[str], str]) -> tuple[Words, ...]:
    """What one row of the matrix is called in one sector, and what that means."""
    found = [
        one for one in pen.catalogue.lines.cells if (one.row, one.column) == (row.id, column.id)
    ]
    said: list[Words] = []
    for one in found:
        said += [Words(f"{pen.say(one.name)} ", strong=True)]
        said += [*pen.runs(pen.voice.written(one.text), to), Words(" ")]
    return tuple(said) or (Words(pen.t("ladder.none"), soft=True),)
