"""A proposal as text, JSON, Markdown or GitHub annotations."""

from __future__ import annotations

import json
import posixpath
from typing import TYPE_CHECKING, Any

from panorama.checking.report import annotation
from panorama.history.layout import addresses, summary
from panorama.history.markdown import as_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panorama.checking.parity import Behind
    from panorama.history.compare import Change
    from panorama.history.layout import Layout
    from panorama.history.proposal import Proposal


def as_text(proposal: Proposal, layout: Layout) -> str:
    """One record a paragraph, one change a line."""
    language = layout.language
    lines = []
    for touched in proposal.records:
        lines.append(f"{layout.name(touched, language)}  {layout.data}{touched.file}")
        lines += [f"  {_told(change, layout)}" for change in touched.changes]
    lines += [f"docs: {one.address}" for one in proposal.chapters]
    lines += [
        f"{posixpath.normpath(layout.data + one.text.path)}:{one.text.position.line}: "
        f"{layout.mine.say(f'behind.{one.language}')} ({one.pair.field})"
        for one in proposal.translations.added
    ]
    if proposal.translations.unrecorded:
        count = proposal.translations.unrecorded
        lines.append(layout.mine.say("unrecorded", count=count, command="panorama translated"))
    return "\n".join([*lines, *summary(proposal, layout, (language,))])


def _told(change: Change, layout: Layout) -> str:
    before, after = layout.values(change, layout.language)
    if not before and not after:
        return layout.mine.change(change)
    return f"{layout.what(change, layout.language)}: {before or '–'} → {after or '–'}"


def as_json(proposal: Proposal, layout: Layout) -> str:
    """Everything, for other programs."""
    found = {
        "records": [
            {
                "record": touched.key,
                "file": layout.data + touched.file,
                "pages": addresses(touched, layout),
                "changes": [_row(change, layout) for change in touched.changes],
            }
            for touched in proposal.records
        ],
        "chapters": [one.address for one in proposal.chapters],
        "translations": {
            "added": [_text(one) for one in proposal.translations.added],
            "settled": [_text(one) for one in proposal.translations.settled],
            "unrecorded": proposal.translations.unrecorded,
        },
        "renewed": [touched.key for touched in proposal.renewed],
        "overdue": list(proposal.overdue),
        "errors": proposal.errors,
        "warnings": proposal.warnings,
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def _text(one: Behind) -> dict[str, str]:
    return {"owner": one.pair.owner, "field": one.pair.field, "language": one.language}


def _row(change: Change, layout: Layout) -> dict[str, Any]:
    return {"what": change.what, "field": change.field} | {
        language: dict(
            zip(
                ("said", "before", "after"),
                (teller.change(change), *layout.values(change, language)),
                strict=True,
            )
        )
        for language, teller in layout.tellers.items()
    }


def as_github(proposal: Proposal, layout: Layout) -> str:
    """Workflow commands: each changed fact as a notice on its line, a new record as one.

    A text that was left behind is a warning, unless the check says so already.
    """
    return "\n".join([*_warnings(proposal, layout), *_notices(proposal, layout)])


def _warnings(proposal: Proposal, layout: Layout) -> Iterator[str]:
    for one in proposal.translations.alone:
        path = posixpath.normpath(layout.data + one.text.path)
        said = f"{layout.mine.say(f'behind.{one.language}')} ({one.pair.field})"
        yield annotation("warning", path, one.text.position, one.pair.owner, said)


def _notices(proposal: Proposal, layout: Layout) -> Iterator[str]:
    for touched in proposal.records:
        name = layout.name(touched, layout.language)
        for change in touched.changes[:1] if touched.is_new else touched.changes:
            place = touched.place(change)
            if place:
                path = layout.data + touched.file
                yield annotation("notice", path, place, name, _noticed(change, layout))


def _noticed(change: Change, layout: Layout) -> str:
    before, after = layout.values(change, layout.language)
    said = layout.mine.change(change)
    return f"{said} ({before or '–'} → {after or '–'})" if before or after else said


LAYOUTS = {"text": as_text, "json": as_json, "markdown": as_markdown, "github": as_github}
