"""Spaces that keep a line together, by the rules of each language.

French: a narrow no-break space before ; ! ? and a no-break space before : and inside « » (Lexique
des règles typographiques en usage à l’Imprimerie nationale). Both: units and numbers stay together.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from panorama.model.catalogue import Language

NO_BREAK = "\u00a0"
NARROW = "\u202f"
_FRENCH = (
    (re.compile(r"[ \u00a0\u202f]+([;!?])"), rf"{NARROW}\1"),
    (re.compile(r"[ \u00a0\u202f]+([:»])"), rf"{NO_BREAK}\1"),
    (re.compile(r"«[ \u00a0\u202f]*"), f"«{NO_BREAK}"),
)
# 1 246 136, but not a telephone number: those start with 0 or go on with groups of two.
_GROUPED = re.compile(r"(?<!\d)(?<!\d )[1-9]\d{0,2}(?: \d{3})+(?!\d)(?! \d{2}\b)")
_BOTH = (
    (re.compile(r"(?<=\d) (?=%)"), NO_BREAK),
    (re.compile(r"(?<=§) "), NO_BREAK),
)


@functools.cache  # every page says the same few hundred interface texts
def typeset(text: str, language: Language) -> str:
    """A plain text with the spaces of its language; never changes a letter."""
    for pattern, replacement in (*(_FRENCH if language == "fr" else ()), *_BOTH):
        text = pattern.sub(replacement, text)
    return _GROUPED.sub(lambda number: number.group().replace(" ", NARROW), text)
