"""The built site as DOM: the same pages in both languages, whole heads, no broken link."""

from __future__ import annotations

import json
import posixpath
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from tests.site.dom import pages

if TYPE_CHECKING:
    from pathlib import Path

SITE_URL = "https://panorama.example/"
FIRST_PAGES = [
    "index.html",
    "nl/index.html",
    "compare/index.html",
    "nl/devices/ces/index.html",
    "404.html",
    "pagefind/pagefind-entry.json",
]


def in_both(found: dict[str, BeautifulSoup]) -> list[str]:
    """Pages of the default language, without the one that is in both."""
    return [path for path in found if not path.startswith("nl/") and path != "404.html"]


@pytest.mark.parametrize("path", FIRST_PAGES)
def test_site_has_the_promised_file(site: Path, path: str) -> None:
    assert (site / path).is_file()


def test_both_languages_have_the_same_pages(site: Path) -> None:
    found = set(pages(site)) - {"404.html"}
    dutch = {path.removeprefix("nl/") for path in found if path.startswith("nl/")}
    assert dutch == {path for path in found if not path.startswith("nl/")}
    assert len(dutch) > 100


def test_search_index_counts_the_same_pages_in_both_languages(site: Path) -> None:
    entry = json.loads((site / "pagefind" / "pagefind-entry.json").read_text("utf-8"))
    counts = {name: language["page_count"] for name, language in entry["languages"].items()}
    assert set(counts) == {"fr", "nl"}
    assert counts["fr"] == counts["nl"] > 100


def test_every_page_has_a_title_and_description_of_its_own(site: Path) -> None:
    for language in ("fr", "nl"):
        mine = {p: s for p, s in pages(site).items() if s.html and s.html["lang"] == language}
        titles = [soup.title.text for soup in mine.values() if soup.title]
        assert len(titles) == len(mine) == len(set(titles))
        for path, soup in mine.items():
            meta = soup.select_one('meta[name="description"]')
            assert meta, path
            assert len(str(meta["content"])) > 20, path


def test_every_page_says_its_absolute_addresses(site: Path) -> None:
    found = pages(site)
    for path in in_both(found):
        address = path.removesuffix("index.html")
        for prefix in ("", "nl/"):
            soup = found[prefix + path]
            canonical = soup.select('link[rel="canonical"]')
            main = address.removesuffix("embed/")  # what is framed elsewhere stands for the map
            assert [link["href"] for link in canonical] == [SITE_URL + prefix + main]
            if main != address:
                continue
            others = {
                link["hreflang"]: link["href"]
                for link in soup.select('link[rel="alternate"][hreflang]')
            }
            assert others == {
                "fr": SITE_URL + address,
                "nl": SITE_URL + "nl/" + address,
                "x-default": SITE_URL + address,
            }


def test_every_page_has_one_main_heading_and_no_level_skipped(site: Path) -> None:
    for path, soup in pages(site).items():
        levels = [int(tag.name[1]) for tag in soup.select("h1, h2, h3, h4, h5, h6")]
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_no_page_has_inline_script_style_or_foreign_resource(site: Path) -> None:
    for path, soup in pages(site).items():
        assert not soup.select("style, [style], [onclick], [onload], [onerror], iframe"), path
        for script in soup.select("script"):
            assert script.get("src") or script["type"] == "application/ld+json", path
        for tag in soup.select("script[src], link[rel=stylesheet], img[src], link[rel=icon]"):
            address = str(tag.get("src") or tag.get("href"))
            assert not urlsplit(address).netloc, path


def test_every_internal_link_and_anchor_leads_somewhere(site: Path) -> None:
    found = pages(site)
    anchors = {
        path: {str(tag["id"]) for tag in soup.select("[id]")} for path, soup in found.items()
    }
    broken = []
    for path, soup in found.items():
        for tag in soup.select("[href], [src]"):
            address = str(tag.get("href") or tag.get("src"))
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            target = resolved(path, unquote(parts.path))
            if target.endswith("/") or not target:
                target += "index.html"
            if not (site / target).is_file() or (
                parts.fragment and parts.fragment not in anchors[target]
            ):
                broken.append(f"{path}: {address}")
    assert broken == []


def resolved(page: str, path: str) -> str:
    """A link's path from the site's root."""
    if not path:
        return page
    joined = posixpath.normpath(posixpath.join("/", posixpath.dirname(page), path))
    return joined.lstrip("/") + ("/" if path.endswith("/") and joined != "/" else "")


def test_ids_are_unique_on_a_page(site: Path) -> None:
    for path, soup in pages(site).items():
        ids = [str(tag["id"]) for tag in soup.select("[id]")]
        assert len(ids) == len(set(ids)), path


def test_structured_data_is_json_with_a_type(site: Path) -> None:
    found = pages(site)
    kinds = {}
    for path, soup in found.items():
        for script in soup.select('script[type="application/ld+json"]'):
            graph = json.loads(str(script.string))
            assert graph["@context"] == "https://schema.org", path
            kinds[path] = graph["@type"]
    assert kinds["devices/raq/index.html"] == "Service"
    assert kinds["nl/organisations/fdssb/index.html"] == "Organization"
    assert kinds["lexicon/aller-vers/index.html"] == "DefinedTerm"
    assert kinds["index.html"] == "WebSite"


@pytest.mark.parametrize("prefix", ["", "nl/"])
@pytest.mark.parametrize("path", ["devices/raq/", "organisations/inami/", "lexicon/bim/"])
def test_record_page_shows_when_it_was_checked_and_where_to_correct_it(
    site: Path, prefix: str, path: str
) -> None:
    soup = pages(site)[f"{prefix}{path}index.html"]
    record = soup.select_one("section.record")
    assert record
    assert {"": "Vérifié le", "nl/": "Nagekeken op"}[prefix] in record.text
    links = [str(link["href"]) for link in record.select("a")]
    assert any("/issues/new?" in link for link in links)
    assert any(link.endswith(f"data/{path.rstrip('/')}.yml") for link in links)


def test_sitemap_lists_every_page_once(site: Path) -> None:
    soup = BeautifulSoup((site / "sitemap.xml").read_text("utf-8"), "xml")
    listed = [tag.text for tag in soup.select("url > loc")]
    expected = {SITE_URL + path.removesuffix("index.html") for path in pages(site)}
    assert len(listed) == len(set(listed))
    unlisted = ("404.html", "map/embed/", "nl/map/embed/")
    assert set(listed) == expected - {SITE_URL + path for path in unlisted}


def test_fonts_travel_with_their_licence(site: Path) -> None:
    fonts = site / "assets" / "fonts"
    assert "SIL OPEN FONT LICENSE" in (fonts / "LICENSE").read_text("utf-8").upper()
    assert len(list(fonts.glob("*.woff2"))) == 6


def test_nothing_of_the_theme_or_of_a_software_manual_is_left(site: Path) -> None:
    names = [path.name for path in site.rglob("*") if path.is_file()]
    assert not [name for name in names if name.startswith(("bundle.", "main.", "palette."))]
    for path, soup in pages(site).items():
        assert not soup.select('[class*="md-"], meta[name="generator"]'), path
