"""How long a map takes: from the records to the picture, and what all of them add to a build."""

from __future__ import annotations

import time

from panorama.building.read import read_site
from panorama.maps.brush import Brush
from panorama.maps.draw import draw
from panorama.maps.scene import Scene
from panorama.pages.site import pages
from panorama.paths import PROJECT
from panorama.places.layers import read_layers

TARGET = 4.0  # seconds for all


def time_maps(runs: int) -> str:
    """Figures of the best run; each starts from layers that were not read yet."""
    best = min((_once() for _ in range(runs)), key=lambda run: run[1] + run[2])
    count, laid, drawn = best
    return (
        f"maps    {count} maps\n"
        f"        places and shapes  {laid / count * 1000:7.2f} ms a map ({laid:.1f} s)\n"
        f"        pictures           {drawn / count * 1000:7.2f} ms a map ({drawn:.1f} s)\n"
        f"        together           {laid + drawn:7.2f} s (target: {TARGET:g} or less)"
    )


def _once() -> tuple[int, float, float]:
    """How many maps, the seconds of laying out all pages, and those of drawing all maps."""
    site = read_site(
        PROJECT / "data", PROJECT, "https://panorama.example/", "https://git.example/", {}
    )
    start = time.perf_counter()
    layers = read_layers(PROJECT / "data" / "geo")
    found = [
        (scene, voice)
        for voice in site.voices.values()
        for entry in pages(site.catalogue, layers, voice, [])
        for scene in entry.data.values()
        if isinstance(scene, Scene)
    ]
    laid = time.perf_counter()
    for scene, voice in found:
        draw(Brush(scene, voice, str))
    return len(found), laid - start, time.perf_counter() - laid
