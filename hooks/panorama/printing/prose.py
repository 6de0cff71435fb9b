"""Hand-written pages as content: the very HTML of the web, its marks filled in, as blocks."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, fromstring

from markdown import Markdown
from msgspec import structs

from panorama.printing.blocks import Drawing, Heading, Item, Line, Listing, Paragraph, Space, Table
from panorama.printing.content import Words, breakable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from panorama.pages.entry import Entry
    from panorama.pages.prose import Part
    from panorama.printing.blocks import Block
    from panorama.printing.pen import Pen

EXTENSIONS = ("attr_list", "def_list", "footnotes", "tables")  # as in mkdocs.yml
HEADINGS = {f"h{level}": level for level in range(1, 7)}
SPACES = re.compile(r"[ \t\n]+")  # no-break spaces stay


@dataclass(frozen=True)
class Page:
    """A page that is written by hand: what it is called and its Markdown, without front matter."""

    entry: Entry
    text: str


@dataclass(frozen=True)
class Reader:
    """Turns a page, with its marks filled in as on the web, into blocks.

    `to` gives the address of a page of the site, empty for none.
    """

    pen: Pen
    page: Page
    to: Callable[[str], str]

    def blocks(self) -> tuple[Block, ...]:
        """The whole page."""
        html = Markdown(extensions=list(EXTENSIONS), output_format="xhtml").convert(self.page.text)
        return tuple(self._parts(self.pen.writer(self.page.entry).parts(html)))

    def _parts(self, parts: list[Part]) -> Iterator[Block]:
        for part in parts:
            if part.drawing:
                yield Drawing(part.drawing)
            else:
                yield from self._blocks(fromstring(f"<div>{part.html}</div>"))  # noqa: S314 (written here)

    def _blocks(self, parent: Element) -> Iterator[Block]:
        for element in parent:
            yield from self._block(element)

    def _block(self, element: Element) -> Iterator[Block]:
        if element.tag in HEADINGS:
            label = f"{self.page.entry.path}#{element.get('id', '')}"
            yield Heading(HEADINGS[element.tag], self.words(element), label)
        elif element.tag in {"ul", "ol"}:
            yield Listing(tuple(self._item(item) for item in element), element.tag == "ol")
        elif element.tag == "div":
            yield from self._blocks(element)
        elif element.tag == "table":
            head, *rows = element.iter("tr")
            yield Table(self._line(head), tuple(self._line(row) for row in rows))
        elif element.get("class") == "writing":
            yield Space(len(element))
        else:
            yield Paragraph(self.words(element), facts=element.get("class") == "facts")

    def _item(self, element: Element) -> Item:
        """A point; where Markdown put no paragraph around its text, one is put here."""
        if element.find("p") is not None:
            return Item(tuple(self._blocks(element)))
        inner = [child for child in element if child.tag in {"ul", "ol"}]
        lists = [block for child in inner for block in self._block(child)]
        for child in inner:
            element.remove(child)
        return Item((Paragraph(self.words(element)), *lists))

    def _line(self, row: Element) -> Line:
        return Line(tuple(self.words(cell) for cell in row))

    def words(self, element: Element, style: Words | None = None) -> tuple[Words, ...]:
        """The text of an element, piece by piece."""
        style = style or Words("")
        found = [_words(element.text, style)]
        for child in element:
            found += [*self.words(child, self._style(child, style)), _words(child.tail, style)]
        return tuple(one for one in found if one.text)

    def _style(self, element: Element, style: Words) -> Words:
        return structs.replace(
            style,
            strong=style.strong or element.tag == "strong",
            emphasis=style.emphasis or element.tag == "em",
            missing=style.missing or element.get("class") == "missing",
            href=self._target(element) or style.href,
        )

    def _target(self, element: Element) -> str:
        """Where a link leads; a figure is read where it stands, so that it leads nowhere."""
        href = element.get("href", "")
        if element.get("class") == "value" or not href:
            return ""
        if ":" in href:
            return href
        path, _, anchor = href.partition("#")
        address = posixpath.join(self.page.entry.path or ".", path.removesuffix("index.md"))
        page = posixpath.normpath(address)
        base = "" if page == "." else f"{page}/"
        return self.to(f"{base}#{anchor}" if anchor else base)


def _words(text: str | None, style: Words) -> Words:
    return structs.replace(style, text=breakable(SPACES.sub(" ", text or "")))


def nowhere(_: str) -> str:
    """For documents of one page, where other pages are no link."""
    return ""


def section(blocks: tuple[Block, ...], anchor: str) -> tuple[Block, ...]:
    """The blocks below the heading with an anchor, up to the next one of its level or above."""
    found: list[Block] = []
    inside = 0
    for block in blocks:
        if isinstance(block, Heading):
            if inside and block.level <= inside:
                break
            if block.label.endswith(f"#{anchor}"):
                inside = block.level
                continue
        if inside:
            found.append(block)
    return tuple(found)


def points(blocks: tuple[Block, ...]) -> tuple[Words, ...]:
    """The points of the first list, each as one text."""
    listing = next((block for block in blocks if isinstance(block, Listing)), Listing(()))
    return tuple(
        Words("".join(words.text for block in item.blocks for words in _words_of(block)))
        for item in listing.items
    )


def _words_of(block: Block) -> tuple[Words, ...]:
    return block.words if isinstance(block, Paragraph) else ()
