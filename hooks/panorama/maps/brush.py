"""What one drawing needs at every stroke."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from panorama.maps.outline import path
from panorama.maps.theme import WEB

if TYPE_CHECKING:
    from collections.abc import Callable

    from shapely.geometry.base import BaseGeometry

    from panorama.maps.labels import Box
    from panorama.maps.scene import Scene
    from panorama.maps.theme import Theme
    from panorama.pages.voice import Voice


@dataclass(frozen=True)
class Brush:
    """A scene with the voice that names it, the theme that it is drawn in, and where links lead.

    `link` gives the address of a record's path: relative on a page, absolute in a file.
    """

    scene: Scene
    voice: Voice
    link: Callable[[str], str]
    theme: Theme = WEB

    @property
    def room(self) -> Box:
        """The picture without its legend."""
        return 0.0, 0.0, float(self.scene.frame.width), float(self.scene.frame.height)

    @property
    def sizes(self) -> tuple[float, ...]:
        """Sizes of letters: a locator is as large on every screen."""
        return self.theme.letters[:1] if self.scene.small else self.theme.letters

    def outline(self, shape: BaseGeometry) -> str:
        """Path data of what shows of a shape."""
        return path(self.scene.frame.clipped(shape), self.scene.frame)

    def in_units(self, shape: BaseGeometry) -> BaseGeometry:
        """What shows of a shape, in units of the picture."""
        west, south, east, north = self.scene.frame.bounds
        return self.scene.frame.in_units(shapely.clip_by_rect(shape, west, south, east, north))
