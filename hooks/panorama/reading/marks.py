"""The marks that editors write in texts: Markdown links whose address is a kind and a key.

`[non-recours](lexicon:non-recours)` opens a definition, `[](figure:raq/workers)` becomes the value
of the record, `[3.1.1](source:panorama-1)` a citation. The words in brackets are the editor's own,
so no plural, elision or inflection has to be guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# In records only terms can be marked; what else there is to say stands in fields of its own.
IN_RECORDS = ("lexicon",)
# These two become something that stands between paragraphs.
ALONE = ("drawing", "space")
IN_PROSE = ("lexicon", "figure", "number", "source", "drawing", "space", "publisher")
# Kinds of address that are ordinary links.
ADDRESSES = ("http", "https", "mailto", "tel")
# What looks as if a mark was meant, however it is written: Markdown takes it for a link.
MEANT = re.compile(
    r"\[[^\[\]]*\]\(\s*<?\s*(?:KINDS)\s*:[^)]*\)|^ {0,3}\[[^\]\n]+\]:\s*<?(?:KINDS):.*$".replace(
        "KINDS", "|".join(IN_PROSE)
    ),
    re.IGNORECASE | re.MULTILINE,
)
MARK = re.compile(r"\[(?P<text>[^\[\]]*)\]\((?P<kind>[a-z-]+):(?P<key>[^()\s]*)\)")


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark; `start` and `end` are indexes of the text that it stands in."""

    text: str
    kind: str
    key: str
    start: int
    end: int


def marks(text: str) -> Iterator[Mark]:
    """Every mark of a text; links to other sites are none."""
    if "](" not in text:
        return
    for found in MARK.finditer(text):
        if found["kind"] not in ADDRESSES:
            yield Mark(found["text"], found["kind"], found["key"], *found.span())


def malformed(text: str) -> Iterator[tuple[int, str]]:
    """Place and words of what is meant as a mark but is not written as one."""
    starts = set()
    for mark in marks(text):
        starts.add(mark.start)
        # A picture, or attributes for the link: nothing is filled in there.
        if text[: mark.start].endswith("!") or text.startswith("{", mark.end):
            yield mark.start, text[mark.start : mark.end]
    for found in MEANT.finditer(text):
        if found.start() not in starts:
            yield found.start(), found[0].strip()


def unmarked(text: str) -> str:
    """A record's text without its marks: the words alone."""
    if "](" not in text:
        return text
    return MARK.sub(lambda found: found["text"] if found["kind"] in IN_RECORDS else found[0], text)
