"""A record as facts: its fields, each with what it says apart from when and where it is said.

Versions of long ago may have any shape: nothing here relies on the schemas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from panorama.model.catalogue import LANGUAGES
from panorama.reading.records import FOLDERS, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panorama.model.catalogue import Language

# Lists whose entries are records of their own on the site.
ENTRIES = ("communes", "bassins", "themes")
# Fields with fields that readers know by themselves.
_OPENED = ("contacts", "comparison")
# What a fact rests on, which is not what it says.
SOURCED = ("source", "sources")
_BASIS = (*SOURCED, "as_of")
_APART = ("id", "checked", *SOURCED)


def records_of(path: str, value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Records of a file by their address: `organisations/brusano`, `bassins/nord`."""
    folder, _, _ = path.rpartition("/")
    name = stem(path)
    if folder in FOLDERS and isinstance(value, dict):
        yield f"{folder}/{name}", value
    elif name in ENTRIES and isinstance(value, list):
        for entry in value:
            if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                yield f"{name}/{entry['id']}", entry
    elif path == "lines.yml":
        yield "lines/lines", {"lines": value}


def facts(record: dict[str, Any]) -> dict[str, Any]:
    """Each field of a record by its name: `contacts.phone`, `comparison.how`, `figures.workers`."""
    found: dict[str, Any] = {}
    for name, value in record.items():
        if name in _APART:
            continue
        if name in _OPENED and isinstance(value, dict):
            found |= {f"{name}.{part}": one for part, one in value.items() if part not in SOURCED}
        elif name == "figures" and isinstance(value, list):
            found |= {
                f"figures.{figure.get('id')}": figure for figure in value if _is_figure(figure)
            }
        elif name == "population" and _is_figure(value):
            found["figures.population"] = value
        else:
            found[name] = value
    return found


def _is_figure(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("values"), list)


def said(value: Any) -> Any:
    """What a fact says, without its dates and sources."""
    return _without(value, _BASIS)


def dated(value: Any) -> Any:
    """What a fact says and when it is true for, without its sources."""
    return _without(value, SOURCED)


def _without(value: Any, names: tuple[str, ...]) -> Any:
    if isinstance(value, dict):
        return {key: _without(one, names) for key, one in value.items() if key not in names}
    if isinstance(value, list):
        return [_without(one, names) for one in value]
    return value


def cited(value: Any) -> set[str]:
    """Ids of all sources that a record or a part of it names."""
    if isinstance(value, list):
        return set().union(*map(cited, value))
    if not isinstance(value, dict):
        return set()
    found: set[str] = set()
    for key, one in value.items():
        if key in SOURCED:
            found |= {str(entry["id"]) for entry in _listed(one) if _names_source(entry)}
        else:
            found |= cited(one)
    return found


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _names_source(value: Any) -> bool:
    return isinstance(value, dict) and "id" in value


def texts(value: Any) -> dict[Language, list[str]] | None:
    """The sentences of a text by language, or None for what is no text in two languages."""
    items = value.get("items") if isinstance(value, dict) else None
    parts = items if isinstance(items, list) else [value]
    if not parts or not all(_is_text(part) for part in parts):
        return None
    return {language: [str(part[language]) for part in parts] for language in LANGUAGES}


def _is_text(value: Any) -> bool:
    if not isinstance(value, dict) or not {*LANGUAGES} <= value.keys():
        return False
    return all(isinstance(value[language], str) for language in LANGUAGES)
