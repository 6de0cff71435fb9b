"""Which translations a proposal leaves behind, and which of them it brings back in step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from panorama.checking.pairs import prose_pairs, record_pairs
from panorama.checking.parity import parity
from panorama.checking.records import walked
from panorama.history.git import contents, files_of
from panorama.model.catalogue import LANGUAGES
from panorama.reading.prose import FILE, read_page
from panorama.reading.records import TRANSLATIONS
from panorama.reading.translations import translations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from panorama.checking.parity import Behind, Parity
    from panorama.reading.prose import Prose
    from panorama.reading.records import Document


@dataclass(frozen=True)
class Translations:
    """Texts to be revised: those that a proposal adds, those that it settles, and how many are."""

    added: tuple[Behind, ...]
    settled: tuple[Behind, ...]
    total: int


def compared(before: Parity, now: Parity) -> Translations:
    """What came and went between two states."""
    return Translations(
        added=tuple(_others(now.behind, before.behind)),
        settled=tuple(_others(before.behind, now.behind)),
        total=len(now.behind),
    )


def _others(some: Iterable[Behind], known: Iterable[Behind]) -> Iterator[Behind]:
    """Those that are in neither the place nor the words of one of the others."""
    others = {name for one in known for name in _names(one)}
    return (one for one in some if others.isdisjoint(_names(one)))


def _names(one: Behind) -> tuple[tuple[str, ...], tuple[str, ...]]:
    owner = one.pair.owner
    return (owner, one.language, one.pair.field), (owner, one.language, *one.pair.key)


def parity_then(
    data: Path, files: Mapping[str, str], commit: str, documents: Iterable[Document]
) -> Parity:
    """How the languages compared in a commit, from its `files` and the records among them."""
    told = contents(data, [files[TRANSLATIONS]] if TRANSLATIONS in files else [])
    text = b"".join(told.values()).decode("utf-8", "replace")
    declared, _ = translations(text)
    pages = prose_pairs(_pages(data.parent / "docs", commit), "docs")
    return parity([*record_pairs(walked(documents)), *pages], declared, set())


def _pages(docs: Path, commit: str) -> Iterator[Prose]:
    """The hand-written pages of a commit that can be read."""
    files = (files_of(docs, commit) or {}) if docs.is_dir() else {}
    held = contents(docs, files.values())
    for path, name in files.items():
        language = next((one for one in LANGUAGES if path.startswith(f"{one}/")), None)
        if language and path.endswith(f"/{FILE}"):
            page, _ = read_page(path, held[name], language)
            if page:
                yield page
