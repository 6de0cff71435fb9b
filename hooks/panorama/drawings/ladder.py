"""The lines and levels of care as a ladder: one rung a row, one box a cell, the schemes beside."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from panorama.model.catalogue import Catalogue
    from panorama.model.records import Cell, Column, Device, Row
    from panorama.pages.voice import Voice

# Pixels: names of the rungs, a column, the schemes; a box, a line of text, and the space between.
NAMES, COLUMN, SCHEMES = 168, 156, 176
LINE, PADDING, GAP, HEAD = 18, 9, 10, 116
CHIP, CHIPS_A_ROW = 34, 2
LETTERS, GROUP_LETTERS = 18, 20  # of a line in a box, and above a column


@dataclass(frozen=True)
class Box:
    """A cell's name by line; x, y, width, height in pixels from the upper left corner."""

    x: int
    y: int
    width: int
    height: int
    lines: list[str]


@dataclass(frozen=True)
class Chip:
    """A scheme where it stands."""

    x: int
    y: int
    device: Device


@dataclass(frozen=True)
class Rung:
    """One row: what stands in each column, the schemes placed there, and how they are drawn."""

    row: Row
    cells: dict[str, list[Cell]]
    devices: list[Device]
    y: int
    height: int
    name: list[str]
    boxes: list[Box]
    chips: list[Chip]


@dataclass(frozen=True)
class Ladder:
    """The whole matrix. `groups` are the sectors above the columns: name, lines, columns."""

    columns: tuple[Column, ...]
    heads: list[list[str]]
    groups: list[tuple[str, list[str], int]]
    rungs: list[Rung]
    width: int
    height: int


def ladder(catalogue: Catalogue, voice: Voice) -> Ladder:
    """The matrix of lines.yml with the core schemes on their rungs."""
    lines = catalogue.lines
    groups = [
        (name, textwrap.wrap(name, GROUP_LETTERS * span), span)
        for name, found in groupby(lines.columns, key=lambda column: voice.say(column.group))
        for span in [len(list(found))]
    ]
    rungs: list[Rung] = []
    y = HEAD
    for row in lines.rows:
        rungs.append(_rung(row, y, catalogue, voice))
        y += rungs[-1].height
    width = NAMES + COLUMN * len(lines.columns) + SCHEMES
    heads = [textwrap.wrap(voice.say(column.names), LETTERS) for column in lines.columns]
    return Ladder(lines.columns, heads, groups, rungs, width, y + GAP)


def placed(row: Row, catalogue: Catalogue) -> list[Device]:
    """The core schemes with an activity on one of the row's lines or levels."""
    ranks = {(rank.scale, rank.rank) for rank in row.ranks}
    return [
        device
        for device in catalogue.core
        if not isinstance(device.lines_of_care, str)
        and any((line.scale, line.rank) in ranks for line in device.lines_of_care)
    ]


def _rung(row: Row, y: int, catalogue: Catalogue, voice: Voice) -> Rung:
    cells = {
        column.id: [c for c in catalogue.lines.cells if (c.row, c.column) == (row.id, column.id)]
        for column in catalogue.lines.columns
    }
    devices = placed(row, catalogue)
    boxes: list[Box] = []
    for place, found in enumerate(cells.values()):
        boxes += _stacked([voice.say(cell.name) for cell in found], NAMES + place * COLUMN, y + GAP)
    right = NAMES + COLUMN * len(cells) + GAP
    chips = [
        Chip(
            right + (place % CHIPS_A_ROW) * (SCHEMES // CHIPS_A_ROW),
            y + GAP + (place // CHIPS_A_ROW) * CHIP,
            device,
        )
        for place, device in enumerate(devices)
    ]
    name = textwrap.wrap(voice.say(row.names), LETTERS)
    bottoms = [
        *(box.y + box.height for box in boxes),
        *(chip.y + CHIP for chip in chips),
        y + GAP + LINE * len(name),
    ]
    return Rung(row, cells, devices, y, max(bottoms) - y + GAP, name, boxes, chips)


def _stacked(names: list[str], x: int, y: int) -> list[Box]:
    boxes: list[Box] = []
    for name in names:
        lines = textwrap.wrap(name, LETTERS)
        boxes.append(Box(x, y, COLUMN - GAP, len(lines) * LINE + 2 * PADDING, lines))
        y += boxes[-1].height + GAP // 2
    return boxes
