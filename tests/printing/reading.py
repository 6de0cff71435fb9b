"""What a PDF says and how it is built."""

from __future__ import annotations

import functools
import io
import re
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

MM = 25.4 / 72  # of a point


@functools.cache  # what is read of a document lives as long as the document
def opened(pdf: bytes) -> pikepdf.Pdf:
    """A document in memory."""
    return pikepdf.open(io.BytesIO(pdf))


def elements(parent: Any) -> Iterator[Any]:
    """Every structure element below one, in reading order."""
    kids = parent.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def tree(pdf: pikepdf.Pdf) -> list[Any]:
    """Every structure element of a document."""
    return list(elements(pdf.Root.StructTreeRoot))


def attribute(element: Any, name: str) -> Any:
    """A value among a structure element's attributes, or None."""
    found = element.get("/A", pikepdf.Array())
    for one in found if isinstance(found, pikepdf.Array) else [found]:
        if name in one:
            return one[name]
    return None


def sizes(pdf: pikepdf.Pdf) -> list[tuple[int, int]]:
    """Width and height of each page in millimetres."""
    boxes = [[float(side) for side in page.mediabox] for page in pdf.pages]
    return [(round(box[2] * MM), round(box[3] * MM)) for box in boxes]


def fonts(pdf: pikepdf.Pdf) -> dict[str, bool]:
    """Name of every font, and whether it is embedded."""
    found = {}
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor":
            found[str(one.FontName)] = "/FontFile2" in one or "/FontFile3" in one
    return found


def text(pdf: bytes) -> str:
    """What the pages say, without spaces: lines end where they end."""
    with pypdfium2.PdfDocument(pdf) as document:
        return squeezed("".join(page.get_textpage().get_text_bounded() for page in document))


def picture(pdf: bytes, page: int = 0, scale: float = 2) -> Image:
    """A page as it is drawn; a scale of 1 is 72 pixels an inch."""
    with pypdfium2.PdfDocument(pdf) as document:
        drawn: Image = document[page].render(scale=scale).to_pil()
    return drawn


def squeezed(said: str) -> str:
    """A text without its spaces, and without hyphens, which readers of PDFs take for breaks."""
    return re.sub(r"[\s\u200b\u00ad\ufffe\x02-]+", "", said)
