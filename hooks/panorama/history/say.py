"""A change in the words of a language: `le téléphone a changé`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from panorama.history.words import noun, sentence
from panorama.model.records import Range
from panorama.reading.marks import unmarked

if TYPE_CHECKING:
    from panorama.history.compare import Change
    from panorama.pages.voice import Voice

_PERIOD = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d))?)?")
# What happens to a record as a whole.
_WHOLE = ("added", "removed", "moved", "unreadable", "readable", "cited", "checked")
# What happens to a list.
_ITEMS = ("item-added", "item-changed", "item-removed", "reordered")


@dataclass(frozen=True)
class Teller:
    """Says changes in one language; whatever a version of long ago holds, it says something."""

    voice: Voice

    def say(self, key: str, **details: object) -> str:
        """A sentence of words.yml with the spaces of the language."""
        return self.voice.typeset(sentence(key, self.voice.language, **details))

    def counted(self, key: str, count: int) -> str:
        """A sentence about a number of things."""
        number = self.voice.number(count)
        return self.say(f"{key}.{self.voice.form(count)}", count=number)

    def change(self, change: Change) -> str:
        """One change as half a sentence, without capital or full stop."""
        if change.what == "named":
            return self.say("named", before=self.text(change.before), after=self.text(change.after))
        if change.what.startswith("figure-"):
            return self.say(change.what, **self._figure(change))
        if change.what.startswith("source-"):
            return self.say(change.what, source=self._source(str(change.after or change.before)))
        if change.what in _WHOLE:
            return self.say(change.what)
        field, number = self.field(change)
        if change.what in _ITEMS:
            return self.say(change.what, field=field)
        language = f".{change.languages[0]}" if len(change.languages) == 1 else ""
        return self.say(f"{change.what}{language}.{number}", field=field)

    def field(self, change: Change) -> tuple[str, str]:
        """What a change is about, with its article and number."""
        return noun(change.field, self.voice.language, self.text(change.label))

    def text(self, value: Any) -> str:
        """A text in this language without its marks, or as good as it can be said."""
        found = value.get(self.voice.language, "") if isinstance(value, dict) else value
        return unmarked(found) if isinstance(found, str) else ""

    def _source(self, name: str) -> str:
        known = self.voice.sources.get(name)
        return self.voice.short_name(known) if known else name

    def _figure(self, change: Change) -> dict[str, str]:
        return {
            "label": self.text(change.label),
            "before": self.amount(change.before, change.unit),
            "after": self.amount(change.after, change.unit),
            "moment": self.moment(change.moment),
        }

    def amount(self, value: Any, unit: str) -> str:
        """A number or a range with its unit."""
        number = _range(value) if isinstance(value, dict) else value
        if isinstance(number, bool) or not isinstance(number, (int, float, Range)):
            return str(value)
        if f"unit.{unit}.one" in self.voice.ui:
            return self.voice.quantity(number, unit)
        return f"{self.voice.amount(number)} {unit}".strip()

    def moment(self, period: str) -> str:
        """A date in words; what is none, as it was written."""
        is_date = all(_PERIOD.fullmatch(part) for part in period.split("/", 1))
        return self.voice.date(period) if is_date else period


def _range(value: dict[str, Any]) -> Range | None:
    ends = (value.get("min"), value.get("max"))
    return Range(*ends) if all(isinstance(end, (int, float)) for end in ends) else None  # type: ignore[arg-type]
