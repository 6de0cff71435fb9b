"""What is written on a map: signs of schemes on their areas, then names of communes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panorama.maps.labels import LEADING, Site, Text, place
from panorama.maps.lettering import BOLD, PLAIN, broken
from panorama.maps.links import spot_box
from panorama.maps.marks import ink
from panorama.maps.svg import tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from panorama.maps.brush import Brush
    from panorama.maps.labels import Box, Placed
    from panorama.maps.scene import Area

CLASSES = ("map-wide", "map-narrow")  # of the texts in each size of letters
SIGN, PLATE = 0.86, 0.28  # size of a sign and of the plate around it, of a name's size
SEEN = 0.02  # of the frame: on the map of a place, a commune with less is not named
BASE = 0.34  # sizes from the middle of a line down to where its letters stand


def key(area: Area) -> str:
    """What tells the sign of an area from others."""
    return f"{area.scheme} {area.record}"


def written(brush: Brush, taken: list[Box]) -> list[dict[str, Placed]]:
    """For each size of letters, every text that found room, by what it belongs to."""
    sites = _sites(brush)
    boxes = [*taken, *(spot_box(brush, spot) for spot in brush.scene.spots)]
    return [_placed(brush, sites, size, boxes) for size in brush.sizes]


def _sites(brush: Brush) -> dict[str, Site]:
    """The ground of every text in the picture."""
    scene = brush.scene
    least = SEEN * scene.frame.width * scene.frame.height if scene.main is not None else 0
    signed = [area for area in scene.areas if area.sign and not scene.small]
    signs = {key(area): Site(brush.in_units(area.site or area.shape)) for area in signed}
    towns = {name.text: Site(brush.in_units(name.shape)) for name in scene.names}
    return {
        **{name: site for name, site in signs.items() if site.area},
        **{name: site for name, site in towns.items() if site.area > least},
    }


def _placed(
    brush: Brush, sites: dict[str, Site], size: float, taken: list[Box]
) -> dict[str, Placed]:
    signs = [
        Text(key(area), [area.sign], sites[key(area)], size * SIGN, BOLD, size * PLATE)
        for area in brush.scene.areas
        if key(area) in sites
    ]
    names = [
        Text(name.text, broken(name.text), sites[name.text], size, BOLD if name.strong else PLAIN)
        for name in brush.scene.names
        if name.text in sites
    ]
    first = place(signs, brush.room, taken)
    second = place(names, brush.room, [*taken, *(one.box for one in first)])
    return {one.text.key: one for one in (*first, *second)}


def signs(brush: Brush, texts: list[dict[str, Placed]]) -> Iterator[Markup]:
    """What stands on areas, above all of them: for the mouse the same link once more."""
    for one, name in zip(texts, CLASSES, strict=False):
        links = [
            tag(
                "a",
                _sign(brush, area, one[key(area)]),
                href=brush.link(area.record),
                tabindex=-1,
                data_device=area.scheme,
            )
            for area in brush.scene.areas
            if key(area) in one
        ]
        yield tag("g", *links, class_=name, aria_hidden="true")


def _sign(brush: Brush, area: Area, placed: Placed) -> Markup:
    west, north, east, south = placed.box
    colour = ink(area.device, brush.theme) if area.device else brush.theme.ink
    plate = tag(
        "rect",
        x=round(west, 1),
        y=round(north, 1),
        width=round(east - west, 1),
        height=round(south - north, 1),
        rx=round((south - north) / 2 if len(placed.lines) == 1 else 4, 1),
        fill=brush.theme.paper,
        stroke=colour,
        stroke_width=1,
    )
    return plate + _text(placed, colour)


def names(brush: Brush, texts: list[dict[str, Placed]]) -> Iterator[Markup]:
    """Names of communes, on a halo that keeps them legible on patterns."""
    theme = brush.theme
    wanted = {name.text for name in brush.scene.names}
    for one, kind in zip(texts, CLASSES, strict=False):
        found = [placed for name, placed in one.items() if name in wanted]
        yield tag(
            "g",
            *(_text(one, theme.soft if one.text.weight == PLAIN else theme.ink) for one in found),
            class_=kind,
            stroke=theme.paper,
            stroke_width=3.5,
            stroke_opacity=0.85,
            stroke_linejoin="round",
            paint_order="stroke",
        )


def _text(placed: Placed, colour: str) -> Markup:
    size, weight = placed.text.size, placed.text.weight
    step = size * LEADING
    first = placed.y - (len(placed.lines) - 1) * step / 2 + size * BASE
    lines = [
        tag("tspan", line, x=placed.x, y=round(first + index * step, 1))
        for index, line in enumerate(placed.lines)
    ]
    return tag(
        "text",
        *lines,
        text_anchor="middle",
        font_size=round(size, 1),
        font_weight=weight if weight != PLAIN else None,
        fill=colour,
    )
