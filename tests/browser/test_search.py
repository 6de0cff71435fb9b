"""Search as you type: grouped, in both languages, by keyboard, and useful when nothing is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FIRST = "#results section:not([hidden]) li a"


@pytest.mark.parametrize(
    ("address", "query", "expected"),
    [
        ("search/", "OCMW", "/lexicon/cpas/"),
        ("nl/search/", "CPAS", "/nl/lexicon/cpas/"),
        ("search/", "RAQ", "/devices/raq/"),
        ("nl/search/", "gezondheidsadviseurs", "/nl/devices/ces/"),
        ("search/", "gezondheidsadviseurs", "/devices/ces/"),
        ("search/", "FBMD", "/organisations/fdssb/"),
        ("nl/search/", "FDSSB", "/nl/organisations/fdssb/"),
        ("search/", "leefloon", "/lexicon/ris/"),
    ],
)
def test_query_finds_page_in_either_language(
    page: Page, address: str, query: str, expected: str
) -> None:
    page.goto(address)
    page.locator("#query").press_sequentially(query)
    page.locator(FIRST).first.wait_for()
    found = [link.get_attribute("href") for link in page.locator(FIRST).all()[:3]]
    assert expected in found


def test_results_are_grouped_and_counted(page: Page) -> None:
    page.goto("search/?q=mutualit%C3%A9")
    page.locator(FIRST).first.wait_for()
    headings = page.locator("#results section:not([hidden]) h2").all_inner_texts()
    assert set(headings) <= {
        "Dispositifs",
        "Lieux",
        "Organisations",
        "Lexique",
        "Comprendre",
        "Pages",
    }
    assert len(headings) == len(set(headings)) >= 3
    status = page.locator("#search-status").inner_text()
    assert "mutualité" in status
    assert status.split()[0].isdigit()


def test_nothing_found_says_so_and_offers_a_way_on(page: Page) -> None:
    page.goto("nl/search/")
    page.locator("#query").fill("xyzzyqwert")
    page.get_by_text("Niets gevonden voor").wait_for()
    assert page.locator("#browse").is_visible()
    assert page.locator("#browse a").count() >= 8


def test_search_from_home_by_keyboard_reaches_a_result(page: Page) -> None:
    page.goto("")
    page.locator("#ask").fill("CHW")
    page.locator("#ask").press("Enter")
    page.wait_for_url("**/search/?q=CHW")
    page.locator(FIRST).first.wait_for()
    page.locator(FIRST).first.press("Enter")
    page.wait_for_url("**/devices/chw/")


def test_hostile_query_stays_text(page: Page) -> None:
    page.goto("search/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(page.locator("#search-status")).not_to_be_empty()
    assert page.locator("#search-status img, #results img").count() == 0


def test_without_script_the_page_still_leads_everywhere(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}search/")
    assert page.locator("#finder").is_hidden()
    assert page.get_by_text("La recherche demande JavaScript").is_visible()
    assert page.locator("#browse a").count() >= 8
    context.close()
