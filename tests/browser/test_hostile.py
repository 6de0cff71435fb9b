"""Hostile texts of records in a real browser: nothing runs, and search shows them as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.hostile import WORD

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = "element => [...new Set([...element.querySelectorAll('*')].map(one => one.tagName))].sort()"
EXCERPTS = "#results section:not([hidden]) li p"
MADE = {"SECTION", "H2", "OL", "LI", "A", "P", "MARK"}


@pytest.mark.parametrize("language", ["", "nl/"])
@pytest.mark.parametrize("query", [WORD, "window.hit=1", "<img src=x onerror=window.hit=1>"])
def test_search_shows_hostile_excerpts_as_text(
    hostile_page: Page, language: str, query: str
) -> None:
    hostile_page.goto(f"{language}search/")
    hostile_page.locator("#query").fill(query)
    hostile_page.locator(EXCERPTS).first.wait_for()
    results = hostile_page.locator("#results")
    assert set(results.evaluate(TAGS)) <= MADE
    titles = hostile_page.locator("#results section:not([hidden]) li a").all_inner_texts()
    excerpts = hostile_page.locator(EXCERPTS).all_inner_texts()
    assert any("<script>window.hit=1</script>" in title for title in titles)
    assert any("onerror" in excerpt for excerpt in excerpts)
    assert hostile_page.locator("#search-status *").count() == 0
    assert "<img src=x" in hostile_page.locator("#search-status").inner_text()
    assert hostile_page.evaluate("window.hit") is None


@pytest.mark.parametrize("language", ["", "nl/"])
@pytest.mark.parametrize(
    "path",
    [
        "",
        "compare/",
        "devices/raq/",
        "organisations/",
        "organisations/?commune=anderlecht",
        "organisations/fdssb/",
        "lexicon/aller-vers/",
        "quartiers/raq-marolles/",
        "communes/",
        "communes/anderlecht/",
        "bassins/centre-ouest/",
        "sources/",
    ],
)
def test_nothing_hostile_runs(hostile_page: Page, language: str, path: str) -> None:
    hostile_page.goto(language + path)
    assert WORD in hostile_page.content()
    assert hostile_page.locator("b, main img, main style").count() == 0
    assert hostile_page.evaluate("window.hit") is None


@pytest.mark.parametrize("path", ["context/outreach/", "nl/context/outreach/"])
def test_a_hostile_definition_opens_as_text(hostile_page: Page, path: str) -> None:
    hostile_page.goto(path)
    hostile_page.locator("a.term[data-term=aller-vers]").first.focus()
    box = hostile_page.locator(".definition")
    assert set(box.evaluate(TAGS)) == {"A", "SPAN", "STRONG"}
    assert box.inner_text().count("<script>window.hit=1</script>") == 3
    assert hostile_page.evaluate("window.hit") is None


@pytest.mark.parametrize("language", ["", "nl/"])
def test_what_copying_says_stays_text(hostile_page: Page, language: str) -> None:
    hostile_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    hostile_page.goto(f"{language}organisations/fdssb/")
    hostile_page.locator("[data-action=copy]").click()
    expect(hostile_page.locator("#action-status")).to_contain_text("<script>window.hit=1</script>")
    assert hostile_page.locator("#action-status *").count() == 0
    assert WORD in hostile_page.evaluate("navigator.clipboard.readText()")
    assert hostile_page.evaluate("window.hit") is None
