"""A proposal as a comment on its pull request.

Whatever a record holds stands in a code span (see panorama.neutral).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from panorama.history.layout import addresses, summary
from panorama.model.catalogue import LANGUAGES
from panorama.neutral import code

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
        parts += [f"- {code(layout.site + address)}" for address in proposal.chapters[:CHAPTERS]]
    if proposal.translations.added:
        parts += ["", f"### {layout.both('translations')}", ""]
        parts += [_left(one, layout) for one in proposal.translations.added[:CHAPTERS]]
    return "\n".join(parts)


def _left(one: Behind, layout: Layout) -> str:
    """A text that the proposal leaves behind."""
    where = f"{code(one.pair.owner)} {code(one.pair.field)}"
    return f"- {where}: {layout.both(f'behind.{one.language}')}"


def _section(touched: Touched, layout: Layout) -> Iterator[str]:
    names = dict.fromkeys(layout.name(touched, language) for language in LANGUAGES)
    yield f"### {' / '.join(map(code, names))}"
    yield ""
    pages = addresses(touched, layout)
    if pages:
        yield " · ".join(map(code, pages))
        yield ""
    heads = (layout.both(key) if key else "" for key in COLUMNS)
    yield f"| {' | '.join(heads)} |"
    yield "|---|---|---|---|"
    for change in touched.changes:
        yield from _rows(change, layout)


def _rows(change: Change, layout: Layout) -> Iterator[str]:
    """One row where both languages say the same, two where they do not."""
    said = {language: layout.values(change, language) for language in LANGUAGES}
    what = " / ".join(code(layout.what(change, language)) for language in LANGUAGES)
    if said["fr"] == said["nl"]:
        yield _row(what, "", *map(code, said["fr"]))
        return
    for language in LANGUAGES:
        cells = map(code, said[language]) if any(said[language]) else [layout.both("same")] * 2
        yield _row(what if language == "fr" else "", language.upper(), *cells)


def _row(what: str, language: str, before: str, after: str) -> str:
    return f"| {what} | {language} | {before or '–'} | {after or '–'} |"
