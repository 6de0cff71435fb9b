"""From an error of JSON Schema to what an editor is told."""

from __future__ import annotations

import pytest

from panorama.checking.schema import inlined, schema_findings, suggestion, validators
from panorama.paths import SCHEMAS
from panorama.reading.records import Kind, read_document
from tests.checking.golden import VALID

KINDS: dict[str, Kind] = {
    "sources/rapport.yml": "source",
    "devices/relais.yml": "device",
    "organisations/maison.yml": "organisation",
}
Found = tuple[str, dict[str, str]]


def found(path: str, written: str, instead: str) -> list[Found]:
    """Codes and details, once a part of a valid record is written otherwise."""
    text = (VALID / path).read_text("utf-8")
    assert text.count(written) == 1
    document, _ = read_document(path, KINDS[path], text.replace(written, instead).encode())
    assert document is not None
    validator = validators(SCHEMAS)[document.kind]
    return [(finding.code, finding.details) for finding in schema_findings(document, validator)]


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("javascript:alert(1)", "unsafe-url"),
        ("JAVASCRIPT:alert(1)", "unsafe-url"),
        ("' javascript:alert(1)'", "unsafe-url"),
        ("data:text/html,a", "unsafe-url"),
        ("vbscript:a", "unsafe-url"),
        ("file:///etc/passwd", "unsafe-url"),
        ("ftp://example.be", "bad-url"),
        ("example.be", "bad-url"),
        ("https://user@example.be", "bad-url"),
    ],
)
def test_an_address_that_runs_code_is_told_apart(address: str, code: str) -> None:
    value = {"field": "url", "value": address.strip("'")}
    assert found("sources/rapport.yml", "https://example.be/rapport", address) == [(code, value)]


@pytest.mark.parametrize(
    ("number", "is_good"),
    [
        ("02 880 29 80", True),
        ("0800 35 243", True),
        ("0479 24 22 79", True),
        ("+32 2 880 29 80", True),
        ("'112'", True),
        ("'1733'", True),
        ("02 12", False),
        ("02 880 29", False),
        ("'12'", False),
        ("028802980", False),
        ("02 880 29 80 80 80", False),
    ],
)
def test_a_number_is_whole_and_in_groups(number: str, is_good: bool) -> None:  # noqa: FBT001
    details = {"field": "contacts.phone", "value": number.strip("'")}
    wrong = [] if is_good else [("bad-phone", details)]
    assert found("organisations/maison.yml", "02 123 45 67", number) == wrong


@pytest.mark.parametrize(
    ("written", "instead", "details"),
    [
        ("missing: true", "missing: false", "false"),
        ("missing: true", "missing: [é, 1]", '["é", 1]'),
        ("missing: true", "missing: {fr: é}", '{"fr": "é"}'),
        ("missing: true", "missing: " + "é" * 61, "é" * 60),
    ],
)
def test_a_value_is_shown_as_it_is_written_and_not_too_long(
    written: str, instead: str, details: str
) -> None:
    field = "comparison.presentation.items.1.missing"
    assert found("devices/relais.yml", written, instead) == [
        ("bad-value", {"field": field, "value": details})
    ]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        ("2024", []),
        ("2024.0", [("wrong-type", "integer", "number")]),
        ("true", [("wrong-type", "integer", "boolean")]),
        ("[2024]", [("wrong-type", "integer", "array")]),
        ("{a: 1}", [("wrong-type", "integer", "object")]),
    ],
)
def test_a_whole_number_is_written_without_a_point(
    year: str, expected: list[tuple[str, str, str]]
) -> None:
    said = found("sources/rapport.yml", "year: 2024", f"year: {year}")
    assert [(code, said["expected"], said["found"]) for code, said in said] == expected


@pytest.mark.parametrize(
    ("path", "field", "code"),
    [
        ("devices/relais.yml", "kind: core", "empty-value"),
        ("devices/relais.yml", "order: 1", "empty-value"),
        ("devices/relais.yml", "pattern: dots", "empty-value"),
        ("devices/relais.yml", 'colour: "#811736"', "empty-value"),
        ("devices/relais.yml", "terms: [aller-vers]", "empty-value"),
        ("devices/relais.yml", "abbreviation: {fr: RdQ, nl: WR}", "empty-value"),
        ("devices/relais.yml", "missing: true", "empty-value"),
        ("devices/relais.yml", "until: 2030", "empty-value"),
        ("devices/relais.yml", "funded_by: unknown", "empty-or-unknown"),
        ("sources/rapport.yml", "year: 2024", "empty-or-unknown"),
        ("sources/rapport.yml", "publisher: unknown", "empty-or-unknown"),
        ("sources/rapport.yml", "subject: outreach", "empty-value"),
    ],
)
def test_a_field_without_a_value_is_said_to_be_empty(path: str, field: str, code: str) -> None:
    name = field.partition(":")[0]
    (said,) = found(path, f"{field}\n", f"{name}:\n")
    assert (said[0], said[1]["field"].rpartition(".")[2]) == (code, name)


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("Core", {"suggestion": "core"}),
        ("cor", {"suggestion": "core"}),
        ("otehr", {"suggestion": "other"}),
        ("noyau", {}),
        ("", {}),
        (12, {}),
    ],
)
def test_a_near_word_is_suggested(word: object, near: dict[str, str]) -> None:
    assert suggestion(word, ["core", "other"]) == near


def test_references_are_written_out_and_line_ends_count() -> None:
    common = {
        "id": {"type": "string", "pattern": "^[a-z]+$"},
        "ids": {"items": {"$ref": "#/$defs/id"}},
    }
    schema = {"anyOf": [{"$ref": "common.schema.json#/$defs/ids"}], "pattern": {"pattern": "$a"}}
    assert inlined(schema, common) == {
        "anyOf": [{"items": {"type": "string", "pattern": r"^[a-z]+\Z"}}],
        "pattern": {"pattern": "$a"},
    }
