"""Pages on paper: nothing is cut off, and a sheet says how fresh it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
@pytest.mark.parametrize("path", ["communes/", "organisations/fdssb/", "devices/raq/"])
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
