"""Marked terms in Chromium: by keyboard, pointer and touch, narrow, without script, on paper.

WCAG 2.2, 1.4.13: what opens on hover or focus can be dismissed, hovered and stays while it is used.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, FloatRect, Locator, Page

# A chapter, a scheme with its chapter, the table of schemes, a term: in both languages.
PAGES = ["context/why/", "nl/context/organisation/", "devices/raq/", "nl/lexicon/clss/"]
CHAPTER = PAGES[0]
DEFINITION = ".definition"
ACTIVE = "[...document.querySelectorAll('main a.term')].indexOf(document.activeElement)"
MOMENT = 400  # ms: twice what the script waits before it opens or closes
# Opens every definition of a page in turn, and tells of those that leave the window.
OUTSIDE = """async () => {
  const out = [];
  const links = [...document.querySelectorAll("main a.term")];
  for (const link of links.filter((one) => one.checkVisibility())) {
    link.scrollIntoView({ block: "center", behavior: "instant" });
    link.focus({ preventScroll: true });
    const box = document.querySelector(".definition").getBoundingClientRect();
    const fits = box.left >= 0 && box.right <= document.documentElement.clientWidth
      && box.top >= 0 && box.bottom <= window.innerHeight && box.width > 150;
    if (!fits) out.push(`${link.dataset.term}: ${JSON.stringify(box)}`);
  }
  return out;
}"""
# A definition that something lies over, or that is cut off, is not what is met at its corners.
COVERED = """() => {
  const box = document.querySelector(".definition");
  const { left, right, top, bottom } = box.getBoundingClientRect();
  const corners = [left + 6, right - 6].flatMap((x) => [top + 6, bottom - 6].map((y) => [x, y]));
  return corners.filter((at) => !box.contains(document.elementFromPoint(...at)));
}"""


def language_of(path: str) -> str:
    return "nl/" if path.startswith("nl/") else ""


def term(page: Page) -> Locator:
    """The first marked term of a page."""
    return page.locator("main a.term").first


def box_of(place: Locator) -> FloatRect:
    """Where something stands in the window."""
    box = place.bounding_box()
    assert box
    return box


def tab_to_term(page: Page) -> Locator:
    """The first term that the Tab key comes to."""
    for _ in range(80):
        page.keyboard.press("Tab")
        place = page.evaluate(ACTIVE)
        if place >= 0:
            return page.locator("main a.term").nth(place)
    pytest.fail("no term is reached by Tab")


@pytest.mark.parametrize("path", PAGES)
def test_focus_opens_the_definition_of_the_list(page: Page, path: str) -> None:
    page.goto(path)
    link = tab_to_term(page)
    box = page.locator(DEFINITION)
    expect(box).to_be_visible()
    key = link.get_attribute("data-term")
    listed = page.locator(f'#page-terms [data-term="{key}"]')
    described = page.locator(f"#{link.get_attribute('aria-describedby')}")
    assert described.inner_text() == listed.locator("dd").inner_text()
    name, other = listed.locator("dt > *").all_inner_texts()
    assert box.locator("strong").inner_text() == name
    equivalent = box.locator(f"[lang={'fr' if language_of(path) else 'nl'}]")
    assert equivalent.inner_text() == other
    more = box.get_by_role("link", name=page.locator("[data-more]").get_attribute("data-more"))
    assert more.evaluate("one => one.href") == link.evaluate("one => one.href")


@pytest.mark.parametrize("path", PAGES)
def test_escape_closes_and_focus_stays(page: Page, path: str) -> None:
    page.goto(path)
    link = tab_to_term(page)
    page.keyboard.press("Escape")
    expect(page.locator(DEFINITION)).to_have_count(0)
    expect(link).to_be_focused()
    assert link.get_attribute("aria-describedby") is None
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(page.locator(DEFINITION)).to_be_visible()


@pytest.mark.parametrize("path", PAGES)
def test_tab_goes_into_the_definition_and_on(page: Page, path: str) -> None:
    page.goto(path)
    link = tab_to_term(page)
    page.keyboard.press("Tab")
    inner = page.locator(f"{DEFINITION} a")
    expect(inner).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(link).to_be_focused()
    expect(page.locator(DEFINITION)).to_have_count(1)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(DEFINITION)).to_have_count(int(page.evaluate(ACTIVE) >= 0))
    assert link.get_attribute("aria-describedby") is None


def test_escape_in_the_definition_leads_back_to_the_term(page: Page) -> None:
    page.goto(CHAPTER)
    link = tab_to_term(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator(DEFINITION)).to_have_count(0)
    expect(link).to_be_focused()


@pytest.mark.parametrize("path", PAGES)
def test_the_definitions_link_leads_to_the_term(page: Page, path: str) -> None:
    page.goto(path)
    key = tab_to_term(page).get_attribute("data-term")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{language_of(path)}lexicon/{key}/")


@pytest.mark.parametrize("path", PAGES)
def test_the_pointer_opens_after_a_moment_and_may_go_over_it(page: Page, path: str) -> None:
    page.goto(path)
    term(page).hover()
    assert page.locator(DEFINITION).count() == 0
    expect(page.locator(DEFINITION)).to_be_visible()
    assert page.evaluate(COVERED) == []
    box = box_of(page.locator(DEFINITION))
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=8)
    page.wait_for_timeout(MOMENT)
    expect(page.locator(DEFINITION)).to_be_visible()
    page.mouse.move(5, 5)
    expect(page.locator(DEFINITION)).to_have_count(0)


def test_a_passing_pointer_opens_nothing(page: Page) -> None:
    page.goto(CHAPTER)
    term(page).hover()
    page.mouse.move(5, 5)
    page.wait_for_timeout(MOMENT)
    assert page.locator(DEFINITION).count() == 0


def test_escape_closes_what_the_pointer_opened(page: Page) -> None:
    page.goto(CHAPTER)
    term(page).hover()
    expect(page.locator(DEFINITION)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(DEFINITION)).to_have_count(0)
    page.wait_for_timeout(MOMENT)
    assert page.locator(DEFINITION).count() == 0


def test_the_pointer_leaves_open_what_has_focus(page: Page) -> None:
    page.goto(CHAPTER)
    tab_to_term(page)
    page.mouse.move(5, 5)
    page.mouse.move(50, 400, steps=4)
    page.wait_for_timeout(MOMENT)
    expect(page.locator(DEFINITION)).to_be_visible()


def test_one_definition_is_open_at_a_time(page: Page) -> None:
    page.goto(CHAPTER)
    first = tab_to_term(page)
    others = page.locator("main a.term")
    others.last.hover()
    page.wait_for_timeout(MOMENT)
    expect(page.locator(DEFINITION)).to_have_count(1)
    assert others.last.get_attribute("aria-describedby")
    assert first.get_attribute("aria-describedby") is None


def test_a_click_of_the_mouse_follows_the_link(page: Page) -> None:
    page.goto(CHAPTER)
    key = term(page).get_attribute("data-term")
    term(page).click()
    page.wait_for_url(f"**/lexicon/{key}/")


@contextlib.contextmanager
def phone(browser: Browser, base: str, path: str) -> Iterator[Page]:
    """A page under a finger."""
    context = browser.new_context(
        viewport={"width": 375, "height": 700}, has_touch=True, is_mobile=True, base_url=base
    )
    page = context.new_page()
    page.goto(path)
    yield page
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_the_first_tap_opens_and_the_link_inside_leads_on(
    browser: Browser, base: str, path: str
) -> None:
    with phone(browser, base, path) as page:
        key = term(page).get_attribute("data-term")
        term(page).tap()
        expect(page.locator(DEFINITION)).to_be_visible()
        page.wait_for_timeout(MOMENT)
        assert page.url == base + path
        page.locator(f"{DEFINITION} a").tap()
        page.wait_for_url(f"**/{language_of(path)}lexicon/{key}/")


@pytest.mark.parametrize("path", PAGES)
def test_a_tap_elsewhere_closes_and_a_second_one_on_the_term_follows_it(
    browser: Browser, base: str, path: str
) -> None:
    with phone(browser, base, path) as page:
        key = term(page).get_attribute("data-term")
        term(page).tap()
        page.locator(f"{DEFINITION} .definition__text").tap()
        expect(page.locator(DEFINITION)).to_be_visible()
        page.locator("h1").tap()
        expect(page.locator(DEFINITION)).to_have_count(0)
        assert page.url == base + path
        term(page).tap()
        expect(page.locator(DEFINITION)).to_be_visible()
        term(page).tap()
        page.wait_for_url(f"**/{language_of(path)}lexicon/{key}/")


def test_a_tap_on_another_term_opens_that_one(browser: Browser, base: str) -> None:
    with phone(browser, base, CHAPTER) as page:
        links = page.locator("main a.term")
        links.first.tap()
        links.last.tap()
        expect(page.locator(DEFINITION)).to_have_count(1)
        assert links.last.get_attribute("aria-describedby")
        assert page.url == base + CHAPTER


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", [*PAGES, "compare/", "nl/context/access/"])
def test_every_definition_of_a_page_stays_in_the_window(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(path)
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", ["context/other-schemes/", "nl/devices/cpps/"])
def test_a_box_that_scrolls_does_not_cut_off_a_definition(
    page: Page, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(path)
    links = page.locator(".scroll a.term:visible").all()
    assert links
    for link in links:
        link.evaluate("one => one.scrollIntoView({block: 'center', behavior: 'instant'})")
        link.focus()
        expect(page.locator(DEFINITION)).to_be_visible()
        assert page.evaluate(COVERED) == []


@pytest.mark.parametrize("path", PAGES)
def test_an_open_definition_has_no_axe_violation(page: Page, path: str) -> None:
    page.goto(path)
    link = tab_to_term(page)
    for width in (1280, 375):
        page.set_viewport_size({"width": width, "height": 800})
        link.evaluate("one => { one.blur(); one.focus(); }")
        expect(page.locator(DEFINITION)).to_be_visible()
        # Links that lie partly under a definition are as large as ever once it is closed.
        found = [one for one in violations(page) if not one.startswith("target-size: ")]
        assert found == [], width
        assert box_of(page.locator(f"{DEFINITION} a"))["height"] >= 24


@pytest.mark.parametrize("path", PAGES)
def test_without_script_a_term_is_a_plain_link(browser: Browser, base: str, path: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=base)
    page = context.new_page()
    page.goto(path)
    key = term(page).get_attribute("data-term")
    expect(page.locator("#page-terms dl > div").first).to_be_visible()
    term(page).click()
    assert page.url == f"{base}{language_of(path)}lexicon/{key}/"
    assert page.locator("h1").inner_text()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_the_terms_print_as_a_list_and_no_open_definition_does(page: Page, path: str) -> None:
    page.goto(path)
    tab_to_term(page)
    page.emulate_media(media="print")
    explained = page.locator("#page-terms dl > div")
    assert explained.count() > 0
    for entry in explained.all():
        expect(entry).to_be_visible()
        assert all(entry.locator("dt, dd").all_inner_texts())
    expect(page.locator(DEFINITION)).to_be_hidden()
