"""What lies under the records: land, classes, parks, water, rails and borders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely
from markupsafe import Markup

from panorama.maps.legend import SHADES
from panorama.maps.svg import tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panorama.maps.brush import Brush

GREEN = ("forest", "wood", "park")
DASHES = "5 2.5"  # of rails
VEIL = 0.55  # how much of what is not the map's subject is hidden


def backdrop(brush: Brush) -> Markup:
    """Everything under the areas, from the bottom up."""
    parts = (*_fills(brush), *_lines(brush), *_subject(brush))
    return tag("g", *parts, class_="map-ground", stroke_linejoin="round")


def _fills(brush: Brush) -> Iterator[Markup]:
    theme, scene = brush.theme, brush.scene
    yield _layer(brush, "land", fill=theme.land)
    for shade in scene.shades:
        yield tag("path", d=brush.outline(shade.shape), fill=SHADES[shade.rank])
    for kind in () if scene.shades else GREEN:
        yield _layer(brush, kind, fill=theme.park)
    for kind in ("water", "canal"):
        yield _layer(brush, kind, fill=theme.water)


def _lines(brush: Brush) -> Iterator[Markup]:
    """Rivers and rails; locators and choropleths are calmer without rails."""
    theme, scene = brush.theme, brush.scene
    yield _stroke(brush, "river", theme.water, 2)
    if not scene.small and not scene.shades:
        yield _stroke(brush, "rail", theme.rail, 1.1 * theme.line, DASHES)
        yield _stroke(brush, "metro", theme.metro, 1.3 * theme.line)
    thin = 0.6 if scene.small else 0.9
    yield _stroke(brush, "borders-commune", theme.border, thin * theme.line)


def _subject(brush: Brush) -> Iterator[Markup]:
    """The place that the map is about, within its border; the rest is paler."""
    main, theme = brush.scene.main, brush.theme
    if main is None:
        return
    rest = shapely.box(*brush.scene.frame.bounds).difference(main)
    yield tag("path", d=brush.outline(rest), fill=theme.paper, fill_opacity=VEIL)
    thick = 2.2 * theme.line
    yield tag("path", d=brush.outline(main), fill="none", stroke=theme.ink, stroke_width=thick)


def _stroke(brush: Brush, kind: str, colour: str, wide: float, dashes: str | None = None) -> Markup:
    return _layer(
        brush,
        kind,
        fill="none",
        stroke=colour,
        stroke_width=round(wide, 1),
        stroke_dasharray=dashes,
    )


def _layer(brush: Brush, kind: str, **look: object) -> Markup:
    data = brush.scene.ground.path(kind, brush.scene.frame)
    return tag("path", d=data, class_=f"map-{kind}", **look) if data else Markup("")
