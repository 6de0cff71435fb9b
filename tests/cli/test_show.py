"""`panorama show` as it is called: what the page will say, in plain words."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from panorama.building.read import read_site
from panorama.cli.show import KINDS, page_of, set_in, template
from panorama.pages.plain import plain_text
from panorama.paths import PROJECT
from tests.checking.golden import LANGUAGES
from tests.cli.calling import panorama

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.building.read import Site
    from panorama.checking.report import Language

DATA = ("--data", str(PROJECT / "data"))


@pytest.fixture(scope="module")
def site() -> Site:
    """The project's own records."""
    return read_site(PROJECT / "data", PROJECT, "https://p.example/", "https://g.example/", {})


@pytest.mark.parametrize(
    ("record", "language", "said"),
    [
        (
            "devices/raq",
            "fr",
            [
                "Relais d’Action de Quartier\n===========================\n",
                "\nFinancement jusqu’à\n  Non connu : les sources ne le disent pas\n",
                "\nEn bref\n-------\n\n- Va vers les habitants",
                "\nQuartiers RAQ | 18 quartiers | 2021 | Panorama 1 (2025), § 3.2.1.3\n",
                "\nVérifié le ",
            ],
        ),
        (
            "organisations/brusano",
            "nl",
            [
                "Brusano\n=======\n",
                "\nTelefoon\n  02 880 29 80\n",
                "\nAdres\nNiet bekend: ",
                "(z.d.)",
            ],
        ),
        ("lexicon/non-recours", "fr", ["Non-recours\n===========\n", "\nEn néerlandais\n"]),
        ("quartiers/raq-marolles", "nl", ["Marollen", "Gastorganisatie\n", "inwoners"]),
        ("sources/panorama-1", "fr", ["- ", "Vérifié le "]),
        ("communes/uccle", "fr", ["Qui travaille à Uccle ?", "On ne sait pas\n"]),
    ],
)
def test_a_record_is_shown_as_its_page_will_say_it(
    site: Site, record: str, language: Language, said: list[str]
) -> None:
    text = shown(site, record, language).replace("\u202f", " ").replace("\u00a0", " ")
    assert [words for words in said if words not in text] == []
    assert "<" not in text
    assert "\n\n\n" not in text


def shown(site: Site, record: str, language: Language) -> str:
    """What is to be printed of a record."""
    found = page_of(site, record, language)
    assert found
    entry, element = found
    return plain_text(template(site, language).render(entry=entry, written=[]), element)


def test_a_file_is_as_good_as_an_address(site: Site) -> None:
    done = panorama(PROJECT, "show", "data/organisations/brusano.yml", "--lang", "nl", *DATA)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == set_in(shown(site, "organisations/brusano", "nl"), 80)


@pytest.mark.parametrize(("columns", "widest"), [("", 80), ("44", 44), ("1", 30)])
def test_lines_are_no_wider_than_the_terminal(columns: str, widest: int) -> None:
    done = panorama(PROJECT, "show", "lexicon/case-manager", *DATA, COLUMNS=columns)
    lines = done.stdout.splitlines()
    assert max(len(line) for line in lines if " " in line.strip()) <= widest
    assert len(max(lines, key=len)) > widest - 12


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("un deux trois", 8, ["un deux", "trois"]),
        ("- un deux trois", 8, ["- un", "  deux", "  trois"]),
        ("  un deux trois", 8, ["  un", "  deux", "  trois"]),
        ("Un titre long\n=============", 8, ["Un titre", "long", "========"]),
        ("a\n\nb", 8, ["a", "", "b"]),
        ("voir www.exemple.be/une-page", 8, ["voir", "www.exemple.be/une-page"]),
        ("un\u00a0: deux", 4, ["un\u00a0:", "deux"]),
    ],
)
def test_the_rest_of_a_line_stands_below_its_first_word(
    text: str, width: int, lines: list[str]
) -> None:
    assert set_in(text, width).splitlines() == lines


def test_every_page_of_a_record_has_a_text_with_its_title(site: Site) -> None:
    layout = {language: template(site, language) for language in LANGUAGES}
    found = [
        (entry, plain_text(layout[entry.language].render(entry=entry, written=[])))
        for entry in site.entries.values()
        if entry.kind in KINDS and entry.path.count("/") == 2
    ]
    assert len(found) > 400
    for entry, text in found:
        title = entry.title.partition(" (")[0].partition(" – ")[0]
        assert title in text.split("\n===", 1)[0], entry.path
        assert len(text.splitlines()) > 5, entry.path


@pytest.mark.parametrize(
    "record", ["devices/rq", "compare", "context/why", "sources/none", "../x", "communes/x"]
)
def test_what_is_no_record_is_said(record: str) -> None:
    done = panorama(PROJECT, "show", record, *DATA)
    assert (done.returncode, done.stdout) == (2, "")
    assert "aucune fiche" in done.stderr


def test_errors_stand_in_the_way_and_are_said(tmp_path: Path) -> None:
    for name in ("data", "docs"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    file = tmp_path / "data/organisations/brusano.yml"
    file.write_text(file.read_text("utf-8").replace("roles:", "role:"), "utf-8")
    done = panorama(tmp_path, "show", "devices/raq", "--data", "data")
    assert (done.returncode, done.stdout) == (1, "")
    assert "brusano.yml" in done.stderr


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h1>A</h1><p>b <b>c</b></p><p>d</p>", "A\n=\n\nb c\n\nd\n"),
        ("<h2>Titre</h2><p>x</p>", "Titre\n-----\n\nx\n"),
        ("<ul><li>a<br>b</li><li>c</li></ul>", "- a\n  b\n- c\n"),
        ("<dl><div><dt>T</dt><dd>1</dd></div></dl>", "T\n  1\n"),
        ("<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>", "a | b\nc\n"),
        ("<p>a</p><nav><p>b</p></nav><p hidden>c</p><svg><text>d</text></svg>", "a\n"),
        ("<p>a &amp; &lt;b&gt;</p><script>x</script>", "a & <b>\n"),
        ('<p>a <span class="visually-hidden">b</span>c</p>', "a c\n"),
        ("<p>a<img src=x>b</p>", "ab\n"),
        ('<dl><dt>t<dd>a <span class="soft">b (c)</span></dd></dl>', "t\n  a · b (c)\n"),
        ('<p>a <span class="soft">(b)</span></p>', "a (b)\n"),
        ('<p>A. <span class="facts">b</span></p>', "A. b\n"),
        ('<p><span class="soft">a</span> b</p>', "a b\n"),
        ('<li><a><span class="chip"><i></i>A</span></a> b</li>', "- A · b\n"),
        ('<p><span class="chip">A</span></p><p>b</p>', "A\n\nb\n"),
    ],
)
def test_elements_become_lines(html: str, text: str) -> None:
    whole = f'<header>no</header><main id="content">{html}</main><footer>no</footer>'
    assert plain_text(whole) == text
