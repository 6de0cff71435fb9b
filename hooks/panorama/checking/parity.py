"""Whether the French and the Dutch of each text are still in step, field by field.

A pair is in step if it was declared so, or if both texts are others than those of any declared
pair. Where one text of a declared pair stands beside a new one, it was left behind.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from panorama.findings import Finding, Position
from panorama.reading.records import TRANSLATIONS
from panorama.reading.translations import Key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from panorama.model.catalogue import Language
    from panorama.reading.translations import Pair, Recorded, Text


@dataclass(frozen=True, slots=True)
class Behind:
    """A pair whose text in a language was left as it was when the other one changed."""

    pair: Pair
    language: Language

    @property
    def text(self) -> Text:
        """The text that is to be revised."""
        return self.pair.texts[self.language]


@dataclass(frozen=True, slots=True)
class Parity:
    """How the pairs of some records compare with those that were declared equal, by owner.

    `kept` are still as declared, `fresh` are new or changed on both sides, `reasons` are declared
    pairs that are gone and tell what is behind; `gone` counts those that tell nothing.
    """

    behind: tuple[Behind, ...] = ()
    fresh: tuple[Pair, ...] = ()
    kept: Mapping[str, Counter[Key]] = field(default_factory=dict)
    reasons: Mapping[str, Counter[Key]] = field(default_factory=dict)
    gone: int = 0


def parity(pairs: Iterable[Pair], recorded: Recorded, known: set[str]) -> Parity:
    """Compare the pairs with those that were declared equal.

    `known` are the owners whose file is there: one that cannot be read says nothing.
    """
    owners: dict[str, list[Pair]] = {}
    for pair in pairs:
        owners.setdefault(pair.owner, []).append(pair)
    absent = recorded.keys() - owners.keys()
    kept = {owner: recorded[owner] for owner in absent & known}
    gone = sum(recorded[owner].total() for owner in absent - known)
    behind: list[Behind] = []
    fresh: list[Pair] = []
    reasons: dict[str, Counter[Key]] = {}
    for owner, mine in owners.items():
        declared = recorded.get(owner, Counter())
        if declared == Counter(pair.key for pair in mine):
            kept[owner] = declared
            continue
        found, new, why = _compared(mine, declared)
        behind += found
        fresh += new
        kept[owner] = declared & Counter(pair.key for pair in mine)
        reasons[owner] = why
        gone += (declared - kept[owner] - why).total()
    ordered = sorted(behind, key=lambda one: (one.text.path, one.text.position, one.pair.field))
    return Parity(tuple(ordered), tuple(fresh), kept, reasons, gone)


def _compared(
    pairs: list[Pair], declared: Counter[Key]
) -> tuple[list[Behind], list[Pair], Counter[Key]]:
    """What is behind, what is new, and the declared pairs that tell so, of one owner."""
    left = Counter(pair.key for pair in pairs) - declared
    gone = declared - Counter(pair.key for pair in pairs)
    behind, fresh, reasons = [], [], Counter[Key]()
    for pair in pairs:
        if not left[pair.key]:
            continue
        left[pair.key] -= 1
        french, dutch = pair.key
        reason = next((key for key in gone if french == key[0] or dutch == key[1]), None)
        if reason is None:
            fresh.append(pair)
        else:
            behind.append(Behind(pair, "fr" if french == reason[0] else "nl"))
            reasons[reason] = gone[reason]
    return behind, fresh, reasons


def recorded_anew(found: Parity, declared: set[str]) -> Recorded:
    """What is to be written: all that is in step, and all of the owners that are declared so."""
    anew = {owner: Counter(keys) for owner, keys in found.kept.items()}
    in_step = [one.pair for one in found.behind if one.pair.owner in declared]
    for pair in (*found.fresh, *in_step):
        anew.setdefault(pair.owner, Counter())[pair.key] += 1
    for owner in found.reasons.keys() - declared:
        anew[owner] = anew.get(owner, Counter()) + found.reasons[owner]
    return anew


def parity_findings(found: Parity) -> Iterator[Finding]:
    """Each text that is behind, and that some are to be recorded."""
    for one in found.behind:
        other = "nl" if one.language == "fr" else "fr"
        details = {
            "changed": f"text-{other}",
            "lagging": f"text-{one.language}",
            "field": one.pair.field,
            "owner": one.pair.owner,
        }
        yield Finding(one.text.path, one.text.position, "translation-behind", details, "warning")
    count = max(len(found.fresh), found.gone)  # a change is a new pair and one that is gone
    if count:
        details = {"count": str(count)}
        yield Finding(TRANSLATIONS, Position(), "translations-unrecorded", details, "warning")
