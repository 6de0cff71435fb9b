"""What the pages offer to take along: the agenda as a calendar, the lexicon as a table."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from tests.site.dom import pages

if TYPE_CHECKING:
    from pathlib import Path

SITE_URL = "https://panorama.example/"
PREFIXES = ["", "nl/"]


def words(text: str) -> str:
    """A text on one line, with ordinary spaces."""
    return " ".join(text.split())


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_agenda_is_the_same_as_page_and_as_calendar(site: Path, prefix: str) -> None:
    soup = pages(site)[f"{prefix}agenda/index.html"]
    events = Calendar.from_ical((site / prefix / "agenda/themes.ics").read_bytes()).walk("VEVENT")
    shown = {
        f"{SITE_URL}{prefix}agenda/#{item['id']}": words(title.text)
        for item in soup.select("ol.agenda > li[id]")
        for title in item.select("h3")
    }
    assert {str(event["url"]): words(str(event["summary"])) for event in events} == shown
    assert len(events) == len(shown) >= 12
    assert {str(event["uid"]).rpartition("@")[2] for event in events} == {"panorama.example"}


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_agenda_offers_its_calendar_to_load_and_to_subscribe_to(
    site: Path, prefix: str
) -> None:
    soup = pages(site)[f"{prefix}agenda/index.html"]
    (link,) = soup.select('main a[type="text/calendar"]')
    assert link["href"] == "themes.ics"
    assert f"{SITE_URL}{prefix}agenda/themes.ics" in [one.text for one in soup.select("main code")]


def table(site: Path, prefix: str) -> list[dict[str, str]]:
    """The index of terms as a spreadsheet reads it."""
    data = (site / prefix / "lexicon/fr-nl/panorama-fr-nl.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")  # without it, spreadsheets misread accents
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_term_is_in_the_index_as_page_and_as_table(site: Path, prefix: str) -> None:
    soup = pages(site)[f"{prefix}lexicon/fr-nl/index.html"]
    mine, other = ("nl", "fr") if prefix else ("fr", "nl")
    rows = [
        (next(iter(row.select_one("th").stripped_strings)), next(iter(cell.stripped_strings)))  # type: ignore[union-attr]
        for row in soup.select("table.bilingual tbody tr")
        for cell in row.select("td")
    ]
    folders = [path for path in (site / "lexicon").iterdir() if path.is_dir()]
    assert len(rows) == len(folders) - 1 > 60
    written = {(words(row[mine]), words(row[other])) for row in table(site, prefix)}
    assert {(words(one), words(two)) for one, two in rows} == written


def test_both_tables_say_the_same_but_for_the_status(site: Path) -> None:
    french, dutch = (table(site, prefix) for prefix in PREFIXES)
    assert [row | {"status": ""} for row in french] == [row | {"status": ""} for row in dutch]


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize(
    ("page", "link"),
    [
        ("lexicon/fr-nl/", "panorama-fr-nl.csv"),
        ("lexicon/", "fr-nl/"),
        ("context/", "../agenda/"),
        ("context/", "access/worksheet/"),
        ("context/access/", "worksheet/"),
        ("devices/cpps/", "../../agenda/"),
    ],
)
def test_a_page_leads_to_it(site: Path, prefix: str, page: str, link: str) -> None:
    soup = pages(site)[f"{prefix}{page}index.html"]
    assert soup.select(f'main a[href="{link}"]')


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_legal_notice_says_what_the_publisher_has_not_filled_in(
    site: Path, prefix: str
) -> None:
    soup = pages(site)[f"{prefix}about/legal/index.html"]
    assert len(soup.select("main .missing")) == 5
