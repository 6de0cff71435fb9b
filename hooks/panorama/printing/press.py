"""Sets one document: Typst with the standard for accessible PDFs, every warning an error."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from panorama.printing.document import Printed, TooLong

if TYPE_CHECKING:
    import typst

    from panorama.printing.document import Document

TEMPLATES = Path(__file__).with_name("templates")
STANDARDS = ["ua-1"]
PICTURE = 44  # pixels an inch: a page of A4 is 364 wide
COLOURS = 16
CHOICE = 3  # texts that are named, for an editor to choose which to shorten


class NotSetError(Exception):
    """A template that Typst refuses or warns of; the text is what Typst says."""


def content_of(document: Document, author: str) -> bytes:
    """What a template is given: plain data, the same bytes for the same content."""
    shared = {"title": document.title, "day": document.day, "author": author}
    content: dict[str, Any] = {**shared, **msgspec.to_builtins(document.content)}
    return msgspec.json.encode(content, order="sorted")


def press(template: str, content: bytes, fonts: Path, pages: int) -> Printed:
    """A document as PDF/UA and a picture of its first page."""
    import typst

    from panorama.printing.rows import with_row_headings

    compiler = typst.Compiler(
        str(TEMPLATES / f"{template}.typ"),
        root=str(TEMPLATES),
        font_paths=[str(fonts)],
        ignore_system_fonts=True,
        sys_inputs={"data": content.decode()},
    )
    try:
        made, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=STANDARDS)  # type: ignore[arg-type]
    except typst.TypstError as error:
        msg = f"{template}.typ: {error.message}\n{error.diagnostic}"
        raise NotSetError(msg) from None
    if warnings:
        raise NotSetError("\n".join(f"{template}.typ: {one.diagnostic}" for one in warnings))
    found = json.loads(compiler.query("<overflow>"))
    if not isinstance(made, bytes):
        msg = f"{template}.typ"
        raise NotSetError(msg)
    picture, size = shrunk(_first_page(compiler, content, is_book=not pages))
    pdf = with_row_headings(made)
    count = pages_of(pdf)
    return Printed(pdf, picture, size, count, too_long(found, count, pages))


def _first_page(compiler: typst.Compiler, content: bytes, *, is_book: bool) -> bytes:
    """The first page as PNG: what was just set, or of a book only its cover."""
    if is_book:
        cover = {"data": content.decode(), "first": "yes"}
        made = compiler.compile(format="png", ppi=PICTURE, sys_inputs=cover)
    else:
        made = compiler.compile(format="png", ppi=PICTURE)
    return made[0] if isinstance(made, list) else made or b""


def too_long(found: list[dict[str, Any]], count: int, pages: int) -> tuple[TooLong, ...]:
    """The texts that take the room that is missing, those that take most first."""
    blamed = [
        TooLong(one["file"], one["field"], round(place["value"]["over"], 1))
        for place in found
        for one in _blamed(place["value"]["texts"], place["value"]["over"])
    ]
    if not blamed and pages and count != pages:
        blamed = [TooLong("", "", 0)]
    return tuple(blamed)


def _blamed(texts: list[dict[str, Any]], over: float) -> list[dict[str, Any]]:
    """The highest texts: as many as make up for what is over, and no fewer than there is choice."""
    chosen: list[dict[str, Any]] = []
    for text in sorted(texts, key=lambda one: -one["height"]):
        is_enough = sum(one["height"] for one in chosen) >= over and len(chosen) >= CHOICE
        if chosen and (is_enough or not text["height"]):
            break
        chosen.append(text)
    return chosen or [{"file": "", "field": ""}]


def pages_of(pdf: bytes) -> int:
    """How many pages a document has."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def shrunk(png: bytes) -> tuple[bytes, tuple[int, int]]:
    """A picture with few colours, and its width and height."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as image:
        few = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    made = io.BytesIO()
    few.save(made, "PNG", optimize=True)
    return made.getvalue(), few.size
