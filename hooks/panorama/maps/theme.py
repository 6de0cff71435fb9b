"""How a map looks: on screens, on black-and-white paper, on a wall."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Theme:
    """Sizes in units of the picture, colours as in panorama.css; lines are as wide as `line` says.

    `letters` are the sizes of commune names; a second one is for narrow screens, where the same
    drawing is shown at half its size. `inked` draws schemes in ink: their patterns tell them apart.
    What is not `explained` has its legend and sources in the document that it stands in.
    """

    name: str
    letters: tuple[float, ...]
    small: float
    line: float = 1.0
    inked: bool = False
    explained: bool = True
    ink: str = "#1d2433"
    soft: str = "#4a5468"
    paper: str = "#ffffff"
    land: str = "#faf9f5"
    park: str = "#e3ebdc"
    water: str = "#bcd4e2"
    rail: str = "#b9bec9"
    metro: str = "#8d95a5"
    border: str = "#8d95a5"


WEB = Theme("web", letters=(12.5, 21.0), small=11.0)
PRINT = Theme(
    "print",
    letters=(12.5,),
    small=11.0,
    inked=True,
    ink="#000000",
    soft="#000000",
    land="#ffffff",
    park="#ececec",
    water="#cfcfcf",
    rail="#b5b5b5",
    metro="#8a8a8a",
    border="#777777",
)
POSTER = Theme("poster", letters=(14.5,), small=13.5, line=1.3)
# For pictures of 7 to 12 cm and of 5 to 6: letters of 6 to 10 points.
SHEET = Theme("sheet", letters=(19.0,), small=17.0, line=1.4, explained=False)
CORNER = Theme("corner", letters=(25.0,), small=22.0, line=1.6, explained=False)
