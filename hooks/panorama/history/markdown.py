"""A proposal as a comment on its pull request.

Markdown is active and proposals come from anyone: whatever a record holds stands in a code span,
where nothing links, mentions or loads.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from panorama.history.layout import addresses, summary
from panorama.model.catalogue import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panorama.checking.parity import Behind
    from panorama.history.compare import Change
    from panorama.history.layout import Layout
    from panorama.history.proposal import Proposal, Touched

MARK = "<!-- panorama-changes -->"  # by which a comment finds its earlier self
BODY = 60_000  # characters; GitHub takes 65,536
CHAPTERS = 50  # and texts to be revised
COLUMNS = ("column.fact", "", "column.before", "column.after")
_TICKS = re.compile("`+")


def as_markdown(proposal: Proposal, layout: Layout) -> str:
    """A comment on a pull request: before and after, in both languages."""
    parts = [MARK, f"## {layout.both('heading')}", ""]
    parts += [f"- {line}" for line in summary(proposal, layout, LANGUAGES)]
    length = sum(map(len, parts))
    for number, touched in enumerate(proposal.records):
        section = "\n".join(_section(touched, layout))
        length += len(section)
        if length > BODY:
            rest = len(proposal.records) - number
            parts += ["", layout.both("rest", count=rest)]
            break
        parts += ["", section]
    if proposal.chapters:
        parts += ["", f"### {layout.both('chapters')}", ""]
        parts += [f"- {_code(layout.site + address)}" for address in proposal.chapters[:CHAPTERS]]
    if proposal.translations.added:
        parts += ["", f"### {layout.both('translations')}", ""]
        parts += [_left(one, layout) for one in proposal.translations.added[:CHAPTERS]]
    return "\n".join(parts)


def _left(one: Behind, layout: Layout) -> str:
    """A text that the proposal leaves behind."""
    where = f"{_code(one.pair.owner)} {_code(one.pair.field)}"
    return f"- {where}: {layout.both(f'behind.{one.language}')}"


def _section(touched: Touched, layout: Layout) -> Iterator[str]:
    names = dict.fromkeys(layout.name(touched, language) for language in LANGUAGES)
    yield f"### {' / '.join(map(_code, names))}"
    yield ""
    pages = addresses(touched, layout)
    if pages:
        yield " · ".join(map(_code, pages))
        yield ""
    heads = (layout.both(key) if key else "" for key in COLUMNS)
    yield f"| {' | '.join(heads)} |"
    yield "|---|---|---|---|"
    for change in touched.changes:
        yield from _rows(change, layout)


def _rows(change: Change, layout: Layout) -> Iterator[str]:
    """One row where both languages say the same, two where they do not."""
    said = {language: layout.values(change, language) for language in LANGUAGES}
    what = " / ".join(_code(layout.what(change, language)) for language in LANGUAGES)
    if said["fr"] == said["nl"]:
        yield _row(what, "", *map(_code, said["fr"]))
        return
    for language in LANGUAGES:
        cells = map(_code, said[language]) if any(said[language]) else [layout.both("same")] * 2
        yield _row(what if language == "fr" else "", language.upper(), *cells)


def _row(what: str, language: str, before: str, after: str) -> str:
    return f"| {what} | {language} | {before or '–'} | {after or '–'} |"


def _code(text: str) -> str:
    """A text in a code span, which it cannot end; a table's bar cannot end the cell."""
    if not text:
        return ""
    flat = " ".join(text.split())
    longest = max(map(len, _TICKS.findall(flat)), default=0)
    fence = "`" * (longest + 1)
    space = " " if flat.startswith("`") or flat.endswith("`") else ""
    return f"{fence}{space}{flat}{space}{fence}".replace("|", "\\|")
