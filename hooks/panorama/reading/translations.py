"""Which French and Dutch texts belong together, and which were declared equal.

data/translations.txt has one line a pair: the record and a short hash of each text. It knows no
fields or places, so that moving a text changes nothing in it, and lines of two branches merge
without a conflict (see .gitattributes).
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from panorama.findings import Finding, Position
from panorama.reading.records import TRANSLATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from panorama.model.catalogue import Language

Key = tuple[str, str]
Recorded = dict[str, Counter[Key]]
LENGTH = 6  # of a hash in hexadecimal: texts are only compared with others of their own record
_LINE = re.compile(rf"(\S+) ([0-9a-f]{{{LENGTH}}}) ([0-9a-f]{{{LENGTH}}})")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_HEAD = """\
# Texts that were declared equal in French and Dutch: record, hash of the French, hash of the Dutch.
# Written by `panorama translated`; not to be edited by hand.
"""


@dataclass(frozen=True, slots=True)
class Text:
    """A text in one language and where it stands, which is looked up when it is asked for."""

    words: str
    path: str
    where: Callable[[], Position]

    @property
    def position(self) -> Position:
        """Where the text begins in its file."""
        return self.where()


@dataclass(frozen=True)
class Pair:
    """The same text in both languages. `owner` is the record (`devices/raq`) or chapter."""

    owner: str
    field: str
    texts: Mapping[Language, Text]

    @functools.cached_property
    def key(self) -> Key:
        """What stands for both texts in the file."""
        return hashed(self.texts["fr"].words), hashed(self.texts["nl"].words)


def hashed(text: str) -> str:
    """A short hash of the words alone: marks, addresses of links and line breaks do not count."""
    plain = _LINK.sub(r"\1", text) if "](" in text else text
    words = " ".join(plain.split())
    return hashlib.sha256(words.encode()).hexdigest()[:LENGTH]


def read_translations(data: Path) -> tuple[Recorded | None, list[Finding]]:
    """The pairs that were declared equal, by owner; None where nothing ever was."""
    file = data / TRANSLATIONS
    if not file.is_file():
        return None, []
    return translations(file.read_text("utf-8", "replace"))


def translations(text: str) -> tuple[Recorded, list[Finding]]:
    """The pairs that a file's text declares equal, and its lines that say nothing."""
    recorded: Recorded = {}
    findings = []
    for number, line in enumerate(text.splitlines(), start=1):
        found = _LINE.fullmatch(line)
        if found:
            recorded.setdefault(found[1], Counter())[found[2], found[3]] += 1
        elif line.strip() and not line.startswith("#"):
            findings.append(Finding(TRANSLATIONS, Position(number), "translations-line"))
    return recorded, findings


def as_lines(recorded: Recorded) -> str:
    """The file's text; a pair that a record has twice stands there twice."""
    lines = [
        f"{owner} {french} {dutch}\n"
        for owner in sorted(recorded)
        for french, dutch in sorted(recorded[owner].elements())
    ]
    return _HEAD + "".join(lines)
