"""Areas and points as links: by mouse, by keyboard, with a name that is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from panorama.maps.legend import DOT, SMALL_DOT
from panorama.maps.marks import fill, ink
from panorama.maps.svg import tag

if TYPE_CHECKING:
    from markupsafe import Markup

    from panorama.maps.brush import Brush
    from panorama.maps.labels import Box
    from panorama.maps.scene import Area, Spot


def area_link(brush: Brush, area: Area) -> Markup:
    """A link with the shape of an area."""
    return _link(brush, area, _shape(brush, area), area.look, area.scheme)


def spot_link(brush: Brush, spot: Spot) -> Markup:
    """A link with a point."""
    x, y = _middle(brush, spot)
    theme = brush.theme
    dot = tag(
        "circle",
        cx=round(x, 1),
        cy=round(y, 1),
        r=_radius(brush),
        fill=theme.ink,
        stroke=theme.paper,
        stroke_width=2,
        class_="map-shape",
    )
    return _link(brush, spot, dot, "spot", "")


def spot_box(brush: Brush, spot: Spot) -> Box:
    """The room that a point takes."""
    x, y = _middle(brush, spot)
    radius = _radius(brush)
    return x - radius, y - radius, x + radius, y + radius


def _radius(brush: Brush) -> float:
    return SMALL_DOT if brush.scene.small else DOT


def _link(brush: Brush, what: Area | Spot, shape: Markup, look: str, scheme: str) -> Markup:
    return tag(
        "a",
        tag("title", f"{what.name} ({what.how})"),
        shape,
        href=brush.link(what.record),
        class_=f"map-area map-area--{look}",
        data_record=what.record,
        data_device=scheme,
        data_name=what.name,
    )


def _shape(brush: Brush, area: Area) -> Markup:
    """A pattern within a line; ground is only felt by the mouse."""
    scene, theme, device = brush.scene, brush.theme, area.device
    filled = device if area.look in ("fill", "band") else None
    thick = 0.5 if area.look == "band" else 1.4
    return tag(
        "path",
        d=brush.outline(area.shape),
        fill=fill(scene.id, filled, area.strength) if filled else "none",
        fill_rule="evenodd",
        stroke=ink(device, theme) if device else "none",
        stroke_width=round(thick * theme.line, 1),
        stroke_dasharray="5 3" if area.approximate else None,
        pointer_events="all" if area.look == "ground" else None,
        class_="map-shape",
    )


def _middle(brush: Brush, spot: Spot) -> tuple[float, float]:
    x, y = shapely.get_coordinates(brush.scene.frame.in_units(spot.shape))[0]
    return float(x), float(y)
