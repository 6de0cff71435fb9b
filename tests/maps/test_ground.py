"""The ground: projected, simplified without gaps, to scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import shapely

from panorama.maps.frame import FINEST, STEPS, around
from panorama.maps.ground import projected
from panorama.maps.outline import number, path
from panorama.maps.shapes import ring

if TYPE_CHECKING:
    from panorama.building.read import Site

KILOMETRE = 1_000_000


def test_coordinates_are_belgian_lambert_2008(records: Site) -> None:
    # Grand-Place: x 648 900, y 670 100 to a hundred metres, by the grid's definition.
    (point,) = projected([shapely.Point(4.3525, 50.8467)])
    assert (point.x, point.y) == pytest.approx((648_900, 670_600), abs=600)
    area = shapely.area(records.layers.ground.exact.region()) / KILOMETRE
    assert area == pytest.approx(162.4, abs=0.1)  # data/geo/README.md


@pytest.mark.parametrize("tolerance", [*STEPS, FINEST])
def test_simplified_sectors_still_fit_without_gaps(records: Site, tolerance: float) -> None:
    ground = records.layers.ground
    sheet = ground.sheet(tolerance)
    assert shapely.coverage_is_valid(sheet.shapes)
    assert len(sheet.shapes) == len(records.layers.sectors)
    assert not shapely.is_empty(sheet.shapes).any()
    whole, exact = shapely.area(sheet.region()), shapely.area(ground.exact.region())
    assert whole == pytest.approx(exact, rel=0.002)
    assert sum(shapely.area(one) for one in sheet.units("commune").values()) == pytest.approx(whole)


def test_a_frame_shows_a_shape_whole_in_the_middle_to_scale() -> None:
    frame = around(shapely.box(1000, 2000, 3000, 3000), 640, 600, 20)
    corners = shapely.bounds(frame.in_units(shapely.box(1000, 2000, 3000, 3000)))
    assert corners == pytest.approx((20, 150, 620, 450))
    assert frame.metres == pytest.approx(2000 / 600)


@pytest.mark.parametrize(
    ("tenths", "text"), [(0, "0"), (5, ".5"), (-5, "-.5"), (10, "1"), (-123, "-12.3"), (7, ".7")]
)
def test_numbers_are_short(tenths: int, text: str) -> None:
    assert number(tenths) == text
    assert float(text) == tenths / 10


def test_a_path_is_relative_and_closed() -> None:
    frame = around(shapely.box(0, 0, 100, 100), 100, 100, 0)
    assert path(shapely.box(10, 10, 20, 30), frame) == "M20 90l0-20-10 0 0 20z"
    assert path(shapely.LineString([(0, 100), (10, 90)]), frame) == "M0 0l10 10"
    assert path(shapely.Point(1, 1), frame) == ""
    assert path(shapely.box(10, 10, 10.001, 10.001), frame) == ""


def test_bands_lie_within_or_around_their_place_and_apart() -> None:
    place = shapely.box(0, 0, 1000, 1000)
    first, second = ring(place, 1, 0), ring(place, 1, 1)
    assert first.within(place.buffer(0.5))
    assert first.intersection(second).area < 0.05 * first.area
    assert ring(place, 1, 0, outside=True).intersection(place).area == pytest.approx(0, abs=1)
