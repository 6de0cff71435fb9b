"""What maps are explained with: a scheme's pattern, samples of lines, scale bar, north arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panorama.maps.lettering import width
from panorama.maps.svg import tag

if TYPE_CHECKING:
    from markupsafe import Markup

    from panorama.maps.frame import Frame
    from panorama.maps.labels import Box
    from panorama.maps.scene import Strength
    from panorama.maps.theme import Theme
    from panorama.model.records import Device

# Of a pattern, in units: one repeat, the width of a line, and how much of the colour lies between.
STRENGTHS: dict[Strength, tuple[float, float, float]] = {
    "exact": (5.5, 2.2, 0.2),
    "approximate": (5.5, 1.2, 0.12),
    "wide": (10, 1.0, 0.07),
}
LONGEST = 150  # units of the scale bar
STEPS = (10_000, 5_000, 2_000, 1_000, 500, 200, 100)  # metres that it can stand for
ARROW = "M0-22L6-4L0-8L-6-4z"


def ink(device: Device, theme: Theme) -> str:
    """The colour of a scheme in a theme."""
    return theme.ink if theme.inked else device.colour


def fill(scene: str, device: Device, strength: Strength) -> str:
    """Reference to the pattern of a scheme on a map."""
    return f"url(#{scene}-{device.id}-{strength})"


def pattern(scene: str, device: Device, theme: Theme, strength: Strength) -> Markup:
    """A scheme's pattern."""
    colour = ink(device, theme)
    cell = STRENGTHS[strength][0]
    return tag(
        "pattern",
        *_cell(device.pattern, theme.paper, colour, strength),
        id=f"{scene}-{device.id}-{strength}",
        width=cell,
        height=cell,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)" if device.pattern == "diagonal" else None,
    )


def _cell(name: str, paper: str, colour: str, strength: Strength) -> list[Markup]:
    """One repeat: paper that calms what lies below, a tint, and lines unless it is plain."""
    cell, thick, tint = STRENGTHS[strength]
    tinted = tag("rect", width=cell, height=cell, fill=colour, fill_opacity=tint)
    if name == "plain":
        return [tinted]
    calm = tag("rect", width=cell, height=cell, fill=paper, fill_opacity=0.4)
    return [calm, tinted, _strokes(name, colour, cell, thick)]


def _strokes(name: str, colour: str, cell: float, thick: float) -> Markup:
    if name in ("diagonal", "vertical"):
        return tag("rect", width=thick, height=cell, fill=colour)
    if name == "horizontal":
        return tag("rect", width=cell, height=thick, fill=colour)
    return tag("circle", cx=cell / 2, cy=cell / 2, r=thick * 0.4 + 0.7, fill=colour)


def scale_bar(frame: Frame, theme: Theme, x: float, y: float) -> tuple[Markup, Box]:
    """A bar of a round length with what it stands for, and the box that both take."""
    metres = next((step for step in STEPS if step / frame.metres <= LONGEST), STEPS[-1])
    long = round(metres / frame.metres, 1)
    said = f"{metres // 1000} km" if metres >= STEPS[3] else f"{metres} m"
    drawn = tag(
        "g",
        tag("path", d=f"M{x} {y - 5}v5h{long}v-5", fill="none", stroke=theme.ink, stroke_width=1.4),
        tag("text", said, x=x + long + 6, y=y, font_size=theme.small, fill=theme.ink),
        class_="map-scale",
    )
    return drawn, (x - 4, y - 14, x + long + 10 + width(said, theme.small), y + 6)


def north_arrow(theme: Theme, letter: str, x: float, y: float) -> tuple[Markup, Box]:
    """An arrow to the north: the grid's, less than half a degree from the true one here."""
    drawn = tag(
        "g",
        tag("path", d=ARROW, fill=theme.ink),
        tag("text", letter, y=10, text_anchor="middle", font_size=theme.small, fill=theme.ink),
        transform=f"translate({x} {y})",
        class_="map-north",
    )
    return drawn, (x - 10, y - 24, x + 10, y + 14)
