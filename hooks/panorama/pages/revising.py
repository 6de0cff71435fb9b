"""Texts whose translation is being revised, as pages look for them."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from panorama.checking.parity import Behind
    from panorama.model.catalogue import Language
    from panorama.model.records import Item, Label
    from panorama.pages.entry import Entry
    from panorama.pages.voice import Voice


@dataclass(frozen=True)
class Revised:
    """What is behind in a language: texts by their words, fields by the file that they stand in."""

    texts: frozenset[tuple[Language, str, str]] = frozenset()
    fields: Mapping[tuple[Language, str], frozenset[str]] = field(default_factory=dict)

    def has(self, label: Label | Item, language: Language) -> bool:
        """Whether a record's text was left as it was when the other language changed."""
        return bool(self.texts) and (language, label.fr, label.nl) in self.texts

    def of(self, entry: Entry) -> frozenset[str]:
        """Fields of the page's record, or sections of its text."""
        return self.fields.get((entry.language, entry.source), frozenset()) | self.sections(entry)

    def sections(self, entry: Entry) -> frozenset[str]:
        """Anchors with their sign, `#facts`, of what is written by hand for a page."""
        prose = entry.data.get("prose")
        file = f"docs/{prose.path}" if prose else ""
        return self.fields.get((entry.language, file), frozenset())


def flag(voice: Voice) -> Markup:
    """What stands beside a text that is behind, and is not searched."""
    said = voice.t("translation.behind")
    return Markup('<span class="flag" data-pagefind-ignore>{}</span>').format(said)


def revised(behind: Iterable[Behind]) -> Revised:
    """From what a check found; files are named from the project's root."""
    fields: dict[tuple[Language, str], set[str]] = {}
    texts = set()
    for one in behind:
        pair = one.pair.texts
        texts.add((one.language, pair["fr"].words, pair["nl"].words))
        file = posixpath.normpath(f"data/{one.text.path}")
        fields.setdefault((one.language, file), set()).add(one.pair.field)
    return Revised(frozenset(texts), {file: frozenset(names) for file, names in fields.items()})
