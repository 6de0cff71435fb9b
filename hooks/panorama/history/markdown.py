"""A proposal as a comment on its pull request.

Whatever a record holds stands in a code span (see panorama.neutral). No comment is longer than the
platform takes: what does not fit is left out whole, a fact, a record or a chapter at a time, and
counted.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING
from urllib.parse import quote

from panorama.history.layout import pages_now, pages_then, summary
from panorama.model.catalogue import LANGUAGES
from panorama.neutral import code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from panorama.checking.parity import Behind
    from panorama.history.compare import Change
    from panorama.history.layout import Layout
    from panorama.history.proposal import Chapter, Proposal
    from panorama.history.touched import Touched

MARK = "<!-- panorama-changes -->"  # by which a comment finds its earlier self
# Bytes: GitHub takes 65,536 characters, and .github/scripts/one-comment.sh adds a line.
BODY = 60_000
TRANSLATIONS = 10_000
CHAPTERS = 8_000
FACTS = 16_000  # of one record
CELL = 500  # characters
COLUMNS = ("column.fact", "", "column.before", "column.after")
# An address that can stand in a link, and nothing beside it.
_SITE = re.compile(r"https?://[\w.:\[\]-]+/(?:[\w.~%/-]*/)?")


def as_markdown(proposal: Proposal, layout: Layout) -> str:
    """A comment on a pull request: before and after, in both languages."""
    head = [MARK, f"## {layout.both('heading')}", ""]
    head += [f"- {line}" for line in summary(proposal, layout, LANGUAGES)]
    start = ["\n".join(head), *_translations(proposal, layout)]
    end = list(_chapters(proposal, layout))
    # Old records before new ones, which would leave no room for them.
    records = sorted(proposal.records, key=lambda one: one.is_new)
    sections = ["\n".join(_section(one, proposal, layout)) for one in records]
    room = BODY - sum(map(_size, (*start, *end)))
    middle = _fitted(sections, room, lambda count: layout.counted("rest", count))
    return "\n\n".join([*start, *middle, *end])


def _size(part: str) -> int:
    """Bytes of a part with what stands between it and the next."""
    return len(part.encode("utf-8", "replace")) + len("\n\n")


def _fitted(parts: list[str], room: int, rest: Callable[[int], str]) -> list[str]:
    """As many parts as fit in some bytes, and how many more there are."""
    sizes = list(accumulate(map(_size, parts)))
    if not parts or sizes[-1] <= room:
        return parts
    kept = sum(size <= room - _size(rest(len(parts))) for size in sizes)
    return [*parts[:kept], rest(len(parts) - kept)]


def _translations(proposal: Proposal, layout: Layout) -> Iterator[str]:
    """What is to be revised, and what is to be declared."""
    found = proposal.translations
    if found.added:
        lines = [_left(one, layout) for one in found.added]
        listed = _fitted(lines, TRANSLATIONS, lambda count: f"- {layout.counted('listed', count)}")
        yield f"### {layout.both('translations')}\n\n" + "\n".join(listed)
    if found.unrecorded:
        yield layout.both("unrecorded", count=found.unrecorded, command="`panorama translated`")


def _left(one: Behind, layout: Layout) -> str:
    """A text that the proposal leaves behind."""
    where = f"{_code(one.pair.owner)} {_code(one.pair.field)}"
    return f"- {where}: {layout.both(f'behind.{one.language}')}"


def _chapters(proposal: Proposal, layout: Layout) -> Iterator[str]:
    if proposal.chapters:
        lines = [f"- {' · '.join(_chapter(one, proposal, layout))}" for one in proposal.chapters]
        listed = _fitted(lines, CHAPTERS, lambda count: f"- {layout.counted('listed', count)}")
        yield f"### {layout.both('chapters')}\n\n" + "\n".join(listed)


def _chapter(chapter: Chapter, proposal: Proposal, layout: Layout) -> Iterator[str]:
    """The page that is online, or the address of a new one, and the file of the preview."""
    yield _link(chapter.address, layout) if chapter.was else _code(f"/{chapter.address}")
    if chapter.is_there and not proposal.errors:
        yield f"{layout.both('preview')} {_preview(chapter.address)}"


def _section(touched: Touched, proposal: Proposal, layout: Layout) -> Iterator[str]:
    names = dict.fromkeys(layout.name(touched, language) for language in LANGUAGES)
    yield f"### {' / '.join(map(_code, names))}"
    yield ""
    pages = list(_pages(touched, proposal, layout))
    if pages:
        yield from pages
        yield ""
    heads = (layout.both(key) if key else "" for key in COLUMNS)
    yield f"| {' | '.join(heads)} |"
    yield "|---|---|---|---|"
    rows = ["\n".join(_rows(change, layout)) for change in touched.changes]
    yield from _fitted(rows, FACTS, lambda count: f"\n{layout.counted('facts', count)}")


def _pages(touched: Touched, proposal: Proposal, layout: Layout) -> Iterator[str]:
    """Where the record is online, and which files of the preview show it, if there is one."""
    then, now = pages_then(touched), pages_now(touched)
    if then:
        links = " · ".join(_link(path, layout) for path in then)
        yield f"- {layout.both('published')} {links}"
    if now and not proposal.errors:
        yield f"- {layout.both('preview')} {' · '.join(map(_preview, now))}"


def _link(path: str, layout: Layout) -> str:
    """A page of the published site, whose address is text where it cannot be a link."""
    address = quote(path, safe="/#", errors="replace")
    if not _SITE.fullmatch(layout.site):
        return _code(f"{layout.site}{address}")
    return f"[{_code(f'/{address}')}]({layout.site}{address})"


def _preview(path: str) -> str:
    page, mark, anchor = path.partition("#")
    return _code(f"{page}index.html{mark}{anchor}")


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
    """A text in a code span, no longer than a cell."""
    flat = " ".join(text.split())
    return code(flat if len(flat) <= CELL else f"{flat[:CELL]}…")
