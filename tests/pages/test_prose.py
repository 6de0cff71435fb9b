"""Hand-written pages: what their marks become, and that everything else stays as it is."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from markdown import markdown
from msgspec import structs

from panorama.pages.entry import Entry
from panorama.pages.prose import Part, Writer
from panorama.paths import PROJECT
from tests.site.rendering import EXTENSIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from panorama.model.catalogue import Catalogue, Language
    from panorama.pages.voice import Voice

    Write = Callable[..., list[Part]]

CONFIGURATION = (PROJECT / "mkdocs.yml").read_text("utf-8")
THIN, FULL = "\u202f", "\u00a0"


def test_markdown_is_read_as_mkdocs_reads_it() -> None:
    (named,) = re.findall(r"^markdown_extensions: \[(.*)\]$", CONFIGURATION, re.MULTILINE)
    assert set(named.split(", ")) | {"toc", "tables", "fenced_code"} == set(EXTENSIONS)


@pytest.fixture
def write(records: Catalogue, small: dict[Language, Voice]) -> Write:
    """Parts of a page that is written in Markdown, with a second source to cite."""
    rapport = records.sources["rapport"]
    second = structs.replace(rapport, id="second", short_title="Seconde", year=2020)
    sources = {**records.sources, "second": second}

    def written(
        text: str, language: Language = "fr", publisher: Mapping[str, str] | None = None
    ) -> list[Part]:
        entry = Entry(language, "context/x/", "prose.html", "Titre", "Une phrase.")
        voice = dataclasses.replace(small[language], sources=sources)
        writer = Writer(entry, records, voice, publisher or {})
        return writer.parts(markdown(text, extensions=EXTENSIONS))

    return written


def html(parts: list[Part]) -> str:
    """The HTML of a page, with the names of the drawings in their places."""
    return "".join(f"({part.drawing})" if part.drawing else str(part.html) for part in parts)


def words(found: str) -> str:
    """The text of some HTML, on one line."""
    return " ".join(BeautifulSoup(found, "lxml").get_text(" ").split())


def link(address: str, words: str, kind: str = "") -> str:
    """A link as a page has it."""
    return f'<a {kind}href="{address}">{words}</a>'


def value(address: str, words: str) -> str:
    return link(f"../../{address}", words, 'class="value" ')


def source(words: str) -> str:
    return link("../../sources/#rapport", words)


TERM = '<a class="term" href="../../lexicon/aller-vers/" data-term="aller-vers">{}</a>'


@pytest.mark.parametrize(
    ("text", "fr", "nl"),
    [
        ("[Des mots](lexicon:aller-vers)", TERM.format("Des mots"), TERM.format("Des mots")),
        ("l’[*e* & é](lexicon:aller-vers)", "l’" + TERM.format("<em>e</em> &amp; é"), ""),
        # The last value of a figure, one of its dates, the number alone.
        (
            "[](figure:relais/staff)",
            value("devices/relais/#figure-staff", f"3–4{FULL}ETP"),
            value("devices/relais/#figure-staff", f"3–4{FULL}vte"),
        ),
        (
            "[](figure:relais/staff@2023)",
            value("devices/relais/#figure-staff", f"2,5{FULL}ETP"),
            value("devices/relais/#figure-staff", f"2,5{FULL}vte"),
        ),
        ("[](number:relais/staff)", value("devices/relais/#figure-staff", "3–4"), ""),
        ("[](number:relais/staff@2023)", value("devices/relais/#figure-staff", "2,5"), ""),
        (
            "[](figure:relais/since)",
            value("devices/relais/#key", "mars 2021"),
            value("devices/relais/#key", "maart 2021"),
        ),
        ("[](figure:relais/since@2023)", value("devices/relais/#key", "2021"), ""),
        (
            "[](figure:ouest/population)",
            value("bassins/ouest/", f"1{THIN}000{FULL}habitants"),
            value("bassins/ouest/", f"1.000{FULL}inwoners"),
        ),
        # Where a source is cited within a sentence, its name stands in the sentence.
        (
            "Mot ([2.1](source:rapport)).",
            f"Mot ({source(f'A. Autrice (2024), §{FULL}2.1')}).",
            f"Mot ({source(f'A. Autrice (2024), §{FULL}2.1')}).",
        ),
        ("Voir [](source:rapport)", f"Voir {source('A. Autrice (2024)')}", ""),
        (
            "Selon [2.1, note 3](source:rapport)",
            f"Selon {source(f'A. Autrice (2024), §{FULL}2.1, note 3')}",
            f"Selon {source(f'A. Autrice (2024), §{FULL}2.1, noot 3')}",
        ),
        ("Voir [A & B](source:rapport)", f"Voir {source('A. Autrice (2024), A &amp; B')}", ""),
        # Links to pages and other sites are Markdown's own.
        ("[a](../y/index.md#z)", '<a href="../y/index.md#z">a</a>', ""),
        ("[a](https://example.be)", '<a href="https://example.be">a</a>', ""),
        # Spaces of the language, outside code and attributes.
        ("« Où ? »", f"«{FULL}Où{THIN}?{FULL}»", "« Où ? »"),
        ("**Oui** : non", f"<strong>Oui</strong>{FULL}: non", "<strong>Oui</strong> : non"),
        ("20 %, § 3", f"20{FULL}%, §{FULL}3", f"20{FULL}%, §{FULL}3"),
        ("`oui ? 20 %` !", f"<code>oui ? 20 %</code>{THIN}!", "<code>oui ? 20 %</code> !"),
        ('<span title="oui ?">a ;</span>', f'<span title="oui ?">a{THIN};</span>', ""),
        # Code shows the mark itself.
        ("`[a](lexicon:b)`", "<code>[a](lexicon:b)</code>", "<code>[a](lexicon:b)</code>"),
    ],
)
def test_a_mark_in_a_sentence_becomes_what_it_names(
    write: Write, text: str, fr: str, nl: str
) -> None:
    for language, expected in (("fr", fr), ("nl", nl)):
        if expected:
            assert html(write(text, language)) == f"<p>{expected}</p>"


SECOND = link("../../sources/#second", "Seconde (2020)")


@pytest.mark.parametrize(
    ("text", "fr", "nl"),
    [
        (
            "[2.1](source:rapport)",
            f"Source{FULL}: {source(f'A. Autrice (2024), §{FULL}2.1')}",
            f"Bron: {source(f'A. Autrice (2024), §{FULL}2.1')}",
        ),
        (
            "[2.1](source:rapport) [3](source:rapport)",
            f"Source{FULL}: {source(f'A. Autrice (2024), §{FULL}2.1, §{FULL}3')}",
            f"Bron: {source(f'A. Autrice (2024), §{FULL}2.1, §{FULL}3')}",
        ),
        (
            "[A & B, note 1](source:rapport) [](source:second)\n[3](source:rapport)",
            "Sources{}: {}{}; {}".format(
                FULL, source(f"A. Autrice (2024), A &amp; B, note 1, §{FULL}3"), THIN, SECOND
            ),
            "Bronnen: {}; {}".format(
                source(f"A. Autrice (2024), A &amp; B, noot 1, §{FULL}3"), SECOND
            ),
        ),
    ],
)
def test_citations_alone_in_a_paragraph_are_one_line_of_sources(
    write: Write, text: str, fr: str, nl: str
) -> None:
    assert html(write(text)) == f'<p class="facts">{fr}</p>'
    assert html(write(text, "nl")) == f'<p class="facts">{nl}</p>'


def test_each_paragraph_of_citations_is_a_line_of_its_own(write: Write) -> None:
    found = html(write("[](source:rapport)\n\nTexte [](source:rapport)\n\n[](source:second)"))
    lines = BeautifulSoup(found, "lxml").select("p")
    assert [line.get("class") for line in lines] == [["facts"], None, ["facts"]]


@pytest.mark.parametrize(
    "text",
    [
        "```\n[a](lexicon:b) « oui ? »\n[](figure:x/y)\n```",
        "    [a](lexicon:b) « oui ? »\n    [](figure:x/y)",
    ],
)
def test_a_block_of_code_stays_as_it_is(write: Write, text: str) -> None:
    found = html(write(f"Avant :\n\n{text}\n"))
    code = BeautifulSoup(found, "lxml").select_one("pre")
    assert code
    assert code.text == "[a](lexicon:b) « oui ? »\n[](figure:x/y)\n"


TABLE = "| Où ? | b |\n|---|---|\n| [a](lexicon:aller-vers) | [](figure:relais/staff) |\n"


@pytest.mark.parametrize(
    ("language", "names"),
    [("fr", ["Tableau 1", "Tableau 2", "Tableau 3"]), ("nl", ["Tabel 1", "Tabel 2", "Tabel 3"])],
)
def test_tables_scroll_by_keyboard_and_each_has_a_name(
    write: Write, language: Language, names: list[str]
) -> None:
    text = f"## Retenir {{#remember}}\n\n{TABLE}\n## Suite {{#b}}\n\n{TABLE}\n"
    found = html(write(f"{text}[](drawing:lines)\n\n{TABLE}", language))
    soup = BeautifulSoup(found, "lxml")
    boxes = soup.select('div.scroll[role="region"][tabindex="0"]')
    assert [box["aria-label"] for box in boxes] == names
    assert all(box.find("table", recursive=False) for box in boxes)
    assert [head["scope"] for head in soup.select("th")] == ["col"] * 6
    assert len(soup.select("td a.term, td a.value")) == 6


def test_drawings_stand_between_the_parts_of_a_page(write: Write) -> None:
    parts = write("Avant.\n\n[](drawing:lines)\n\nAprès.\n\n[](drawing:lines)\n")
    squeezed = "".join(html(parts).split())
    assert squeezed == "<p>Avant.</p>(lines)<p>Après.</p>(lines)"


ALL = "Retenir Ceci. Aussi Cela."


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("## Retenir {#remember}\n\nCeci.\n\n## Suite {#a}\n\nEt cela.", "Retenir Ceci."),
        ("## Retenir {#remember}\n\nCeci.\n\n### Aussi {#a}\n\nCela.\n\n## B {#b}", ALL),
        ("Avant.\n\n## Retenir {#remember}\n\nCeci.", ""),
        ("## Suite {#a}\n\n## Retenir {#remember}\n\nCeci.", ""),
        ("## Retenir {#remember}\n\nRien d’autre.", "Retenir Rien d’autre."),
        ("", ""),
    ],
)
def test_what_to_remember_stands_first_and_apart(write: Write, text: str, first: str) -> None:
    parts = write(text)
    assert words(str(parts[0].html)) == first
    assert words(html(parts)) == words(markdown(text, extensions=EXTENSIONS))


@pytest.mark.parametrize("lines", [1, 3, 9])
def test_space_to_write_is_as_many_lines(write: Write, lines: int) -> None:
    found = html(write(f"Nom\n\n[](space:{lines})\n"))
    assert found.endswith(f'<p class="writing">{"<span></span>" * lines}</p>')


@pytest.mark.parametrize(
    ("publisher", "fr", "nl"),
    [
        ({"name": "Ville & <b>Région</b>"}, *["Ville &amp; &lt;b&gt;Région&lt;/b&gt;"] * 2),
        (
            {"name": ""},
            '<span class="missing">à compléter par l’éditeur du site</span>',
            '<span class="missing">in te vullen door de uitgever van de site</span>',
        ),
        (
            {},
            '<span class="missing">à compléter par l’éditeur du site</span>',
            '<span class="missing">in te vullen door de uitgever van de site</span>',
        ),
    ],
)
def test_the_publisher_is_said_or_said_to_be_missing(
    write: Write, publisher: dict[str, str], fr: str, nl: str
) -> None:
    assert html(write("[](publisher:name).", "fr", publisher)) == f"<p>{fr}.</p>"
    assert html(write("[](publisher:name).", "nl", publisher)) == f"<p>{nl}.</p>"


def test_a_section_that_is_being_revised_says_so_under_its_heading(
    records: Catalogue, small: dict[Language, Voice]
) -> None:
    entry = Entry("nl", "context/x/", "prose.html", "Titel", "Een zin.")
    writer = Writer(entry, records, small["nl"], {}, frozenset({"#b", "title"}))
    text = "## Een {#a}\n\nTekst.\n\n## Twee {#b}\n\nTekst.\n"
    found = BeautifulSoup(html(writer.parts(markdown(text, extensions=EXTENSIONS))), "lxml")
    (flag,) = found.select(".flag")
    heading = flag.find_previous("h2")
    assert heading is not None
    assert (heading["id"], flag.get_text()) == ("b", small["nl"].t("translation.behind"))
