"""Every document: there, of its size, tagged, named, in its language, with its fonts."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pdfua import validate

from tests.printing.reading import attribute, fonts, opened, sizes, tree

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.building.read import Site
    from panorama.printing.shelf import Shelf

SIZES = {"a3": (420, 297), "a4": (210, 297)}
FOLDED = (297, 210)  # the poster on two sheets of A4 lies, as on A3
EXAMPLES = (
    "panorama-fr-a3", "panorama-nl-a4", "panorama-frnl-a3", "device-raq-fr", "device-ces-nl",
    "commune-bruxelles-fr", "bassin-centre-ouest-nl", "worksheet-nl", "guide-nl",
)  # fmt: skip


def expected(site: Site) -> set[str]:
    """Names of all documents, from what the records hold."""
    known = site.catalogue
    each = [
        *(f"device-{one.id}" for one in known.core),
        *(f"commune-{name}" for name in known.communes),
        *(f"bassin-{name}" for name in known.bassins),
        "worksheet",
        "guide",
    ]
    posters = [f"panorama-{language}-{paper}" for language in ("fr", "nl") for paper in SIZES]
    return {*posters, "panorama-frnl-a3", *(f"{one}-{it}" for one in each for it in ("fr", "nl"))}


def test_there_is_a_document_for_everything(printed_site: Site, shelf: Shelf) -> None:
    assert set(shelf.documents) == expected(printed_site)
    assert len(shelf.documents) == 65


def test_every_document_is_in_the_built_site(shelf: Shelf, site: Path) -> None:
    for document in shelf.documents.values():
        assert (site / document.file).read_bytes().startswith(b"%PDF-1.7")
        assert (site / document.picture).read_bytes().startswith(b"\x89PNG")


def test_documents_have_their_pages_and_sizes(shelf: Shelf) -> None:
    for name, document in shelf.documents.items():
        printed = shelf.printed[name]
        assert printed.too_long == (), name
        found = sizes(opened(printed.pdf))
        assert len(found) == printed.pages, name
        assert printed.pages == document.pages or document.kind == "guide", name
        wanted = FOLDED if name.endswith("-a4") else SIZES[document.paper]
        assert set(found) == {wanted}, name


def test_documents_say_their_title_language_and_day(shelf: Shelf) -> None:
    for name, document in shelf.documents.items():
        pdf = opened(shelf.printed[name].pdf)
        assert str(pdf.docinfo.Title) == document.title
        assert str(pdf.Root.Lang) == f"{document.languages[0]}-BE"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        day = dt.date.fromisoformat(document.day)
        assert str(pdf.docinfo.CreationDate).startswith(f"D:{day:%Y%m%d}")
        with pdf.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"


def test_the_second_page_of_the_bilingual_poster_is_in_dutch(shelf: Shelf) -> None:
    found = tree(opened(shelf.printed["panorama-frnl-a3"].pdf))
    assert "nl-BE" in {str(one.Lang) for one in found if "/Lang" in one}


def test_fonts_are_embedded_subsets_of_the_site_s_typeface(shelf: Shelf) -> None:
    for name, printed in shelf.printed.items():
        found = fonts(opened(printed.pdf))
        assert found, name
        for font, embedded in found.items():
            assert embedded, (name, font)
            assert font[7] == "+", (name, font)
            assert "AtkinsonHyperlegibleNext" in font, (name, font)


def test_nothing_is_a_raster_picture(shelf: Shelf) -> None:
    for name, printed in shelf.printed.items():
        images = [one for one in opened(printed.pdf).objects if _is_image(one)]
        assert images == [], name


def _is_image(one: object) -> bool:
    return isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"


@pytest.mark.parametrize("name", EXAMPLES)
def test_tables_have_headings_of_columns_and_rows(shelf: Shelf, name: str) -> None:
    found = tree(opened(shelf.printed[name].pdf))
    scopes = [str(attribute(one, "/Scope")) for one in found if one.S == "/TH"]
    assert "None" not in scopes
    if name.startswith(("panorama", "guide")):
        assert {"/Column", "/Row"} == set(scopes)
    ids = [str(one.ID) for one in found if "/ID" in one]
    assert len(ids) == len(set(ids))
    for row in (one for one in found if one.S == "/TR"):
        cells = list(row.K)
        for cell in cells:
            wanted = {str(name) for name in attribute(cell, "/Headers") or ()}
            assert wanted <= set(ids)
        if any(cell.S == "/TD" for cell in cells):
            assert attribute(cells[0], "/Scope") == "/Row"


def test_every_cell_of_the_poster_names_its_scheme_and_its_row(shelf: Shelf) -> None:
    found = tree(opened(shelf.printed["panorama-fr-a3"].pdf))
    cells = [one for one in found if one.S == "/TD"]
    assert len(cells) == 14 * 4
    assert all(len(attribute(cell, "/Headers")) == 2 for cell in cells)


@pytest.mark.parametrize("name", EXAMPLES)
def test_pictures_are_described(shelf: Shelf, name: str) -> None:
    figures = [one for one in tree(opened(shelf.printed[name].pdf)) if one.S == "/Figure"]
    assert figures
    for one in figures:
        said = str(one.Alt)
        assert len(said) > 10
        assert not re.search(r"\u200b|\(fr=|\w+\(", said)  # nothing of a record's inner shape


def test_the_guide_has_bookmarks_and_links(shelf: Shelf) -> None:
    pdf = opened(shelf.printed["guide-fr"].pdf)
    with pdf.open_outline() as outline:
        titles = [one.title for one in outline.root]
        below = [inner.title for one in outline.root for inner in one.children]
    assert "Lexique" in titles
    assert "Anderlecht" in below
    assert len(below) > 200
    assert sum(one.S == "/Link" for one in tree(pdf)) > 500


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_checker_of_the_standard_finds_nothing(shelf: Shelf, name: str, tmp_path: Path) -> None:
    file = tmp_path / "document.pdf"
    file.write_bytes(shelf.printed[name].pdf)
    assert [str(one) for one in validate(str(file)).findings] == []
