"""A section of the guide: a title that others refer to, and its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panorama.printing.content import Chip, Content, Words

if TYPE_CHECKING:
    from panorama.printing.blocks import Block


class Section(Content, frozen=True):
    """A chapter, a scheme, a commune, a term; `small` ones do not start a page."""

    title: str
    label: str
    blocks: tuple[Block, ...]
    lead: tuple[Words, ...] = ()
    chip: Chip | None = None
    small: bool = False
    other: str = ""
