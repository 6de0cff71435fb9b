"""The worksheet of the workshop paper, with room to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panorama.printing.content import Content, Foot, Origin
from panorama.printing.prose import Reader, nowhere

if TYPE_CHECKING:
    from panorama.printing.blocks import Block
    from panorama.printing.pen import Pen
    from panorama.printing.prose import Page

ADDRESS = "context/access/worksheet/"


class Worksheet(Content, frozen=True):
    """One page to fill in."""

    language: str
    site: str
    blocks: tuple[Block, ...]
    origin: Origin
    foot: Foot


def worksheet(pen: Pen, page: Page) -> Worksheet:
    """The hand-written page, which is in the pen's language."""
    return Worksheet(
        pen.voice.language,
        pen.t("site.name"),
        Reader(pen, page, nowhere).blocks(),
        Origin(f"../docs/{page.entry.file}"),
        pen.foot(ADDRESS),
    )
