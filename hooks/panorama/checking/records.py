"""The documents of a data folder, as the rules that cross records look at them."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from panorama.findings import Finding
from panorama.reading.records import FOLDERS, stem

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from panorama.findings import Severity
    from panorama.places.layers import Layers
    from panorama.reading.records import Document, Kind
    from panorama.reading.yaml_values import KeyPath

    Walked = tuple[Document, KeyPath, Any]

ANY = "*"


@dataclass(frozen=True)
class Records:
    """What rules look at: documents whose shape is good, and what they are compared with.

    `paths` are those of all files: one that cannot be read is still there, and what refers to it
    is not at fault too. `today` is what dates are compared with, `layers` are those of the map.
    """

    documents: list[Document]
    paths: list[str]
    today: dt.date
    layers: Layers

    @functools.cached_property
    def ids(self) -> dict[str, list[str]]:
        """All ids that can be referred to, by kind; a list that cannot be read is left out."""
        found: dict[str, list[str]] = {kind: [] for kind in FOLDERS.values()}
        for path in self.paths:
            kind = FOLDERS.get(path.partition("/")[0])
            if kind:
                found[kind].append(stem(path))
        for document in self.of("communes", "bassins"):
            found[document.kind] = [entry["id"] for entry in document.value]
        return found

    @functools.cached_property
    def nis(self) -> dict[str, str]:
        """The codes of the communes by their ids."""
        return {
            entry["id"]: entry["nis"]
            for document in self.of("communes")
            for entry in document.value
        }

    @functools.cached_property
    def values(self) -> list[Walked]:
        """Every value of every document with its path, walked once for all rules."""
        return list(walked(self.documents))

    def of(self, *kinds: Kind) -> Iterator[Document]:
        """Documents of some kinds."""
        return (document for document in self.documents if document.kind in kinds)


def matches(value: Any, pattern: KeyPath, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Path and value of everything a pattern reaches; `*` stands for each item of a list."""
    if not pattern:
        yield path, value
        return
    step, rest = pattern[0], pattern[1:]
    if step == ANY and isinstance(value, list):
        for index, item in enumerate(value):
            yield from matches(item, rest, (*path, index))
    elif isinstance(value, dict) and step in value:
        yield from matches(value[step], rest, (*path, step))


def walked(documents: Iterable[Document]) -> Iterator[Walked]:
    """Every value of some documents with its path."""
    return (
        (document, path, value)
        for document in documents
        for path, value in everywhere(document.value)
    )


def everywhere(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Path and value of everything inside a value, the value itself first."""
    yield path, value
    if isinstance(value, dict):
        for key, item in value.items():
            yield from everywhere(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from everywhere(item, (*path, index))


def at(
    document: Document,
    path: KeyPath,
    code: str,
    details: dict[str, str] | None = None,
    severity: Severity = "error",
) -> Finding:
    """A finding at a value of a document."""
    return Finding(document.path, document.values.at(path), code, details or {}, severity)
