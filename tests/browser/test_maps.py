"""Maps in a real browser: by keyboard, heard by name, without scripts, on narrow screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOCUSED = "document.activeElement.dataset.record"
SHAPE = "getComputedStyle(document.activeElement.querySelector('.map-shape')).strokeWidth"


@pytest.mark.parametrize("language", ["", "nl/"])
def test_tab_walks_over_the_areas_in_the_order_of_the_drawing(page: Page, language: str) -> None:
    page.goto(f"{language}communes/anderlecht/")
    links = page.locator(".map-areas a")
    records = [link.get_attribute("data-record") for link in links.all()]
    links.first.focus()
    walked = []
    for _ in records:
        walked.append(page.evaluate(FOCUSED))
        assert page.evaluate(SHAPE) == "5px"
        page.keyboard.press("Tab")
    assert walked == records
    assert "quartiers/raq-cureghem-bara-rosee/" in walked


def test_an_area_is_heard_by_its_name_and_leads_to_its_page(page: Page) -> None:
    page.goto("nl/devices/raq/")
    link = page.get_by_role("link", name="RAQ nr. 10 Marollen (bij benadering: op naam)")
    expect(link).to_have_count(1)
    link.press("Enter")
    page.wait_for_url("**/nl/quartiers/raq-marolles/")


def test_a_click_on_an_area_or_its_sign_leads_to_its_page_without_script(
    browser: Browser, base: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for target in (".map-areas a[data-record^=quartiers]", ".map-signs .map-wide a"):
        page.goto(f"{base}devices/chw/")
        page.locator(target).first.click(force=True)
        page.wait_for_url("**/quartiers/chw-anderlecht/")
    context.close()


@pytest.mark.parametrize(("width", "shown"), [(1280, "map-wide"), (375, "map-narrow")])
def test_letters_are_legible_on_every_screen(page: Page, width: int, shown: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("nl/map/")
    names = page.locator(f"svg[data-map=region] .map-names .{shown} text")
    assert names.count() >= 15
    heights = names.evaluate_all("all => all.map(one => one.getClientRects()[0].height)")
    lines = names.evaluate_all("all => all.map(one => one.querySelectorAll('tspan').length)")
    assert min(high / count for high, count in zip(heights, lines, strict=True)) >= 10


@pytest.mark.parametrize("language", ["", "nl/"])
@pytest.mark.parametrize("path", ["", "communes/", "map/", "organisations/"])
def test_the_header_stands_on_one_line(page: Page, language: str, path: str) -> None:
    page.goto(language + path)
    tops = page.locator("#menu li").evaluate_all(
        "all => all.map(one => Math.round(one.getBoundingClientRect().top))"
    )
    assert len(set(tops)) == 1
    bar, menu = page.locator(".top__bar").bounding_box(), page.locator("#menu").bounding_box()
    assert bar
    assert menu
    assert menu["x"] > bar["x"] + 100
