"""Below the map: what its signs mean, where its data come from, of when they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from panorama.maps.lettering import width, wrapped
from panorama.maps.marks import fill, ink
from panorama.maps.svg import tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from panorama.maps.frame import Frame
    from panorama.maps.scene import Scene
    from panorama.maps.theme import Theme
    from panorama.model.records import Device

LEFT = 4.0  # units: the margin
SAMPLE, GAP, ROW = 24, 18, 20  # units: a sample's width, the space between keys, a row's height
DOT, SMALL_DOT = 5.5, 3.5  # units: radius of a location, on a locator
SHADES = ("#f2efe6", "#dcd8cd", "#b9b8b4", "#8b8f98", "#5a6172", "#2d3446")  # light to dark


@dataclass(frozen=True)
class Key:
    """One entry: a sample, drawn with its upper left corner at 0 0, and what it stands for."""

    sample: Markup
    words: str


def scheme_key(scene: Scene, device: Device, words: str, theme: Theme) -> Key:
    """A scheme: colour, pattern and abbreviation, as strong as its first area is drawn."""
    first = next(area for area in scene.areas if area.scheme == device.id)
    sample = tag(
        "rect",
        width=SAMPLE,
        height=13,
        fill=fill(scene.id, device, first.strength),
        stroke=ink(device, theme),
        stroke_width=1.2,
        stroke_dasharray="4 2" if first.approximate else None,
    )
    return Key(sample, words)


def line_key(words: str, colour: str, stroke_width: float, dashes: str | None = None) -> Key:
    """A line of the context."""
    sample = tag(
        "path",
        d=f"M0 6.5h{SAMPLE}",
        fill="none",
        stroke=colour,
        stroke_width=stroke_width,
        stroke_dasharray=dashes,
    )
    return Key(sample, words)


def spot_key(words: str, theme: Theme) -> Key:
    """A sourced location."""
    return Key(tag("circle", cx=SAMPLE / 2, cy=6.5, r=DOT, fill=theme.ink), words)


def area_key(words: str, colour: str, border: str) -> Key:
    """A ground."""
    return Key(
        tag("rect", width=SAMPLE, height=13, fill=colour, stroke=border, stroke_width=0.6), words
    )


def legend(
    keys: Sequence[Key], lines: Sequence[str], theme: Theme, frame: Frame
) -> tuple[Markup, int]:
    """Keys in rows, then lines of text, below the map; and where they end."""
    rows, y = _rows(keys, theme, frame)
    small = round(theme.small * 0.9, 1)
    said = []
    for line in (line for text in lines for line in wrapped(text, small, frame.width - 2 * LEFT)):
        said.append(tag("text", line, x=LEFT, y=round(y, 1)))
        y += small * 1.3
    drawn = tag(
        "g",
        tag("g", *rows, font_size=theme.small, fill=theme.ink),
        tag("g", *said, font_size=small, fill=theme.soft),
        class_="map-legend",
    )
    return drawn, round(y)


def _rows(keys: Sequence[Key], theme: Theme, frame: Frame) -> tuple[list[Markup], float]:
    """Keys from left to right and down, and where the text below them begins."""
    x, y = LEFT, frame.height + 8.0
    drawn = []
    for key in keys:
        wide = SAMPLE + 6 + width(key.words, theme.small)
        if x > LEFT and x + wide > frame.width - LEFT:
            x, y = LEFT, y + ROW
        words = tag("text", key.words, x=SAMPLE + 6, y=10.5)
        drawn.append(tag("g", key.sample, words, transform=f"translate({x:g} {y:g})"))
        x = round(x + wide + GAP, 1)
    return drawn, y + (ROW + 10 if keys else 6)
