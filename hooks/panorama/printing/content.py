"""What documents are made of: plain data that a template sets. No text here is ever markup."""

from __future__ import annotations

import re

from msgspec import Struct

# Zero-width spaces let addresses and other long strings break where a reader would cut them.
BREAK = "\u200b"
_WORD = re.compile(r"\S{22,}")
_SIGN = re.compile(r"(?<=[^\w\s\u200b'’(\[«‘])(?=\w)|(?<=\w)(?=[@<>({\[])")
_PHONE = re.compile(r"\b0\d{1,3}(?: \d{2,3}){2,3}\b")
_STRING = re.compile(r"\w{28}(?=\w{4})")


class Content(Struct, frozen=True, omit_defaults=True):
    """What all shapes have in common: no change after they are made."""


class Origin(Content, frozen=True):
    """Where a text comes from: a file seen from the data folder, and a field of it."""

    file: str = ""
    field: str = ""


class Words(Content, frozen=True):
    """A text; `missing` where it says that something is not known, `soft` for what is secondary.

    `joined` belongs to the statement before it; `language` is set where it is not the document's,
    `href` where it leads somewhere, `label` where others lead to it.
    """

    text: str
    missing: bool = False
    strong: bool = False
    soft: bool = False
    emphasis: bool = False
    joined: bool = False
    language: str = ""
    href: str = ""
    label: str = ""


class Cell(Content, frozen=True):
    """Statements side by side in one place of a page, and where they come from."""

    items: tuple[Words, ...]
    origin: Origin = Origin()


class Row(Content, frozen=True):
    """A named row: one cell a scheme, or one alone."""

    label: str
    cells: tuple[Cell, ...]
    small: bool = False


class Chip(Content, frozen=True):
    """A scheme's colour, pattern and abbreviation: always together."""

    id: str
    abbreviation: str
    name: str
    colour: str
    pattern: str


class Picture(Content, frozen=True):
    """A drawing as SVG, and the same in words."""

    svg: str
    alt: str


class Call(Content, frozen=True):
    """Who answers: a name and everything by which it is reached."""

    name: str
    reach: tuple[Words, ...]
    note: str = ""
    origin: Origin = Origin()


class Foot(Content, frozen=True):
    """What every document says at its end: how true it is, from whom, and where it lives."""

    facts: tuple[str, ...]
    address: str
    short: str
    code: Picture


def breakable(text: str) -> str:
    """A text whose long strings can be cut, so that none is wider than its column.

    Telephone numbers stay whole, and what is set as one text has one paragraph.
    """
    text = " ".join(text.split("\n\n"))
    text = _PHONE.sub(lambda number: number[0].replace(" ", "\u00a0"), text)
    return _WORD.sub(lambda word: _STRING.sub(rf"\g<0>{BREAK}", _SIGN.sub(BREAK, word[0])), text)
