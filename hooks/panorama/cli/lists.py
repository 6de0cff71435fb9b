"""What there is to do: records to check again, facts that nobody knows, texts to revise."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any

import msgspec

from panorama.checking.records import everywhere
from panorama.cli.tables import Row, Table
from panorama.model.records import CheckedOn
from panorama.pages.entry import due, is_overdue
from panorama.reading.marks import unmarked

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from panorama.checking.check import Checked
    from panorama.checking.report import Language
    from panorama.reading.records import Document

UNKNOWN = "unknown"
WORDS = {
    "overdue": {
        "title": {"fr": "Fiches à revérifier", "nl": "Fiches opnieuw na te kijken"},
        "none": {
            "fr": "Aucune fiche n’est à revérifier.",
            "nl": "Er zijn geen fiches na te kijken.",
        },
        "columns": {
            "due": {"fr": "À revérifier depuis", "nl": "Na te kijken sinds"},
            "checked": {"fr": "Vérifiée le", "nl": "Nagekeken op"},
            "how": {"fr": "Comment", "nl": "Hoe"},
        },
    },
    "missing": {
        "title": {"fr": "Ce qui n’est pas connu", "nl": "Wat niet bekend is"},
        "none": {"fr": "Tout est connu.", "nl": "Alles is bekend."},
        "columns": {
            "field": {"fr": "Champ", "nl": "Veld"},
            "said": {"fr": "Ce qui est écrit", "nl": "Wat er staat"},
        },
    },
    "translations": {
        "title": {"fr": "Traductions à revoir", "nl": "Te herziene vertalingen"},
        "none": {"fr": "Les deux langues vont de pair.", "nl": "Beide talen lopen gelijk."},
        "columns": {
            "field": {"fr": "Champ", "nl": "Veld"},
            "behind": {"fr": "Langue à revoir", "nl": "Te herziene taal"},
            "changed": {"fr": "Texte qui a changé", "nl": "Gewijzigde tekst"},
        },
    },
}


def table_of(what: str, checked: Checked, root: str, today: dt.date, language: Language) -> Table:
    """One of the lists; `root` is where the data folder is, seen from here."""
    found = {
        "overdue": lambda: overdue(checked, root, today),
        "missing": lambda: missing(checked, root, language),
        "translations": lambda: translations(checked, root),
    }
    words: Any = WORDS[what]
    return Table(
        title=words["title"][language],
        none=words["none"][language],
        columns={name: said[language] for name, said in words["columns"].items()},
        rows=tuple(found[what]()),
    )


def overdue(checked: Checked, root: str, today: dt.date) -> Iterator[Row]:
    """Records that want to be compared with their sources again, the longest waiting first."""
    found = []
    for document in checked.documents:
        if isinstance(document.value, dict) and "checked" in document.value:
            last = msgspec.convert(document.value["checked"], CheckedOn)
            if is_overdue(last, today):
                found.append((due(last), document, last))
    for day, document, last in sorted(found, key=lambda one: (one[0], one[1].path)):
        cells = (("due", day.isoformat()), ("checked", last.on), ("how", last.how))
        yield _row(root, document, ("checked",), cells)


def missing(checked: Checked, root: str, language: Language) -> Iterator[Row]:
    """Every field that says `unknown`, and every point that says what the sources do not."""
    for document in checked.documents:
        for path, value in everywhere(document.value):
            if value == UNKNOWN:
                said = UNKNOWN
            elif isinstance(value, dict) and value.get("missing") is True:
                said = unmarked(str(value[language]))
            else:
                continue
            cells = (("field", ".".join(map(str, path))), ("said", said))
            yield _row(root, document, path, cells)


def translations(checked: Checked, root: str) -> Iterator[Row]:
    """Texts that were left as they were when the other language changed."""
    for one in checked.parity.behind:
        other = one.pair.texts["nl" if one.language == "fr" else "fr"]
        cells = (
            ("field", one.pair.field),
            ("behind", one.language),
            ("changed", " ".join(unmarked(other.words).split())),
        )
        path = posixpath.normpath(root + one.text.path)
        yield Row(path, one.text.position.line, cells)


def _row(
    root: str, document: Document, path: tuple[str | int, ...], cells: tuple[tuple[str, str], ...]
) -> Row:
    line = document.values.at(path).line
    return Row(posixpath.normpath(root + document.path), line, cells)
