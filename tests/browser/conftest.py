"""A real Chromium, and pages that note what the site's policy forbids."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import ARGUMENTS, find

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDE = {"width": 1280, "height": 900}
NOTE_VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
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
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=base)
    context.add_init_script(NOTE_VIOLATIONS)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on(
        "request",
        lambda request: problems.append(request.url) if not _own(request.url, base) else None,
    )
    yield page
    problems += page.evaluate("window.violations ?? []")
    context.close()
    assert problems == []


def _own(url: str, base: str) -> bool:
    return url.startswith((base, "data:", "blob:", "about:"))
