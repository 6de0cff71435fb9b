"""Addresses of other sites in records and pages, each with the places that it is written in."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from panorama.reading.records import read_folder
from panorama.reading.text import position

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from panorama.reading.yaml_values import KeyPath

IN_PROSE = re.compile(r"\]\((https?://[^\s)]+)\)")


def collect(data: Path, docs: Path) -> dict[str, list[str]]:
    """Places (`data/sources/x.yml:9`) of each address, both in order."""
    found: dict[str, list[str]] = defaultdict(list)
    for document in read_folder(data):
        for path, address in _addresses(document.value, ()):
            line = document.values.at(path).line
            found[address].append(f"{data.name}/{document.path}:{line}")
    for file in sorted(docs.rglob("*.md")):
        text = file.read_text("utf-8")
        for link in IN_PROSE.finditer(text):
            place = f"{docs.name}/{file.relative_to(docs).as_posix()}"
            found[link[1]].append(f"{place}:{position(text, link.start()).line}")
    return {address: list(dict.fromkeys(found[address])) for address in sorted(found)}


def _addresses(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Fields that are nothing but an address; those in sentences are words."""
    if isinstance(value, str) and re.fullmatch(r"https?://\S+", value):
        yield path, value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _addresses(one, (*path, key))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _addresses(one, (*path, index))
