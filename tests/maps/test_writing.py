"""Texts on maps stand where they belong and apart, by the widths of the site's own font."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
import shapely

from panorama.maps.brush import Brush
from panorama.maps.labels import NEAR, Site, Text, place
from panorama.maps.lettering import broken, width, wrapped
from panorama.maps.theme import POSTER, PRINT, WEB
from panorama.maps.writing import written
from tests.maps.conftest import of

if TYPE_CHECKING:
    from panorama.maps.labels import Placed
    from panorama.maps.theme import Theme
    from panorama.model.catalogue import Language
    from tests.maps.conftest import Drawn

ROOM = (0.0, 0.0, 100.0, 100.0)


def texts(drawn: Drawn, theme: Theme = WEB) -> list[dict[str, Placed]]:
    """What is written on a map, in each size of letters."""
    return written(Brush(drawn.scene, drawn.voice, str, theme), [])


def overlap(one: Placed, other: Placed) -> bool:
    """Whether the boxes of two texts touch."""
    (a, b, c, d), (e, f, g, h) = one.box, other.box
    return a < g and e < c and b < h and f < d


def test_no_two_texts_of_any_map_overlap_in_either_size(maps: list[Drawn]) -> None:
    for drawn in maps:
        for placed in texts(drawn):
            pairs = [pair for pair in combinations(placed.values(), 2) if overlap(*pair)]
            assert [(one.text.key, other.text.key) for one, other in pairs] == [], drawn.page


@pytest.mark.parametrize("theme", [WEB, PRINT, POSTER])
@pytest.mark.parametrize("language", ["fr", "nl"])
@pytest.mark.parametrize("name", ["region", "map-raq", "map-chw", "map-cpps", "map-ces"])
def test_every_commune_and_sign_is_written_on_maps_of_the_region(
    maps: list[Drawn], name: str, language: Language, theme: Theme
) -> None:
    drawn = of(maps, name, language)
    placed = texts(drawn, theme)[0]
    wanted = {one.text for one in drawn.scene.names}
    wanted |= {f"{one.scheme} {one.record}" for one in drawn.scene.areas if one.sign}
    assert wanted - placed.keys() == set()


def test_a_name_stands_in_or_next_to_its_commune_and_in_the_picture(maps: list[Drawn]) -> None:
    for drawn in maps:
        brush = Brush(drawn.scene, drawn.voice, str)
        shapes = {name.text: brush.in_units(name.shape) for name in drawn.scene.names}
        for placed in texts(drawn):
            for name in shapes.keys() & placed.keys():
                found = placed[name]
                middle = shapely.Point(found.x, found.y)
                assert middle.distance(shapes[name]) <= NEAR * found.text.size + 0.1, drawn.page
                assert found.box[0] >= 0 <= found.box[1]
                assert found.box[2] <= brush.room[2]
                assert found.box[3] <= brush.room[3]


def test_a_box_is_as_wide_as_the_font_sets_the_text(maps: list[Drawn]) -> None:
    for found in texts(of(maps, "region", "nl"))[0].values():
        widest = max(width(line, found.text.size, found.text.weight) for line in found.lines)
        plate = found.box[3] - found.box[1] if found.text.padding else 0
        expected = max(plate, widest + 2 * found.text.padding)
        assert found.box[2] - found.box[0] == pytest.approx(expected)


def test_a_text_without_room_is_left_out() -> None:
    site = Site(shapely.box(10, 10, 20, 20))
    placed = place([Text("a", [["Molenbeek"]], site, 12)], ROOM, [(0, 0, 100, 100)])
    assert placed == []


def test_small_places_choose_first() -> None:
    small, large = Site(shapely.box(40, 40, 60, 60)), Site(shapely.box(0, 0, 100, 100))
    placed = place([Text("large", [["Uccle"]], large, 10), Text("s", [["Uccle"]], small, 10)], ROOM)
    assert [one.text.key for one in placed] == ["s", "large"]
    assert (placed[0].x, placed[0].y) == pytest.approx((50, 50), abs=4)
    assert not overlap(*placed)


def test_widths_are_those_of_the_font() -> None:
    assert width("", 10) == 0
    assert width("Uccle", 20) == pytest.approx(2 * width("Uccle", 10))
    assert width("Uccle", 10, 600) > width("Uccle", 10)
    assert width("a\u202fb", 10) == width("a b", 10)
    assert width("\u4e00", 10) == 10


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Uccle", [["Uccle"]]),
        ("Saint-Gilles", [["Saint-Gilles"], ["Saint-", "Gilles"]]),
        (
            "Saint-Josse-ten-Noode",
            [
                ["Saint-Josse-ten-Noode"],
                ["Saint-Josse-", "ten-Noode"],
                ["Saint-", "Josse-", "ten-Noode"],
            ],
        ),
    ],
)
def test_names_break_after_hyphens(name: str, expected: list[list[str]]) -> None:
    assert broken(name) == expected


def test_long_texts_are_wrapped_at_spaces() -> None:
    lines = wrapped("un deux trois quatre", 10, width("un deux", 10) + 1)
    assert lines == ["un deux", "trois", "quatre"]
