"""Rules of the marks in records' texts, and of the matrix of lines and levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panorama.checking.records import ANY, at, matches
from panorama.checking.schema import suggestion
from panorama.reading.marks import IN_RECORDS, malformed, marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panorama.checking.records import Records
    from panorama.findings import Finding


def marks_resolve(records: Records) -> Iterator[Finding]:
    """What a text marks is a term of the lexicon."""
    for document, path, value in records.values:
        if not isinstance(value, str) or "](" not in value:
            continue
        for _, words in malformed(value):
            yield at(document, path, "malformed-mark", {"mark": words})
        for mark in marks(value):
            if mark.kind not in IN_RECORDS:
                near = suggestion(mark.kind, IN_RECORDS)
                details = {"mark": mark.kind, "known": ", ".join(IN_RECORDS), **near}
                yield at(document, path, "unknown-mark", details)
            elif mark.key not in records.ids["lexicon"]:
                near = suggestion(mark.key, records.ids["lexicon"])
                yield at(
                    document, path, "unknown-reference", {"id": mark.key, "kind": "lexicon", **near}
                )
            elif not mark.text.strip():
                yield at(document, path, "empty-mark")


def lines_fit(records: Records) -> Iterator[Finding]:
    """Cells of the matrix of lines and levels stand in its rows and columns."""
    for document in records.of("lines"):
        for field, part in (("row", "rows"), ("column", "columns")):
            known = [entry["id"] for entry in document.value[part]]
            for path, name in matches(document.value, ("cells", ANY, field)):
                if name not in known:
                    details = {"id": name, "kind": f"lines-{field}", **suggestion(name, known)}
                    yield at(document, path, "unknown-reference", details)


def ranks_have_a_row(records: Records) -> Iterator[Finding]:
    """Every line or level of care that a scheme names has its row in the matrix."""
    for lines in records.of("lines"):
        placed = [rank for _, rank in matches(lines.value, ("rows", ANY, "ranks", ANY))]
        for document in records.of("device"):
            for path, line in matches(document.value, ("lines_of_care", ANY)):
                rank = {"scale": line["scale"], "rank": line["rank"]}
                if rank not in placed:
                    yield at(document, (*path, "rank"), "unplaced-rank", rank)
