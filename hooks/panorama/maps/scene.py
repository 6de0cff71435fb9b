"""What a map shows, before it is drawn: the text equal is made of the very same list."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from panorama.maps.frame import Frame
    from panorama.maps.ground import Ground
    from panorama.model.records import Device

# How an area is drawn: filled; as a band inside its border, where others lie in it; as its border
# only, where another record stands for the same ground; as ground that links to its own page.
Look = Literal["fill", "band", "outline", "ground"]
Kind = Literal["region", "bassin", "commune", "zone", "quartier"]
Strength = Literal["exact", "approximate", "wide"]


@dataclass(frozen=True)
class Area:
    """Something drawn with a place: `record` is its page, `sign` what stands on it.

    `how` says how exact it is; an approximate one is drawn lighter and with a broken line. The sign
    stands on `site` where the area itself has no room for it. What is higher hides what is lower.
    It reaches some `communes`, or where none is named, all.
    """

    record: str
    name: str
    how: str
    shape: BaseGeometry
    kind: Kind
    device: Device | None = None
    look: Look = "fill"
    sign: tuple[str, ...] = ()
    approximate: bool = False
    height: int = 0
    site: BaseGeometry | None = None
    communes: tuple[str, ...] = ()

    @property
    def scheme(self) -> str:
        """Id of the scheme that works here; empty for a place as such."""
        return self.device.id if self.device else ""

    @property
    def strength(self) -> Strength:
        """How strong its pattern is: pale where it is approximate, thin where it is wide."""
        if self.look == "fill" and self.kind in ("region", "bassin"):
            return "wide"
        return "approximate" if self.approximate else "exact"


@dataclass(frozen=True)
class Spot:
    """A sourced location, as a point in metres, and the commune of its address if known."""

    record: str
    name: str
    how: str
    shape: BaseGeometry
    communes: tuple[str, ...] = ()
    kind: Literal["spot"] = "spot"


@dataclass(frozen=True)
class Undrawn:
    """Something that works here but of which no place is known."""

    record: str
    name: str
    how: str
    device: Device


@dataclass(frozen=True)
class Name:
    """A commune to be written on the map, in full where that fits."""

    commune: str
    text: str
    shape: BaseGeometry
    strong: bool = False


@dataclass(frozen=True)
class Shade:
    """A class of the choropleth: its limits in words, its rank from light to dark, its ground."""

    words: str
    rank: int
    shape: BaseGeometry


@dataclass(frozen=True)
class Group:
    """What is drawn of one scheme as exactly."""

    device: Device | None
    how: str
    areas: list[Area]


@dataclass(frozen=True)
class Scene:
    """One map. `id` is its own on the page; `date` is that of the newest record in words.

    What lies outside `main`, where there is one, is paler. A `small` one is a locator.
    """

    id: str
    title: str
    description: str
    ground: Ground
    frame: Frame
    date: str
    areas: tuple[Area, ...]
    spots: tuple[Spot, ...] = ()
    undrawn: tuple[Undrawn, ...] = ()
    names: tuple[Name, ...] = ()
    shades: tuple[Shade, ...] = ()
    main: BaseGeometry | None = None
    small: bool = False

    @property
    def schemes(self) -> list[Device]:
        """The schemes that are drawn, in their order on the map."""
        found = {area.scheme: area.device for area in self.areas if area.device}
        return [device for device in found.values() if device]

    @property
    def groups(self) -> list[Group]:
        """What is drawn by scheme and by how exact it is, places as such first."""
        order = ["", *(one.id for one in sorted(self.schemes, key=ranking))]
        hows = list(dict.fromkeys(area.how for area in self.areas))

        def place(area: Area) -> tuple[int, int]:
            return order.index(area.scheme), hows.index(area.how)

        sets = [list(same) for _, same in groupby(sorted(self.areas, key=place), key=place)]
        return [Group(found[0].device, found[0].how, found) for found in sets]


def ranking(device: Device) -> tuple[bool, int]:
    """The core schemes first, each in its order."""
    return device.kind != "core", device.order
