"""A value of a record in the words of the site, on one line: names for ids, words for codes."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING, Any

from panorama.checking.schema import inlined
from panorama.history.facts import said, texts
from panorama.history.moves import NAMED
from panorama.model.records import MISSING
from panorama.paths import SCHEMAS
from panorama.reading.records import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from panorama.history.say import Teller
    from panorama.pages.voice import Voice

Field = tuple[str, ...]
# Where the records of a kind are; entries of lists are called as their list is.
_FOLDERS = {kind: folder for folder, kind in FOLDERS.items()}


def plain(value: Any, field: Field, voice: Voice, names: Mapping[str, str]) -> str:
    """A value in one language; `field` is where it stands, as in `("relations", "kind")`."""
    spoken = texts(value)
    if spoken:
        return " · ".join(_line(one) for one in spoken[voice.language])
    if isinstance(value, dict):
        if value.keys() == {"fr", "nl"}:
            return plain(value[voice.language], field, voice, names)
        parts = (plain(one, (*field, key), voice, names) for key, one in said(value).items())
        return " – ".join(filter(None, parts))
    if isinstance(value, list):
        return " · ".join(plain(one, field, voice, names) for one in value)
    return "" if value is None else _line(_word(str(value), field, voice, names))


def _line(text: str) -> str:
    return " ".join(text.split())


def _word(value: str, field: Field, voice: Voice, names: Mapping[str, str]) -> str:
    kind = NAMED.get(field[-1])
    if kind:
        return names.get(f"{_FOLDERS.get(kind, kind)}/{value}", value)
    key = _patterns().get(field, "").replace("*", value)
    return voice.t(key) if key in voice.ui and value not in MISSING else value


def moments(value: Any, teller: Teller) -> str:
    """What a value is true for, each moment once."""
    return " · ".join(dict.fromkeys(teller.moment(one) for one in _moments(value)))


def _moments(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "as_of" in value:
            yield str(value["as_of"])
        for one in value.values():
            yield from _moments(one)
    elif isinstance(value, list):
        for one in value:
            yield from _moments(one)


@functools.cache
def _patterns() -> dict[Field, str]:
    """Where the interface has the words of a field: `relation.*`, as the schemas say."""
    common = json.loads((SCHEMAS / "common.schema.json").read_text("utf-8"))["$defs"]
    found: dict[Field, str] = {}
    for file in sorted(SCHEMAS.glob("*.schema.json")):
        if not file.name.startswith("common"):
            found |= dict(_worded(inlined(json.loads(file.read_text("utf-8")), common), ()))
    return found


def _worded(schema: Any, field: Field) -> Iterator[tuple[Field, str]]:
    if not isinstance(schema, dict):
        return
    if isinstance(schema.get("words"), str):
        yield field, schema["words"]
    for name, part in schema.get("properties", {}).items():
        yield from _worded(part, (*field, name))
    for name in ("then", "else", "items"):
        yield from _worded(schema.get(name), field)
