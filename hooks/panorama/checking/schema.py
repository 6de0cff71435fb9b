"""Shape of one document, by JSON Schema 2020-12; each error becomes a finding with its place."""

from __future__ import annotations

import difflib
import functools
import json
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

from panorama.checking.formats import FORMATS
from panorama.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from jsonschema import ValidationError

    from panorama.findings import Position
    from panorama.reading.records import Document

Schema = dict[str, Any]
LANGUAGES = ("fr", "nl")
_UNSAFE = ("javascript:", "data:", "vbscript:", "file:")
_JSON_TYPES = {dict: "object", list: "array", str: "text", bool: "boolean", int: "number"}


@functools.cache
def validators(schemas: Path) -> dict[str, Draft202012Validator]:
    """One validator a kind of record, of the schemas in a folder."""
    common = json.loads((schemas / "common.schema.json").read_text("utf-8"))["$defs"]
    found = {}
    for path in sorted(schemas.glob("*.schema.json")):
        kind = path.name.removesuffix(".schema.json")
        if kind != "common":
            schema = inlined(json.loads(path.read_text("utf-8")), common)
            found[kind] = Draft202012Validator(schema, format_checker=FORMATS)
    return found


def inlined(schema: Any, common: Schema) -> Any:
    """A schema with its references to the common shapes written out.

    Resolving references costs half the time of a check; none of the shapes is recursive.
    """
    if isinstance(schema, list):
        return [inlined(part, common) for part in schema]
    if not isinstance(schema, dict):
        return schema
    reference = schema.get("$ref")
    if isinstance(reference, str):
        return inlined(common[reference.rpartition("/")[2]], common)
    return {key: inlined(part, common) for key, part in schema.items()}


def schema_findings(document: Document, validator: Draft202012Validator) -> Iterator[Finding]:
    """All that is wrong with the shape of a document."""
    for error in validator.iter_errors(document.value):
        yield from _FINDERS.get(str(error.validator), _other)(document, error)


def suggestion(word: object, known: Iterable[str]) -> dict[str, str]:
    """Details with the nearest known word, where one is near enough to be meant."""
    near = difflib.get_close_matches(str(word).lower(), list(known), n=1, cutoff=0.6)
    return {"suggestion": near[0]} if near else {}


def _place(document: Document, error: ValidationError) -> Position:
    return document.values.at(tuple(error.absolute_path))


def _field(error: ValidationError) -> str:
    return ".".join(str(part) for part in error.absolute_path) or "–"


def _unknown_keys(document: Document, error: ValidationError) -> Iterator[Finding]:
    known = error.schema["properties"]
    for key in error.instance:
        if key not in known:
            place = document.values.at_key((*error.absolute_path, key))
            free = [name for name in known if name not in error.instance]
            details = {"key": key, "known": ", ".join(known), **suggestion(key, free)}
            yield Finding(document.path, place, "unknown-key", details)


def _missing_keys(document: Document, error: ValidationError) -> Iterator[Finding]:
    place = document.values.at_key(tuple(error.absolute_path))
    for key in error.validator_value:
        if key in error.instance:
            continue
        if key in LANGUAGES and set(error.validator_value) == set(LANGUAGES):
            code, details = "missing-language", {"language": key, "field": _field(error)}
        else:
            code, details = "missing-key", {"key": key, "field": _field(error)}
        yield Finding(document.path, place, code, details)


def _wrong_type(document: Document, error: ValidationError) -> Iterator[Finding]:
    if error.instance is None:
        code, details = "empty-value", {"field": _field(error)}
    else:
        found = _JSON_TYPES.get(type(error.instance), "number")
        expected = {"string": "text", "integer": "number"}.get(str(error.validator_value))
        code = "wrong-type"
        details = {
            "field": _field(error),
            "expected": expected or str(error.validator_value),
            "found": found,
        }
    yield Finding(document.path, _place(document, error), code, details)


def _not_listed(document: Document, error: ValidationError) -> Iterator[Finding]:
    words = [str(word) for word in error.validator_value]
    details = {
        "value": str(error.instance)[:60],
        "known": ", ".join(words),
        **suggestion(error.instance, words),
    }
    yield Finding(document.path, _place(document, error), "not-in-list", details)


def _repeated(document: Document, error: ValidationError) -> Iterator[Finding]:
    for index, item in enumerate(error.instance):
        if item in error.instance[:index]:
            place = document.values.at((*error.absolute_path, index))
            yield Finding(document.path, place, "repeated-item", {"field": _field(error)})


def _named(document: Document, error: ValidationError) -> Iterator[Finding]:
    """A keyword whose schema says, under `finding`, which sentence tells of it."""
    code = error.schema.get("finding", "bad-value")
    value = str(error.instance)
    if code == "bad-url" and value.strip().lower().startswith(_UNSAFE):
        code = "unsafe-url"
    details = {"field": _field(error), "value": value[:60]}
    yield Finding(document.path, _place(document, error), code, details)


def _limit(code: str) -> Callable[[Document, ValidationError], Iterator[Finding]]:
    def finder(document: Document, error: ValidationError) -> Iterator[Finding]:
        details = {"field": _field(error), "limit": str(error.validator_value)}
        yield Finding(document.path, _place(document, error), code, details)

    return finder


def _other(document: Document, error: ValidationError) -> Iterator[Finding]:
    details = {"field": _field(error), "value": str(error.instance)[:60]}
    yield Finding(document.path, _place(document, error), "bad-value", details)


_FINDERS: dict[str, Callable[[Document, ValidationError], Iterator[Finding]]] = {
    "additionalProperties": _unknown_keys,
    "required": _missing_keys,
    "type": _wrong_type,
    "enum": _not_listed,
    "uniqueItems": _repeated,
    "pattern": _named,
    "format": _named,
    "minProperties": _named,
    "minLength": _limit("empty-text"),
    "maxLength": _limit("too-long"),
    "minItems": _limit("too-few"),
    "minimum": _limit("too-small"),
    "maximum": _limit("too-large-number"),
}
