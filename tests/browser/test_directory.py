"""From the home page to who works in a commune, and how to call them; filters and actions."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LES_PISSENLITS = "0479 24 22 79"
HELPDESK = "tel:+32479242279"


@pytest.mark.parametrize(
    ("language", "pick"), [("", "Dans quelle commune"), ("nl/", "In welke gemeente")]
)
def test_anderlecht_is_two_actions_away(page: Page, language: str, pick: str) -> None:
    page.goto(language)
    page.get_by_label(pick).select_option(label="Anderlecht")
    page.locator("form[data-go] button").click()
    page.wait_for_url(f"**/{language}communes/anderlecht/")
    expect(page.get_by_role("link", name=LES_PISSENLITS)).to_have_attribute("href", HELPDESK)


@pytest.mark.parametrize("language", ["", "nl/"])
def test_anderlecht_is_one_link_away_without_script(
    browser: Browser, base: str, language: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + language)
    page.get_by_role("link", name="Anderlecht", exact=True).click()
    assert page.url == f"{base}{language}communes/anderlecht/"
    assert page.get_by_role("link", name=LES_PISSENLITS).get_attribute("href") == HELPDESK
    context.close()


@pytest.mark.parametrize(
    ("address", "query", "expected"),
    [
        ("search/", "1070", "/communes/anderlecht/"),
        ("search/", "Elsene", "/communes/ixelles/"),
        ("nl/search/", "Ixelles", "/nl/communes/ixelles/"),
        ("nl/search/", "1210", "/nl/communes/saint-josse-ten-noode/"),
    ],
)
def test_postcode_or_other_name_finds_the_commune(
    page: Page, address: str, query: str, expected: str
) -> None:
    page.goto(address)
    page.locator("#query").fill(query)
    place = page.locator("section[data-kind=place] li a").first
    place.wait_for()
    found = page.locator("section[data-kind=place] li a").all()[:4]
    assert expected in [link.get_attribute("href") for link in found]


@pytest.mark.parametrize("language", ["", "nl/"])
def test_filters_narrow_the_list_and_live_in_the_address(page: Page, language: str) -> None:
    page.goto(f"{language}organisations/")
    items = page.locator(".index li:visible")
    everything = items.count()
    page.locator("select[name=role]").select_option("host")
    page.locator("select[name=commune]").select_option("anderlecht")
    names = items.locator("a").all_inner_texts()
    assert 1 <= len(names) < everything
    assert "Les Pissenlits" in names
    asked = parse_qs(urlsplit(page.url).query)
    assert asked == {"role": ["host"], "commune": ["anderlecht"]}
    assert str(len(names)) in page.locator("#filter-status").inner_text()
    page.reload()
    assert items.locator("a").all_inner_texts() == names
    page.locator("#filters button[type=reset]").click()
    assert items.count() == everything


def test_organisations_are_whole_without_script(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}organisations/")
    assert page.locator("#filters").is_hidden()
    assert page.locator(".index li").count() >= 60
    context.close()


def test_contacts_are_copied(browser: Browser, base: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{base}organisations/pissenlits/")
    page.locator("[data-action=copy]").click()
    expect(page.locator("#action-status")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert LES_PISSENLITS in copied
    assert copied.startswith("Les Pissenlits")
    context.close()
