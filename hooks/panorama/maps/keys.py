"""What the legend of a map says: only what is on that map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panorama.maps.legend import SHADES, Key, area_key, line_key, scheme_key, spot_key
from panorama.maps.scene import ranking

if TYPE_CHECKING:
    from panorama.maps.scene import Scene
    from panorama.maps.theme import Theme
    from panorama.model.records import Device
    from panorama.pages.voice import Voice


def keys(scene: Scene, theme: Theme, voice: Voice) -> list[Key]:
    """Schemes, how exact they are, points, classes, context."""
    schemes = sorted(scene.schemes, key=ranking)
    found = [scheme_key(scene, one, _words(scene, one, voice), theme) for one in schemes]
    if any(area.approximate for area in scene.areas):
        found.append(line_key(voice.t("map.key-approximate"), theme.ink, 1.6, "5 3"))
    if scene.spots:
        found.append(spot_key(voice.t("map.key-spot"), theme))
    found += [area_key(one.words, SHADES[one.rank], theme.border) for one in scene.shades]
    if scene.small:
        return found
    found.append(area_key(voice.t("map.key-water"), theme.water, "none"))
    if scene.shades:
        return found
    return [
        *found,
        area_key(voice.t("map.key-park"), theme.park, "none"),
        line_key(voice.t("map.key-rail"), theme.rail, 1.6, "5 2.5"),
        line_key(voice.t("map.key-metro"), theme.metro, 1.6),
    ]


def _words(scene: Scene, device: Device, voice: Voice) -> str:
    """Abbreviation of a scheme and the kinds of area that it has on the map."""
    mine = [area for area in scene.areas if area.scheme == device.id]
    kinds = dict.fromkeys(area.kind for area in mine)
    said = [voice.t(f"map.kind.{kind}") for kind in kinds]
    return f"{voice.say(device.abbreviation)} ({', '.join(said)})"


def sources(scene: Scene, voice: Voice) -> list[str]:
    """Whose data a map shows, as their licences ask, and of when the records are."""
    date = voice.t("map.date", date=scene.date)
    if scene.small:
        return [voice.t("map.credit-short"), date]
    return [*(voice.t(f"map.credit-{name}") for name in ("statbel", "quartiers", "osm")), date]
