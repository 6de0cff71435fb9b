"""Records as files: found by what an editor calls them, read and written byte for byte."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from panorama.reading.records import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator


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


def create(file: Path, text: str) -> None:
    """Write a file that is none yet, whole or not at all.

    Raises FileExistsError where there is one, and OSError with the file's name.
    """
    with about(file):
        file.parent.mkdir(exist_ok=True)
        new = file.open("x", encoding="utf-8", newline="\n")
        try:
            with new:
                new.write(text)
        except BaseException:
            file.unlink()
            raise


@contextlib.contextmanager
def about(file: Path) -> Iterator[None]:
    """Errors of the system say which file they are about: those of writing do not by themselves."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(file)) from error
