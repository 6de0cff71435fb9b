"""data/places.geojson keeps to RFC 7946 and has every place of the records; layers go with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import shapely

from panorama.paths import LAYERS

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.building.read import Site

REGION = shapely.box(4.24, 50.76, 4.49, 50.92)
KINDS = {"commune", "bassin", "zone", "quartier", "organisation"}
PRECISIONS = {
    "published", "reconstructed", "name-match", "commune", "building", "street", "quartier",
    "unknown", "not-applicable",
}  # fmt: skip


@pytest.fixture(scope="module")
def text(site: Path) -> str:
    return (site / "data" / "places.geojson").read_text("utf-8")


@pytest.fixture(scope="module")
def places(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)
    return found


def test_collection_has_the_members_of_the_standard(places: dict[str, Any]) -> None:
    assert places["type"] == "FeatureCollection"
    assert "crs" not in places  # RFC 7946: always WGS 84, longitude first (CRS84)
    assert len(places["bbox"]) == 4
    assert REGION.contains(shapely.box(*places["bbox"]))
    assert len(places["attribution"]) == 3
    for feature in places["features"]:
        assert feature.keys() <= {"type", "id", "bbox", "properties", "geometry"}
        assert feature["type"] == "Feature"
        assert feature["geometry"] is None or shapely.from_geojson(json.dumps(feature)).is_valid


def test_every_place_of_the_records_is_there(places: dict[str, Any], records: Site) -> None:
    catalogue = records.catalogue
    located = [o for o in catalogue.organisations.values() if not isinstance(o.location, str)]
    expected = {f"communes/{name}" for name in catalogue.communes}
    expected |= {f"bassins/{name}" for name in catalogue.bassins}
    expected |= {f"quartiers/{name}" for name in catalogue.quartiers}
    expected |= {f"organisations/{one.id}" for one in located}
    ids = [feature["id"] for feature in places["features"]]
    assert len(ids) == len(set(ids))
    assert set(ids) == expected


def test_every_place_says_what_it_is_and_how_exact(places: dict[str, Any], records: Site) -> None:
    for feature in places["features"]:
        said = feature["properties"]
        assert said["kind"] in KINDS
        assert said["name_fr"]
        assert said["name_nl"]
        assert said["precision"] in PRECISIONS
        assert said["source"] in records.catalogue.sources or said["source"] == "statbel"
        assert (feature["geometry"] is None) == (said["precision"] in {"unknown", "not-applicable"})
        assert (
            said["kind"] not in {"quartier", "zone"} or said["device"] in records.catalogue.devices
        )


def test_rings_turn_by_the_right_hand_and_boxes_fit(places: dict[str, Any]) -> None:
    for feature in places["features"]:
        if feature["geometry"] is None:
            assert "bbox" not in feature
            continue
        shape = shapely.from_geojson(json.dumps(feature["geometry"]))
        assert list(shapely.bounds(shape)) == feature["bbox"]
        for polygon in shapely.get_parts(shape):
            if polygon.geom_type == "Polygon":
                assert polygon.exterior.is_ccw
                assert not any(hole.is_ccw for hole in polygon.interiors)


def test_coordinates_have_five_decimals(places: dict[str, Any]) -> None:
    shapes = [json.dumps(f["geometry"]) for f in places["features"] if f["geometry"]]
    points = shapely.get_coordinates(shapely.from_geojson(shapes)).ravel()
    assert len(points) > 10_000
    assert all(round(value, 5) == value for value in points.tolist())


def test_layers_are_published_as_they_are_with_their_licences(site: Path) -> None:
    published = site / "data" / "layers"
    assert {path.name for path in published.iterdir()} == {path.name for path in LAYERS.iterdir()}
    for path in LAYERS.iterdir():
        assert (published / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("folder", ["map", "nl/map"])
@pytest.mark.parametrize("theme", ["print", "poster"])
def test_the_map_of_the_region_is_a_file_of_its_own(site: Path, folder: str, theme: str) -> None:
    drawn = (site / folder / f"region-{theme}.svg").read_text("utf-8")
    assert drawn.startswith("<svg ")
    assert 'xmlns="http://www.w3.org/2000/svg"' in drawn
    assert 'href="https://panorama.example/' in drawn
