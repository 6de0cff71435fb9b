"""Pages that explain the fields of the records, each with an example from a real one."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from panorama.describing.fields import as_written, record_fields, title
from panorama.model.records import is_known
from panorama.pages.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from panorama.describing.fields import Field
    from panorama.model.catalogue import Catalogue
    from panorama.pages.voice import Voice

PATH = "contribute/schema/"
KINDS = (
    "device", "organisation", "quartier", "lexicon", "source",
    "communes", "bassins", "lines", "themes",
)  # fmt: skip
LONGEST = 160  # characters of an example


@dataclass(frozen=True)
class Line:
    """One field as a page shows it; `example` has a line a language where it is in both."""

    path: str
    field: Field
    words: tuple[str, ...]
    example: tuple[str, ...]


def schema_pages(catalogue: Catalogue, voice: Voice) -> Iterator[Entry]:
    """The list of kinds, and a page each."""
    kinds = [(kind, title(kind, voice.language)) for kind in KINDS]
    above = ("contribute/", voice.t("foot.contribute"))
    yield Entry(
        language=voice.language,
        path=PATH,
        template="schemas.html",
        title=voice.t("schema.title"),
        description=voice.t("schema.description"),
        trail=(above,),
        data={"kinds": kinds},
    )
    for kind, name in kinds:
        yield Entry(
            language=voice.language,
            path=f"{PATH}{kind}/",
            template="schema.html",
            title=voice.t("schema.kind.title", kind=name),
            description=voice.t("schema.kind.description", kind=name),
            trail=(above, (PATH, voice.t("schema.title"))),
            data={"kind": kind, "lines": lines(kind, catalogue)},
        )


def lines(kind: str, catalogue: Catalogue) -> list[Line]:
    """Every field of a kind; the two texts of a pair stand in one line."""
    records = [msgspec.to_builtins(record) for record in records_of(kind, catalogue)]
    found = []
    for path, field in record_fields(kind).within():
        is_half = path.endswith((".fr", ".nl"))
        if path and not is_half:
            words = field.words or (field.item.words if field.item else ())
            example = tuple(_example(path.split("."), field, records)) or (field.example,)
            found.append(Line(path, field, (*words, *field.missing), tuple(filter(None, example))))
    return found


def records_of(kind: str, catalogue: Catalogue) -> Iterable[Any]:
    """The typed records of a kind, in the order of their ids."""
    if kind == "lines":
        return [catalogue.lines]
    names = {"lexicon": "terms", "communes": "communes", "bassins": "bassins", "themes": "themes"}
    found: dict[str, Any] = getattr(catalogue, names.get(kind, f"{kind}s"))
    return found.values()


def _example(path: list[str], field: Field, records: list[Any]) -> Iterator[str]:
    """The first value that some record has, as it is written there."""
    if field.item and field.item.fields:
        return
    value = next((value for record in records for value in _values(record, path)), None)
    if isinstance(value, dict) and {"fr", "nl"} <= value.keys():
        yield from (f"{name}: {_written(value[name])}" for name in ("fr", "nl"))
    elif value is not None and not isinstance(value, dict):
        yield _written(value)


def _values(value: Any, path: list[str]) -> Iterator[Any]:
    """What a path leads to, through lists too, where it says something."""
    if isinstance(value, list | tuple) and path:
        for item in value:
            yield from _values(item, path)
    elif path:
        if isinstance(value, dict) and path[0] in value:
            yield from _values(value[path[0]], path[1:])
    elif value not in (None, "", [], ()) and is_known(value):
        yield value


def _written(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_written, value)) + "]"
    if isinstance(value, str) and len(value) > LONGEST:
        return textwrap.shorten(value, LONGEST, placeholder=" …")
    # The typed records have 7 as 7.0.
    return as_written(int(value) if isinstance(value, float) and value.is_integer() else value)
