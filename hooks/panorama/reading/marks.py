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
IN_PROSE = ("lexicon", "figure", "number", "source", "drawing", "space", "publisher")
# Kinds of address that are ordinary links.
ADDRESSES = ("http", "https", "mailto", "tel")
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


def unmarked(text: str) -> str:
    """A record's text without its marks: the words alone."""
    if "](" not in text:
        return text
    return MARK.sub(lambda found: found["text"] if found["kind"] in IN_RECORDS else found[0], text)
