"""A record gets another id: every place that names it, in records and in pages."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from panorama.checking.rules import references
from panorama.editing.spans import Edit, edited, rewritten, spans
from panorama.reading.prose import FRONT
from panorama.reading.records import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panorama.reading.records import Document, Kind

# Marks that name a record of a kind, and the list of a page's front matter that does.
MARKS: dict[Kind, str] = {"lexicon": "lexicon", "source": "source", "device": "figure|number"}
FRONT_LISTS: dict[Kind, str] = {"source": "reading", "device": "figures"}


@dataclass(frozen=True, slots=True)
class Renaming:
    """From one id to another in a folder of the data."""

    folder: str
    old: str
    new: str

    @property
    def kind(self) -> Kind:
        """The kind of record that is renamed."""
        return FOLDERS[self.folder]

    @property
    def before(self) -> str:
        """The address that the record had."""
        return f"{self.folder}/{self.old}"

    @property
    def after(self) -> str:
        """The address that it gets."""
        return f"{self.folder}/{self.new}"


def record_renamed(document: Document, text: str, move: Renaming) -> str:
    """A record's text with the new id wherever the old one stood."""
    found = spans(text)
    paths = [path for path, name, kind in references(document) if (kind, name) == _named(move)]
    if document.path == f"{move.before}.yml":
        paths.append(("id",))
    edits = [rewritten(found[path], move.new, text) for path in paths]
    return edited(text, [*edits, *_marks(text, move)])


def page_renamed(path: str, text: str, move: Renaming) -> str:
    """A page's text with the new id in its marks, its front matter and its links to the record."""
    return edited(text, [*_marks(text, move), *_front(text, move), *_links(path, text, move)])


def _named(move: Renaming) -> tuple[Kind, str]:
    return move.kind, move.old


def _marks(text: str, move: Renaming) -> Iterator[Edit]:
    kinds = MARKS.get(move.kind)
    if kinds:
        for mark in re.finditer(rf"\]\((?:{kinds}):({re.escape(move.old)})(?=[)/])", text):
            yield Edit(*mark.span(1), move.new)


def _front(text: str, move: Renaming) -> Iterator[Edit]:
    front = FRONT.match(text.replace("\r\n", "\n"))
    name = FRONT_LISTS.get(move.kind)
    if not front or not name:
        return
    start = text.index("\n") + 1
    for path, span in spans(text[start : text.index("\n---", start)]).items():
        word, slash, rest = span.value.partition("/")
        if path[0] == name and word == move.old:
            fresh = rewritten(span, f"{move.new}{slash}{rest}", text)
            yield Edit(start + fresh.start, start + fresh.end, fresh.text)


def _links(path: str, text: str, move: Renaming) -> Iterator[Edit]:
    """Links to the record's page, wherever the page that has them lies."""
    target = f"{path.partition('/')[0]}/{move.before}"
    for link in re.finditer(rf"\]\(([^()\s#]*?)({re.escape(move.old)})/index\.md(?=[)#])", text):
        if posixpath.normpath(posixpath.join(posixpath.dirname(path), link[1], link[2])) == target:
            yield Edit(*link.span(2), move.new)
    if move.kind == "source":
        for link in re.finditer(rf"sources/index\.md#({re.escape(move.old)})(?=\))", text):
            yield Edit(*link.span(1), move.new)
