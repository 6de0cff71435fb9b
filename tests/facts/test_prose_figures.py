"""No figure of the documents is typed in a hand-written page: it is drawn from its record.

What counts is a number or a date that stands as a value in figures.csv, whatever it is of: a page
that means something else by it has its line in OTHERWISE, with the reason. Years are no figures,
nor are numbers of a day in a date, of a law, a section, a note or a line of care, nor those that
are part of a word.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from panorama.paths import PROJECT

DOCS = PROJECT / "docs"
MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
NUMBERS = {
    name: number for names in MONTHS.values() for number, name in enumerate(names.split(), start=1)
}
MONTH = "|".join(NUMBERS)
SPACE = "[ \u00a0\u202f]"
# A number as it is typed: 1 246 136 and 1.246.136 too; not A4, 1er, 2e or 0,5-lijn.
NUMBER = re.compile(
    rf"(?<![\w.,/])(?:\d{{1,3}}(?:[{SPACE[1:-1]}.]\d{{3}})+|\d+(?:[.,/:]\d+)*)(?!\w)"
)
DATE = re.compile(
    rf"(?:(?<!\d)(\d{{1,2}})(?:er)?{SPACE})?\b({MONTH}){SPACE}(\d{{4}})\b", re.IGNORECASE
)
# Left out before anything is read: front matter, code, marks but for the words of terms, addresses,
# anchors, footnotes, tags, and the numbers of a list.
LEFT_OUT = (
    r"\A---\n.*?\n---\n",
    r"^```.*?^```",
    r"(`+)[^`].*?\1",
    r"\[[^\[\]]*\]\((?:figure|number|source|drawing|space|publisher):[^()\s]*\)",
    r"(?<=\])\([^()]*\)",
    r"https?://\S+",
    r"\{#[\w-]+\}",
    r"\[\^[^\]]+\]",
    r"<[^>]+>",
    r"^[ ]*\d+\.(?= )",
)
_LIST = rf"\d+(?:[.,]\d+)*(?:(?:, |{SPACE}(?:et|en|à|tot|ou|of){SPACE}|[-–])\d+(?:[.,]\d+)*)*"
# Numbers that are the name of something: no fact is said with them.
NAMES = (
    rf"\b\d{{1,2}}(?:er)?{SPACE}(?:{MONTH})\b(?:{SPACE}\d{{4}}\b)?",  # a day
    r"\b(?:19|20)\d\d\b",  # a year
    rf"(?<!\w)(?:art\.|articles?|artikel(?:en)?|note[ns]?|noot|noten|p\.|§|point|punt){SPACE}{_LIST}",
    r"\b\d\d/\d{3,4}\b",  # an order, such as 21/325
    rf"\b(?:lignes?|niveaux?|lijn(?:en)?|niveaus?){SPACE}{_LIST}",
    rf"\bPanorama{SPACE}1\b",  # the title of the document
    r"\bcovid-19\b",
    rf"\b0\d{{1,3}}(?:{SPACE}\d{{2,3}})+\b",  # a telephone number
)
# Numbers that figures.csv has for something else: page, what is typed, why it is no figure of it.
_STATBEL = "the day of Statbel’s count of the population"
_SCORE = "a score of Lighthouse"
_CASE = "the age of a woman in a case that is told"
_TITLE = "the title of a document"
_NORM = "the number of a norm"
_LETTERS = "the size of letters on paper, in points"
OTHERWISE = {
    ("fr/about/accessibility/index.md", "100"): _SCORE,
    ("nl/about/accessibility/index.md", "100"): _SCORE,
    ("fr/about/accessibility/index.md", "1"): _NORM,
    ("fr/about/accessibility/index.md", "7"): _LETTERS,
    ("fr/about/accessibility/index.md", "8"): _LETTERS,
    ("fr/about/accessibility/index.md", "9"): _LETTERS,
    ("nl/about/accessibility/index.md", "1"): _NORM,
    ("nl/about/accessibility/index.md", "7"): _LETTERS,
    ("nl/about/accessibility/index.md", "8"): _LETTERS,
    ("nl/about/accessibility/index.md", "9"): _LETTERS,
    ("fr/about/index.md", "1er janvier 2024"): _STATBEL,
    ("nl/about/index.md", "1 januari 2024"): _STATBEL,
    ("fr/context/access/index.md", "2"): _TITLE,
    ("nl/context/access/index.md", "2"): _TITLE,
    ("fr/context/organisation/index.md", "74"): _CASE,
    ("nl/context/organisation/index.md", "74"): _CASE,
    ("fr/context/pssi/index.md", "1er janvier 2024"): _STATBEL,
    ("nl/context/pssi/index.md", "1 januari 2024"): _STATBEL,
    ("fr/context/together/index.md", "74"): _CASE,
    ("nl/context/together/index.md", "74"): _CASE,
}

Found = tuple[int, str]


def values() -> set[str]:
    """Numbers, ends of ranges and dates of figures.csv, as they are compared."""
    with (Path(__file__).parent / "figures.csv").open(encoding="utf-8", newline="") as file:
        return {part for row in csv.DictReader(file) for part in parts(row["value"])}


def parts(value: str) -> list[str]:
    """What of a value may be typed: itself, and the ends of a range."""
    if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", value) or not re.fullmatch(r"[\d:]+-[\d:]+", value):
        return [value]
    return value.split("-")


def blanked(text: str, patterns: tuple[str, ...]) -> str:
    """A text with what some patterns find as spaces, every line where it was."""
    for pattern in patterns:
        text = re.sub(
            pattern,
            lambda found: re.sub(r"[^\n]", " ", found[0]),
            text,
            flags=re.DOTALL | re.MULTILINE | re.IGNORECASE,
        )
    return text


def typed(text: str, known: set[str]) -> list[Found]:
    """Line and words of each figure that is typed in a page."""
    body = blanked(text, LEFT_OUT)
    found = [(date.start(), date[0]) for date in DATE.finditer(body) if said(date) & known]
    rest = blanked(body, NAMES)
    found += [(one.start(), one[0]) for one in NUMBER.finditer(rest) if plain(one[0]) in known]
    return [(text.count("\n", 0, start) + 1, words) for start, words in sorted(found)]


def said(date: re.Match[str]) -> set[str]:
    """The date that words say, as figures.csv writes it; a day also says its month."""
    day, name, year = date.groups()
    month = f"{year}-{NUMBERS[name.lower()]:02}"
    return {f"{month}-{int(day):02}"} if day else {month}


def plain(number: str) -> str:
    """A number without the signs between its groups."""
    grouped = re.fullmatch(rf"\d{{1,3}}(?:[{SPACE[1:-1]}.]\d{{3}})+", number)
    return re.sub(r"\D", "", number) if grouped else number


def pages() -> list[str]:
    """Every hand-written page."""
    return sorted(path.relative_to(DOCS).as_posix() for path in DOCS.glob("*/**/index.md"))


@pytest.mark.parametrize("page", pages())
def test_no_figure_of_the_documents_is_typed_in_a_page(page: str) -> None:
    found = typed((DOCS / page).read_text("utf-8"), values())
    unexplained = [(line, words) for line, words in found if (page, words) not in OTHERWISE]
    assert unexplained == []


def test_every_explanation_is_of_a_number_that_is_there() -> None:
    known = values()
    there = {
        (page, words)
        for page in {page for page, _ in OTHERWISE}
        for _, words in typed((DOCS / page).read_text("utf-8"), known)
    }
    assert set(OTHERWISE) == there
    assert all(OTHERWISE.values())


SAMPLE = {"19", "2", "4", "10000", "1246136", "98", "1/3", "3", "2021", "09:00", "17:00", "1", "21"}
SAMPLE |= {"2021-01", "2022-05", "2021-01-26", "2024-01-01"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Les 19 RAQ.", ["19"]),
        ("De 19 RAQ’s, 2 à 4 par quartier, 3–4 per wijk.", ["19", "2", "4", "3", "4"]),
        ("10.000, 10 000, 10\u202f000, 10\u00a0000 et 10000", 5 * ["10000"]),
        ("1 246 136 habitants ou 1.246.136 inwoners", 2 * ["1246136"]),
        ("98 %, 98%, (98) « 98 » [98](lexicon:x) [98](https://example.be)", 6 * ["98"]),
        ("un tiers, 1/3", ["1/3"]),
        ("**19**, *19*, 19.", ["19", "19", "19"]),
        ("| 19 | 20 |", ["19"]),
        ("de 09:00 à 17:00", ["09:00", "17:00"]),
        # Dates of the documents, in words, with the precision that they have there.
        ("en janvier 2021, in mei 2022, Mai 2022", ["janvier 2021", "mei 2022", "Mai 2022"]),
        ("le 26 janvier 2021, 26 januari 2021", ["26 janvier 2021", "26 januari 2021"]),
        ("1er janvier 2024, 1 januari 2024", ["1er janvier 2024", "1 januari 2024"]),
        ("le 19 janvier 2021, février 2021, janvier 2024, janvier", []),
        ("le 19 mai, 21 décembre 2023 et 2 janvier 2024", []),
        # Years, and numbers that are names.
        ("en 2021, de 2021–2024, depuis 2021.", []),
        ("art. 21, article 3, arrêté 21/325, note 19, notes 2-4, § 3, § 3.2, p. 19, punt 4", []),
        ("les lignes 0, 0.5 et 1, niveau 1, lijn 2 of 3, niveaus 1 en 2", []),
        ("le Panorama 1, la 1re ligne, A4, CC BY 4.0, WCAG 2.1, 3.2.1.3, 19e, CO2, x19", []),
        ("02 880 19 80, 0800 35 243", []),
        ("18 RAQ, 190, 119, 1.9, 0,19, 19,5, 1 246", []),
        # What is no prose.
        ("[](figure:raq/workers) [](number:raq/19) [19](source:x) [](space:3)", []),
        ("[a](https://example.be/19/?a=2) <https://example.be/19> https://example.be/4", []),
        ("`19` ``19 `` \n```\n19\n```\n", []),
        ("## Titre {#19}\n[^19] <b title='19'>x</b>", []),
        ("1. un\n2. deux\n  3. trois", []),
        ("---\ntitle: 19\n---\nTexte.", []),
    ],
)
def test_a_typed_figure_is_seen_and_nothing_else(text: str, found: list[str]) -> None:
    assert [plain(words) for _, words in typed(text, SAMPLE)] == found


def test_a_typed_figure_is_found_on_its_line() -> None:
    text = "---\ntitle: 19\n---\n\n## Les 19 {#a}\n\n```\n19\n```\nEt 2 ;\nenfin\nmai 2022."
    assert typed(text, SAMPLE) == [(5, "19"), (10, "2"), (12, "mai 2022")]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("19", ["19"]),
        ("2-4", ["2", "4"]),
        ("190000-320000", ["190000", "320000"]),
        ("09:00-17:00", ["09:00", "17:00"]),
        ("2021-01", ["2021-01"]),
        ("2021-01-26", ["2021-01-26"]),
        ("2024-06/2025-06", ["2024-06/2025-06"]),
        ("2025 (fin)", ["2025 (fin)"]),
    ],
)
def test_ranges_give_both_ends(value: str, expected: list[str]) -> None:
    assert parts(value) == expected
