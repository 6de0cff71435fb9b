"""The records of a data folder at one moment, those that cannot be read included."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from panorama.history.facts import records_of
from panorama.history.git import contents, moved_files
from panorama.reading.records import REDIRECTS, kind_of, list_folder, read_document, read_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from panorama.reading.records import Document


@dataclass(frozen=True)
class State:
    """The documents of a data folder by their paths, and the paths of those that cannot be read."""

    documents: Mapping[str, Document]
    unreadable: frozenset[str]

    def records(self) -> dict[str, tuple[str, dict[str, Any]]]:
        """File and value of each record by its address."""
        return {
            key: (path, record)
            for path, document in self.documents.items()
            for key, record in records_of(path, document.value)
        }


def state_then(data: Path, files: Mapping[str, str]) -> State:
    """The state of a commit, from the ids of its `files`."""
    told = {path: kind for path in files if (kind := kind_of(path))}
    held = contents(data, (files[path] for path in told))
    return _state(
        {
            path: read_document(path, kind, held[files[path]])[0]
            for path, kind in told.items()
            if files[path] in held
        }
    )


def state_now(data: Path) -> State:
    """The state of the folder as it stands."""
    kinds = list_folder(data).kinds
    return _state({path: read_file(data, path, kind)[0] for path, kind in kinds.items()})


def _state(found: Mapping[str, Document | None]) -> State:
    return State(
        documents={path: document for path, document in found.items() if document},
        unreadable=frozenset(path for path, document in found.items() if document is None),
    )


def moves(data: Path, commit: str, before: State, now: State) -> dict[str, str]:
    """Where records of a commit are now, by their addresses then.

    The redirects say so, or else git finds it. What is still there has not moved, and no record
    comes from two.
    """
    old, new = before.records().keys(), now.records().keys()
    by_git = {_key(then): _key(path) for then, path in moved_files(data, commit).items()}
    found: dict[str, str] = {}
    for then, key in (*_redirected(now), *by_git.items()):
        fits = then in old - new and key in new - old and _folder(then) == _folder(key)
        if fits and then not in found and key not in found.values():
            found[then] = key
    return found


def _redirected(now: State) -> Iterator[tuple[str, str]]:
    document = now.documents.get(REDIRECTS)
    rows = document.value if document and isinstance(document.value, list) else []
    return ((str(row.get("from")), str(row.get("to"))) for row in rows if isinstance(row, dict))


def _key(path: str) -> str:
    return path.removesuffix(".yml")


def _folder(key: str) -> str:
    return key.partition("/")[0]
