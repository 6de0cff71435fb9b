"""The map page, and maps in the templates of other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import pass_context

from panorama.maps.brush import Brush
from panorama.maps.draw import draw
from panorama.maps.population import peopled, population_scene
from panorama.maps.scenes import region_scene
from panorama.pages.entry import Entry, localised
from panorama.places.coverage import in_commune

if TYPE_CHECKING:
    from jinja2.runtime import Context
    from markupsafe import Markup

    from panorama.maps.scene import Scene
    from panorama.maps.shapes import Survey
    from panorama.model.catalogue import Catalogue
    from panorama.model.records import Device


def map_page(survey: Survey) -> Entry:
    """The Region with the core schemes, then where people live."""
    voice = survey.voice
    return Entry(
        language=voice.language,
        path="map/",
        template="map.html",
        title=voice.t("map.title"),
        description=voice.t("map.description"),
        section="map",
        kind="page",
        data={
            "map": region_scene(survey),
            "also": also(survey.catalogue),
            "population": population_scene(survey),
            "quartiers": peopled(survey),
        },
    )


def embed_page(survey: Survey) -> Entry:
    """The same map alone, for other sites to show in a frame."""
    voice = survey.voice
    return Entry(
        language=voice.language,
        path="map/embed/",
        template="embed.html",
        title=voice.t("explore.alone"),
        description=voice.t("map.description"),
        section="map",
        data={"map": region_scene(survey), "also": also(survey.catalogue)},
    )


def also(catalogue: Catalogue) -> dict[str, list[Device]]:
    """By the page of each commune, the schemes that work there but are not drawn."""
    others = [device for device in catalogue.devices.values() if device.kind != "core"]
    others.sort(key=lambda device: device.order)
    return {
        f"communes/{commune}/": [
            device for device in others if in_commune(catalogue, device, commune).status == "active"
        ]
        for commune in catalogue.communes
    }


@pass_context
def map_of(context: Context, scene: Scene) -> Markup:
    """A map whose areas lead to pages in the language of the page that it stands on."""
    entry: Entry = context["entry"]

    def link(record: str) -> str:
        return entry.to(localised(record, entry.language))

    return draw(Brush(scene, context["voice"], link))
