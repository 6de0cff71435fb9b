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

# Where the core schemes work, by bassin: status, wider areas, and quartiers or zones.
# RAQ: the 19 quartiers by number (Panorama 1, 3.2.1.3 with 3.4.1.3). CHW: four zones
# (3.3.2.3), that of 1000 Bruxelles and Neder-Over-Heembeek in two bassins; nobody says whether
# they work elsewhere. CPPS: the five bassins (3.4.1.3). CeS: the Region, and Saint-Josse apart for
# one campaign (3.5.1.3).
Expected = tuple[str, int, set[int | str]]
IN_BASSINS: dict[str, dict[str, Expected]] = {
    "raq": {
        "nord": ("active", 0, {11}),
        "nord-est": ("active", 0, {1, 2, 3, 16}),
        "sud-est": ("active", 0, {15}),
        "sud": ("active", 0, {9, 12, 13, 14, 19}),
        "centre-ouest": ("active", 0, {4, 5, 6, 7, 8, 10, 17, 18}),
    },
    "chw": {
        "nord": ("active", 0, {"chw-jette-laeken", "chw-1000-bruxelles-neder-over-heembeek"}),
        "nord-est": ("active", 0, {"chw-schaerbeek"}),
        "sud-est": ("unknown", 0, set()),
        "sud": ("unknown", 0, set()),
        "centre-ouest": (
            "active",
            0,
            {"chw-anderlecht", "chw-1000-bruxelles-neder-over-heembeek"},
        ),
    },
    "cpps": {bassin: ("active", 1, set()) for bassin in PUBLISHED},
    "ces": {bassin: ("active", 2 if bassin == "nord-est" else 1, set()) for bassin in PUBLISHED},
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


@pytest.mark.parametrize("bassin", PUBLISHED)
@pytest.mark.parametrize("device", IN_BASSINS)
def test_core_scheme_in_bassin(records: Catalogue, device: str, bassin: str) -> None:
    status, areas, quartiers = IN_BASSINS[device][bassin]
    found = in_bassin(records, records.devices[device], bassin)
    assert found.status == status
    assert len(found.areas) == areas, [area.name.fr for area in found.areas]
    assert {q.number or q.id for q in found.quartiers} == quartiers


def test_every_core_scheme_is_expected_somewhere(records: Catalogue) -> None:
    assert [device.id for device in records.core] == list(IN_BASSINS)


def test_a_raq_quartier_counts_in_one_bassin_only() -> None:
    numbers = [number for _, _, found in IN_BASSINS["raq"].values() for number in found]
    assert sorted(map(int, numbers)) == list(range(1, 20))


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
