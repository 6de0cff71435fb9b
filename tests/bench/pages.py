"""How long a page takes to build, beside MkDocs-Material as it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

from panorama.search.index import write_index
from tests.bench.timing import alternated, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TARGET = 1.5
# A tree of all pages in `nav` would make Material's time grow with their square.
VANILLA = "site_name: Vanilla\ntheme: {name: material}\nnav: [index.md]\n"
PREFIXES = {"h1": "# ", "h2": "## ", "h3": "### ", "li": "- "}
BLOCKS = {*PREFIXES, "p", "dt", "dd", "td", "th", "address", "summary"}


def compare_builds(data: Path, work: Path, runs: int) -> str:
    """Figures of both: the same pages, from records in two languages and from plain Markdown.

    The first build is not timed: the plain pages are made from what it says. After it both build
    over their own last site, search included.
    """
    site, vanilla = work / "ours", work / "vanilla"

    def ours() -> None:
        run("panorama", "build", "--data", str(data), "--site-dir", str(site))

    ours()
    count = write_vanilla(site, vanilla)
    mine, other = alternated(runs, ours, lambda: run("mkdocs", "build", folder=vanilla))
    (search,) = alternated(runs, lambda: write_index(site))
    return (
        f"build   {count} pages\n"
        f"        panorama build     {_each(mine, count)} ({mine:.1f} s)\n"
        f"          of it Pagefind   {_each(search, count)} ({search / mine:.0%})\n"
        f"        MkDocs-Material    {_each(other, count)} ({other:.1f} s)\n"
        f"        ratio              {mine / other:7.2f} times (target: {TARGET:g} or less)"
    )


def _each(seconds: float, count: int) -> str:
    return f"{seconds / count * 1000:7.2f} ms a page"


def write_vanilla(site: Path, folder: Path) -> int:
    """A project with one plain Markdown page a page of a site; how many there are."""
    built = sorted(site.rglob("index.html"))
    for page in built:
        markdown = folder / "docs" / page.relative_to(site).with_suffix(".md")
        markdown.parent.mkdir(parents=True, exist_ok=True)
        markdown.write_text("\n\n".join(blocks(page.read_text("utf-8"))), "utf-8")
    (folder / "mkdocs.yml").write_text(VANILLA, "utf-8")
    return len(built)


def blocks(page: str) -> Iterator[str]:
    """What the main part of a page says, block by block, as Markdown."""
    for element in html.document_fromstring(page).iterfind(".//main//*"):
        is_inmost = not any(inner.tag in BLOCKS for inner in element.iterfind(".//*"))
        if element.tag in BLOCKS and is_inmost:
            text = " ".join(str(element.xpath("string()")).split())
            yield PREFIXES.get(str(element.tag), "") + text
