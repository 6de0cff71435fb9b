"""The watch over pages sees what it is there for, on pages that are left too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

INLINE = """() => {
  const script = document.createElement("script");
  script.textContent = "window.hit = 1";
  document.head.append(script);
}"""
ERROR = """() => new Promise((resolve) => {
  setTimeout(() => { throw new Error("of its own"); });
  setTimeout(resolve, 50);
})"""
FOREIGN = """() => {
  const image = document.createElement("img");
  image.src = "https://elsewhere.example/x.png";
  document.body.append(image);
}"""


@pytest.mark.parametrize(
    ("act", "problem"), [(INLINE, "script-src-elem inline"), (FOREIGN, "img-src https://elsewhere")]
)
@pytest.mark.parametrize("following", ["compare/", ""])
def test_a_violation_is_kept_when_the_page_is_left(
    browser: Browser, base: str, act: str, problem: str, following: str
) -> None:
    with watched(browser, base) as (page, problems):
        page.goto("devices/raq/")
        page.evaluate(act)
        page.wait_for_timeout(100)  # the browser reports a little later, and busy machines more so
        if following:
            page.goto(following)
        assert page.evaluate("window.hit") is None
    assert any(one.startswith(problem) for one in problems)


def test_script_errors_and_foreign_requests_are_kept(browser: Browser, base: str) -> None:
    with watched(browser, base) as (page, problems):
        page.goto("")
        page.evaluate(ERROR)
        page.goto("compare/")
        with page.expect_request("https://elsewhere.invalid/"):
            page.evaluate("location.href = 'https://elsewhere.invalid/'")
    assert any("of its own" in one for one in problems)
    assert "https://elsewhere.invalid/" in problems


def test_a_page_without_fault_has_no_problem(browser: Browser, base: str) -> None:
    with watched(browser, base) as (page, problems):
        page.goto("")
        page.goto("search/?q=raq")
        page.locator("#results section:not([hidden]) li").first.wait_for()
    assert problems == []
