"""The fields of a kind of record as a tree, each with its description in both languages."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from panorama.checking.schema import missing_words, validators
from panorama.paths import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from panorama.model.catalogue import Language

Schema = dict[str, Any]
PREFIXES: dict[Language, str] = {"fr": "FR: ", "nl": "NL: "}
BOTH = ("fr", "nl")
# Texts that are read as such without quotes: no number, no sign of YAML's own.
_PLAIN = re.compile(r"(?![\d.]+$)[\w/+][^\n#:\"]*(:[^\s\"][^\n#:\"]*)*(?<! )")


@dataclass(frozen=True, slots=True)
class Field:
    """One field; an entry of a list has no name. `example` is written as in a file.

    `name` is its key in a file, `titles` are what it is called, `texts` explain it. `missing` are
    the words for what is not known or does not apply, where it takes them. `fields` are those of a
    field that has some, `item` is what each entry of a list is.
    """

    name: str
    titles: Mapping[Language, str]
    texts: Mapping[Language, str]
    is_required: bool = True
    missing: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    example: str = ""
    fields: tuple[Field, ...] = ()
    item: Field | None = None
    fewest: int = 0

    @property
    def is_bilingual(self) -> bool:
        """Whether it is a text in both languages and nothing else."""
        return tuple(one.name for one in self.fields) == BOTH

    def within(self, path: str = "") -> Iterator[tuple[str, Field]]:
        """Every field inside this one with its path in words, `contacts.phone`, itself first."""
        yield path, self
        for one in self.item.fields if self.item else self.fields:
            yield from one.within(f"{path}.{one.name}".strip("."))


def record_fields(kind: str, schemas: Path = SCHEMAS) -> Field:
    """The fields of a kind of record; those of an entry where the file is a list of them."""
    whole = _field("", _schema(kind, schemas))
    return replace(whole.item, name="") if whole.item else whole


def title(kind: str, language: Language, schemas: Path = SCHEMAS) -> str:
    """What a kind of record is called: `Quartier / Wijk` in its schema."""
    return titles(_schema(kind, schemas)["title"])[language]


def _schema(kind: str, schemas: Path) -> Schema:
    found: Any = validators(schemas)[kind].schema
    return dict(found)


def titles(text: str) -> dict[Language, str]:
    """A title in each language; the schemas have both with a slash between."""
    french, _, dutch = text.partition(" / ")
    return {"fr": french, "nl": dutch}


def described(text: str) -> dict[Language, str]:
    """A description in each language; the schemas have both on top of each other for editors."""
    lines = text.split("\n")
    return {
        language: next((line[len(start) :] for line in lines if line.startswith(start)), "")
        for language, start in PREFIXES.items()
    }


def as_written(value: Any) -> str:
    """A value as it stands in a file: in quotes only where it would be read as something else."""
    text = json.dumps(value, ensure_ascii=False)
    return text[1:-1] if isinstance(value, str) and _PLAIN.fullmatch(value) else text


def _field(name: str, schema: Schema, *, is_required: bool = True) -> Field:
    core: Schema = schema.get("else", schema)
    needed = core.get("required", ())
    example = [*schema.get("examples", ()), *core.get("examples", ())][:1]
    return Field(
        name=name,
        titles=titles(schema.get("title", "")),
        texts=described(schema.get("description") or core.get("description", "")),
        is_required=is_required,
        missing=missing_words(schema),
        words=tuple(as_written(word) for word in core.get("enum", ())),
        example=as_written(example[0]) if example else "",
        fields=tuple(
            _field(key, part, is_required=key in needed)
            for key, part in core.get("properties", {}).items()
        ),
        item=_field("", core["items"]) if isinstance(core.get("items"), dict) else None,
        fewest=core.get("minItems", 0),
    )
