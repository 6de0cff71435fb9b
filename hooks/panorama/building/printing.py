"""Printing a site: every document set and checked to fit before any page is written."""

from __future__ import annotations

import dataclasses
import os
import re
from typing import TYPE_CHECKING

from panorama.building.read import BadRecordsError, Site, report_language
from panorama.checking.report import as_text, shown
from panorama.findings import Finding, Position, ordered
from panorama.paths import FONTS, PRINTED
from panorama.printing.catalogue import Sources, documents
from panorama.printing.fonts import characters, fonts
from panorama.printing.press import NotSetError
from panorama.printing.prose import Page
from panorama.printing.shelf import Shelf, shelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from panorama.printing.document import Document, TooLong

# What PANORAMA_PRINT says to see documents as they are, texts that do not fit included.
DRAFT = "draft"


def printed(site: Site, data: Path, project: Path) -> Site:
    """A site with its documents; raises BadRecordsError with every text that does not fit."""
    typefaces = fonts(FONTS, PRINTED)
    _refuse(list(unprintable(site, characters(typefaces))), data)
    author = site.voices["fr"].t("site.name")
    try:
        made = shelf(documents(sources_of(site, project / "docs")), author, typefaces, PRINTED)
    except NotSetError as error:
        raise BadRecordsError(str(error)) from None
    if os.environ.get("PANORAMA_PRINT") != DRAFT:
        _refuse(list(too_long(site, made)), data)
    settings = dataclasses.replace(site.settings, sheets=made.sheets())
    return dataclasses.replace(site, settings=settings, shelf=made)


def sources_of(site: Site, docs: Path) -> Sources:
    """What documents are made from: the records, and what is written by hand in docs/."""
    pages = {
        file: Page(entry, path.read_text("utf-8").split("---\n", 2)[2])
        for file, entry in site.entries.items()
        for path in [docs / file]
        if path.is_file()
    }
    return Sources(site.catalogue, site.voices, site.settings, site.layers, site.entries, pages)


def _refuse(findings: list[Finding], data: Path) -> None:
    if findings:
        raise BadRecordsError(as_text(ordered(findings), shown(data), report_language()))


def unprintable(site: Site, known: str) -> Iterator[Finding]:
    """Characters of records that the typeface does not have."""
    strange = re.compile(f"[^{re.escape(known)}]")
    for path, values in site.values.items():
        for place, text in _strings(values.value, ()):
            found = strange.search(text)
            if found:
                details = {"character": f"{found[0]} (U+{ord(found[0]):04X})"}
                yield Finding(path, values.at(place), "no-glyph", details)


def _strings(
    value: object, place: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _strings(inner, (*place, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _strings(inner, (*place, index))


def too_long(site: Site, made: Shelf) -> Iterator[Finding]:
    """What is over its place: the record, its field, the language, and by how much."""
    for name, document in made.documents.items():
        for one in made.printed[name].too_long:
            yield _finding(site, document, one)


def _finding(site: Site, document: Document, one: TooLong) -> Finding:
    if not one.file:
        pages = {"document": document.file, "pages": str(document.pages)}
        return Finding(f"../{document.file}", Position(), "too-many-pages", pages)
    values = site.values.get(one.file)
    place = values.at(tuple(one.field.split("."))) if values else Position()
    details = {
        "field": one.field,
        "language": ", ".join(document.languages),
        "document": document.file,
        "over": f"{one.over:g}",
    }
    return Finding(one.file, place, "too-long-on-paper", details)
