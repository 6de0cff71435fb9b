"""Paper says what the web says: the same statements, hosts, numbers; its codes lead to pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import zxingcpp
from bs4 import BeautifulSoup

from panorama.model.catalogue import LANGUAGES, Language
from panorama.pages.entry import localised
from panorama.places.coverage import quartiers_of
from panorama.printing.poster import MOST
from panorama.reading.marks import unmarked
from tests.printing.reading import opened, picture, squeezed, text, tree
from tests.printing.test_documents import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from panorama.building.read import Site
    from panorama.printing.shelf import Shelf

OTHERS = ("row.period", "row.foundation")  # rows that the web words in its own way
SAID_ONCE = "(Franstaligebetekenis)"  # in each line of the web's table, once below the poster's


def cells(site: Path, language: Language) -> Iterator[list[str]]:
    """What each cell of the web's comparison says: points of lists, paragraphs, names."""
    page = (site / localised("compare/", language) / "index.html").read_text("utf-8")
    table = BeautifulSoup(page, "lxml").select_one("table.compare")
    assert table
    for cell in table.select("tbody tr[data-row]:not([data-row=period]) td"):
        found = cell.select("li") or cell.select("p:not(.facts)")
        yield [squeezed(one.get_text()).replace(SAID_ONCE, "") for one in found]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["a3", "a4"])
def test_the_poster_says_first_what_the_web_s_table_says_first(
    site: Path, printed_site: Site, shelf: Shelf, language: Language, paper: str
) -> None:
    name = f"panorama-{language}-{paper}"
    said = text(shelf.printed[name].pdf)
    found = list(cells(site, language))
    assert len(found) == 12 * 4
    for statements in found:
        assert [one for one in statements[:MOST] if one not in said] == []
    # Nothing else: what paper says in its cells, the web says in the same ones.
    shown = [
        [squeezed(item.text) for item in cell.items if not item.joined]
        for row in shelf.documents[name].content.posters[0].rows
        for cell in row.cells
        if row.label not in {printed_site.voices[language].t(key) for key in OTHERS}
    ]
    assert shown == [statements[:MOST] for statements in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_poster_names_all_that_its_map_shows(
    site: Path, shelf: Shelf, language: Language
) -> None:
    page = (site / localised("map/", language) / "index.html").read_text("utf-8")
    shown = BeautifulSoup(page, "lxml").select(
        ".explore__index li[data-device]:not([data-device='']) > a:first-child"
    )
    assert len(shown) > 20
    figures = [
        squeezed(str(one.Alt))
        for one in tree(opened(shelf.printed[f"panorama-{language}-a3"].pdf))
        if one.S == "/Figure"
    ]
    names = {squeezed(one.get_text()) for one in shown}
    assert [name for name in names if not any(name in alt for alt in figures)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bilingual_poster_is_both_posters(shelf: Shelf, language: Language) -> None:
    both = text(shelf.printed["panorama-frnl-a3"].pdf)
    assert text(shelf.printed[f"panorama-{language}-a3"].pdf) in both


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_poster_gives_dates_periods_and_numbers_to_call(
    printed_site: Site, shelf: Shelf, language: Language
) -> None:
    said = text(shelf.printed[f"panorama-{language}-a3"].pdf)
    voice = printed_site.voices[language]
    for device in printed_site.catalogue.core:
        assert isinstance(device.since, tuple)
        assert squeezed(f"{voice.t('since')} {voice.date(device.since[-1].value)}") in said
        assert squeezed(voice.date(device.checked.on)) in said
    for one in printed_site.catalogue.organisations.values():
        if "helpline" in one.roles:
            assert squeezed(voice.phone(one.contacts.phone)) in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_scheme_s_sheet_has_its_statements_figures_quartiers_and_hosts(
    printed_site: Site, shelf: Shelf, language: Language
) -> None:
    voice, known = printed_site.voices[language], printed_site.catalogue
    for device in known.core:
        said = text(shelf.printed[f"device-{device.id}-{language}"].pdf)
        for name in device.comparison.__struct_fields__:
            value = getattr(device.comparison, name)
            for item in () if isinstance(value, str) else value.items[:MOST]:
                assert squeezed(voice.say(item)) in said
        for figure in device.figures[:2]:
            last = figure.values[-1]
            assert squeezed(voice.quantity(last.value, figure.unit)) in said
            assert squeezed(voice.say(figure.label)) in said
            assert squeezed(voice.date(last.as_of)) in said
        for relation in device.relations:
            if relation.kind == "differs_from":
                assert squeezed(unmarked(voice.paragraphs(relation.text)[0])) in said
        for quartier in quartiers_of(known, device.id):
            assert squeezed(voice.say(quartier.names)) in said
            for host in quartier.hosts if isinstance(quartier.hosts, tuple) else ():
                assert squeezed(voice.say(known.organisations[host].names)) in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_commune_s_sheet_names_who_works_there(
    site: Path, shelf: Shelf, language: Language
) -> None:
    for name in ("anderlecht", "bruxelles", "uccle"):
        said = text(shelf.printed[f"commune-{name}-{language}"].pdf)
        page = (site / localised(f"communes/{name}/", language) / "index.html").read_text("utf-8")
        soup = BeautifulSoup(page, "lxml")
        for one in soup.select(".who__scheme--active .who__name, .who a[href*='organisations/']"):
            assert squeezed(one.get_text()) in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_has_every_chapter_term_and_source(
    printed_site: Site, shelf: Shelf, language: Language
) -> None:
    said = text(shelf.printed[f"guide-{language}"].pdf).casefold()
    voice, known = printed_site.voices[language], printed_site.catalogue
    for term in known.terms.values():
        assert squeezed(voice.say(term.short)).casefold() in said
    for source in known.sources.values():
        title = squeezed(source.title).casefold()
        middle = len(title) // 2  # a page or a column may end within
        assert title[:middle] in said or title[middle:] in said
    for entry in printed_site.entries.values():
        if entry.template == "chapter.html" and entry.language == language:
            title = voice.t("print.pair", name=entry.data["prose"].sections[-1].title, value="")
            assert squeezed(title)[:-1].casefold() in said


def test_every_document_gives_the_address_of_a_page(
    printed_site: Site, shelf: Shelf, site: Path
) -> None:
    for name, document in shelf.documents.items():
        content = document.content
        for part in content.posters if document.kind == "poster" else [content]:
            path = part.foot.address.removeprefix(printed_site.settings.site_url)
            assert (site / path / "index.html").is_file(), name


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_code_says_the_address_below_it(shelf: Shelf, name: str) -> None:
    document = shelf.documents[name]
    drawn = picture(shelf.printed[name].pdf, page=max(document.pages - 1, 0), scale=2)
    (code,) = zxingcpp.read_barcodes(drawn)
    part = document.content.posters[-1] if document.kind == "poster" else document.content
    assert code.text == part.foot.address
