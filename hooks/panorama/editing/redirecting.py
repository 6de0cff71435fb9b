"""The list of addresses that records once had, edited line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from panorama.editing.spans import Edit, edited, rewritten, spans

if TYPE_CHECKING:
    from collections.abc import Iterator

EMPTY = """\
# yaml-language-server: $schema=schemas/redirects.schema.json
# Addresses that records once had, each with where the record is now (see `panorama rename`).
[]
"""


def redirected(text: str, old: str, new: str, day: str) -> str:
    """The list with one more address; those that led to the old one lead to the new one.

    An address that a record has again is one of the past no longer.
    """
    rest = edited(text, _updated(text, old, new))
    line = f"- {{from: {old}, to: {new}, on: {day}}}\n"
    node = yaml.compose(rest, Loader=yaml.CSafeLoader)
    if node is None or not node.value:
        start = node.start_mark.index if node else len(rest)
        return rest[:start] + line
    return rest if rest.endswith(line) else rest.rstrip() + "\n" + line


def _updated(text: str, old: str, new: str) -> Iterator[Edit]:
    found = spans(text)
    for path, span in found.items():
        if path[-1] == "from" and span.value == new:
            start = text.rindex("\n", 0, span.start) + 1 if "\n" in text[: span.start] else 0
            end = text.find("\n", span.end) + 1 or len(text)
            yield Edit(start, end, "")
        elif path[-1] == "to" and span.value == old and found[path[0], "from"].value != new:
            yield rewritten(span, new, text)
