"""The French-Dutch index as a table for spreadsheets."""

from __future__ import annotations

import csv
import dataclasses
import io
from typing import TYPE_CHECKING

import pytest
from msgspec import structs

from panorama.model.records import Label, Labels
from panorama.pages.bilingual import bilingual, safe

if TYPE_CHECKING:
    from panorama.model.catalogue import Catalogue, Language
    from panorama.model.records import Term
    from panorama.pages.voice import Voice

HEADER = ["fr", "nl", "abbreviations_fr", "abbreviations_nl", "synonyms_fr", "synonyms_nl"]


def rows(records: Catalogue, voice: Voice) -> list[dict[str, str]]:
    """The table as a spreadsheet reads it."""
    text = bilingual(records, voice)
    table = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    found = list(table)
    assert table.fieldnames == [*HEADER, "status"]
    assert all(None not in row and None not in row.values() for row in found)
    return found


def with_terms(records: Catalogue, *terms: Term) -> Catalogue:
    return dataclasses.replace(records, terms={term.id: term for term in terms})


def test_every_term_has_its_row_in_the_order_of_the_french(
    project: Catalogue, small: dict[Language, Voice]
) -> None:
    found = [(row["fr"], row["nl"]) for row in rows(project, small["fr"])]
    terms = {(safe(term.terms.fr), safe(term.terms.nl)) for term in project.terms.values()}
    assert set(found) == terms
    assert len(found) == len(project.terms) > 45
    assert [fr.casefold() for fr, _ in found] == sorted(fr.casefold() for fr, _ in found)


def test_only_the_status_of_the_dutch_is_said_in_the_readers_language(
    project: Catalogue, small: dict[Language, Voice]
) -> None:
    french, dutch = (rows(project, small[language]) for language in ("fr", "nl"))
    statuses = [
        (one.pop("status"), other.pop("status")) for one, other in zip(french, dutch, strict=True)
    ]
    assert french == dutch
    assert ("notre traduction", "Nederlandse term: onze vertaling") in statuses
    assert all(one != other for one, other in statuses)


def test_lists_are_in_one_cell(records: Catalogue, small: dict[Language, Voice]) -> None:
    term = structs.replace(
        records.terms["aller-vers"],
        terms=Label('dit « l’aller-vers », ou "va"', "out\nreach; x"),
        abbreviations=Labels(("AV", "A;V"), ()),
        synonyms=Labels((), ("een, twee", "drie")),
    )
    (row,) = rows(with_terms(records, term), small["nl"])
    assert row == {
        "fr": 'dit « l’aller-vers », ou "va"',
        "nl": "out\nreach; x",
        "abbreviations_fr": "AV; A;V",
        "abbreviations_nl": "",
        "synonyms_fr": "",
        "synonyms_nl": "een, twee; drie",
        "status": "Nederlandse term: in de praktijk aangetroffen",
    }


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("aller-vers", "aller-vers"),
        ("", ""),
        ("a=1", "a=1"),
        ("’t Huis", "’t Huis"),
        ("107", "107"),
        ('=HYPERLINK("https://evil.example";"x")', '\'=HYPERLINK("https://evil.example";"x")'),
        ("=1+1", "'=1+1"),
        ("+32 2", "'+32 2"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝1+1", "'＝1+1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠SUM(A1)", "'＠SUM(A1)"),
    ],
)
def test_a_cell_is_never_a_formula(cell: str, expected: str) -> None:
    assert safe(cell) == expected


@pytest.mark.parametrize("attack", ["=cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0"])
def test_no_field_of_a_term_is_run(
    records: Catalogue, small: dict[Language, Voice], attack: str
) -> None:
    labels = Labels((attack, "b"), (attack,))
    term = structs.replace(
        records.terms["aller-vers"],
        terms=Label(attack, attack),
        abbreviations=labels,
        synonyms=labels,
    )
    (row,) = rows(with_terms(records, term), small["fr"])
    del row["status"]
    assert set(row.values()) == {f"'{attack}", f"'{attack}; b"}
