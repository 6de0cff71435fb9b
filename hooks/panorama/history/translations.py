"""Which translations a proposal leaves behind, and which of them it brings back in step.

Two measures together: what was declared equal (data/translations.txt), and the proposal itself. A
pair that nobody ever declared is left behind too when only one of its texts changed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from panorama.checking.pairs import DOCS, prose_pairs, record_pairs
from panorama.checking.parity import parity
from panorama.checking.records import walked
from panorama.history.git import contents, files_of
from panorama.model.catalogue import LANGUAGES
from panorama.reading.prose import FILE, read_page, read_prose
from panorama.reading.records import TRANSLATIONS
from panorama.reading.translations import read_translations, translations

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from panorama.checking.parity import Behind
    from panorama.history.states import State
    from panorama.reading.prose import Prose
    from panorama.reading.translations import Pair, Recorded


@dataclass(frozen=True)
class Texts:
    """Every text of a state in both languages, and those that were declared equal, by owner."""

    pairs: list[Pair]
    declared: Recorded

    def owners(self) -> set[str]:
        """The records and chapters that have such texts."""
        return {pair.owner for pair in self.pairs}


@dataclass(frozen=True)
class Translations:
    """Texts to be revised: those that a proposal adds, those that it settles, and how many are.

    `alone` are those of the added ones that no declared pair tells, so that a check does not see
    them. `unrecorded` counts pairs that are new, or new on both sides, and that nobody declared.
    """

    added: tuple[Behind, ...]
    alone: tuple[Behind, ...]
    settled: tuple[Behind, ...]
    total: int
    unrecorded: int


def compared(before: Texts, now: Texts, unread: Collection[str]) -> Translations:
    """What came and went between two states; `unread` are files that cannot be read now."""
    was = parity(before.pairs, before.declared, set())
    found = parity(now.pairs, now.declared, set())
    late = {name for one in was.behind for name in _names(one)}
    in_step = _keys(pair for pair in before.pairs if late.isdisjoint(_places(pair)))
    alone = [
        one
        for one in parity(now.pairs, in_step, set()).behind
        if not now.declared.get(one.pair.owner, Counter())[one.pair.key]
    ]
    more = tuple(_others(alone, found.behind))
    known = _keys(before.pairs)
    places = {id(one.pair) for one in more}
    silent = {path.removesuffix(".yml") for path in unread}
    return Translations(
        added=(*_others(found.behind, was.behind), *more),
        alone=more,
        settled=tuple(
            one for one in _others(was.behind, found.behind) if one.pair.owner not in silent
        ),
        total=len(found.behind) + len(more),
        unrecorded=sum(
            id(pair) not in places and not known.get(pair.owner, Counter())[pair.key]
            for pair in found.fresh
        ),
    )


def _keys(pairs: Iterable[Pair]) -> Recorded:
    found: Recorded = {}
    for pair in pairs:
        found.setdefault(pair.owner, Counter())[pair.key] += 1
    return found


def _others(some: Iterable[Behind], known: Iterable[Behind]) -> Iterator[Behind]:
    """Those that are in neither the place nor the words of one of the others."""
    others = {name for one in known for name in _names(one)}
    return (one for one in some if others.isdisjoint(_names(one)))


def _names(one: Behind) -> tuple[tuple[str, ...], tuple[str, ...]]:
    owner = one.pair.owner
    return (owner, one.language, one.pair.field), (owner, one.language, *one.pair.key)


def _places(pair: Pair) -> Iterator[tuple[str, ...]]:
    """What `_names` gives where a text of the pair is behind."""
    return ((pair.owner, language, pair.field) for language in LANGUAGES)


def texts_now(data: Path, state: State) -> Texts:
    """The texts as they stand."""
    pages, _ = read_prose(data.parent / "docs")
    declared, _ = read_translations(data)
    documents = state.documents.values()
    pairs = [*record_pairs(walked(documents)), *prose_pairs(pages, f"../{DOCS.rstrip('/')}")]
    return Texts(pairs, declared or {})


def texts_then(
    data: Path, files: Mapping[str, str], commit: str, state: State, moves: Mapping[str, str]
) -> Texts:
    """The texts of a commit, from its `files`, under the addresses that records have now."""
    told = contents(data, [files[TRANSLATIONS]] if TRANSLATIONS in files else [])
    text = b"".join(told.values()).decode("utf-8", "replace")
    declared, _ = translations(text)
    pages = prose_pairs(_pages(data.parent / "docs", commit), "../docs")
    owners = {**moves, **{DOCS + then: DOCS + key for then, key in moves.items()}}
    return Texts(
        pairs=[
            replace(pair, owner=owners.get(pair.owner, pair.owner))
            for pair in (*record_pairs(walked(state.documents.values())), *pages)
        ],
        declared={owners.get(owner, owner): keys for owner, keys in declared.items()},
    )


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
