"""How wide a text is: advance widths of Atkinson Hyperlegible Next, the site's font."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from panorama.paths import FONTS

if TYPE_CHECKING:
    from collections.abc import Mapping

PLAIN, BOLD = 400, 600
EM = 1000  # units of the font's square
SPACES = {"\u00a0": " ", "\u202f": " ", "\u2011": "-"}  # set as their plain likes
MOST = 3  # lines of a name
WIDEST = 1.0  # of the size: for a letter that the font does not have


@functools.cache
def advances(weight: int) -> Mapping[str, int]:
    """Width of each character of a weight, in thousandths of the size.

    Read once a process from the very files that browsers load; pairs are not kerned, which only
    makes a text a little narrower than is said here.
    """
    from fontTools.ttLib import TTFont

    found: dict[str, int] = {}
    for subset in ("latin-ext", "latin"):
        name = f"atkinson-hyperlegible-next-{subset}-{weight}-normal.woff2"
        with TTFont(FONTS / "files" / name) as font:
            widths = font["hmtx"]
            found |= {chr(code): widths[glyph][0] for code, glyph in font.getBestCmap().items()}
    return found


@functools.lru_cache(maxsize=4096)
def width(text: str, size: float, weight: int = PLAIN) -> float:
    """Width of a text on one line, in the unit of its size."""
    known = advances(weight)
    plain = (SPACES.get(character, character) for character in text)
    return size * sum(known.get(letter, WIDEST * EM) for letter in plain) / EM


def wrapped(text: str, size: float, room: float, weight: int = PLAIN) -> list[str]:
    """A text in lines that fit a width; a word that does not stays whole."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, weight) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def broken(name: str) -> list[list[str]]:
    """A name on one line, and on two or three, cut after hyphens and at spaces."""
    pieces = name.replace("-", "-\n").replace(" ", "\n").split("\n")
    spaced = [piece if piece.endswith("-") else f"{piece} " for piece in pieces]
    return [_balanced(spaced, lines) for lines in range(1, min(len(pieces), MOST) + 1)]


def _balanced(pieces: list[str], count: int) -> list[str]:
    """Pieces in lines of which the longest is as short as can be."""
    if count == 1:
        return ["".join(pieces).strip()]
    found = [
        ["".join(pieces[:cut]).strip(), *_balanced(pieces[cut:], count - 1)]
        for cut in range(1, len(pieces) - count + 2)
    ]
    return min(found, key=lambda lines: max(map(len, lines)))
