"""Shape of one document, by JSON Schema 2020-12; each error becomes a finding with its place."""

from __future__ import annotations

import difflib
import functools
import json
import re
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator
from jsonschema.validators import extend

from panorama.checking.formats import FORMATS
from panorama.findings import Finding
from panorama.model.records import MISSING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from panorama.findings import Position
    from panorama.reading.records import Document

Schema = dict[str, Any]
Error = Any  # jsonschema.ValidationError, whose attributes its stubs type as perhaps not set
LANGUAGES = ("fr", "nl")
_UNSAFE = ("javascript:", "data:", "vbscript:", "file:")
_DATES = ("bad-date", "bad-day")  # which quotes do not mend
_JSON_TYPES = {dict: "object", list: "array", str: "text", bool: "boolean", int: "number"}
UNKNOWN = MISSING[0]
_WORDS = re.compile(rf"(?<=[(|])(?:{'|'.join(MISSING)})(?=[)|])")  # in a pattern
_SHOWN = 60  # characters of a value that a message repeats

# JSON Schema takes 1.0 for an integer; what reads the checked values does not.
_Validator = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine(
        "integer", lambda _, value: isinstance(value, int) and not isinstance(value, bool)
    ),
)


@functools.cache
def validators(schemas: Path) -> dict[str, Draft202012Validator]:
    """One validator a kind of record, of the schemas in a folder."""
    common = json.loads((schemas / "common.schema.json").read_text("utf-8"))["$defs"]
    found = {}
    for path in sorted(schemas.glob("*.schema.json")):
        kind = path.name.removesuffix(".schema.json")
        if kind != "common":
            schema = inlined(json.loads(path.read_text("utf-8")), common)
            found[kind] = _Validator(schema, format_checker=FORMATS)
    return found


def inlined(schema: Any, common: Schema) -> Any:
    r"""A schema with its references to the common shapes written out.

    Resolving references costs half the time of a check; none of the shapes is recursive. A `$`
    becomes Python's `\Z`: in JSON Schema it does not stand before a last line break. What stands
    beside a reference, such as a description, goes before what the common shape says.
    """
    if isinstance(schema, list):
        return [inlined(part, common) for part in schema]
    if not isinstance(schema, dict):
        return schema
    reference = schema.get("$ref")
    if isinstance(reference, str):
        beside = {key: part for key, part in schema.items() if key != "$ref"}
        return inlined({**common[reference.rpartition("/")[2]], **beside}, common)
    found = {key: inlined(part, common) for key, part in schema.items()}
    pattern = found.get("pattern")
    if isinstance(pattern, str) and pattern.endswith("$"):
        found["pattern"] = pattern[:-1] + r"\Z"
    return found


def schema_findings(document: Document, validator: Draft202012Validator) -> Iterator[Finding]:
    """All that is wrong with the shape of a document."""
    for error in validator.iter_errors(document.value):
        if error.instance is None:
            yield _empty(document, error, validator.schema)
        else:
            yield from _FINDERS.get(str(error.validator), _other)(document, error)


def suggestion(word: object, known: Iterable[str]) -> dict[str, str]:
    """Details with the nearest known word, where one is near enough to be meant."""
    spelt = {name.lower(): name for name in known}
    near = difflib.get_close_matches(str(word).lower(), spelt, n=1, cutoff=0.6)
    return {"suggestion": spelt[near[0]]} if near else {}


def _place(document: Document, error: Error) -> Position:
    return document.values.at(tuple(error.absolute_path))


def _field(error: Error) -> str:
    return ".".join(str(part) for part in error.absolute_path) or "–"


def _value(error: Error) -> str:
    """The start of a value, as it is written in a file."""
    value = error.instance
    return (value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))[:_SHOWN]


def missing_words(schema: Schema) -> tuple[str, ...]:
    """The words for what is not known or does not apply that a field takes instead of a value."""
    core = schema.get("else", schema)
    said = (*schema.get("then", {}).get("enum", ()), *_WORDS.findall(core.get("pattern", "")))
    return MISSING if core.get("format") == "web-address-or-missing" else said


def _empty(document: Document, error: Error, schema: Any) -> Finding:
    """A value that is not there; where it may be said to be unknown, that is proposed."""
    *around, last, _ = error.absolute_schema_path
    for step in around if last == "else" else (*around, last):
        schema = schema[step]
    code, details = "empty-value", {"field": _field(error)}
    if UNKNOWN in missing_words(schema):
        code, details = "empty-or-unknown", {**details, "unknown": UNKNOWN}
    return Finding(document.path, _place(document, error), code, details)


def _blank(document: Document, error: Error) -> Iterator[Finding]:
    yield Finding(document.path, _place(document, error), "empty-text", {"field": _field(error)})


def _unknown_keys(document: Document, error: Error) -> Iterator[Finding]:
    known = error.schema["properties"]
    for key in error.instance:
        if key not in known:
            place = document.values.at_key((*error.absolute_path, key))
            free = [name for name in known if name not in error.instance]
            details = {"key": key, "known": ", ".join(known), **suggestion(key, free)}
            yield Finding(document.path, place, "unknown-key", details)


def _missing_keys(document: Document, error: Error) -> Iterator[Finding]:
    place = document.values.at_key(tuple(error.absolute_path))
    for key in error.validator_value:
        if key in error.instance:
            continue
        if key in LANGUAGES and set(error.validator_value) == set(LANGUAGES):
            code, details = "missing-language", {"language": key, "field": _field(error)}
        else:
            code, details = "missing-key", {"key": key, "field": _field(error)}
        yield Finding(document.path, place, code, details)


def _wrong_type(document: Document, error: Error) -> Iterator[Finding]:
    wanted = "string" if error.validator == "enum" else str(error.validator_value)
    if wanted == "string" and isinstance(error.instance, int | float):  # 02 or true, unquoted
        named = error.schema.get("finding")
        code = named if named in _DATES else "unquoted"
        details = {"field": _field(error), "value": _value(error)}
        yield Finding(document.path, _place(document, error), code, details)
        return
    details = {
        "field": _field(error),
        "expected": {"string": "text"}.get(wanted, wanted),
        "found": _JSON_TYPES.get(type(error.instance), "number"),
    }
    yield Finding(document.path, _place(document, error), "wrong-type", details)


def _not_listed(document: Document, error: Error) -> Iterator[Finding]:
    if not isinstance(error.instance, str):  # such as 0.5, where the word "0.5" is meant
        yield from _wrong_type(document, error)
        return
    words = [str(word) for word in error.validator_value]
    details = {
        "value": _value(error),
        "known": ", ".join(words),
        **suggestion(error.instance, words),
    }
    yield Finding(document.path, _place(document, error), "not-in-list", details)


def _repeated(document: Document, error: Error) -> Iterator[Finding]:
    for index, item in enumerate(error.instance):
        if item in error.instance[:index]:
            place = document.values.at((*error.absolute_path, index))
            yield Finding(document.path, place, "repeated-item", {"field": _field(error)})


def _named(document: Document, error: Error) -> Iterator[Finding]:
    """A keyword whose schema says, under `finding`, which sentence tells of it."""
    code = error.schema.get("finding", "bad-value")
    value = _value(error)
    if code == "bad-line" and not value.strip():
        yield from _blank(document, error)
        return
    if code == "bad-url" and value.strip().lower().startswith(_UNSAFE):
        code = "unsafe-url"
    details = {"field": _field(error), "value": value}
    yield Finding(document.path, _place(document, error), code, details)


def _limit(code: str) -> Callable[[Document, Error], Iterator[Finding]]:
    def finder(document: Document, error: Error) -> Iterator[Finding]:
        details = {"field": _field(error), "limit": str(error.validator_value)}
        yield Finding(document.path, _place(document, error), code, details)

    return finder


def _other(document: Document, error: Error) -> Iterator[Finding]:
    details = {"field": _field(error), "value": _value(error)}
    yield Finding(document.path, _place(document, error), "bad-value", details)


_FINDERS: dict[str, Callable[[Document, Error], Iterator[Finding]]] = {
    "additionalProperties": _unknown_keys,
    "required": _missing_keys,
    "type": _wrong_type,
    "enum": _not_listed,
    "uniqueItems": _repeated,
    "pattern": _named,
    "format": _named,
    "minProperties": _named,
    "maxProperties": _named,
    "minLength": _blank,
    "maxLength": _limit("too-long"),
    "minItems": _limit("too-few"),
    "minimum": _limit("too-small"),
    "maximum": _limit("too-large-number"),
}
