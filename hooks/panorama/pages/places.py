"""Pages of places: communes, bassins and quartiers, and who works there."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from panorama.drawings.outlines import outlines
from panorama.maps.locators import quartier_scene
from panorama.maps.places import bassin_scene, commune_scene
from panorama.maps.shapes import Survey
from panorama.pages.entry import Entry, named
from panorama.pages.maps import embed_page, map_page
from panorama.pages.structured import place
from panorama.places.coverage import bassins_of, in_bassin, in_commune, quartiers_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panorama.model.catalogue import Catalogue
    from panorama.model.records import Bassin, Commune, Device, Figure, Quartier
    from panorama.pages.voice import Voice
    from panorama.places.coverage import Coverage
    from panorama.places.layers import Layers


MAP_WIDTH = 280  # pixels


def place_pages(catalogue: Catalogue, layers: Layers, voice: Voice) -> Iterator[Entry]:
    """The map, alone too, the three indexes, and one page a place."""
    yield map_page(Survey(catalogue, layers, voice))
    yield embed_page(Survey(catalogue, layers, voice))
    yield _index(
        "communes",
        voice,
        {
            "matrix": matrix(catalogue),
            "devices": ranked(catalogue),
            "drawing": outlines(layers, MAP_WIDTH),
        },
    )
    yield _index("bassins", voice, {})
    groups = [(device, quartiers_of(catalogue, device.id)) for device in ranked(catalogue)]
    yield _index("quartiers", voice, {"groups": [pair for pair in groups if pair[1]]})
    for commune in catalogue.communes.values():
        yield _commune(commune, catalogue, layers, voice)
    for bassin in catalogue.bassins.values():
        yield _bassin(bassin, catalogue, layers, voice)
    for quartier in catalogue.quartiers.values():
        yield _quartier(quartier, catalogue, layers, voice)


def ranked(catalogue: Catalogue) -> list[Device]:
    """All schemes, the core ones first."""
    return sorted(catalogue.devices.values(), key=lambda d: (d.kind != "core", d.order))


def matrix(catalogue: Catalogue) -> list[tuple[Commune, list[Coverage]]]:
    """For each commune, what is known of each scheme there."""
    return [
        (commune, [in_commune(catalogue, device, commune.id) for device in ranked(catalogue)])
        for commune in catalogue.communes.values()
    ]


def by_status(coverage: list[Coverage]) -> list[tuple[str, list[Coverage]]]:
    """Schemes of a place, those that work there first."""
    order = ["active", "unknown", "not-active"]
    ordered = sorted(coverage, key=lambda one: order.index(one.status))
    return [(status, list(group)) for status, group in groupby(ordered, lambda one: one.status)]


def _index(name: str, voice: Voice, data: dict[str, Any]) -> Entry:
    return Entry(
        language=voice.language,
        path=f"{name}/",
        template=f"{name}.html",
        title=voice.t(f"{name}.title"),
        description=voice.t(f"{name}.description"),
        section="communes",
        kind="page",
        data=data,
    )


def _commune(record: Commune, catalogue: Catalogue, layers: Layers, voice: Voice) -> Entry:
    name = voice.say(record.names)
    by_nis = {commune.nis: commune for commune in catalogue.communes.values()}
    coverage = [in_commune(catalogue, device, record.id) for device in ranked(catalogue)]
    return Entry(
        language=voice.language,
        path=f"communes/{record.id}/",
        template="commune.html",
        title=voice.t("commune.title", name=name),
        description=voice.t("commune.description", name=name),
        section="communes",
        kind="place",
        names=(*named(record.names), *record.postcodes),
        source="data/communes.yml",
        trail=(("communes/", voice.t("nav.communes")),),
        data={
            "commune": record,
            "groups": by_status(coverage),
            "bassins": bassins_of(catalogue, record.id),
            "residents": layers.residents_of_commune(record.nis),
            "map": commune_scene(Survey(catalogue, layers, voice), record),
            "neighbours": [by_nis[nis] for nis in layers.neighbours(record.nis)],
        },
        structured={"@type": "AdministrativeArea", "name": voice.plain(record.names)},
    )


def _bassin(record: Bassin, catalogue: Catalogue, layers: Layers, voice: Voice) -> Entry:
    name = voice.say(record.names)
    coverage = [in_bassin(catalogue, device, record.id) for device in ranked(catalogue)]
    return Entry(
        language=voice.language,
        path=f"bassins/{record.id}/",
        template="bassin.html",
        title=voice.t("bassin.title", name=name),
        description=voice.t("bassin.description", name=name),
        section="communes",
        kind="place",
        names=named(record.names),
        source="data/bassins.yml",
        trail=(("communes/", voice.t("nav.communes")), ("bassins/", voice.t("nav.bassins"))),
        data={
            "bassin": record,
            "figures": [record.population, *_figures_of(catalogue, record.id)],
            "groups": by_status(coverage),
            "map": bassin_scene(Survey(catalogue, layers, voice), record),
            "residents": layers.residents_of_bassin(record.id),
        },
        structured=place(record.names, voice),
    )


def _figures_of(catalogue: Catalogue, bassin: str) -> list[Figure]:
    """What the schemes' records measure in one bassin."""
    return [
        figure
        for device in ranked(catalogue)
        for figure in device.figures
        if figure.bassin == bassin
    ]


def _quartier(record: Quartier, catalogue: Catalogue, layers: Layers, voice: Voice) -> Entry:
    device = catalogue.devices[record.device]
    short = voice.say(device.abbreviation)
    number = f" {voice.t('quartier.number', number=record.number)}" if record.number else ""
    geometry = record.geometry
    return Entry(
        language=voice.language,
        path=f"quartiers/{record.id}/",
        template="quartier.html",
        title=f"{short}{number} – {voice.say(record.names)}",
        description=voice.t("quartier.description", device=short, name=voice.say(record.names)),
        section="communes",
        kind="place",
        names=named(record.names),
        source=f"data/quartiers/{record.id}.yml",
        checked=record.checked,
        trail=(("communes/", voice.t("nav.communes")), ("quartiers/", voice.t("nav.quartiers"))),
        data={
            "quartier": record,
            "device": device,
            "map": quartier_scene(Survey(catalogue, layers, voice), record),
            "residents": None if isinstance(geometry, str) else layers.residents(geometry),
        },
        structured=place(record.names, voice),
    )
