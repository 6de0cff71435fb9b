"""What every layout of a proposal needs: names, facts and values, in the words of a language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from panorama.history.days import path_of
from panorama.history.facts import texts
from panorama.history.words import sentence
from panorama.model.catalogue import LANGUAGES
from panorama.pages.entry import localised

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from panorama.history.compare import Change
    from panorama.history.proposal import Proposal, Touched
    from panorama.history.say import Teller
    from panorama.model.catalogue import Language

LONGEST = 400  # characters of a value
AROUND = 60  # characters before the first difference of two long texts


@dataclass(frozen=True)
class Layout:
    """What all layouts need: both languages, the one that is read, and the site's address."""

    tellers: Mapping[Language, Teller]
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
        return text or touched.key.rpartition("/")[2]

    def what(self, change: Change, language: Language) -> str:
        """The fact that changed, or what happened where it is no single fact."""
        whole = change.what in ("added", "removed", "cited") or change.what.startswith("source-")
        teller = self.tellers[language]
        if change.what == "named":
            return sentence("name", language)
        return teller.change(change) if whole else teller.field(change)[0]

    def values(self, change: Change, language: Language) -> tuple[str, str]:
        """What the fact said before and says now."""
        if change.what in ("added", "removed"):
            return "", ""
        teller = self.tellers[language]
        if change.what == "checked":
            return _checked(change.before), _checked(change.after)
        if change.what.startswith("figure-"):
            moment = teller.moment(change.moment)
            before, after = (
                "" if one is None else f"{teller.amount(one, change.unit)} ({moment})"
                for one in (change.before, change.after)
            )
            return before, after
        return _clipped(*_apart(change.before, change.after, language))


def _checked(value: Any) -> str:
    """Day and manner of a check, as the record has them."""
    if not isinstance(value, dict):
        return ""
    return f"{value.get('on', '')} ({value.get('how', '')})"


def plain(value: Any, language: Language) -> str:
    """A value of a record in one language, on one line."""
    spoken = texts(value)
    if spoken:
        return " · ".join(" ".join(one.split()) for one in spoken[language])
    if isinstance(value, dict):
        if value.keys() == {"fr", "nl"}:
            return plain(value[language], language)
        return ", ".join(f"{key}: {plain(one, language)}" for key, one in value.items())
    if isinstance(value, list):
        return " · ".join(plain(one, language) for one in value)
    return "" if value is None else " ".join(str(value).split())


def _apart(before: Any, after: Any, language: Language) -> tuple[str, str]:
    """Two values on a line each; of two texts, the points that one of them has alone."""
    old, new = texts(before), texts(after)
    if not old or not new:
        return plain(before, language), plain(after, language)
    was, now = ([" ".join(one.split()) for one in both[language]] for both in (old, new))
    return _without(was, now), _without(now, was)


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
    if touched.document is None:
        return []
    path = path_of(touched.key)
    return [f"{layout.site}{localised(path, language)}" for language in LANGUAGES]
