"""Row headings of tables: Typst tags those of columns only, so the first cell of a row is retagged.

PDF 32000-1, 14.8.5.7: a TH with Scope=Row, named in the tree of IDs, is among the Headers of every
other cell of its row.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, String

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object, Pdf


BODIES = (Name.Table, Name.TBody)


def with_row_headings(data: bytes) -> bytes:
    """The same document, the first cell of each row of its tables' bodies a heading."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tree = pdf.Root.StructTreeRoot
        names = NameTree(tree.IDTree) if "/IDTree" in tree else NameTree.new(pdf)
        tree.IDTree = names.obj
        for number, row in enumerate(_rows(tree)):
            _retag(pdf, names, row, f"row{number}")
        # Typst writes true where the standard's own checkers ask for a plain false.
        pdf.Root.MarkInfo = Dictionary(Marked=True, Suspects=False)
        made = io.BytesIO()
        pdf.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def _children(element: Object) -> Iterator[Object]:
    kids = element.get("/K")
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid


def _rows(element: Object, *, inside: bool = False) -> Iterator[Object]:
    """Rows of all bodies, in reading order; in a table without a head there is no body."""
    for child in _children(element):
        if inside and child.S == Name.TR:
            yield child
        else:
            yield from _rows(child, inside=child.S in BODIES)


def _retag(pdf: Pdf, names: NameTree, row: Object, name: str) -> None:
    heading, *others = _children(row)
    if heading.S != Name.TD or not others:
        return
    heading.S = Name.TH
    heading.ID = String(name)
    _table_attributes(heading).Scope = Name.Row
    names[name] = heading if heading.is_indirect else pdf.make_indirect(heading)
    for cell in others:
        attributes = _table_attributes(cell)
        attributes.Headers = Array([*attributes.get("/Headers", Array()), String(name)])


def _table_attributes(cell: Object) -> Object:
    """A cell's attributes as a part of a table."""
    if "/A" not in cell:
        cell.A = Array()
    if not isinstance(cell.A, Array):
        cell.A = Array([cell.A])
    for attributes in cell.A:
        if attributes.get("/O") == Name.Table:
            return attributes
    cell.A.append(Dictionary(O=Name.Table))
    return cell.A[-1]
