"""The rows of the comparison as content: the same records and words as the web table's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from panorama.model.records import MISSING, Citation
from panorama.pages.environment import usual_period
from panorama.pages.site import ROWS
from panorama.printing.content import Cell, Row, Words, breakable
from panorama.printing.pen import cell

if TYPE_CHECKING:
    from collections.abc import Callable

    from panorama.model.records import Device
    from panorama.printing.pen import Pen

INVOLVED = ("coordinated_by", "funded_by", "employed_by")


def rows(pen: Pen, devices: list[Device], most: int | None = None) -> tuple[Row, ...]:
    """Every row of the comparison, and what it is based on; of each cell the first statements."""
    compared = [
        Row(
            pen.t(f"row.{name}"),
            tuple(cut(compared_cell(pen, device, name), most) for device in devices),
        )
        for name in ROWS
    ]
    based = tuple(foundation(pen, device) for device in devices)
    return (*compared, Row(pen.t("row.foundation"), based, small=True))


def compared_cell(pen: Pen, device: Device, name: str) -> Cell:
    """What a scheme's record says in one row."""
    made: dict[str, Callable[[], tuple[Words, ...]]] = {
        **{part: lambda part=part: involved(pen, device, part) for part in INVOLVED},  # type: ignore[misc]
        "period": lambda: (
            dated(pen, device, "since"),
            dated(pen, device, "funded-until"),
        ),
        "lines": lambda: lines(pen, device),
    }
    field = {"period": "since", "lines": "lines_of_care"}.get(name, name)
    if name in made:
        return cell(file_of(device), field, *made[name]())
    return cell(file_of(device), f"comparison.{name}", *statement(pen, device, name))


def cut(whole: Cell, most: int | None) -> Cell:
    """The first statements of a cell, with what belongs to all of them."""
    said = [one for one in whole.items if not one.joined]
    shared = [one for one in whole.items if one.joined]
    return structs.replace(whole, items=(*said[:most], *shared))


def file_of(device: Device) -> str:
    """The record's file, from the data folder."""
    return f"devices/{device.id}.yml"


def statement(pen: Pen, device: Device, name: str) -> tuple[Words, ...]:
    """The statements of a row; their date where it is not the scheme's usual one."""
    value = getattr(device.comparison, name)
    if value in MISSING:
        return (pen.missing(value),)
    said = tuple(pen.words(item) for item in value.items)
    if value.as_of == usual_period(device):
        return said
    return (*said, Words(f"({pen.day(value.as_of)})", soft=True, joined=True))


def involved(pen: Pen, device: Device, part: str) -> tuple[Words, ...]:
    """The organisations that carry a scheme now."""
    value = getattr(device, part)
    if value in MISSING:
        return (pen.missing(value),)
    return tuple(
        Words(pen.say(pen.organisation(one.organisation).names)) for one in value if not one.until
    )


def dated(pen: Pen, device: Device, key: str) -> Words:
    """A date as it was last announced; when that was, where it is not when the rest is from."""
    value = getattr(device, key.replace("-", "_"))
    if isinstance(value, str):
        return Words(pen.pair(pen.t(key), pen.t(f"short.{value}")), missing=True)
    last = value[-1]
    stated = "" if last.as_of == usual_period(device) else f" ({pen.day(last.as_of)})"
    return Words(f"{pen.t(key)} {pen.voice.date(last.value)}{stated}")


def lines(pen: Pen, device: Device) -> tuple[Words, ...]:
    """The lines and levels of care that a scheme works at."""
    value = device.lines_of_care
    if isinstance(value, str):
        return (pen.missing(value),)
    ranked = [(pen.t(f"print.{one.scale}", rank=pen.voice.rank(one.rank)), one) for one in value]
    return tuple(Words(f"{rank} – {pen.say(one.activity)}") for rank, one in ranked)


def foundation(pen: Pen, device: Device) -> Cell:
    """What a scheme's facts are true for, and their sources; sections are on its page."""
    usual = usual_period(device)
    true_for = (pen.t("as-of", date=pen.voice.date(usual)),) if usual else ()
    said = (*true_for, pen.cited(Citation(one.id) for one in device.sources))
    return cell(file_of(device), "sources", *(Words(breakable(text), soft=True) for text in said))
