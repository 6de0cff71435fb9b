"""Texts of records in Markdown that others lay out, where they stay the texts that they are.

Markdown is active and records come from anyone: in a code span nothing links, mentions or loads.
"""

from __future__ import annotations

import re

_TICKS = re.compile("`+")


def code(text: str) -> str:
    """A text in a code span, which it cannot end; a table's bar cannot end the cell."""
    if not text:
        return ""
    flat = " ".join(text.split())
    longest = max(map(len, _TICKS.findall(flat)), default=0)
    fence = "`" * (longest + 1)
    space = " " if flat.startswith("`") or flat.endswith("`") else ""
    return f"{fence}{space}{flat}{space}{fence}".replace("|", "\\|")
