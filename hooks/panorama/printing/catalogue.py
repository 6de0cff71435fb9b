"""What there is to print: every document of both languages, from the records and the pages."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from panorama.model.catalogue import LANGUAGES
from panorama.printing.device import device_sheet
from panorama.printing.document import Document, newest
from panorama.printing.guide import guide
from panorama.printing.pen import Pen, cell
from panorama.printing.place import PlaceSheet, bassin_sheet, commune_sheet
from panorama.printing.poster import Poster, poster
from panorama.printing.prose import Page, Reader, nowhere, points, section
from panorama.printing.worksheet import ADDRESS, worksheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from panorama.maps.scene import Scene
    from panorama.model.catalogue import Catalogue, Language
    from panorama.pages.entry import Entry
    from panorama.pages.environment import Settings
    from panorama.pages.voice import Voice
    from panorama.places.layers import Layers
    from panorama.printing.content import Cell

SHARED = ("context/together/", "common")  # the chapter and section that say what schemes share


@dataclass(frozen=True)
class Sources:
    """Everything that documents are made from.

    `entries` are all pages by their Markdown file, `pages` those that are written by hand.
    """

    catalogue: Catalogue
    voices: Mapping[Language, Voice]
    settings: Settings
    layers: Layers
    entries: Mapping[str, Entry]
    pages: Mapping[str, Page]

    def scene(self, language: Language, path: str) -> Scene:
        """The map of a page."""
        scene: Scene = self.entries[f"{language}/{path}index.md"].data["map"]
        return scene

    def pen(self, language: Language) -> Pen:
        """What documents of a language are written with."""
        return Pen(self.catalogue, self.voices[language], self.settings)


class Posters(Struct, frozen=True):
    """The poster's template sets one or two languages on a paper."""

    paper: str
    posters: tuple[Poster, ...]


def documents(sources: Sources) -> Iterator[Document]:
    """All of them, in the order in which they are listed."""
    yield from posters(sources)
    for language in LANGUAGES:
        yield from devices(sources, language)
        yield from places(sources, language)
        yield worksheets(sources, language)
        yield guides(sources, language)


def devices(sources: Sources, language: Language) -> Iterator[Document]:
    """One page a core scheme."""
    pen = sources.pen(language)
    for device in sources.catalogue.core:
        yield Document(
            f"device-{device.id}-{language}",
            "device",
            "device",
            (language,),
            pen.voice.whole_name(device),
            newest([device]),
            device_sheet(pen, sources.scene(language, f"devices/{device.id}/"), device),
            record=device.id,
        )


def places(sources: Sources, language: Language) -> Iterator[Document]:
    """One page a commune and a bassin; schemes come and go, so they date it."""
    pen, known = sources.pen(language), sources.catalogue
    day = newest([*known.devices.values(), *known.quartiers.values()])
    for commune in known.communes.values():
        scene = sources.scene(language, f"communes/{commune.id}/")
        whole = commune_sheet(pen, sources.layers, scene, commune)
        yield _place("commune", commune.id, language, whole, day)
    for bassin in known.bassins.values():
        whole = bassin_sheet(pen, sources.scene(language, f"bassins/{bassin.id}/"), bassin)
        yield _place("bassin", bassin.id, language, whole, day)


def _place(
    kind: Literal["commune", "bassin"], name: str, language: Language, whole: PlaceSheet, day: str
) -> Document:
    return Document(
        f"{kind}-{name}-{language}",
        kind,
        "place",
        (language,),
        whole.title,
        day,
        whole,
        record=name,
    )


def worksheets(sources: Sources, language: Language) -> Document:
    """The page to fill in at a meeting."""
    page = sources.pages[f"{language}/{ADDRESS}index.md"]
    return Document(
        f"worksheet-{language}",
        "worksheet",
        "worksheet",
        (language,),
        page.entry.title,
        newest(sources.catalogue.core),
        worksheet(sources.pen(language), page),
    )


def guides(sources: Sources, language: Language) -> Document:
    """The whole site as one book."""
    pen, known = sources.pen(language), sources.catalogue
    records = (known.devices, known.organisations, known.quartiers, known.terms, known.sources)
    day = newest(one for kind in records for one in kind.values())
    pages = {
        page.entry.path: page for page in sources.pages.values() if page.entry.language == language
    }
    return Document(
        f"guide-{language}",
        "guide",
        "guide",
        (language,),
        f"{pen.voice.t('site.name')} – {pen.voice.t('home.title')}",
        day,
        guide(pen, pages, functools.partial(sources.scene, language), day),
        pages=0,
    )


def posters(sources: Sources) -> Iterator[Document]:
    """One a language on A3 and on two pages of A4, and one in both."""
    made = {one: _poster(sources, one) for one in LANGUAGES}
    core = sources.catalogue.core
    helplines = [one for one in sources.catalogue.organisations.values() if "helpline" in one.roles]
    day = newest([*core, *helplines])

    def document(name: str, paper: str, pages: int, *shown: Poster) -> Document:
        languages = tuple(one.language for one in shown)
        title = " / ".join(one.title for one in shown)
        title = f"{title} – {shown[0].site}"
        return Document(
            name,
            "poster",
            "poster",
            languages,
            title,
            day,
            Posters(paper, shown),
            pages=pages,
            paper=paper,
        )

    for language in LANGUAGES:
        yield document(f"panorama-{language}-a3", "a3", 1, made[language])
        yield document(f"panorama-{language}-a4", "a4", 2, made[language])
    yield document("panorama-frnl-a3", "a3", 2, *made.values())


def _poster(sources: Sources, language: Language) -> Poster:
    scene = sources.scene(language, "map/")
    return poster(sources.pen(language), scene, shared(sources, language))


def shared(sources: Sources, language: Language) -> Cell:
    """What the schemes have in common, as the chapter says it."""
    address, anchor = SHARED
    page = sources.pages[f"{language}/{address}index.md"]
    said = section(Reader(sources.pen(language), page, nowhere).blocks(), anchor)
    return cell(f"../docs/{page.entry.file}", anchor, *points(said))
