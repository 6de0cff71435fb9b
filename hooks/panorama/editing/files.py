"""Records as files: found by what an editor calls them, read and written byte for byte."""

from __future__ import annotations

import shutil
from pathlib import Path

from panorama.reading.records import kind_of


def record_path(data: Path, name: str) -> str | None:
    """Path in the data folder of a record called by its file or as its address is."""
    bare = name.strip("/")
    for file in (Path(name), data / bare, data / f"{bare}.yml"):
        if file.is_file() and file.resolve().is_relative_to(data.resolve()):
            found = file.resolve().relative_to(data.resolve()).as_posix()
            return found if kind_of(found) else None
    return None


def read(file: Path) -> str:
    """A file's text with its own line ends; what is read was checked to be UTF-8."""
    return file.read_bytes().decode("utf-8")


def write(file: Path, text: str) -> None:
    """Replace a file in one step, so that none is ever half written; its permissions stay."""
    fresh = file.with_name(f".{file.name}.new")
    fresh.write_bytes(text.encode("utf-8"))
    if file.exists():
        shutil.copymode(file, fresh)
    fresh.replace(file)
