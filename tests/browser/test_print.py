"""Pages on paper: nothing is cut off, and a sheet says how fresh it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

WIDTH, HEIGHT = 703, 1017  # A4 within the margins of the style sheet, at 96 dpi
TOO_WIDE = """() => [...document.querySelectorAll(".scroll")].flatMap((box) => {
  const right = box.getBoundingClientRect().right + 1;
  const all = [...box.querySelectorAll("*")];
  const wide = all.filter((one) => one.getBoundingClientRect().right > right);
  return wide.slice(0, 1).map((one) => `${box.ariaLabel}: ${wide.length} from ${one.tagName} on`);
})"""
CHECKED = {"": "Vérifié le 22 novembre 2026", "nl/": "Nagekeken op 22 november 2026"}


@pytest.mark.parametrize("language", ["", "nl/"])
@pytest.mark.parametrize(
    "path",
    [
        "communes/",
        "organisations/fdssb/",
        "devices/raq/",
        "devices/cpps/",
        "context/organisation/",
        "context/pssi/",
        "context/access/worksheet/",
        "lexicon/fr-nl/",
        "agenda/",
    ],
)
def test_nothing_on_paper_is_wider_than_its_box(page: Page, language: str, path: str) -> None:
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    page.emulate_media(media="print")
    page.goto(language + path)
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


@pytest.mark.parametrize("language", ["", "nl/"])
def test_a_printed_organisation_says_when_it_was_checked(page: Page, language: str) -> None:
    page.emulate_media(media="print")
    page.goto(f"{language}organisations/fdssb/")
    visible = page.locator("body").inner_text()
    assert CHECKED[language] in visible
    assert page.locator(".actions").first.is_hidden()


def sheets(page: Page) -> tuple[int, set[tuple[int, int]]]:
    """How many pages of paper a page makes, A4 where it says nothing else; sizes in millimetres."""
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", pdf)
    sizes = {(round(float(w) / 72 * 25.4), round(float(h) / 72 * 25.4)) for w, h in boxes}
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)), sizes


@pytest.mark.parametrize("language", ["", "nl/"])
def test_the_worksheet_is_one_sheet_with_all_its_lines(page: Page, language: str) -> None:
    page.goto(f"{language}context/access/worksheet/")
    assert sheets(page) == (1, {(210, 297)})
    page.emulate_media(media="print")
    lines = page.locator(".writing span")
    assert lines.count() > 10
    heights = lines.evaluate_all("all => all.map((one) => one.getBoundingClientRect().height)")
    assert min(heights) >= 24  # room for handwriting
    expect(page.get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize("language", ["", "nl/"])
def test_the_button_of_the_worksheet_prints(page: Page, language: str) -> None:
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(f"{language}context/access/worksheet/")
    page.locator("[data-action=print]").click()
    assert page.evaluate("window.printed")


@pytest.mark.parametrize("language", ["", "nl/"])
def test_the_index_of_terms_repeats_its_headings_and_breaks_no_row(
    page: Page, language: str
) -> None:
    page.goto(f"{language}lexicon/fr-nl/")
    count, sizes = sheets(page)
    assert 2 <= count <= 6
    assert sizes == {(210, 297)}
    page.emulate_media(media="print")
    assert page.locator(".bilingual thead").evaluate("one => getComputedStyle(one).display") == (
        "table-header-group"
    )
    rows = page.locator(".bilingual tbody tr").evaluate_all(
        "all => [...new Set(all.map((one) => getComputedStyle(one).breakInside))]"
    )
    assert rows == ["avoid"]


def paper(page: Page, path: str) -> list[str]:
    """What each page says when a browser prints an address."""
    page.goto(path)
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as printed:
        return [one.get_textpage().get_text_bounded() for one in printed]


@pytest.mark.parametrize(
    ("path", "most"),
    [("compare/", 1), ("communes/", 1), ("communes/anderlecht/", 3), ("devices/chw/", 16)],
)
@pytest.mark.parametrize("language", ["", "nl/"])
def test_pages_take_no_more_paper_than_they_need(
    page: Page, language: str, path: str, most: int
) -> None:
    pages = paper(page, language + path)
    assert 1 <= len(pages) <= most
    assert all(len(said.split()) > 20 for said in pages)


@pytest.mark.parametrize(("language", "heading"), [("", "Mesure"), ("nl/", "Gegeven")])
def test_a_table_that_goes_on_repeats_its_headings(page: Page, language: str, heading: str) -> None:
    pages = paper(page, f"{language}devices/raq/")
    first = next(place for place, said in enumerate(pages) if heading in said)
    assert heading in pages[first + 1]


def test_chosen_schemes_and_rows_are_what_is_printed(page: Page) -> None:
    (said,) = paper(page, "compare/?s=raq,chw&r=where,how")
    assert "Relais d’Action de Quartier" in said
    assert "Conseillers en Santé" not in said
    assert "Objectifs" not in said


def test_addresses_of_links_are_on_paper(page: Page) -> None:
    assert "https://" in "".join(paper(page, "sources/"))
