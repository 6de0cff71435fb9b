"""Every kind of page, in both languages, wide and narrow: no axe violation, no sideways scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import violations

if TYPE_CHECKING:
    from playwright.sync_api import Page

KINDS = [
    "",
    "compare/",
    "compare/?s=raq,ces&r=where,how",
    "devices/",
    "devices/cpps/",
    "organisations/",
    "organisations/fdssb/",
    "lexicon/",
    "lexicon/ligne-0/",
    "sources/",
    "search/",
    "search/?q=ocmw",
    "about/",
    "map/",
    "organisations/medikuregem/",
    "devices/raq/",
    "communes/",
    "communes/bruxelles/",
    "bassins/",
    "bassins/centre-ouest/",
    "quartiers/",
    "quartiers/raq-marolles/",
    "devices/clss/",
    "about/freshness/",
    "changes/",
    "contribute/",
    "context/",
    "context/organisation/",
    "context/access/",
    "context/access/worksheet/",
    "lexicon/fr-nl/",
    "agenda/",
    "about/accessibility/",
    "about/legal/",
    "about/privacy/",
    "contribute/schema/",
    "contribute/schema/organisation/",
    "print/",
    "no-such-page/",
]
EXCESS = "document.documentElement.scrollWidth - window.innerWidth"


@pytest.mark.parametrize("language", ["", "nl/"])
@pytest.mark.parametrize("path", KINDS)
def test_page_has_no_axe_violation_and_fits_320_pixels(
    page: Page, language: str, path: str
) -> None:
    page.goto(language + path)
    if "q=" in path:
        page.locator("#results section:not([hidden]) li").first.wait_for()
    for width in (1280, 375):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page) == [], width
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate(EXCESS) <= 0


def test_menu_opens_and_closes_by_keyboard(page: Page) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto("nl/")
    menu = page.locator("#menu")
    assert menu.is_hidden()
    page.get_by_role("button", name="Menu").press("Enter")
    assert menu.is_visible()
    page.keyboard.press("Escape")
    assert menu.is_hidden()
    assert page.evaluate("document.activeElement.className") == "menu-button"


def test_first_tab_leads_to_the_content(page: Page) -> None:
    page.goto("devices/raq/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize("path", ["devices/ces/", "nl/lexicon/bim/", "compare/"])
def test_language_link_leads_to_the_same_page_and_back(page: Page, path: str) -> None:
    page.goto(path)
    start = page.url
    page.locator("a.language").click()
    assert page.url != start
    assert page.url.replace("/nl/", "/") == start.replace("/nl/", "/")
    page.locator("a.language").click()
    assert page.url == start
