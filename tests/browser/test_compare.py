"""Comparing 2 to 4 schemes: what is chosen is shown, and the address says it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HEADS = ".compare thead th"
ROWS = ".compare tbody tr[data-row]"


def shown(page: Page, selector: str, name: str) -> list[str | None]:
    """The data attribute of the visible elements."""
    found = page.locator(selector).all()
    return [element.get_attribute(f"data-{name}") for element in found if element.is_visible()]


def asked(page: Page) -> dict[str, list[str]]:
    """The choice that the address holds."""
    return {name: value[0].split(",") for name, value in parse_qs(urlsplit(page.url).query).items()}


@pytest.mark.parametrize(
    ("query", "schemes"),
    [
        ("", ["raq", "chw", "cpps", "ces"]),
        ("?s=ces,raq", ["raq", "ces"]),
        ("?s=chw,cpps,ces", ["chw", "cpps", "ces"]),
        ("?s=raq", ["raq", "chw", "cpps", "ces"]),
        ("?s=nobody,raq", ["raq", "chw", "cpps", "ces"]),
        ("?s=<script>,raq,chw", ["raq", "chw"]),
    ],
)
def test_address_decides_what_is_compared(page: Page, query: str, schemes: list[str]) -> None:
    page.goto(f"compare/{query}")
    assert shown(page, HEADS, "scheme") == schemes


@pytest.mark.parametrize("language", ["", "nl/"])
def test_choice_is_shown_and_kept_in_the_address(page: Page, language: str) -> None:
    page.goto(f"{language}compare/")
    page.locator("input[value=chw]").uncheck()
    page.locator("summary").click()
    page.locator("input[value=how]").uncheck()
    assert shown(page, HEADS, "scheme") == ["raq", "cpps", "ces"]
    assert "how" not in shown(page, ROWS, "row")
    assert asked(page)["s"] == ["raq", "cpps", "ces"]
    page.reload()
    assert shown(page, HEADS, "scheme") == ["raq", "cpps", "ces"]
    assert "how" not in shown(page, ROWS, "row")


def test_fewer_than_two_schemes_cannot_be_chosen(page: Page) -> None:
    page.goto("compare/?s=raq,ces")
    page.locator("input[value=ces]").press("Space")
    assert page.locator("input[value=ces]").is_checked()
    assert shown(page, HEADS, "scheme") == ["raq", "ces"]


def test_reset_shows_everything_and_clears_the_address(page: Page) -> None:
    page.goto("compare/?s=raq,ces&r=where")
    page.get_by_role("button", name="Tout montrer").click()
    assert len(shown(page, HEADS, "scheme")) == 4
    assert len(shown(page, ROWS, "row")) == page.locator(ROWS).count()
    assert asked(page) == {}


def test_copied_link_is_the_view(browser: Browser, base: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{base}compare/")
    page.locator("input[value=cpps]").uncheck()
    page.locator("#copy-link").click()
    page.get_by_text("Lien copié.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{base}compare/?s=raq,chw,ces"
    context.close()


def test_narrow_screen_shows_one_card_a_scheme(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto("compare/?s=raq,ces")
    assert page.locator(".compare-table").is_hidden()
    assert shown(page, ".compare-cards article", "scheme") == ["raq", "ces"]


def test_header_and_first_column_stay_in_view(page: Page) -> None:
    page.goto("compare/")
    page.mouse.wheel(0, 2500)
    expect(page.locator(".compare tbody tr").nth(6)).to_be_in_viewport()
    box = page.locator(HEADS).first.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 5


@pytest.mark.parametrize("language", ["", "nl/"])
def test_comparison_is_whole_without_script(browser: Browser, base: str, language: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}{language}compare/")
    assert page.locator(HEADS).count() == 4
    assert page.locator("#compare-tools").is_hidden()
    cells = page.locator(".compare tbody td").all()
    assert len(cells) == 4 * page.locator(".compare tbody tr").count()
    assert all(cell.inner_text().strip() for cell in cells)
    context.close()


@pytest.mark.parametrize("language", ["", "nl/"])
def test_comparison_prints_on_one_landscape_page(page: Page, language: str) -> None:
    page.goto(f"{language}compare/")
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) == 1
