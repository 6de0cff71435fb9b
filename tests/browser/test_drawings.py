"""Drawings as Chromium sets them: every word in its place, none over another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Words that leave the picture, that lie over other words, and that leave the box they start in.
MISPLACED = """(svg) => {
  const placed = (one) => ({text: one.textContent, ...one.getBoundingClientRect().toJSON()});
  const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 3 && b.top < a.bottom - 3;
  const leaves = (a, b) => a.left < b.left || a.right > b.right || a.bottom > b.bottom;
  const words = [...svg.querySelectorAll("text")].map(placed);
  const boxes = [...svg.querySelectorAll("rect.diagram__box")].map(placed);
  const crossed = words.filter((a, place) => words.slice(place + 1).some((b) => over(a, b)));
  const spilt = words.filter((a) => boxes.some((b) => over(a, b) && leaves(a, b)));
  const out = words.filter((a) => leaves(a, placed(svg)));
  return [out, crossed, spilt].map((all) => all.map((one) => one.text));
}"""


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("path", ["context/organisation/", "nl/context/organisation/"])
def test_words_of_the_matrix_stand_in_their_boxes(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path)
    page.evaluate("document.fonts.ready")
    drawing = page.locator("svg.ladder")
    assert drawing.locator("text").count() > 40
    assert drawing.evaluate(MISPLACED) == [[], [], []]
