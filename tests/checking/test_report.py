"""Findings as text, JSON and GitHub annotations."""

from __future__ import annotations

import json

import pytest

from panorama.checking.report import Language, as_github, as_json, as_text, sentence
from panorama.findings import Finding, Position, has_errors, ordered

PLAIN = Finding("devices/a.yml", Position(3, 7), "tab")
WARNING = Finding("ui.yml", Position(12, 1), "same-text", {}, "warning")
SUGGESTED = Finding(
    "lexicon/b.yml",
    Position(1, 5),
    "unknown-reference",
    {"id": "rask", "kind": "device", "suggestion": "raq"},
)
SAME_FR = "Le texte est le même en français et en néerlandais : la traduction manque sans doute."
SAME_NL = "De tekst is dezelfde in het Frans en het Nederlands: wellicht ontbreekt de vertaling."


def named(value: str, path: str = "a.yml") -> Finding:
    """A finding that repeats a value."""
    return Finding(path, Position(), "bad-colour", {"value": value})


@pytest.mark.parametrize(
    ("finding", "place", "fr", "nl"),
    [
        (
            PLAIN,
            "data/devices/a.yml:3:7: error [tab] ",
            "Une tabulation se trouve ici ; utilisez des espaces.",
            "Hier staat een tab; gebruik spaties.",
        ),
        (WARNING, "data/ui.yml:12:1: warning [same-text] ", SAME_FR, SAME_NL),
        (
            SUGGESTED,
            "data/lexicon/b.yml:1:5: error [unknown-reference] ",
            "« rask » ne désigne aucune fiche (dispositif). Vouliez-vous dire « raq » ?",
            "‘rask’ verwijst naar geen enkele fiche (dispositief). Bedoelde u ‘raq’?",
        ),
    ],
    ids=["error", "warning", "suggestion"],
)
def test_text_says_place_kind_and_sentence(finding: Finding, place: str, fr: str, nl: str) -> None:
    assert as_text([finding], "data/", "fr") == place + fr
    assert as_text([finding], "data/", "nl") == place + nl


def test_text_has_one_line_a_finding() -> None:
    lines = as_text([PLAIN, WARNING, SUGGESTED], "data/", "fr").split("\n")
    assert lines == [as_text([finding], "data/", "fr") for finding in (PLAIN, WARNING, SUGGESTED)]


def test_json_has_one_object_a_finding() -> None:
    assert json.loads(as_json([PLAIN, WARNING, SUGGESTED], "./", "fr")) == [
        {
            "path": "devices/a.yml",
            "line": 3,
            "column": 7,
            "severity": "error",
            "code": "tab",
            "message": "Une tabulation se trouve ici ; utilisez des espaces.",
            "suggestion": None,
        },
        {
            "path": "ui.yml",
            "line": 12,
            "column": 1,
            "severity": "warning",
            "code": "same-text",
            "message": SAME_FR,
            "suggestion": None,
        },
        {
            "path": "lexicon/b.yml",
            "line": 1,
            "column": 5,
            "severity": "error",
            "code": "unknown-reference",
            "message": "« rask » ne désigne aucune fiche (dispositif). Vouliez-vous dire « raq » ?",
            "suggestion": "raq",
        },
    ]


@pytest.mark.parametrize("value", ['"', "\\", "é", "\n", "</script>", "{id}", "\U0001f33f"])
def test_json_stays_json_whatever_a_value_holds(value: str) -> None:
    (row,) = json.loads(as_json([named(value)], "", "nl"))
    assert row["message"] == f'‘{value}’ is geen kleur van de vorm "#811736".'.replace("\n", " ")


@pytest.mark.parametrize(
    ("finding", "root", "line"),
    [
        (
            PLAIN,
            "data/",
            (
                "::error file=data/devices/a.yml,line=3,col=7,title=tab"
                "::Hier staat een tab; gebruik spaties."
            ),
        ),
        (
            WARNING,
            "",
            "::warning file=ui.yml,line=12,col=1,title=same-text::" + SAME_NL,
        ),
        (
            named("a,b:c", "50%,a:b\r\nc.yml"),
            "D:/data/",
            (
                "::error file=D%3A/data/50%25%2Ca%3Ab%0D%0Ac.yml,line=1,col=1,title=bad-colour"
                '::‘a,b:c’ is geen kleur van de vorm "#811736".'
            ),
        ),
        (
            named("100%\r%0A::error::x"),
            "",
            (
                "::error file=a.yml,line=1,col=1,title=bad-colour"
                '::‘100%25%0D%250A::error::x’ is geen kleur van de vorm "#811736".'
            ),
        ),
    ],
    ids=["error", "warning", "path", "message"],
)
def test_github_annotations_are_escaped(finding: Finding, root: str, line: str) -> None:
    assert as_github([finding], root, "nl") == line


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_a_value_cannot_start_a_line_of_its_own(language: Language) -> None:
    finding = named("x\n::error::y")
    assert "x ::error::y" in sentence(finding, language)
    assert len(as_text([finding], "", language).splitlines()) == 1
    assert len(as_github([finding], "", language).splitlines()) == 1


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_braces_in_a_value_are_only_text(language: Language) -> None:
    assert "{value.__class__} {0}" in sentence(named("{value.__class__} {0}"), language)


@pytest.mark.parametrize(
    ("report", "text"), [(as_text, ""), (as_json, "[]"), (as_github, "")], ids=lambda _: ""
)
def test_nothing_found_is_an_empty_report(report: type, text: str) -> None:
    assert report([], "data/", "fr") == text


def test_findings_stand_once_by_file_then_place_then_kind() -> None:
    first = Finding("a.yml", Position(2, 9), "tab")
    found = [
        Finding("b.yml", Position(1, 1), "tab"),
        Finding("a.yml", Position(10, 1), "tab"),
        named("b"),
        Finding("a.yml", Position(2, 9), "anchor", {"name": "x"}),
        first,
        named("a"),
        Finding("a.yml", Position(2, 9), "tab", {}),
        named("b"),
    ]
    assert ordered(found) == [named("a"), named("b"), found[3], first, found[1], found[0]]


@pytest.mark.parametrize(
    ("findings", "bad"),
    [([], False), ([WARNING], False), ([WARNING, PLAIN], True)],
    ids=["nothing", "a warning", "an error"],
)
def test_only_errors_stand_in_the_way(findings: list[Finding], *, bad: bool) -> None:
    assert has_errors(findings) is bad
