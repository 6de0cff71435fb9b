"""The data folder: which files are records, of which kind, and what they hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from panorama.findings import Finding, Position
from panorama.reading.text import MAX_BYTES, MAX_LIST_BYTES, decode
from panorama.reading.yaml_values import Values, parse

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Kind = Literal[
    "device", "organisation", "quartier", "lexicon", "source",
    "communes", "bassins", "lines", "themes", "ui", "redirects", "prose",
]  # fmt: skip

# One record a file in these folders, the file name being the id …
FOLDERS: dict[str, Kind] = {
    "devices": "device",
    "organisations": "organisation",
    "quartiers": "quartier",
    "lexicon": "lexicon",
    "sources": "source",
}
# … and these lists, whole in one file.
LISTS: dict[str, Kind] = {
    "communes.yml": "communes",
    "bassins.yml": "bassins",
    "lines.yml": "lines",
    "themes.yml": "themes",
    "ui.yml": "ui",
    "redirects.yml": "redirects",
}
REDIRECTS = "redirects.yml"
RECORD_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.yml")
# What panorama translated writes: which texts of both languages were declared equal.
TRANSLATIONS = "translations.txt"
NOT_RECORDS = {"schemas", "geo", TRANSLATIONS}


@dataclass(frozen=True, slots=True)
class Document:
    """One file of the data folder. `path` is relative to that folder, with slashes."""

    path: str
    kind: Kind
    values: Values

    @property
    def value(self) -> Any:
        """The plain value: dicts, lists, text, numbers, booleans, None."""
        return self.values.value

    @property
    def stem(self) -> str:
        """The file's name without its ending, which is a record's id."""
        return stem(self.path)


@dataclass(frozen=True, slots=True)
class Listing:
    """The record files of a data folder with their kinds, and findings of the files that are none.

    Paths are relative to the folder, with slashes, in order.
    """

    kinds: dict[str, Kind]
    findings: list[Finding]


def list_folder(data: Path) -> Listing:
    """Which files of a data folder are records, without opening them."""
    kinds: dict[str, Kind] = {}
    findings: list[Finding] = []
    for path in sorted(data.rglob("*")):
        relative = path.relative_to(data)
        is_hidden = any(part.startswith(".") for part in relative.parts)
        if is_hidden or relative.parts[0] in NOT_RECORDS or _is_plain_folder(path):
            continue
        name = relative.as_posix()
        kind = kind_of(name)
        if kind is None or path.is_symlink() or not path.is_file():
            findings.append(misplaced(name))
        else:
            kinds[name] = kind
    return Listing(kinds, findings)


def read_folder(data: Path) -> list[Document]:
    """Every document of a data folder that can be read; what cannot is for a check to tell."""
    read = (read_file(data, name, kind) for name, kind in list_folder(data).kinds.items())
    return [document for document, _ in read if document]


def _is_plain_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink() and not path.name.endswith(".yml")


def read_file(data: Path, name: str, kind: Kind) -> tuple[Document | None, list[Finding]]:
    """One file's document, or None with everything that keeps it from being read."""
    try:
        with (data / name).open("rb") as file:
            # No more than shows that a file is too large.
            content = file.read(_most(name) + 1)
    except OSError:
        return None, [Finding(name, Position(), "unreadable")]
    return read_document(name, kind, content)


def _most(path: str) -> int:
    """How many bytes a file may have."""
    return MAX_LIST_BYTES if path in LISTS else MAX_BYTES


def stem(path: str) -> str:
    """The name of a record's file without folder and ending."""
    return path.rpartition("/")[2].removesuffix(".yml")


def kind_of(path: str) -> Kind | None:
    """The kind of record a path of the data folder holds, or None where none belongs."""
    folder, _, name = path.rpartition("/")
    if not folder:
        return LISTS.get(name)
    return FOLDERS.get(folder) if RECORD_NAME.fullmatch(name) else None


def misplaced(path: str) -> Finding:
    """A file that no page would ever show, with what is wrong with its name or place."""
    shown = path if path.isprintable() else path.encode("unicode_escape").decode("ascii")
    folder, _, name = path.rpartition("/")
    if name.endswith(".yaml"):
        return Finding(shown, Position(), "file-ending")
    if folder in FOLDERS and name.endswith(".yml"):
        return Finding(shown, Position(), "file-name")
    return Finding(shown, Position(), "file-place", {"folders": ", ".join(names(FOLDERS))})


def names(folders: Iterable[str]) -> list[str]:
    """Folder names as an editor sees them."""
    return [f"{folder}/" for folder in folders]


def read_document(path: str, kind: Kind, data: bytes) -> tuple[Document | None, list[Finding]]:
    """The document of a file's bytes, or None with everything that keeps it from being read."""
    text, findings = decode(path, data, _most(path))
    if text is None:
        return None, findings
    values, findings = parse(path, text)
    return (Document(path, kind, values) if values else None), findings
