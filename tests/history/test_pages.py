"""The page, the feed and the short lists, from real repositories and with texts that attack."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import shutil
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader
from lxml import etree
from msgspec.structs import replace

from panorama.checking.check import check_folder
from panorama.history.compare import Change
from panorama.history.feed import NEWEST, feed
from panorama.history.pages import PATH, SHORT, SHOWN, with_changes
from panorama.history.past import Past, Story, read_past
from panorama.history.say import Teller
from panorama.model.catalogue import catalogue
from panorama.pages.environment import prepare
from panorama.pages.site import pages
from panorama.pages.voice import Voice
from panorama.paths import PROJECT
from panorama.places.layers import read_layers
from tests.checking.golden import LANGUAGES
from tests.history.repository import AUTHOR, SUBJECT, Repository, repository
from tests.hostile import HOSTILE, MARKUP

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.history.pages import Changes
    from panorama.model.catalogue import Catalogue, Language
    from panorama.pages.entry import Entry
    from panorama.pages.environment import Settings

HOUSE = "organisations/maison.yml"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
DAYS: dict[str, dict[str, list[str]]] = {
    "fr": {
        "day-2025-02-05": ["1 fiche retirée\u00a0: Copie"],
        "day-2025-02-04": [
            "1 fiche ajoutée\u00a0: Copie",
            "2 fiches revérifiées\u00a0: Maison, Relais de quartier (RdQ)",
        ],
        "day-2025-02-03": ["Maison\u00a0: le téléphone a changé"],
    },
    "nl": {
        "day-2025-02-05": ["1 fiche verwijderd: Copie"],
        "day-2025-02-04": [
            "1 fiche toegevoegd: Copie",
            "2 fiches opnieuw nagekeken: Huis, Wijkrelais (WR)",
        ],
        "day-2025-02-03": ["Huis: het telefoonnummer is gewijzigd"],
    },
}
OWN = {
    "fr": [
        ("4 février 2025", "La fiche a été revérifiée."),
        ("3 février 2025", "Le téléphone a changé."),
    ],
    "nl": [
        ("4 februari 2025", "De fiche is opnieuw nagekeken."),
        ("3 februari 2025", "Het telefoonnummer is gewijzigd."),
    ],
}


def known(data: Path, texts: Catalogue) -> Catalogue:
    """A data folder's records with the site's own interface texts."""
    return dataclasses.replace(
        catalogue(check_folder(data, dt.date(2025, 7, 1)).documents), ui=texts.ui
    )


def laid_out(past: Past, records: Catalogue, language: Language) -> tuple[dict[str, Entry], Teller]:
    """Entries of a language by path."""
    voice = Voice(language, records.ui, records.sources)
    # The map has other communes and bassins than these records.
    devices = {key: replace(one, areas=()) for key, one in records.devices.items()}
    apart = dataclasses.replace(records, communes={}, bassins={}, devices=devices)
    found = pages(apart, read_layers(PROJECT / "data" / "geo"), voice, [])
    entries = with_changes(found, past, records, voice)
    return {entry.path: entry for entry in entries}, Teller(voice)


def shown(entry: Entry, teller: Teller, records: Catalogue, settings: Settings) -> BeautifulSoup:
    """A page as it is built."""
    env = Environment(loader=FileSystemLoader(PROJECT / "overrides"), autoescape=True)
    prepare(env, records, teller.voice, settings)
    html = env.get_template("main.html").render(entry=entry, written=[])
    return BeautifulSoup(html, "lxml")


def lines(soup: BeautifulSoup, day: str) -> list[str]:
    heading = soup.select_one(f"#{day}")
    assert heading
    assert heading.parent
    return [" ".join(one.text.split(" ")).strip() for one in heading.parent.select(".day > li")]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A phone, then a new record and two checks, then the record gone."""
    found = repository(tmp_path_factory.mktemp("pages") / "project")
    found.edit(HOUSE, ("02 123 45 67", "02 765 43 21"))
    found.commit("2025-02-03")
    copy = "lexicon/copie.yml"
    shutil.copy(found.data / "lexicon/aller-vers.yml", found.data / copy)
    found.edit(
        copy,
        ("id: aller-vers", "id: copie"),
        ("fr: aller-vers, nl: outreach", "fr: copie, nl: copie"),
    )
    found.edit(HOUSE, ("on: 2024-10-01", "on: 2025-02-04"))
    found.edit("devices/relais.yml", ("on: 2024-10-01", "on: 2025-02-04"))
    found.commit("2025-02-04")
    (found.data / copy).unlink()
    found.commit("2025-02-05")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_day_says_what_it_did(
    made: Repository, records: Catalogue, settings: Settings, language: Language
) -> None:
    mine = known(made.data, records)
    entries, teller = laid_out(read_past(made.data), mine, language)
    soup = shown(entries[PATH], teller, mine, settings)
    assert {day: lines(soup, day) for day in DAYS[language]} == DAYS[language]
    assert AUTHOR not in str(soup)
    assert SUBJECT not in str(soup)
    removed = soup.find(string="Copie")
    assert removed is None or removed.find_parent("a") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_lists_its_own_changes(
    made: Repository, records: Catalogue, settings: Settings, language: Language
) -> None:
    mine = known(made.data, records)
    entries, teller = laid_out(read_past(made.data), mine, language)
    soup = shown(entries["organisations/maison/"], teller, mine, settings)
    found = [
        (row.dt.text, row.dd.text) for row in soup.select(".changes dl > div") if row.dt and row.dd
    ]
    assert found == OWN[language]
    quiet = shown(entries["lexicon/aller-vers/"], teller, mine, settings).select_one(".changes p")
    assert quiet
    assert "1er janvier 2025" in quiet.text or "1 januari 2025" in quiet.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", ["shallow", "none"])
def test_a_past_that_is_not_known_is_said_and_has_no_date(
    records: Catalogue, settings: Settings, language: Language, why: Any
) -> None:
    entries, teller = laid_out(Past(missing=why), records, language)
    notice = teller.say(why)
    for path in (PATH, "organisations/maison/"):
        soup = shown(entries[path], teller, records, settings)
        assert notice in soup.text, path
        assert not soup.select("[id^=day-], .changes dl"), path
    root = etree.fromstring(feed(entries[PATH].data["past"], teller, settings))
    assert root.findtext("a:subtitle", namespaces=ATOM) == notice
    assert root.findall("a:entry", ATOM) == []


def test_a_record_that_is_not_committed_says_so(
    made: Repository, records: Catalogue, settings: Settings
) -> None:
    past = dataclasses.replace(read_past(made.data), pending=frozenset({"organisations/maison"}))
    entries, teller = laid_out(past, records, "fr")
    soup = shown(entries["organisations/maison/"], teller, records, settings)
    assert teller.say("pending") in soup.text
    assert "1 fiche a des changements" in shown(entries[PATH], teller, records, settings).text


def busy(days: int, past: Past) -> Past:
    """A past that goes on with a change a day."""
    story = past.stories[-1]
    more = [
        dataclasses.replace(
            story, date=story.date + dt.timedelta(n), when=story.when + dt.timedelta(n)
        )
        for n in range(1, days)
    ]
    return dataclasses.replace(past, stories=(*reversed(more), story))


def test_pages_and_feeds_have_an_end(
    made: Repository, records: Catalogue, settings: Settings
) -> None:
    entries, teller = laid_out(busy(100, read_past(made.data)), records, "nl")
    changes: Changes = entries[PATH].data["past"]
    assert (len(changes.days), changes.more) == (SHOWN, "En nog 40 oudere dagen met wijzigingen.")
    assert len(entries["organisations/maison/"].data["changes"].days) == SHORT
    root = etree.fromstring(feed(changes, teller, settings))
    assert len(root.findall("a:entry", ATOM)) == NEWEST


def test_many_records_with_the_same_change_are_one_line(
    made: Repository, records: Catalogue
) -> None:
    (story,) = (one for one in read_past(made.data).stories if one.date == dt.date(2025, 2, 3))
    many = [dataclasses.replace(story, key=f"organisations/o{n}") for n in range(30)]
    past = Past(start=story.date, stories=tuple(many))
    entries, _ = laid_out(past, records, "fr")
    (line,) = entries[PATH].data["past"].days[0].lines
    assert line.what == ("dans 30 fiches, le téléphone a changé",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_is_valid_atom(
    made: Repository, records: Catalogue, settings: Settings, language: Language
) -> None:
    mine = known(made.data, records)
    entries, teller = laid_out(read_past(made.data), mine, language)
    written = feed(entries[PATH].data["past"], teller, settings)
    assert written == feed(entries[PATH].data["past"], teller, settings)
    root = etree.fromstring(written)
    assert root.tag == f"{{{ATOM['a']}}}feed"
    assert root.findtext("a:updated", namespaces=ATOM) == "2025-02-05T12:00:00Z"
    found = root.findall("a:entry", ATOM)
    assert len(found) == 4
    ids = [one.findtext("a:id", namespaces=ATOM) for one in (root, *found)]
    assert len(set(ids)) == len(ids)
    assert f"tag:site.example,2025-02-03:{language}/changes/organisations/maison" in ids
    prefix = "https://site.example/" + ("nl/" if language == "nl" else "")
    for entry in (root, *found):
        one = {name: entry.findall(f"a:{name}", ATOM) for name in ("id", "title", "updated")}
        assert {name: len(values) for name, values in one.items()} == dict.fromkeys(one, 1)
        moment = dt.datetime.fromisoformat(str(one["updated"][0].text))
        assert moment.tzinfo
        links = entry.findall("a:link[@rel='alternate']", ATOM)
        assert [str(link.get("href")).startswith(prefix) for link in links] == [True]
    assert AUTHOR not in written.decode("utf-8")
    assert SUBJECT not in written.decode("utf-8")


def ids(entry: Entry, teller: Teller, settings: Settings) -> list[str]:
    """Ids of a feed's entries, in their order."""
    root = etree.fromstring(feed(entry.data["past"], teller, settings))
    return [str(one.text) for one in root.iterfind("a:entry/a:id", ATOM)]


def test_an_entry_keeps_its_id_when_its_record_moves(
    tmp_path: Path, records: Catalogue, settings: Settings
) -> None:
    made = repository(tmp_path / "project")
    made.edit(HOUSE, ("02 123 45 67", "02 765 43 21"))
    made.commit("2025-02-01")
    entries, teller = laid_out(read_past(made.data), known(made.data, records), "fr")
    before = ids(entries[PATH], teller, settings)
    made.edit(HOUSE, ("id: maison", "id: demeure"))
    (made.data / HOUSE).rename(made.data / "organisations/demeure.yml")
    made.commit("2025-02-02")
    past = read_past(made.data)
    entries, teller = laid_out(past, known(made.data, records), "fr")
    assert ids(entries[PATH], teller, settings)[1:] == before
    assert {story.key for story in past.stories} == {"organisations/demeure"}


def test_days_that_come_back_have_one_heading_and_one_id_each(
    tmp_path: Path, records: Catalogue, settings: Settings
) -> None:
    made = repository(tmp_path / "project")
    for day, old, new in (
        ("2025-11-25", "02 123 45 67", "02 765 43 21"),
        ("2025-11-24", "info@example.be", "accueil@example.be"),
        ("2025-11-25", "02 765 43 21", "02 555 55 55"),
    ):
        made.edit(HOUSE, (old, new))
        made.commit(day)
    mine = known(made.data, records)
    entries, teller = laid_out(read_past(made.data), mine, "nl")
    soup = shown(entries[PATH], teller, mine, settings)
    assert [one["id"] for one in soup.select("[id^=day-]")] == ["day-2025-11-25", "day-2025-11-24"]
    found = ids(entries[PATH], teller, settings)
    assert [one.partition(":nl")[0][-10:] for one in found] == ["2025-11-25", "2025-11-24"]


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Texts that attack, in versions of long ago and in records that are gone."""
    found = repository(tmp_path_factory.mktemp("attacked") / "project")
    text = json.dumps({"fr": HOSTILE, "nl": HOSTILE})
    found.edit(
        HOUSE, ("{fr: Maison, nl: Huis}", text), ("type: non-profit", "<b>: 1\ntype: '{{7*7}}'")
    )
    found.edit(
        "bassins.yml",
        ("{fr: Population, nl: Bevolking}", text),
        ("1000", "2"),
        ("residents", "'<i>'"),
    )
    found.edit("sources/rapport.yml", ("Rapport sur l’aller-vers", json.dumps(HOSTILE)))
    found.commit("2025-02-01")
    found.edit(HOUSE, (text, "{fr: Maison, nl: Huis}"))
    found.edit(
        HOUSE,
        ("<b>: 1\ntype: '{{7*7}}'", "type: non-profit"),
        ("sources: [{id: rapport}]\nchecked", 'sources: [{id: "<script>"}]\nchecked'),
    )
    found.write("lexicon/parti.yml", f"id: parti\nterms: {text}\n")
    found.commit("2025-02-02")
    (found.data / "lexicon/parti.yml").unlink()
    found.commit("2025-02-03")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_of_history_are_text(
    attacked: Repository, records: Catalogue, settings: Settings, language: Language
) -> None:
    entries, teller = laid_out(read_past(attacked.data), records, language)
    for path in (PATH, "organisations/maison/"):
        soup = shown(entries[path], teller, records, settings)
        assert MARKUP in soup.text, path
        assert not soup.select("main b, main i, img, style, [style], [onerror]"), path
        assert all(one.get("src") or one["type"] == "application/ld+json" for one in soup("script"))
    root = etree.fromstring(feed(entries[PATH].data["past"], teller, settings))
    assert MARKUP in "".join(str(one.text) for one in root.iterfind(".//a:title", ATOM))
    for content in root.iterfind(".//a:content", ATOM):
        inner = BeautifulSoup(str(content.text), "lxml")
        assert {tag.name for tag in inner.find_all(name=True)} <= {
            "html",
            "body",
            "p",
            "ul",
            "li",
            "a",
        }
        assert {urlsplit(str(a["href"])).scheme for a in inner("a")} <= {"https"}


def test_a_story_of_a_record_without_any_name_is_told(records: Catalogue) -> None:
    when = dt.datetime(2025, 2, 1, tzinfo=dt.UTC)
    change = Change("changed", "short")
    past = Past(start=when.date(), stories=(Story(when.date(), when, "lexicon/gone", (change,)),))
    entries, _ = laid_out(past, records, "fr")
    (line,) = entries[PATH].data["past"].days[0].lines
    assert [one.name for one in line.records] == ["gone"]
