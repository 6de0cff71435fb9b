"""Who pays, coordinates and employs: boxes in columns, from left to right."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from panorama.model.records import Device

BOX, STEP = 210, 262  # width of a box, distance of two columns
LINE, PADDING, BETWEEN, HEAD = 19, 10, 12, 34
LETTERS = 22  # of a line in a box
COLUMNS = ("funded_by", "coordinated_by", "employed_by")


@dataclass(frozen=True)
class Box:
    """A name, whole and by line, in a frame; x, y, height in pixels from the upper left corner."""

    name: str
    x: int
    y: int
    height: int
    lines: list[str]


@dataclass(frozen=True)
class Diagram:
    """Columns of boxes under their headings; arrows go from each column to the next."""

    width: int
    height: int
    columns: list[tuple[str, int, list[Box]]]


def diagram(
    device: Device, name: Callable[[str], str], missing: Callable[[str], str], hosts: str
) -> Diagram:
    """The organisations that carry a scheme now.

    `name` gives an organisation's name; `missing` says in words what is not known; `hosts` says how
    many house it, empty where none does.
    """
    columns = []
    for place, part in enumerate(COLUMNS):
        involved = getattr(device, part)
        if isinstance(involved, str):
            names = [missing(involved)]
        else:
            current = [one for one in involved if not one.until]
            names = [name(one.organisation) for one in current] or [missing("unknown")]
        columns.append((part, place * STEP, _stacked(names, place * STEP)))
    if hosts:
        columns.append(("hosted_by", len(columns) * STEP, _stacked([hosts], len(columns) * STEP)))
    tallest = max(box.y + box.height for _, _, boxes in columns for box in boxes)
    return Diagram((len(columns) - 1) * STEP + BOX, tallest + 2, columns)


def _stacked(names: list[str], x: int) -> list[Box]:
    boxes: list[Box] = []
    y = HEAD
    for name in names:
        lines = textwrap.wrap(name, LETTERS, break_on_hyphens=False)
        height = len(lines) * LINE + 2 * PADDING
        boxes.append(Box(name, x, y, height, lines))
        y += height + BETWEEN
    return boxes
