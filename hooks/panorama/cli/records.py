"""What several subcommands say and do about the records that they are given."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from panorama.checking.schema import suggestion
from panorama.editing.files import record_path
from panorama.reading.records import FOLDERS, LISTS, read_file

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.checking.report import Language

ENTRIES = ("communes", "bassins")  # of these lists each entry has a page
_UNKNOWN = {
    "fr": "panorama : aucune fiche « {name} » ; donnez son fichier ou par exemple {example}",
    "nl": "panorama: geen fiche ‘{name}’; geef het bestand of bijvoorbeeld {example}",
}
_MEANT = {"fr": ". Vouliez-vous dire {near} ?", "nl": ". Bedoelde u {near}?"}


def chosen(data: Path, names: list[str], language: Language) -> list[str] | None:
    """Paths of the records that were named, or None once it is said which one is none."""
    paths = []
    for name in names:
        path = record_path(data, name)
        if path is None:
            print(unknown(data, name, language), file=sys.stderr)
            return None
        paths.append(path)
    return paths


def unknown(data: Path, name: str, language: Language) -> str:
    """That there is no such record, and which one may be meant."""
    known = addresses(data) + (entries(data) if name.partition("/")[0] in ENTRIES else [])
    near = suggestion(name.removesuffix(".yml"), known).get("suggestion")
    said = _UNKNOWN[language].format(name=name, example=next(iter(known), "devices/raq"))
    return said + (_MEANT[language].format(near=near) if near else "")


def addresses(data: Path) -> list[str]:
    """What every record of a folder is called: `devices/raq`."""
    return [
        f"{folder}/{file.stem}"
        for folder in FOLDERS
        for file in sorted((data / folder).glob("*.yml"))
    ]


def entries(data: Path) -> list[str]:
    """What every entry with a page of its own is called: `communes/uccle`."""
    found = ((name, read_file(data, f"{name}.yml", LISTS[f"{name}.yml"])[0]) for name in ENTRIES)
    return [
        f"{name}/{entry['id']}"
        for name, document in found
        if document and isinstance(document.value, list)
        for entry in document.value
        if isinstance(entry, dict) and "id" in entry
    ]
