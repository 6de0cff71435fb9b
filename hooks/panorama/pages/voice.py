"""How one language says things: interface texts, dates, numbers, names of sources."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from phonenumbers import (
    NumberParseException,
    PhoneNumber,
    PhoneNumberFormat,
    PhoneNumberType,
    format_number,
    is_valid_number,
    number_type,
)
from phonenumbers import parse as parse_number

from panorama.model.records import Range, Websites, is_known
from panorama.pages.typography import NO_BREAK, typeset
from panorama.reading.marks import unmarked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from panorama.model.catalogue import Language
    from panorama.model.records import Citation, Device, Item, Label, Labels, Period, Source

LOCALES: dict[Language, str] = {"fr": "fr_BE", "nl": "nl_BE"}
SPAN = 12  # letters that no longer stand side by side under a drawing
# A source's footnotes, called so in Dutch too; not the word inside a title.
_NOTE, _NOTES = re.compile(r"\bnote(?= \d)"), re.compile(r"\bnotes(?= \d)")
_LAYOUTS = {4: "y", 7: "MMMM y", 10: "d MMMM y"}


@dataclass(frozen=True)
class Voice:
    """Everything that is said differently in French and in Dutch."""

    language: Language
    ui: Mapping[str, Label]
    sources: Mapping[str, Source]

    @property
    def other(self) -> Language:
        """The other language."""
        return "nl" if self.language == "fr" else "fr"

    def t(self, key: str, **details: object) -> str:
        """The interface text of a key; raises KeyError for a key that ui.yml does not have."""
        text: str = getattr(self.ui[key], self.language)
        return typeset(text.format(**details) if details else text, self.language)

    def say(self, label: Label | Item) -> str:
        """A record's text in this language, without its marks."""
        return typeset(unmarked(getattr(label, self.language)), self.language)

    def written(self, label: Label | Item) -> str:
        """A record's text in this language with its marks, for pages that show them."""
        return typeset(getattr(label, self.language), self.language)

    def typeset(self, text: str) -> str:
        """A text that is in this language already, with its spaces."""
        return typeset(text, self.language)

    def whole_name(self, device: Device) -> str:
        """A scheme's name with its abbreviation, once where they are the same."""
        name, short = self.say(device.names), self.say(device.abbreviation)
        return name if name == short else f"{name} ({short})"

    def plain(self, label: Label) -> str:
        """A record's text as written: for addresses, data and attributes that machines read."""
        text: str = getattr(label, self.language)
        return unmarked(text)

    def in_other(self, label: Label) -> str:
        """A record's text in the other language."""
        return typeset(unmarked(getattr(label, self.other)), self.other)

    def paragraphs(self, label: Label) -> list[str]:
        """A longer text with its marks, cut at its empty lines."""
        return [part.replace("\n", " ").strip() for part in self.written(label).split("\n\n")]

    def both(self, labels: Labels | None) -> list[str]:
        """Other names in both languages, each once, this language's first."""
        if labels is None:
            return []
        mine, theirs = getattr(labels, self.language), getattr(labels, self.other)
        return list(dict.fromkeys((*mine, *theirs)))

    def in_both(self, labels: Labels | None) -> list[tuple[str, Language]]:
        """Other names with the language they are in; what both use is this language's."""
        mine = getattr(labels, self.language, ())
        return [
            (typeset(text, language), language)
            for text in self.both(labels)
            for language in [self.language if text in mine else self.other]
        ]

    def date(self, period: Period) -> str:
        """A year, month, day or a span of two, in words."""
        start, _, end = str(period).partition("/")
        if not end:
            return self._moment(start)
        return self.t("date.span", start=self._moment(start), end=self._moment(end))

    def _moment(self, text: str) -> str:
        day = dt.date.fromisoformat(f"{text}-01-01"[:10])
        said = format_date(day, _LAYOUTS[len(text)], locale=LOCALES[self.language])
        # French counts the first day of a month as an ordinal, which CLDR does not.
        return f"1er{said[1:]}" if self.language == "fr" and said.startswith("1 ") else said

    def short_date(self, period: Period) -> list[str]:
        """A date in figures, for drawings; a span of two months on two lines."""
        moments = [".".join(reversed(text.split("-"))) for text in str(period).split("/")]
        said = "–".join(moments)
        return [said] if len(said) < SPAN else [f"{moments[0]}–", *moments[1:]]

    def number(self, value: float) -> str:
        """A number with this language's group and decimal signs."""
        return format_decimal(value, locale=LOCALES[self.language])

    def form(self, count: float) -> str:
        """The grammatical number: French takes the singular below 2, Dutch for 1 only."""
        rule = Locale.parse(LOCALES[self.language]).plural_form
        return "one" if rule(count) == "one" else "many"

    def amount(self, value: float | Range) -> str:
        """A number or a range without its unit."""
        if isinstance(value, Range):
            return f"{self.number(value.min)}–{self.number(value.max)}"
        return self.number(value)

    def quantity(self, value: float | Range, unit: str) -> str:
        """A number or a range with its unit."""
        number = self.amount(value)
        form = self.form(value.max if isinstance(value, Range) else value)
        return f"{number}{NO_BREAK}{self.t(f'unit.{unit}.{form}')}"

    def phone(self, number: str) -> str:
        """A telephone number in the groups that Belgians write; short numbers as they are."""
        parsed = _parsed(number)
        return format_number(parsed, PhoneNumberFormat.NATIONAL) if parsed else number

    def tel(self, number: str) -> str:
        """A link that calls a number from anywhere; free numbers only answer within the country."""
        parsed = _parsed(number)
        is_free = parsed and number_type(parsed) == PhoneNumberType.TOLL_FREE
        if parsed and not is_free:
            return format_number(parsed, PhoneNumberFormat.RFC3966).replace("-", "")
        return "tel:" + number.replace(" ", "")

    def rank(self, rank: str) -> str:
        """A line or level of care: `0.5` in French as its users write it, `0,5` in Dutch."""
        return rank.replace(".", ",") if self.language == "nl" else rank

    def website(self, website: Websites | str) -> str:
        """The address in this language, or one of the words for what is not known."""
        found: str = getattr(website, self.language) if isinstance(website, Websites) else website
        return found

    def cited(self, citations: Iterable[Citation]) -> list[tuple[str, str]]:
        """Id and words of each source once: `Panorama 1 (2025), § 2.7, § 3.1`."""
        sections: dict[str, list[str]] = {}
        for citation in citations:
            said = self._section(citation.section)
            if said not in sections.setdefault(citation.id, []):
                sections[citation.id].append(said)
        return [
            (
                name,
                typeset(
                    ", ".join([self.short_name(self.sources[name]), *filter(None, found)]),
                    self.language,
                ),
            )
            for name, found in sections.items()
        ]

    def _section(self, section: str) -> str:
        """A section as the source numbers it; its footnotes are called so in each language."""
        said = f"§ {section}" if section[:1].isdigit() else section
        return _NOTE.sub("noot", _NOTES.sub("noten", said)) if self.language == "nl" else said

    def short_name(self, source: Source) -> str:
        """Author or publisher and year."""
        authors = source.authors
        who = source.publisher if not authors else authors[0]
        if len(authors) > 1:
            who = self.t("source.et-al", author=who)
        name = source.short_title or (self.t("source.no-author") if who == "unknown" else who)
        year = self.t("source.undated") if isinstance(source.year, str) else str(source.year)
        return f"{name} ({year})"

    def missing(self, word: Any) -> bool:
        """Whether a value is one of the words for what is not known or does not apply."""
        return not is_known(word)


def _parsed(number: str) -> PhoneNumber | None:
    """A number of the Belgian plan, or None for short ones such as 112."""
    try:
        parsed = parse_number(number, "BE")
    except NumberParseException:
        return None
    return parsed if is_valid_number(parsed) else None
