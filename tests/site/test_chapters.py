"""The chapters as they are built: the same in both languages, and wired to the lexicon."""

from __future__ import annotations

import functools
import posixpath
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from panorama.pages.chapters import CHAPTERS
from panorama.paths import PROJECT
from panorama.reading.prose import read_prose
from tests.site.dom import pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bs4 import Tag

PREFIXES = {"fr": "", "nl": "nl/"}
WRITTEN, _ = read_prose(PROJECT / "docs")
ADDRESSES = sorted({page.address for page in WRITTEN})
DEPTH = "article.depth"  # the chapter on the page of a scheme


def main(site: Path, language: str, address: str) -> Tag:
    """What a page is about."""
    found = pages(site)[f"{PREFIXES[language]}{address}index.html"].select_one("main")
    assert found
    return found


def chapter(site: Path, language: str, address: str) -> Tag:
    """What is written by hand on a page, with what stands around it."""
    whole = main(site, language, address)
    return whole.select_one(DEPTH) or whole


def target(page: str, link: Tag) -> str:
    """Where a link leads, from the site's root and without the language."""
    parts = urlsplit(str(link["href"]))
    if parts.scheme:
        return str(link["href"])
    path = posixpath.normpath(posixpath.join("/", page, parts.path)).removeprefix("/nl/").strip("/")
    return f"{path}#{parts.fragment}"


def sections(tag: Tag) -> Iterator[tuple[str, Tag]]:
    """Every element with the anchor of the section that it stands in."""
    anchor = ""
    for one in tag.find_all(name=True):
        anchor = str(one.get("id", "")) if one.name == "h2" else anchor
        yield anchor, one


def links(site: Path, language: str, address: str, selector: str) -> Counter[tuple[str, str]]:
    """Section and target of some links of a chapter."""
    whole = chapter(site, language, address)
    chosen = {id(link) for link in whole.select(selector)}
    page = f"{PREFIXES[language]}{address}"
    return Counter(
        (anchor, target(page, one)) for anchor, one in sections(whole) if id(one) in chosen
    )


@pytest.mark.parametrize("address", ADDRESSES)
def test_french_and_dutch_have_the_same_headings_and_anchors(site: Path, address: str) -> None:
    french, dutch = (
        [(tag.name, tag.get("id")) for tag in chapter(site, language, address).select("h2, h3, h4")]
        for language in PREFIXES
    )
    assert french == dutch
    written = main(site, "fr", address).select(".prose h2, .prose h3, .prose h4")
    assert all(title.get("id") for title in written)


@pytest.mark.parametrize("selector", ["a.value", ".facts a", ".prose a[href*='sources/#']"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_french_and_dutch_have_the_same_figures_and_sources_in_each_section(
    site: Path, address: str, selector: str
) -> None:
    french, dutch = (links(site, language, address, selector) for language in PREFIXES)
    assert french == dutch
    if address in CHAPTERS and selector == ".facts a":
        assert french


@pytest.mark.parametrize("selector", ["table", "svg", ".key-figures dd", ".bibliography li", "pre"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_french_and_dutch_have_as_many_tables_drawings_and_readings(
    site: Path, address: str, selector: str
) -> None:
    french, dutch = (chapter(site, language, address).select(selector) for language in PREFIXES)
    assert len(french) == len(dutch)


@pytest.mark.parametrize("address", CHAPTERS)
@pytest.mark.parametrize("language", PREFIXES)
def test_a_chapter_starts_with_what_to_remember_and_lists_its_sections(
    site: Path, language: str, address: str
) -> None:
    whole = chapter(site, language, address)
    first = whole.select_one(".prose h2")
    assert first
    assert first["id"] == "remember"
    listed = [str(link["href"]) for link in whole.select("nav.contents a")]
    assert listed == [f"#{title['id']}" for title in whole.select(".prose h2")]
    assert whole.select(".bibliography a[href^=http]")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("language", PREFIXES)
def test_every_term_that_a_section_marks_is_a_link_in_it_once(
    site: Path, language: str, address: str
) -> None:
    (page,) = (one for one in WRITTEN if (one.language, one.address) == (language, address))
    marked = {(one.section, one.mark.key) for one in page.marks if one.mark.kind == "lexicon"}
    found = {
        (anchor, str(one["data-term"]))
        for part in chapter(site, language, address).select(".prose")
        for anchor, one in sections(part)
        if "term" in (one.get("class") or ())
    }
    assert marked <= found


# Pages that repeat what schemes say on their own pages, which the terms name.
REPEATING = ("communes/", "bassins/", "compare")


@functools.cache
def terms(site: Path) -> dict[str, list[str]]:
    """Ids of the terms that each page marks, in its order and as often as they are links."""
    return {
        path: [str(link["data-term"]) for link in soup.select("main a.term")]
        for path, soup in pages(site).items()
    }


def test_a_term_is_a_link_once_a_section_and_once_a_row(site: Path) -> None:
    doubled = []
    for path, soup in pages(site).items():
        seen: set[str] = set()
        for tag in soup.select("main h2, main tr, main a.term"):
            term = str(tag.get("data-term", ""))
            if tag.name in {"h2", "tr"}:
                seen = set()
            elif term in seen:
                doubled.append(f"{path}: {term}")
            seen.add(term)
    assert doubled == []


def test_every_page_that_marks_terms_explains_each_of_them_once(site: Path) -> None:
    assert sum(bool(found) for found in terms(site).values()) > 100
    for path, soup in pages(site).items():
        explained = [str(tag["data-term"]) for tag in soup.select("#page-terms dl > [data-term]")]
        assert explained == list(dict.fromkeys(terms(site)[path])), path
        scripts = [script for script in soup.select("script[data-more]") if script["data-more"]]
        assert len(scripts) == bool(explained), path


def test_a_definition_is_that_of_the_term_in_both_languages(site: Path) -> None:
    found = pages(site)
    for path, soup in found.items():
        for tag in soup.select("#page-terms dl > [data-term]"):
            link, other, text = tag.select("dt a, dt [lang], dd")
            address = posixpath.normpath(posixpath.join(posixpath.dirname(path), str(link["href"])))
            assert address.endswith(f"lexicon/{tag['data-term']}"), path
            own = found[f"{address}/index.html"]
            title, lead = own.select_one("h1"), own.select_one("p.lead")
            assert title
            assert lead
            assert title.text.strip().casefold() == link.text.strip().casefold(), path
            assert lead.text.strip() == text.text.strip(), path
            assert other["lang"] == ("fr" if path.startswith("nl/") else "nl"), path
            equivalent = own.select_one(f"dl.pairs dd > span[lang={other['lang']}]")
            assert equivalent
            assert equivalent.text == other.text, path


def used_on(site: Path, language: str) -> dict[str, set[str]]:
    """For each term, the pages of a language that its page says it is used on."""
    found = {}
    for path, soup in pages(site).items():
        prefix = f"{PREFIXES[language]}lexicon/"
        term = path.removeprefix(prefix).removesuffix("index.html").rstrip("/")
        if path.startswith(prefix) and term not in {"", "fr-nl"}:
            heading = soup.select_one("h2#uses")
            places = heading.find_next("dl") if heading else None
            uses = places.select("dd a") if places else []
            found[term] = {target(f"{prefix}{term}/", link).rstrip("#") for link in uses}
    return found


@pytest.mark.parametrize("language", PREFIXES)
def test_every_term_is_used_and_says_where(site: Path, language: str) -> None:
    found = used_on(site, language)
    assert len(found) > 60
    assert sorted(term for term, places in found.items() if not places) == []


@pytest.mark.parametrize("language", PREFIXES)
def test_a_term_names_every_page_that_marks_it(site: Path, language: str) -> None:
    named = used_on(site, language)
    prefix = PREFIXES[language]
    unnamed = [
        f"{term}: {address}"
        for path, found in terms(site).items()
        for term in dict.fromkeys(found)
        for address in [path.removeprefix(prefix).removesuffix("index.html").strip("/")]
        if path.startswith("nl/") == bool(prefix) and not address.startswith(REPEATING)
        if address != f"lexicon/{term}" and address not in named[term]
    ]
    assert unnamed == []


@pytest.mark.parametrize("language", PREFIXES)
def test_a_page_that_a_term_names_leads_back_to_it(site: Path, language: str) -> None:
    astray = []
    for term, places in used_on(site, language).items():
        for address in places:
            page = f"{address}/"
            back = {
                target(f"{PREFIXES[language]}{page}", link).partition("#")[0]
                for link in main(site, language, page).select("a[href]")
            }
            if f"lexicon/{term}" not in back:
                astray.append(f"{term}: {address}")
    assert astray == []


@pytest.mark.parametrize("language", PREFIXES)
def test_next_and_previous_lead_through_all_chapters(site: Path, language: str) -> None:
    visited = [CHAPTERS[0]]
    while following := main(site, language, visited[-1]).select_one("nav.around a[rel=next]"):
        address = target(f"{PREFIXES[language]}{visited[-1]}", following).removesuffix("#") + "/"
        back = main(site, language, address).select_one("nav.around a[rel=prev]")
        assert back
        assert target(f"{PREFIXES[language]}{address}", back) == f"{visited[-1].rstrip('/')}#"
        assert address not in visited
        visited.append(address)
    assert visited == list(CHAPTERS)
    assert not main(site, language, CHAPTERS[0]).select("nav.around a[rel=prev]")
    listed = main(site, language, "context/").select("ol.chapters h2 a")
    page = f"{PREFIXES[language]}context/"
    assert [target(page, link).removesuffix("#") + "/" for link in listed] == visited


def test_no_mark_is_left_unfilled(site: Path) -> None:
    for path, soup in pages(site).items():
        schemes = {str(tag["href"]).partition(":")[0] for tag in soup.select('a[href*=":"]')}
        assert schemes <= {"https", "http", "tel", "mailto", "geo"}, path
        odd = [text for text in soup.find_all(string=True) if "](" in text]
        assert [text for text in odd if not text.find_parent(["code", "script"])] == [], path


def test_every_link_has_words(site: Path) -> None:
    for path, soup in pages(site).items():
        silent = [str(link) for link in soup.select("a[href]") if not link.get_text(strip=True)]
        assert silent == [], path
