"""Every text of the records and of the chapters in both languages, one beside the other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from panorama.findings import Position
from panorama.reading.translations import Pair, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from panorama.checking.records import Walked
    from panorama.model.catalogue import Language
    from panorama.reading.prose import Prose

DOCS = "docs/"
LANGUAGES: tuple[Language, Language] = ("fr", "nl")


def record_pairs(values: Iterable[Walked]) -> Iterator[Pair]:
    """Every text of the records in both languages; addresses of websites are no texts."""
    for document, path, value in values:
        if _is_pair(value):
            yield Pair(
                owner=document.path.removesuffix(".yml"),
                field=".".join(map(str, path)),
                texts={
                    name: Text(
                        value[name], document.path, partial(document.values.at, (*path, name))
                    )
                    for name in LANGUAGES
                },
            )


def _is_pair(value: Any) -> bool:
    if not isinstance(value, dict) or "fr" not in value or "nl" not in value:
        return False
    texts = value["fr"], value["nl"]
    return all(isinstance(text, str) and not text.startswith(("https:", "http:")) for text in texts)


def prose_pairs(pages: Iterable[Prose], folder: str) -> Iterator[Pair]:
    """Title, description and each section of the chapters that are there in both languages.

    `folder` is where they are, seen from the data folder.
    """
    readable = (page for page in pages if isinstance(page.front.value, dict))
    found = {(page.address, page.language): page for page in readable}
    for address in sorted({address for address, _ in found}):
        if {(address, name) for name in LANGUAGES} <= found.keys():
            both = {name: found[address, name] for name in LANGUAGES}
            yield from _page_pairs(DOCS + address.rstrip("/"), both, folder)


def prose_owners(docs: Path) -> set[str]:
    """The chapters that have a file, whether it can be read or not."""
    return {
        f"{DOCS}{file.parent.relative_to(docs / language).as_posix().removeprefix('.')}"
        for language in LANGUAGES
        for file in (docs / language).rglob("index.md")
    }


def _page_pairs(owner: str, pages: Mapping[Language, Prose], folder: str) -> Iterator[Pair]:
    texts = {name: _page_texts(page, f"{folder}/{page.path}") for name, page in pages.items()}
    for name in texts["fr"]:
        if name in texts["nl"]:
            yield Pair(owner, name, {language: texts[language][name] for language in LANGUAGES})


def _page_texts(page: Prose, path: str) -> dict[str, Text]:
    """What is said in the front matter, and of each section `#anchor`."""
    places = {"": Position()} | {one.anchor: one.position for one in page.sections}
    front = {
        name: Text(str(page.meta.get(name)), path, partial(page.front.at, (name,)))
        for name in ("title", "description")
    }
    return front | {
        f"#{anchor}": Text(text, path, partial(places.__getitem__, anchor))
        for anchor, text in page.texts.items()
    }
