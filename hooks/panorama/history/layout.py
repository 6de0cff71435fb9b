"""What every layout of a proposal needs: names, facts and values, in the words of a language."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from panorama.history.days import path_of
from panorama.history.facts import texts
from panorama.history.items import narrowed
from panorama.history.wording import moments, plain
from panorama.history.words import sentence
from panorama.model.catalogue import LANGUAGES
from panorama.pages.entry import localised

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from panorama.history.compare import Change
    from panorama.history.proposal import Proposal
    from panorama.history.say import Teller
    from panorama.history.touched import Touched
    from panorama.model.catalogue import Language

LONGEST = 400  # characters of a value
NAME = 120  # of what a record is called
# What happens to a record or a list as a whole, and what names the thing itself.
_WHOLE = ("added", "removed", "unreadable", "readable", "cited", "reordered")
_TOLD = (*_WHOLE, "source-added", "source-removed", "item-added", "item-changed", "item-removed")
AROUND = 60  # characters before the first difference of two long texts


@dataclass(frozen=True)
class Layout:
    """What all layouts need: both languages, the one that is read, and the site's address.

    `names` are what the records of today are called, by address.
    """

    tellers: Mapping[Language, Teller]
    names: Mapping[Language, Mapping[str, str]]
    language: Language
    site: str
    data: str

    @property
    def mine(self) -> Teller:
        return self.tellers[self.language]

    def both(self, key: str, **details: object) -> str:
        """A sentence in both languages."""
        return " / ".join(sentence(key, language, **details) for language in self.tellers)

    def name(self, touched: Touched, language: Language) -> str:
        """What a record is called."""
        found = (touched.record.get(field) for field in ("names", "terms", "title"))
        text = next(filter(None, map(self.tellers[language].text, found)), "")
        return textwrap.shorten(text, NAME, placeholder=" …") or touched.key.rpartition("/")[2]

    def counted(self, key: str, count: int) -> str:
        """A sentence about a number of things in both languages."""
        return " / ".join(teller.counted(key, count) for teller in self.tellers.values())

    def what(self, change: Change, language: Language) -> str:
        """The fact that changed, or what happened where it is no single fact."""
        teller = self.tellers[language]
        if change.what == "moved":
            return sentence("page", language)
        if change.what == "named" or (change.field == "terms" and isinstance(change.after, dict)):
            return sentence("name", language)
        return teller.change(change) if change.what in _TOLD else teller.field(change)[0]

    def values(self, change: Change, language: Language) -> tuple[str, str]:
        """What the fact said before and says now."""
        if change.what in _WHOLE:
            return "", ""
        teller = self.tellers[language]
        if change.what == "moved":
            before, after = (localised(path_of(key), language) for key in _addresses(change))
            return f"/{before}", f"/{after}"
        if change.what == "checked":
            return _checked(change.before), _checked(change.after)
        if change.what.startswith("figure-"):
            moment = teller.moment(change.moment)
            before, after = (
                "" if one is None else f"{teller.amount(one, change.unit)} ({moment})"
                for one in (change.before, change.after)
            )
            return before, after
        if change.what == "dated":
            return moments(change.before, teller), moments(change.after, teller)
        return _clipped(*self._apart(narrowed(change), language))

    def _apart(self, change: Change, language: Language) -> tuple[str, str]:
        """Two values on a line each; of two lists of words, what one of them has alone."""
        old, new = (_spoken(value, language) for value in (change.before, change.after))
        if old is None or new is None:
            field = tuple(change.field.split("."))
            voice, names = self.tellers[language].voice, self.names[language]
            before, after = (
                plain(one, field, voice, names) for one in (change.before, change.after)
            )
            return before, after
        return _without(old, new), _without(new, old)


def _checked(value: Any) -> str:
    """Day and manner of a check, as the record has them."""
    if not isinstance(value, dict):
        return ""
    return f"{value.get('on', '')} ({value.get('how', '')})"


def _addresses(change: Change) -> tuple[str, str]:
    return str(change.before), str(change.after)


def _spoken(value: Any, language: Language) -> list[str] | None:
    """The points of a text, or the names that are a list a language; None for any other value."""
    spoken = texts(value)
    if spoken:
        found: Any = spoken[language]
    else:
        found = value.get(language) if isinstance(value, dict) else None
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        return None
    return [" ".join(one.split()) for one in found]


def _without(some: list[str], others: list[str]) -> str:
    return " · ".join(one for one in some if one not in others)


def _clipped(before: str, after: str) -> tuple[str, str]:
    """Two texts from shortly before they differ."""
    if max(len(before), len(after)) <= LONGEST:
        return before, after
    pairs = zip(before, after, strict=False)
    same = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(before), len(after)))
    return _window(before, same - AROUND), _window(after, same - AROUND)


def _window(text: str, start: int) -> str:
    start = max(start, 0)
    end = start + LONGEST
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def summary(proposal: Proposal, layout: Layout, languages: tuple[Language, ...]) -> Iterator[str]:
    """Counts: records, checks renewed, touched and overdue, translations, findings."""
    counts: dict[str, dict[str, object]] = {
        "summary.records": {"count": len(proposal.records)},
        "summary.renewed": {"count": len(proposal.renewed)},
        "summary.overdue": {"count": len(proposal.still_overdue), "total": len(proposal.overdue)},
        "summary.translations": {
            "added": len(proposal.translations.added),
            "settled": len(proposal.translations.settled),
            "total": proposal.translations.total,
        },
        "summary.findings": {"errors": proposal.errors, "warnings": proposal.warnings},
    }
    for key, details in counts.items():
        yield " / ".join(layout.tellers[name].say(key, **details) for name in languages)


def addresses(touched: Touched, layout: Layout) -> list[str]:
    """Pages that show a record, in both languages; of one that is gone, none."""
    return [f"{layout.site}{path}" for path in pages_now(touched)]


def pages_now(touched: Touched) -> list[str]:
    """Pages that show a record as it stands, from the site's root."""
    return _pages(touched.key if touched.document else "")


def pages_then(touched: Touched) -> list[str]:
    """Pages that showed a record before it was touched."""
    return _pages(touched.was)


def _pages(key: str) -> list[str]:
    return [localised(path_of(key), language) for language in LANGUAGES] if "/" in key else []
