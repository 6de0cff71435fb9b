"""A real Chromium, and pages that note what the site's policy forbids."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import ARGUMENTS, find

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTE_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  window.noteViolation(`${event.violatedDirective} ${event.blockedURI}`));
"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, base: str) -> Iterator[Page]:
    """A fresh page that fails the test for a script error, a blocked or a foreign request."""
    with watched(browser, base) as (page, problems):
        yield page
    assert problems == []


@pytest.fixture(scope="module")
def open_page(browser: Browser, base: str) -> Iterator[Page]:
    """One page of the form for all calls of a module’s tests: nothing is shown on it."""
    with watched(browser, base) as (page, problems):
        page.goto("contribute/edit/")
        yield page
    assert problems == []


@pytest.fixture
def hostile_page(browser: Browser, hostile_base: str) -> Iterator[Page]:
    """The same on the site whose texts attack."""
    with watched(browser, hostile_base) as (page, problems):
        yield page
    assert problems == []


@contextlib.contextmanager
def watched(browser: Browser, base: str) -> Iterator[tuple[Page, list[str]]]:
    """A fresh page, and what goes wrong on it and on every page that it goes to."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=base)
    problems: list[str] = []
    # A page that is left takes its own list along: what is noted is kept here.
    context.expose_binding("noteViolation", lambda _, text: problems.append(text))
    context.add_init_script(NOTE_VIOLATIONS)
    context.on("weberror", lambda error: problems.append(str(error.error)))
    context.on(
        "request",
        lambda request: problems.append(request.url) if not _own(request.url, base) else None,
    )
    page = context.new_page()
    yield page, problems
    page.wait_for_timeout(20)  # what is under way arrives first
    context.close()


def _own(url: str, base: str) -> bool:
    return url.startswith((base, "data:", "blob:", "about:"))
