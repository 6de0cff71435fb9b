"""Records' texts with their marked terms: escaped, explained once a section, used where."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

import pytest
from markupsafe import Markup
from msgspec import structs

from panorama.model.records import Challenge, Citation, Label
from panorama.pages.entry import Entry
from panorama.pages.marked import first_uses, term_link, terms_of, with_terms
from panorama.pages.uses import marked, uses
from panorama.reading.prose import read_prose
from tests.checking.golden import VALID
from tests.hostile import BREAKING, MARKUP, TEMPLATE

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.model.catalogue import Catalogue, Language
    from panorama.pages.voice import Voice

FRENCH = Entry("fr", "devices/relais/", "device.html", "Titre", "Une phrase.")
DUTCH = Entry("nl", "devices/relais/", "device.html", "Titel", "Een zin.")
OWN = Entry("nl", "lexicon/aller-vers/", "term.html", "outreach", "Een zin.")


def link(term: str, words: str) -> str:
    """A marked term as a page has it."""
    return f'<a class="term" href="../../lexicon/{term}/" data-term="{term}">{words}</a>'


@pytest.mark.parametrize("entry", [FRENCH, DUTCH])
@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("Un texte.", "Un texte."),
        ("l’[aller-vers](lexicon:aller-vers).", f"l’{link('aller-vers', 'aller-vers')}."),
        ("[a](lexicon:x)[b](lexicon:y)", link("x", "a") + link("y", "b")),
        ("[a](lexicon:x) et [b](lexicon:x)", f"{link('x', 'a')} et {link('x', 'b')}"),
        # Everything but the mark is text, its words too.
        ("<b>a</b> & [b](lexicon:x)", f"&lt;b&gt;a&lt;/b&gt; &amp; {link('x', 'b')}"),
        ("[<i>a</i> & b](lexicon:x)", link("x", "&lt;i&gt;a&lt;/i&gt; &amp; b")),
        ("[a](https://example.be) *b*", "[a](https://example.be) *b*"),
        (
            '[a](lexicon:x"onclick="y) b',
            f"{link('x&#34;onclick=&#34;y', 'a')} b",
        ),
    ],
)
def test_marked_words_are_links_and_all_else_is_text(entry: Entry, text: str, html: str) -> None:
    assert with_terms(text, entry) == html


@pytest.mark.parametrize("attack", [MARKUP, BREAKING, TEMPLATE])
def test_a_hostile_text_stays_text(attack: str) -> None:
    for text in (attack, f"[x](lexicon:x) {attack}", f"[{attack}](lexicon:x)"):
        html = with_terms(text, FRENCH)
        tags = re.findall(r"<[^>]*>", html)
        assert set(tags) <= {link("x", "").removesuffix("</a>"), "</a>"}
        assert html.unescape().count(attack.partition("[link]")[0]) == 1


def test_a_term_is_plain_on_its_own_page() -> None:
    text = "[Outreach](lexicon:aller-vers) en [<b>zorg</b>](lexicon:zorg)"
    zorg = '<a class="term" href="../zorg/" data-term="zorg">&lt;b&gt;zorg&lt;/b&gt;</a>'
    assert with_terms(text, OWN) == f"Outreach en {zorg}"


A, A2, B = link("a", "un"), link("a", "<em>deux</em>"), link("b", "trois")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<p>{A} {A2}</p>", "<p>{A} <em>deux</em></p>"),
        (f"<p>{A} {B}</p><p>{A2} {B} {A}</p>", "<p>{A} {B}</p><p><em>deux</em> trois un</p>"),
        # A section starts at each heading of the second level, and at each row of a table.
        (f"{A}<h2>Titre</h2>{A2}{A}", "{A}<h2>Titre</h2>{A2}un"),
        (f"<h2 id=x>{A}</h2>{A2}<h2>{A2}</h2>", "<h2 id=x>{A}</h2><em>deux</em><h2>{A2}</h2>"),
        (f"{A}<h3>Titre</h3>{A2}", "{A}<h3>Titre</h3><em>deux</em>"),
        (f"<tr><td>{A}{A}</td></tr><tr>{A}</tr>", "<tr><td>{A}un</td></tr><tr>{A}</tr>"),
        # Other links stay, whatever they say.
        (f'{A}<a href="../lexicon/a/">un</a>', '{A}<a href="../lexicon/a/">un</a>'),
        (f'{A} <a class="value" href="x">1</a> {A}', '{A} <a class="value" href="x">1</a> un'),
        ("", ""),
    ],
)  # fmt: skip
def test_a_term_is_a_link_once_a_section(html: str, expected: str) -> None:
    wanted = expected.format(A=A, A2=A2, B=B)
    assert first_uses(Markup(html)) == wanted  # noqa: S704 (a test's own HTML)


def test_what_is_escaped_stays_escaped() -> None:
    text = with_terms(f"[{MARKUP}](lexicon:a) [{MARKUP}](lexicon:a)", FRENCH)
    assert "<script" not in first_uses(text)
    assert "<img" not in first_uses(text)
    assert first_uses(text).count("&lt;script&gt;") == 2


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", []),
        ("[a](lexicon:b) [a](lexicon:a) [c](lexicon:b)", ["b", "a"]),
        ('<a class="term" data-term="x">x</a>', []),  # what a text cannot write
    ],
)
def test_the_terms_of_a_page_are_named_once_in_its_order(text: str, terms: list[str]) -> None:
    assert terms_of(with_terms(text, FRENCH)) == terms


def test_a_link_is_told_from_all_others() -> None:
    made = term_link(DUTCH, "aller-vers", Markup("out<em>reach</em>"))
    assert made == link("aller-vers", "out<em>reach</em>")
    assert terms_of(made) == ["aller-vers"]


def in_text(label: Label) -> Challenge:
    """A part of a record that holds a text."""
    return Challenge(label, Label("b", "b"), (Citation("rapport", "2"),))


def test_the_terms_of_a_record_are_those_of_its_texts_in_a_language(records: Catalogue) -> None:
    device = structs.replace(
        records.devices["relais"],
        summary=Label("[x](lexicon:one) y [x](lexicon:two)", "[x](lexicon:three)"),
        challenges=(in_text(Label("[x](lexicon:two)", "[x](source:rapport)")),),
    )
    assert marked(device, "fr") == ["one", "two"]
    assert marked(device, "nl") == ["three"]
    assert marked(records.devices["relais"], "fr") == []


def with_more_terms(records: Catalogue) -> Catalogue:
    """The valid records with a second term that marks the first, and one that nothing uses."""
    first = records.terms["aller-vers"]
    mark = Label("par l’[aller-vers](lexicon:aller-vers)", "via [outreach](lexicon:aller-vers)")
    more = {
        "maraude": structs.replace(
            first, id="maraude", terms=Label("maraude", "straatwerk"), explanation=mark
        ),
        "seul": structs.replace(
            first,
            id="seul",
            terms=Label("seul", "alleen"),
            explanation=Label("[seul](lexicon:seul)", "x"),
        ),
    }
    maison = structs.replace(
        records.organisations["maison"], summary=Label("[M](lexicon:maraude)", "x")
    )
    return dataclasses.replace(
        records,
        terms={**records.terms, **more},
        organisations={"maison": maison},
    )


@pytest.mark.parametrize(
    ("language", "found"),
    [
        (
            "fr",
            {
                "aller-vers": [
                    ("chapter", "context/aller/", "Aller vers"),
                    ("device", "devices/relais/", "Relais de quartier (RdQ)"),
                    ("term", "lexicon/maraude/", "maraude"),
                ],
                "maraude": [("organisation", "organisations/maison/", "Maison")],
                "seul": [],
            },
        ),
        (
            "nl",
            {
                "aller-vers": [
                    ("chapter", "context/aller/", "Erop af"),
                    ("device", "devices/relais/", "Wijkrelais (WR)"),
                    ("term", "lexicon/maraude/", "straatwerk"),
                ],
                "maraude": [],
                "seul": [],
            },
        ),
    ],
)
def test_each_term_knows_the_pages_that_use_it(
    records: Catalogue,
    small: dict[Language, Voice],
    language: Language,
    found: dict[str, list[tuple[str, str, str]]],
) -> None:
    prose, findings = read_prose(VALID.parent / "docs")
    assert findings == []
    used = uses(with_more_terms(records), prose, small[language])
    assert {
        term: [(use.kind, use.path, use.title) for use in places] for term, places in used.items()
    } == found


def test_a_page_is_a_use_once_and_under_its_scheme(
    tmp_path: Path, records: Catalogue, small: dict[Language, Voice]
) -> None:
    folder = tmp_path / "fr" / "devices" / "relais"
    folder.mkdir(parents=True)
    text = (
        "---\ntitle: De près\ndescription: x\n---\n[a](lexicon:aller-vers) [b](lexicon:aller-vers)"
    )
    (folder / "index.md").write_text(text, "utf-8")
    prose, _ = read_prose(tmp_path)
    (use,) = uses(records, prose, small["fr"])["aller-vers"]
    assert (use.kind, use.path) == ("device", "devices/relais/")
