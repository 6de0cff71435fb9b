"""Populations, neighbours and coverage, on the project's own layers and records."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from panorama.checking.check import check_folder
from panorama.model.catalogue import catalogue
from panorama.paths import PROJECT
from panorama.places.coverage import bassins_of, in_bassin, in_commune
from panorama.places.layers import read_layers

if TYPE_CHECKING:
    from panorama.model.catalogue import Catalogue
    from panorama.places.layers import Layers

# Panorama 1 (2025), 3.4.1.3 and note 80: residents on 1 January 2024.
PUBLISHED = {
    "nord": 223_509,
    "nord-est": 201_921,
    "sud-est": 188_155,
    "sud": 319_935,
    "centre-ouest": 312_616,
}


@pytest.fixture(scope="module")
def layers() -> Layers:
    return read_layers(PROJECT / "data" / "geo")


@pytest.fixture(scope="module")
def records() -> Catalogue:
    return catalogue(check_folder(PROJECT / "data", dt.date(2026, 11, 22)).documents)


@pytest.mark.parametrize(("bassin", "published"), PUBLISHED.items())
def test_sectors_add_up_to_the_published_population(
    layers: Layers, records: Catalogue, bassin: str, published: int
) -> None:
    assert layers.residents_of_bassin(bassin) == published
    assert records.bassins[bassin].population.values[-1].value == published


def test_communes_add_up_to_the_region(layers: Layers, records: Catalogue) -> None:
    total = sum(layers.residents_of_commune(one.nis) for one in records.communes.values())
    assert total == sum(PUBLISHED.values())


@pytest.mark.parametrize(
    ("nis", "expected"),
    [
        ("21013", {"21001", "21004", "21007", "21009"}),
        ("21008", {"21003", "21010", "21011"}),
        ("21014", {"21004", "21015"}),
    ],
)
def test_neighbours_share_a_border(layers: Layers, nis: str, expected: set[str]) -> None:
    assert set(layers.neighbours(nis)) == expected


def test_neighbours_are_mutual(layers: Layers) -> None:
    for nis in layers.communes:
        assert all(nis in layers.neighbours(other) for other in layers.neighbours(nis))


@pytest.mark.parametrize(
    ("device", "commune", "status", "quartiers"),
    [
        ("raq", "anderlecht", "active", 2),
        ("raq", "molenbeek-saint-jean", "active", 3),
        ("raq", "ixelles", "active", 2),
        ("raq", "uccle", "not-active", 0),
        ("chw", "anderlecht", "active", 1),
        ("chw", "uccle", "unknown", 0),
        ("cpps", "evere", "active", 0),
        ("cpps", "bruxelles", "active", 0),
        ("ces", "auderghem", "active", 0),
        ("stek-peterbos", "uccle", "not-active", 0),
    ],
)
def test_scheme_in_commune(
    records: Catalogue, device: str, commune: str, status: str, quartiers: int
) -> None:
    found = in_commune(records, records.devices[device], commune)
    assert (found.status, len(found.quartiers)) == (status, quartiers)


def test_every_scheme_has_a_status_in_every_bassin(records: Catalogue) -> None:
    for device in records.core:
        found = {name: in_bassin(records, device, name).status for name in records.bassins}
        assert set(found.values()) <= {"active", "not-active", "unknown"}
        if device.id in {"cpps", "ces"}:
            assert set(found.values()) == {"active"}


def test_bruxelles_lies_in_three_bassins_and_the_others_in_one(records: Catalogue) -> None:
    found = {name: [b.id for b in bassins_of(records, name)] for name in records.communes}
    assert found.pop("bruxelles") == ["nord", "sud", "centre-ouest"]
    assert all(len(bassins) == 1 for bassins in found.values())


def test_each_raq_quartier_lies_in_its_own_bassins(records: Catalogue, layers: Layers) -> None:
    for quartier in records.quartiers.values():
        for commune in quartier.communes:
            allowed = {bassin.id for bassin in bassins_of(records, commune)}
            assert allowed & set(quartier.bassins), quartier.id
        if not isinstance(quartier.geometry, str):
            assert layers.residents(quartier.geometry) > 0, quartier.id
