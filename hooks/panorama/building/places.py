"""Open data of the maps: all places as GeoJSON, the layers with their licences, maps as files."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from panorama.maps.brush import Brush
from panorama.maps.draw import draw
from panorama.maps.gazetteer import gazetteer
from panorama.maps.scenes import region_scene
from panorama.maps.shapes import Survey
from panorama.maps.theme import POSTER, PRINT
from panorama.pages.entry import localised

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from panorama.building.read import Site
    from panorama.model.records import Bassin, Commune, Label, Organisation, Quartier

DECIMALS = 5  # of a degree: about a metre, as the layers have it
THEMES = (PRINT, POSTER)
RECONSTRUCTED = "reconstructed"  # the bassins: no official limits are published
CREDITS = ("statbel", "quartiers", "osm")


def write_places(site: Site, site_dir: Path) -> None:
    """Write data/places.geojson, data/layers/ and the Region's map as files to print."""
    target = site_dir / "data"
    target.mkdir(exist_ok=True)
    (target / "places.geojson").write_text(geojson(site), "utf-8")
    shutil.copytree(site.layers.folder, target / "layers", dirs_exist_ok=True)
    for voice in site.voices.values():
        survey = Survey(site.catalogue, site.layers, voice)
        scene = region_scene(survey)
        folder = site_dir / localised("map/", voice.language)

        def link(record: str, language: Any = voice.language) -> str:
            return site.settings.absolute(localised(record, language))

        for theme in THEMES:
            drawn = draw(Brush(scene, voice, link, theme), alone=True)
            (folder / f"{scene.id}-{theme.name}.svg").write_text(drawn, "utf-8")
        found = list(gazetteer(survey))
        (folder / "places.json").write_text(json.dumps(found, ensure_ascii=False), "utf-8")


def geojson(site: Site) -> str:
    """Every area and point of the records (RFC 7946), one feature a line."""
    found = list(features(site))
    head = {
        "type": "FeatureCollection",
        "title": "Panorama: communes, bassins, quartiers, organisations",
        "attribution": [site.catalogue.ui[f"map.credit-{name}"].fr for name in CREDITS],
        "bbox": _bounds(feature["bbox"] for feature in found if "bbox" in feature),
    }
    start = json.dumps(head, ensure_ascii=False)[:-1]
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in found)
    return f'{start}, "features": [\n{lines}\n]}}\n'


def features(site: Site) -> Iterator[dict[str, Any]]:
    """Communes, bassins, quartiers and zones, organisations; those of no known place too."""
    sheet = site.layers.ground.published
    for commune in site.catalogue.communes.values():
        yield _commune(commune, sheet.area("commune", [commune.nis]))
    for bassin in site.catalogue.bassins.values():
        yield _bassin(bassin, sheet.area("bassin", [bassin.id]))
    for quartier in site.catalogue.quartiers.values():
        place = quartier.geometry
        shape = None if isinstance(place, str) else sheet.area(place.layer, place.codes)
        yield _quartier(quartier, shape)
    for organisation in site.catalogue.organisations.values():
        if not isinstance(organisation.location, str):
            yield _organisation(organisation)


def _commune(record: Commune, shape: BaseGeometry) -> dict[str, Any]:
    more = {"precision": "published", "source": "statbel", "nis": record.nis}
    return _feature(f"communes/{record.id}", "commune", record.names, shape, more)


def _bassin(record: Bassin, shape: BaseGeometry) -> dict[str, Any]:
    source = record.population.values[-1].source.id
    more = {"precision": RECONSTRUCTED, "source": source}
    return _feature(f"bassins/{record.id}", "bassin", record.names, shape, more)


def _quartier(record: Quartier, shape: BaseGeometry | None) -> dict[str, Any]:
    geometry = record.geometry
    more: dict[str, Any] = {"device": record.device, "number": record.number}
    if isinstance(geometry, str):
        more |= {"precision": geometry, "source": record.sources[0].id}
    else:
        more |= {"precision": geometry.precision, "source": geometry.source.id}
        more |= {"layer": geometry.layer, "codes": geometry.codes}
    kind = record.level
    return _feature(f"quartiers/{record.id}", kind, record.names, shape, more)


def _organisation(record: Organisation) -> dict[str, Any]:
    location = record.location
    if isinstance(location, str):
        raise TypeError(location)
    shape = shapely.Point(location.lon, location.lat)
    more = {"precision": location.precision, "source": location.source.id}
    return _feature(f"organisations/{record.id}", "organisation", record.names, shape, more)


def _feature(
    name: str, kind: str, names: Label, shape: BaseGeometry | None, more: dict[str, Any]
) -> dict[str, Any]:
    properties = {"kind": kind, "name_fr": names.fr, "name_nl": names.nl, **more}
    feature = {
        "type": "Feature",
        "id": name,
        "properties": {key: value for key, value in properties.items() if value is not None},
        "geometry": None,
    }
    if shape is None:
        return feature
    rounded = shapely.transform(shape, lambda points: np.round(points, DECIMALS))
    turned = shapely.orient_polygons(rounded, exterior_cw=False)
    return {
        **feature,
        "bbox": list(shapely.bounds(turned)),
        "geometry": json.loads(shapely.to_geojson(turned)),
    }


def _bounds(boxes: Iterator[list[float]]) -> list[float]:
    west, south, east, north = zip(*boxes, strict=True)
    return [min(west), min(south), max(east), max(north)]
