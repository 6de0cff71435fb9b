"""The lexicon in two columns, French and Dutch, for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panorama.model.catalogue import Catalogue
    from panorama.model.records import Label, Labels, Term
    from panorama.pages.voice import Voice

# What a spreadsheet would take for a formula (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
COLUMNS = (
    "fr",
    "nl",
    "abbreviations_fr",
    "abbreviations_nl",
    "synonyms_fr",
    "synonyms_nl",
    "status",
)


def bilingual(catalogue: Catalogue, voice: Voice) -> str:
    """One row a term, in the order of the French ones; the header is the same in both languages."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(COLUMNS)
    for term in sorted(catalogue.terms.values(), key=lambda term: term.terms.fr.casefold()):
        table.writerow([safe(cell) for cell in _row(term, voice)])
    return text.getvalue()


def _row(term: Term, voice: Voice) -> Iterator[str]:
    yield from _pair(term.terms)
    for labels in (term.abbreviations, term.synonyms):
        yield from _lists(labels)
    yield voice.t(f"names.dutch.{term.dutch_status}")


def _pair(label: Label) -> tuple[str, str]:
    return label.fr, label.nl


def _lists(labels: Labels | None) -> tuple[str, str]:
    return ("; ".join(labels.fr), "; ".join(labels.nl)) if labels else ("", "")


def safe(cell: str) -> str:
    """A cell that no spreadsheet runs: an apostrophe before what looks like a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
