"""Longer texts as content: paragraphs, lists, tables, headings, lines to write on."""

from __future__ import annotations

from panorama.printing.content import Content, Row, Words
from panorama.printing.maps import Map  # noqa: TC001 (msgspec reads it)


class Paragraph(Content, frozen=True, tag_field="kind", tag="paragraph"):
    """A paragraph, or the citations below a section."""

    words: tuple[Words, ...]
    facts: bool = False


class Heading(Content, frozen=True, tag_field="kind", tag="heading"):
    """A heading, with the name by which the document refers to it."""

    level: int
    words: tuple[Words, ...]
    label: str = ""


class Item(Content, frozen=True):
    """A point of a list: paragraphs and lists below it."""

    blocks: tuple[Block, ...]


class Listing(Content, frozen=True, tag_field="kind", tag="list"):
    """A list."""

    items: tuple[Item, ...]
    ordered: bool = False


class Line(Content, frozen=True):
    """A row of a table."""

    cells: tuple[tuple[Words, ...], ...]


class Table(Content, frozen=True, tag_field="kind", tag="table"):
    """A table with one row of headings; the first cell of each row names it."""

    head: Line
    rows: tuple[Line, ...]


class Space(Content, frozen=True, tag_field="kind", tag="space"):
    """Lines to write on."""

    lines: int


class Drawing(Content, frozen=True, tag_field="kind", tag="drawing"):
    """A drawing by its name."""

    name: str


class Plan(Content, frozen=True, tag_field="kind", tag="plan"):
    """A map."""

    map: Map


class Pairs(Content, frozen=True, tag_field="kind", tag="pairs"):
    """Named rows of statements: the first cell of each row counts."""

    rows: tuple[Row, ...]


class Frame(Content, frozen=True, tag_field="kind", tag="frame"):
    """What stands out from the rest: a title and what to remember."""

    title: str
    blocks: tuple[Block, ...]


Block = Frame | Pairs | Plan | Paragraph | Heading | Listing | Table | Space | Drawing
