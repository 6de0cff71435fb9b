"""One document to be printed: what it shows, and what is known of it once it is set."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from panorama.model.catalogue import Language

Kind = Literal["poster", "device", "commune", "bassin", "worksheet", "guide"]


@dataclass(frozen=True)
class Document:
    """A file of /print/.

    `template` names a .typ file, `content` is what it sets, `day` the newest fact in it. `pages` is
    how many there must be, 0 where the text decides. `record` is what it is about.
    """

    name: str
    kind: Kind
    template: str
    languages: tuple[Language, ...]
    title: str
    day: str
    content: Any
    pages: int = 1
    record: str = ""
    paper: str = "a4"

    @property
    def file(self) -> str:
        """Path from the site's root."""
        return f"print/{self.name}.pdf"

    @property
    def picture(self) -> str:
        """Path of the picture of its first page."""
        return f"print/{self.name}.png"


@dataclass(frozen=True)
class TooLong:
    """A text in a place that is too small: how much the whole place is over, in millimetres."""

    file: str
    field: str
    over: float


@dataclass(frozen=True)
class Printed:
    """A document on paper: its bytes, the first page as a picture, what did not fit."""

    pdf: bytes
    picture: bytes
    size: tuple[int, int]
    pages: int
    too_long: tuple[TooLong, ...] = field(default=())


def newest(records: Iterable[Any]) -> str:
    """The day of the newest check among records, which dates what is made from them."""
    return max((record.checked.on for record in records), default="1970-01-01")


@dataclass(frozen=True)
class Sheet:
    """A document as pages show it: what it is, how large, and how its first page looks."""

    document: Document
    pages: int
    kilobytes: int
    size: tuple[int, int]
