"""Whatever a record says stays text: in pages, in attributes, in JSON-LD, in vCards."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup, Comment, Doctype
from icalendar import Calendar

from tests.hostile import ENTRIES, HOSTILE, INTERFACE, PLAIN, RECORDS
from tests.site.dom import pages

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Hostile

JSON_LD = 'script[type="application/ld+json"]'
CARD_LINES = {"BEGIN", "VERSION", "FN", "ORG", "KIND", "LANG", "EMAIL", "URL", "REV", "ADR", "END"}
CARD_LINES |= {"TEL;VALUE=uri"}
LANGUAGES = {
    "fr": "",
    "nl": "nl/",
}
# Records that are shown on a page with others.
OWN_PAGES = {"sources/panorama-1.yml": "sources", "lines.yml": "context/organisation"}
# What only other pages than the record's own show.
OTHER_PAGES = {"elsewhere.note", "elsewhere.source.section", "short_title"}


def squeezed(text: str) -> str:
    """A text without its spaces, which each language sets as it does."""
    return re.sub(r"\s+", "", text)


def shown(soup: BeautifulSoup) -> str:
    """What a reader reads of a page."""
    return squeezed(soup.body.get_text(" ") if soup.body else "")


def data_of(hostile: Hostile, file: str) -> Any:
    """An attacked record as it was written."""
    return json.loads((hostile.data / file).read_text("utf-8"))


@pytest.mark.parametrize("prefix", LANGUAGES.values())
@pytest.mark.parametrize(
    "path",
    [
        "",
        "compare/",
        "devices/",
        "devices/raq/",
        "organisations/",
        "organisations/fdssb/",
        "lexicon/",
        "lexicon/aller-vers/",
        "sources/",
        "search/",
        "map/",
        "communes/",
        "communes/anderlecht/",
        "bassins/",
        "bassins/centre-ouest/",
        "quartiers/",
        "quartiers/raq-marolles/",
        "about/freshness/",
        "agenda/",
        "context/why/",
        "context/organisation/",
        "lexicon/fr-nl/",
    ],
)
def test_hostile_text_shows_as_text(hostile: Hostile, prefix: str, path: str) -> None:
    page = (hostile.site / prefix / path / "index.html").read_text("utf-8")
    soup = pages(hostile.site)[f"{prefix}{path}index.html"]
    assert not soup.select("b, img, [onerror]")
    assert [script for script in soup.select("script") if not script.get("src")] == soup.select(
        JSON_LD
    )
    text = soup.get_text()
    assert "window.hit=1" in text
    assert "{{ 7 * 7 }}" in text
    assert "[link](x)" in text
    assert "&amp;" in text
    assert "window.hit=1</script>" not in page


def test_no_page_has_an_element_that_the_text_would_create(hostile: Hostile) -> None:
    for path, soup in pages(hostile.site).items():
        assert not soup.select("b, :not(.sheet) > img, style, [style], [onerror], [onload]"), path
        for script in soup.select("script"):
            assert script.get("src") or script["type"] == "application/ld+json", path
        odd = [one for one in soup.find_all(string=True) if is_markup(one)]
        assert odd == [], path


def is_markup(text: object) -> bool:
    """Whether a string of the DOM is a comment or the like, and not a text."""
    return isinstance(text, Comment) and not isinstance(text, Doctype)


def test_pages_have_no_kind_of_element_or_attribute_but_the_usual(
    site: Path, hostile: Hostile
) -> None:
    assert marks(hostile.site) <= marks(site)


def marks(site: Path) -> set[tuple[str, str]]:
    """Every name of an element with every name of an attribute that it has on some page."""
    return {
        (tag.name, name)
        for soup in pages(site).values()
        for tag in soup.find_all(name=True)
        for name in ("", *tag.attrs)
    }


def test_links_and_scripts_of_hostile_pages_lead_where_the_usual_ones_do(
    site: Path, hostile: Hostile
) -> None:
    for path, soup in pages(hostile.site).items():
        usual = pages(site)[path]
        sources = {str(tag["src"]) for tag in soup.select("[src]")}
        assert sources <= {str(tag["src"]) for tag in usual.select("[src]")}, path
        schemes = {str(tag["href"]).partition(":")[0] for tag in soup.select('[href*=":"]')}
        assert schemes <= {"https", "http", "tel", "mailto", "geo"}, path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", [*RECORDS.values(), *(f"{name}.yml" for name in ENTRIES)])
def test_every_text_of_a_record_shows_literally(hostile: Hostile, file: str, language: str) -> None:
    found = pages(hostile.site)
    whole = "".join(
        shown(found[path]) for path in found if path.startswith("nl/") == bool(LANGUAGES[language])
    )
    assert unseen(hostile, file, language, whole) == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", RECORDS.values())
def test_a_page_shows_the_texts_of_its_own_record(
    hostile: Hostile, file: str, language: str
) -> None:
    folder = OWN_PAGES.get(file, file.removesuffix(".yml"))
    page = shown(pages(hostile.site)[f"{LANGUAGES[language]}{folder}/index.html"])
    assert unseen(hostile, file, language, page) <= OTHER_PAGES


def unseen(hostile: Hostile, file: str, language: str, page: str) -> set[str]:
    """Fields of a record with a text that does not show on a page."""
    texts = hostile.attack.of(file, language)
    assert texts
    return {
        ".".join(name for name in text.fields if name != language)
        for text in texts
        if squeezed(text.text) not in page
    }


def test_every_attacked_interface_text_is_said_somewhere(hostile: Hostile) -> None:
    said = "".join(
        squeezed(unquote(value))
        for soup in pages(hostile.site).values()
        for tag in soup.find_all(name=True)
        for value in (*(str(value) for value in tag.attrs.values()), tag.string or "")
    )
    assert [key for key in INTERFACE if squeezed(PLAIN + key) not in said] == []


def test_structured_data_is_whole_on_every_page(site: Path, hostile: Hostile) -> None:
    for path, soup in pages(hostile.site).items():
        scripts = soup.select(JSON_LD)
        assert len(scripts) == len(pages(site)[path].select(JSON_LD)), path
        for script in scripts:
            text = str(script.string)
            assert "<" not in text, path
            assert "</" not in text, path
            assert json.loads(text)["@context"] == "https://schema.org", path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("path", "file", "field"),
    [
        ("devices/raq", "devices/raq.yml", "names"),
        ("organisations/fdssb", "organisations/fdssb.yml", "names"),
        ("lexicon/aller-vers", "lexicon/aller-vers.yml", "terms"),
    ],
)
def test_hostile_text_survives_in_structured_data(
    hostile: Hostile, path: str, file: str, field: str, language: str
) -> None:
    soup = pages(hostile.site)[f"{LANGUAGES[language]}{path}/index.html"]
    script = soup.select_one(JSON_LD)
    assert script
    name = json.loads(str(script.string))["name"]
    assert name == data_of(hostile, file)[field][language]
    assert HOSTILE in name


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_stays_one_value_of_a_vcard(hostile: Hostile, language: str) -> None:
    folder = hostile.site / LANGUAGES[language] / "organisations" / "fdssb"
    card = (folder / "contact.vcf").read_bytes().decode("utf-8")
    assert card.endswith("\r\n")
    assert card.count("\n") == card.count("\r\n") == card.count("\r")
    lines = card.replace("\r\n ", "").split("\r\n")[:-1]
    names = [line.partition(":")[0] for line in lines]
    assert set(names) <= CARD_LINES
    assert len(names) == len(set(names))
    assert (lines[0], lines[-1]) == ("BEGIN:VCARD", "END:VCARD")
    values = dict(line.split(":", 1) for line in lines)
    record = data_of(hostile, "organisations/fdssb.yml")
    commune = next(
        entry for entry in data_of(hostile, "communes.yml") if entry["id"] == "anderlecht"
    )
    assert parts(values["FN"]) == [record["names"][language]]
    assert parts(values["ADR"])[2] == record["address"]["street"][language]
    assert parts(values["ADR"])[3] == commune["names"][language]
    assert len(parts(values["ADR"])) == 7


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_stays_one_value_of_an_event(hostile: Hostile, language: str) -> None:
    data = (hostile.site / LANGUAGES[language] / "agenda" / "themes.ics").read_bytes()
    themes = data_of(hostile, "themes.yml")
    whole = Calendar.from_ical(data)
    assert len(whole.subcomponents) == len(themes)
    (event,) = (one for one in whole.walk("VEVENT") if str(one["uid"]).startswith("tobacco-"))
    (theme,) = (one for one in themes if one["id"] == "tobacco")
    assert str(event["summary"]) == theme["names"][language]
    assert str(event["description"]).startswith(theme["text"][language])
    assert HOSTILE in theme["names"][language]
    assert data.count(b"\r\nBEGIN:") == len(themes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_stays_one_cell_of_a_table(hostile: Hostile, language: str) -> None:
    file = hostile.site / LANGUAGES[language] / "lexicon/fr-nl/panorama-fr-nl.csv"
    text = file.read_text("utf-8-sig")
    terms = data_of(hostile, "lexicon/aller-vers.yml")["terms"]
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert [row["nl"] for row in rows if row["fr"] == terms["fr"]] == [terms["nl"]]
    assert all(None not in row for row in rows)


def parts(value: str) -> list[str]:
    """The parts of a vCard's value, without the signs that mark what is text (RFC 6350, 3.4)."""
    found = [""]
    signs = iter(value)
    for sign in signs:
        if sign == "\\":
            marked = next(signs)
            assert marked in "\\,;nN"
            found[-1] += "\n" if marked in "nN" else marked
        elif sign == ";":
            found.append("")
        else:
            assert sign != ","
            found[-1] += sign
    return found
