"""The one renderer of all maps: a scene and a theme make an SVG.

No style, no script, nothing from elsewhere: what a content policy or a poster would refuse. Sizes
and colours are presentation attributes, which panorama.css can refine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from panorama.maps.backdrop import backdrop
from panorama.maps.keys import keys, sources
from panorama.maps.legend import legend
from panorama.maps.links import area_link, spot_link
from panorama.maps.marks import north_arrow, pattern, scale_bar
from panorama.maps.svg import tag
from panorama.maps.writing import names, signs, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from panorama.maps.brush import Brush
    from panorama.maps.labels import Box

FAMILY = "Atkinson Hyperlegible Next, sans-serif"


def draw(brush: Brush, *, alone: bool = False) -> Markup:
    """A map as an SVG element; `alone` as a file of its own."""
    scene, frame = brush.scene, brush.scene.frame
    marks, taken = _marks(brush)
    texts = written(brush, taken)
    explained, bottom = _explained(brush) if brush.theme.explained else ("", frame.height)
    return tag(
        "svg",
        tag("title", scene.title, id=f"{scene.id}-title"),
        tag("desc", scene.description, id=f"{scene.id}-desc"),
        tag("defs", *_patterns(brush)),
        backdrop(brush),
        tag("g", *(area_link(brush, area) for area in scene.areas), class_="map-areas"),
        tag("g", *signs(brush, texts), class_="map-signs"),
        tag("g", *(spot_link(brush, spot) for spot in scene.spots), class_="map-spots"),
        tag("g", *names(brush, texts), class_="map-names", pointer_events="none"),
        marks,
        explained,
        **(_root(brush) | (_alone() if alone else {})),
        viewBox=f"0 0 {frame.width} {bottom}",
        width=frame.width,
        height=bottom,
    )


def _explained(brush: Brush) -> tuple[Markup, int]:
    """What is explained below the map, and where that ends."""
    scene, theme, voice = brush.scene, brush.theme, brush.voice
    return legend(keys(scene, theme, voice), sources(scene, voice), theme, scene.frame)


def _root(brush: Brush) -> dict[str, object]:
    """Attributes of the whole; the frame says where a point of the ground stands (EPSG:3812)."""
    scene, frame = brush.scene, brush.scene.frame
    return {
        "class_": "map-picture map-picture--small" if scene.small else "map-picture",
        "role": "group",
        "aria_labelledby": f"{scene.id}-title",
        "aria_describedby": f"{scene.id}-desc",
        "preserveAspectRatio": "xMidYMin slice",
        "data_map": scene.id,
        "data_west": f"{frame.west:.1f}",
        "data_north": f"{frame.north:.1f}",
        "data_metres": f"{frame.metres:.4f}",
    }


def _alone() -> dict[str, object]:
    return {"xmlns": "http://www.w3.org/2000/svg", "font_family": FAMILY}


def _patterns(brush: Brush) -> Iterator[Markup]:
    used = {(area.scheme, area.strength): area.device for area in brush.scene.areas}
    for (_, strength), device in used.items():
        if device:
            yield pattern(brush.scene.id, device, brush.theme, strength)


def _marks(brush: Brush) -> tuple[Markup, list[Box]]:
    """Scale bar and north arrow, and the room that they take."""
    frame, theme = brush.scene.frame, brush.theme
    bar, below = scale_bar(frame, theme, 10, frame.height - 12)
    arrow, above = north_arrow(theme, brush.voice.t("map.north"), frame.width - 16, 30)
    plates = [_plate(brush, box) for box in (below, above)]
    drawn = tag("g", *plates, bar, arrow, class_="map-marks", pointer_events="none")
    return drawn, [below, above]


def _plate(brush: Brush, box: Box) -> Markup:
    west, north, east, south = (round(value, 1) for value in box)
    return tag(
        "rect",
        x=west,
        y=north,
        width=round(east - west, 1),
        height=round(south - north, 1),
        fill=brush.theme.paper,
        fill_opacity=0.85,
    )
