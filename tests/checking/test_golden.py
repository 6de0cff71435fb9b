"""The whole report of every broken folder, and that no kind of finding is left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from panorama.checking.check import check_folder
from panorama.checking.report import Language, as_text, messages
from panorama.findings import has_errors
from panorama.paths import SCHEMAS
from panorama.reading.marks import IN_PROSE
from panorama.reading.records import FOLDERS, LISTS
from tests.checking.golden import LANGUAGES, TODAY, VALID, cases, checked, expected

if TYPE_CHECKING:
    from pathlib import Path

# Messages that are not said of a place in a file.
NOT_FINDINGS = {
    "suggestion": "a sentence that follows other messages",
    "unreadable": "who runs as root can open every file",
    **dict.fromkeys(
        ("too-long-on-paper", "too-many-pages", "no-glyph"), "said of what is printed: test_room.py"
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", cases())
def test_a_broken_folder_has_exactly_this_report(
    tmp_path: Path, case: str, language: Language
) -> None:
    report = as_text(checked(case, tmp_path).findings, "data/", language)
    renew = ".venv/bin/python -m tests.checking.golden writes the reports anew"
    assert report + "\n" == expected(case, language).read_text("utf-8"), renew


def test_a_valid_folder_has_no_findings() -> None:
    found = check_folder(VALID, TODAY)
    assert found.findings == []
    assert {document.kind for document in found.documents} == {*FOLDERS.values(), *LISTS.values()}
    assert {page.language for page in found.prose} == set(LANGUAGES)
    marks = {placed.mark.kind for page in found.prose for placed in page.marks}
    assert marks == set(IN_PROSE)


def test_there_is_a_broken_folder_for_every_kind_of_record() -> None:
    assert {*FOLDERS.values(), *LISTS.values(), "prose", "files"} <= set(cases())


def test_every_kind_of_finding_occurs_in_a_report() -> None:
    reports = "".join(expected(case, "fr").read_text("utf-8") for case in cases())
    occurring = set(
        re.findall(
            r"^(?:data|docs)/[^\n]+?: (?:error|warning) \[([a-z-]+)\]", reports, re.MULTILINE
        )
    )
    assert occurring == messages().keys() - NOT_FINDINGS.keys()
    assert len(occurring) >= 25


@pytest.mark.parametrize("case", cases())
def test_findings_are_sorted_and_none_is_twice(tmp_path: Path, case: str) -> None:
    findings = checked(case, tmp_path).findings
    places = [(found.path, found.position.line, found.position.column) for found in findings]
    assert places == sorted(places)
    assert len({(found.order(), found.severity) for found in findings}) == len(findings)


@pytest.mark.parametrize("case", cases())
def test_records_that_are_at_fault_are_not_handed_on(tmp_path: Path, case: str) -> None:
    found = checked(case, tmp_path)
    good = {document.path for document in found.documents}
    forms = {path for path in good if path.endswith("/forme.yml")}
    assert has_errors(found.findings)
    assert forms == set()
    assert "lexicon/aller-vers.yml" in good


def test_the_schemas_may_lie_elsewhere(tmp_path: Path) -> None:
    for path in SCHEMAS.glob("*.json"):
        stricter = path.read_text("utf-8").replace('"finding": "bad-colour"', '"maxLength": 6')
        (tmp_path / path.name).write_text(stricter, "utf-8")
    (finding,) = check_folder(VALID, TODAY, tmp_path).findings
    assert (finding.path, finding.code) == ("devices/relais.yml", "too-long")
