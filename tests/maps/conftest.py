"""All maps of the project's own records, drawn once in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from panorama.building.read import read_site
from panorama.maps.brush import Brush
from panorama.maps.draw import draw
from panorama.maps.scene import Scene
from panorama.paths import PROJECT

if TYPE_CHECKING:
    from panorama.building.read import Site
    from panorama.model.catalogue import Language
    from panorama.pages.voice import Voice


@dataclass(frozen=True)
class Drawn:
    """A map with the page that it stands on."""

    page: str
    scene: Scene
    voice: Voice
    svg: str


@pytest.fixture(scope="session")
def records() -> Site:
    """The project's own records, and the pages that are made of them."""
    return read_site(
        PROJECT / "data", PROJECT, "https://panorama.example/", "https://git.example/", {}
    )


@pytest.fixture(scope="session")
def maps(records: Site) -> list[Drawn]:
    """Every map of every page, in the order of the pages."""
    return [
        Drawn(entry.address, scene, voice, draw(Brush(scene, voice, lambda record: record)))
        for entry in records.entries.values()
        for voice in [records.voices[entry.language]]
        for scene in entry.data.values()
        if isinstance(scene, Scene)
    ]


def of(maps: list[Drawn], name: str, language: Language) -> Drawn:
    """The first map with an id in a language."""
    return next(one for one in maps if one.scene.id == name and one.voice.language == language)
