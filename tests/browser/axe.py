"""What axe-core finds on a page that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from panorama.paths import PROJECT

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = (PROJECT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Only what is wrong is told in full, and without the path to it: six times as fast on long pages.
RUN = """tags =>
  axe.run(document, {runOnly: tags, resultTypes: ["violations"], selectors: false})"""


def violations(page: Page) -> list[str]:
    """Rule and element of each violation; the rules that hold show that axe has run."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE)
    result: dict[str, Any] = page.evaluate(RUN, TAGS)
    assert len(result["passes"]) > 10
    return [
        f"{violation['id']}: {node['html'][:120]}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]
