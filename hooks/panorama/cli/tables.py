"""Rows of what a report found, as text, JSON or Markdown."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from panorama.neutral import code

if TYPE_CHECKING:
    from panorama.checking.report import Language

TABLES = ("text", "json", "markdown")
LONGEST = 200  # characters of a text


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to do: the place, and what there is to say of it by the names of the columns."""

    path: str
    line: int
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a title, in the words of one language; `columns` names those of the cells."""

    title: str
    none: str
    columns: dict[str, str]
    rows: tuple[Row, ...]


_PLACE = {"fr": "Fiche", "nl": "Fiche"}


def laid_out(table: Table, layout: str, language: Language) -> str:
    """A table in one of the three layouts."""
    if layout == "json":
        return as_json(table)
    return as_markdown(table, language) if layout == "markdown" else as_text(table)


def as_text(table: Table) -> str:
    """One line a row, `path:line` first so that editors open it."""
    return "\n".join(
        f"{row.path}:{row.line}: " + " · ".join(clipped(text) for _, text in row.cells)
        for row in table.rows
    )


def as_json(table: Table) -> str:
    """An array of objects."""
    rows = [{"path": row.path, "line": row.line, **dict(row.cells)} for row in table.rows]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_markdown(table: Table, language: Language) -> str:
    """A heading with the number of rows, and the rows below it."""
    heading = f"## {table.title} ({len(table.rows)})\n\n"
    if not table.rows:
        return heading + table.none
    head = [_PLACE[language], *table.columns.values()]
    rows = [
        [code(f"{row.path}:{row.line}"), *(code(clipped(text)) for _, text in row.cells)]
        for row in table.rows
    ]
    lines = [head, ["---"] * len(head), *rows]
    return heading + "\n".join("| " + " | ".join(line) + " |" for line in lines)


def clipped(text: str) -> str:
    """As much of a text as tells which one it is."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
