"""YAML as it is written, with the place of every key and value."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from panorama.findings import Position
from panorama.reading.text import CONTROL, INVISIBLE
from panorama.reading.yaml_values import MAX_DEPTH, KeyPath, Values, parse

Found = tuple[int, int, str, dict[str, str]]


def values(text: str) -> Values:
    """The values of a text that has nothing wrong with it."""
    read, findings = parse("x.yml", text)
    assert findings == []
    assert read is not None
    return read


def refusals(text: str) -> list[Found]:
    """Line, column, code and details of everything that is wrong with a text."""
    read, findings = parse("x.yml", text)
    assert read is None
    assert {finding.path for finding in findings} == {"x.yml"}
    assert {finding.severity for finding in findings} == {"error"}
    return [
        (finding.position.line, finding.position.column, finding.code, finding.details)
        for finding in findings
    ]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        # words that YAML 1.1 turns into something else
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("off", "off"),
        ("y", "y"),
        ("True", "True"),
        ("NULL", "NULL"),
        ("12:30", "12:30"),
        ("190:20:30", "190:20:30"),
        ("0470123456", "0470123456"),
        ("010", "010"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("0b11", "0b11"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        (".5", ".5"),
        ("5.", "5."),
        ("+1", "+1"),
        ("-0", "-0"),
        ("00", "00"),
        ("2025-06-30", "2025-06-30"),
        ("2025-06", "2025-06"),
        ("2025-06-30 12:30:00", "2025-06-30 12:30:00"),
        ("2024/2025", "2024/2025"),
        ("=", "="),
        ("1,5", "1,5"),
        ("02 123 45 67", "02 123 45 67"),
        ("l’été, où ?", "l’été, où ?"),
        # the few that are no text
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("7", 7),
        ("-12", -12),
        ("2025", 2025),
        ("123456789012345", 123456789012345),
        ("0.5", 0.5),
        ("2.10", 2.1),
        ("-0.25", -0.25),
        ("50.846731234567", 50.846731234567),
        # longer than what a number holds
        ("1234567890123456", "1234567890123456"),
        ("9" * 5000, "9" * 5000),
        ("9" * 400 + ".0", "9" * 400 + ".0"),
        # quoted and block texts are texts
        ('"true"', "true"),
        ("'~'", "~"),
        ('""', ""),
        ('"21001"', "21001"),
        ("'l''eau'", "l'eau"),
        ('"a\\tb\\u00e9\\n"', "a\tbé\n"),
        ("|\n  7\n", "7\n"),
        ("|-\n  un\n\n  deux\n", "un\n\ndeux"),
        (">-\n  un\n  deux\n", "un deux"),
        # lists and fields
        ("[]", []),
        ("{}", {}),
        ("[no, 1, [~]]", ["no", 1, [None]]),
        ("{a: 1, b: {c: on}}", {"a": 1, "b": {"c": "on"}}),
        ("x # a comment", "x"),
        ("a#b", "a#b"),
    ],
)
def test_a_value_stays_as_it_is_written(written: str, value: object) -> None:
    read = values(f"a: {written}\n").value["a"]
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("key", "read"),
    [("no", "no"), ("1", "1"), ("12:30", "12:30"), ("null", "null"), ("~", "~"), ("<<", "<<")],
)
def test_a_key_is_always_a_text(key: str, read: str) -> None:
    assert values(f"{key}: x\n").value == {read: "x"}


PLACES = """\
# été
id: x
names: {fr: à côté, nl: é}
list:
  - un
  - a: "é\U0001f33f"
    b: [é, [deux]]
text: |-
  bloc
"é è": {}
"""


@pytest.mark.parametrize("text", [PLACES, PLACES.replace("\n", "\r\n")], ids=["lf", "crlf"])
@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), (2, 1), (2, 1)),
        (("id",), (2, 5), (2, 1)),
        (("names",), (3, 8), (3, 1)),
        (("names", "fr"), (3, 13), (3, 9)),
        (("names", "nl"), (3, 25), (3, 21)),
        (("list",), (5, 3), (4, 1)),
        (("list", 0), (5, 5), (5, 5)),
        (("list", 1), (6, 5), (6, 5)),
        (("list", 1, "a"), (6, 8), (6, 5)),
        (("list", 1, "b", 0), (7, 9), (7, 9)),
        (("list", 1, "b", 1, 0), (7, 13), (7, 13)),
        (("text",), (8, 7), (8, 1)),
        (("é è",), (10, 8), (10, 1)),
    ],
)
def test_places_count_characters_from_one(
    text: str, path: KeyPath, value: tuple[int, int], key: tuple[int, int]
) -> None:
    read = values(text)
    assert read.at(path) == Position(*value)
    assert read.at_key(path) == Position(*key)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("names", "en"), (3, 8)),
        (("list", 1, "c", "d", 4), (6, 5)),
        (("nowhere",), (2, 1)),
    ],
)
def test_what_is_not_there_has_the_place_of_what_is_around_it(
    path: KeyPath, place: tuple[int, int]
) -> None:
    read = values(PLACES)
    assert read.at(path) == Position(*place)
    assert read.at_key(path) == Position(*place)


def test_values_without_places_stand_at_the_start() -> None:
    assert Values({}).at(("a",)) == Position(1, 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # double keys
        ("a: 1\nb: 2\na: 3\n", [(3, 1, "duplicate-key", {"key": "a", "line": "1"})]),
        (
            "a: 1\na: 2\na: 3\n",
            [(n, 1, "duplicate-key", {"key": "a", "line": "1"}) for n in (2, 3)],
        ),
        (
            "é:\n  - x: {fr: à, nl: b, fr: c}\n",
            [(2, 23, "duplicate-key", {"key": "fr", "line": "2"})],
        ),
        ('a: 1\n"a": 2\n', [(2, 1, "duplicate-key", {"key": "a", "line": "1"})]),
        # what a record has no use for
        ("a: &x 1\n", [(1, 4, "anchor", {"name": "x"})]),
        ("a: &x\n  b: 1\n", [(1, 4, "anchor", {"name": "x"})]),
        ("- &x é\n", [(1, 3, "anchor", {"name": "x"})]),
        ("&x a: 1\n", [(1, 1, "anchor", {"name": "x"})]),
        ("a: *x\n", [(1, 4, "alias", {"name": "x"})]),
        (
            "a: &x [1]\nb: [é, *x]\n",
            [(1, 4, "anchor", {"name": "x"}), (2, 8, "alias", {"name": "x"})],
        ),
        ("a: !x 1\n", [(1, 4, "tag", {"name": "!x"})]),
        ("a: ! x\n", [(1, 4, "tag", {"name": "!"})]),
        ("a: !!str 1\n", [(1, 4, "tag", {"name": "tag:yaml.org,2002:str"})]),
        (
            "a: &x !y {}\n",
            [(1, 4, "anchor", {"name": "x"}), (1, 4, "tag", {"name": "!y"})],
        ),
        ("a: 1\n---\nb: 2\n---\n", [(2, 1, "second-document", {}), (4, 1, "second-document", {})]),
        ("? [a]\n: 1\n", [(1, 3, "bad-key", {})]),
        ("b: {{a: 1}: 2}\n", [(1, 5, "bad-key", {})]),
        # nothing
        ("", [(1, 1, "empty-file", {})]),
        ("\n\n# été\n", [(1, 1, "empty-file", {})]),
        ("---\n", [(1, 1, "empty-file", {})]),
        ("~\n", [(1, 1, "empty-file", {})]),
    ],
)
def test_what_is_not_admitted_is_found_where_it_stands(text: str, found: list[Found]) -> None:
    assert refusals(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("fr: Ceci : cela\n", (1, 10, "yaml-colon")),
        ("été: à\n  nl: b\n", (2, 5, "yaml-colon")),
        ("a: 1\nété\nb: 2\n", (2, 1, "yaml-missing-colon")),
        ("a: 1\nb", (2, 1, "yaml-missing-colon")),
        ('a: 1\nfr: "été\nnl: b\n', (2, 5, "yaml-unclosed")),
        ("fr: 'été\n", (1, 5, "yaml-unclosed")),
        ("a: [é, b\nc: d\n", (2, 2, "yaml-bracket")),
        ("a: {é: b, c: [d}\n", (1, 16, "yaml-bracket")),
        ("a: [é,\n  b\n", (1, 4, "yaml-bracket")),
        ("a: {fr: b\n", (1, 4, "yaml-bracket")),
        ("a: [,]\n", (1, 5, "yaml-bracket")),
        ("a:\n    fr: b\n  nl: c\n", (3, 3, "yaml-indent")),
        ("  a: b\nc: d\n", (2, 1, "yaml-indent")),
        ("- a\nb: c\n", (2, 1, "yaml-indent")),
        ("é: @b\n", (1, 4, "yaml-character")),
        ("é: `b`\n", (1, 4, "yaml-character")),
        ("é: %b\n", (1, 4, "yaml-character")),
        ("é: *b*\n", (1, 4, "yaml-character")),
        ("é: & b\n", (1, 4, "yaml-character")),
        ('é: "C:\\Users"\n', (1, 9, "yaml-escape")),
        ('é: "\\q"\n', (1, 5, "yaml-escape")),
        ('é: "\\xZZ"\n', (1, 7, "yaml-escape")),
        ('é: "\\ud800"\n', (1, 7, "yaml-escape")),
        ('é: "b" c\n', (1, 8, "yaml-syntax")),
        ("é: 'l'eau\n", (1, 7, "yaml-syntax")),
        ("é: ]\n", (1, 4, "yaml-syntax")),
        ("é: - b\n", (1, 4, "yaml-syntax")),
        ("é: !<b c\n", (1, 7, "yaml-syntax")),
        ("%YAML 2.0\n---\na: b\n", (1, 1, "yaml-syntax")),
    ],
)
def test_a_mistake_of_writing_has_its_sentence_and_place(
    text: str, found: tuple[int, int, str]
) -> None:
    assert refusals(text) == [(*found, {})]


@pytest.mark.parametrize(
    ("escape", "code", "character"),
    [
        ("\\0", "control-character", "U+0000"),
        ("\\e", "control-character", "U+001B"),
        ("\\r", "control-character", "U+000D"),
        ("\\N", "control-character", "U+0085"),
        ("\\L", "control-character", "U+2028"),
        ("\\x7f", "control-character", "U+007F"),
        ("\\uffff", "control-character", "U+FFFF"),
        ("\\u00ad", "invisible-character", "U+00AD"),
        ("\\u034f", "invisible-character", "U+034F"),
        ("\\u115f", "invisible-character", "U+115F"),
        ("\\u200b", "invisible-character", "U+200B"),
        ("\\u202e", "invisible-character", "U+202E"),
        ("\\u2066", "invisible-character", "U+2066"),
        ("\\u3164", "invisible-character", "U+3164"),
        ("\\ufeff", "invisible-character", "U+FEFF"),
        ("\\U000e0041", "invisible-character", "U+E0041"),
    ],
)
def test_an_escape_does_not_hide_a_character(escape: str, code: str, character: str) -> None:
    details = {"character": character}
    assert refusals(f'é: ["b{escape}"]\n') == [(1, 5, code, details)]
    assert refusals(f'é: {{"b{escape}": c}}\n') == [(1, 5, code, details)]


def test_every_other_character_can_be_read() -> None:
    signs = (chr(number) for number in range(0x21, sys.maxunicode + 1))
    text = "".join(
        sign
        for sign in signs
        if not ("\ud800" <= sign <= "\udfff" or CONTROL.match(sign) or INVISIBLE.match(sign))
    )
    assert values("|\n  " + text).value == text


def nested(depth: int) -> str:
    """Lists in lists."""
    return "[" * depth + "]" * depth


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (nested(MAX_DEPTH + 1), (1, 9)),
        ("&x " + nested(MAX_DEPTH + 1), (1, 12)),
        ("a: " + nested(MAX_DEPTH), (1, 11)),
        ("{a: " * (MAX_DEPTH + 1) + "}" * (MAX_DEPTH + 1), (1, 33)),
        (
            "".join("  " * level + "a:\n" for level in range(MAX_DEPTH + 1)) + "  " * 9 + "1",
            (9, 17),
        ),
        (nested(30_000), (1, 9)),
        ("- " * 30_000, (1, 17)),
        ("? " * 30_000, (1, 17)),
        ("a: " + "[" * 30_000, (1, 11)),
        ("{a: " * 30_000, (1, 33)),
    ],
    ids=[
        *("lists", "anchored", "list in field", "fields", "block"),
        *("many lists", "many dashes", "many keys", "open lists", "open fields"),
    ],
)
def test_more_than_eight_levels_are_refused(text: str, place: tuple[int, int]) -> None:
    assert refusals(text)[-1] == (*place, "too-deep", {"limit": "8"})


def test_eight_levels_are_read() -> None:
    value: Any = values(nested(MAX_DEPTH)).value
    for _ in range(MAX_DEPTH - 1):
        (value,) = value
    assert value == []
