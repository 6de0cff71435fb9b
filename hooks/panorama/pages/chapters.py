"""Entries of the hand-written pages, in their reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from panorama.model.values import find
from panorama.pages.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from panorama.model.catalogue import Catalogue, Language
    from panorama.pages.voice import Voice
    from panorama.reading.prose import Prose

# The chapters as one reads them through; those of the schemes stand on the schemes' own pages.
CHAPTERS = (
    "context/why/",
    "context/organisation/",
    "context/outreach/",
    "devices/raq/",
    "devices/chw/",
    "devices/cpps/",
    "devices/ces/",
    "context/other-schemes/",
    "context/together/",
    "context/pssi/",
    "context/access/",
)
TEMPLATES = {"context/": "chapters.html", "context/access/worksheet/": "worksheet.html"}


def by_address(pages: list[Prose]) -> dict[tuple[Language, str], Prose]:
    """Pages by language and address."""
    return {(page.language, page.address): page for page in pages}


def prose_pages(pages: list[Prose], catalogue: Catalogue, voice: Voice) -> Iterator[Entry]:
    """One entry a file, but for those that stand on the page of a record."""
    found = by_address(pages)
    for page in pages:
        if page.language == voice.language and not page.address.startswith("devices/"):
            yield _entry(page, found, catalogue, voice)


def _entry(
    page: Prose, pages: Mapping[tuple[Language, str], Prose], catalogue: Catalogue, voice: Voice
) -> Entry:
    is_context = page.address.startswith("context/")
    is_chapter = page.address in CHAPTERS
    return Entry(
        language=page.language,
        path=page.address,
        template=TEMPLATES.get(page.address, "chapter.html" if is_chapter else "prose.html"),
        title=voice.typeset(page.meta["title"]),
        description=voice.typeset(page.meta["description"]),
        section="context" if is_context else "",
        kind="chapter" if is_context else "page",
        source=f"docs/{page.path}",
        trail=tuple(_trail(page, pages, voice)),
        data={**prose_data(page, catalogue), **neighbours(page.address, pages, voice)}
        | ({"chapters": chapters(pages, voice.language)} if page.address == "context/" else {}),
    )


def _trail(
    page: Prose, pages: Mapping[tuple[Language, str], Prose], voice: Voice
) -> Iterator[tuple[str, str]]:
    """The pages above this one that are hand-written too."""
    steps = page.address.rstrip("/").split("/")[:-1]
    for end in range(1, len(steps) + 1):
        address = "/".join(steps[:end]) + "/"
        above = pages.get((page.language, address))
        if above:
            yield address, voice.typeset(above.meta["title"])


def prose_data(page: Prose, catalogue: Catalogue) -> dict[str, Any]:
    """What a page's template shows around its text: contents, key figures, further reading."""
    return {
        "prose": page,
        "key_figures": [find(catalogue, key) for key in page.meta.get("figures", [])],
        "reading": [catalogue.sources[name] for name in page.meta.get("reading", [])],
    }


def chapters(
    pages: Mapping[tuple[Language, str], Prose], language: Language
) -> list[tuple[str, Prose]]:
    """Address and page of the chapters that are written, in reading order."""
    return [
        (address, pages[language, address]) for address in CHAPTERS if (language, address) in pages
    ]


def neighbours(
    address: str, pages: Mapping[tuple[Language, str], Prose], voice: Voice
) -> dict[str, tuple[str, str] | None]:
    """Address and title of the chapters before and after one."""
    order = [name for name, _ in chapters(pages, voice.language)]
    if address not in order:
        return {"previous": None, "following": None}
    place = order.index(address)
    around = {"previous": order[max(place - 1, 0) : place], "following": order[place + 1 :][:1]}
    return {
        name: (found[0], voice.typeset(pages[voice.language, found[0]].meta["title"]))
        if found
        else None
        for name, found in around.items()
    }
