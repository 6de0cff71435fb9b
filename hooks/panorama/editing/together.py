"""Several files that change together or not at all.

All new contents are written first, into one hidden folder of the data. Then files are only moved:
the old contents into that folder, the new ones into their places. A move needs no space, and is
undone by the opposite move; the list of them lies in the folder until all are done, so that
whoever was interrupted in between can go back.
"""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING

from panorama.editing.files import about

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    Move = tuple[Path, Path]

FOLDER = ".unfinished"  # hidden: nobody takes what is in it for records
MOVES = "moves.json"


class NotUndoneError(OSError):
    """Files were changed, the rest could not be, and neither could what was done be undone."""


def change(data: Path, texts: Mapping[Path, str], moves: Iterable[Move] = ()) -> None:
    """Give files new texts, then move files and folders; permissions stay.

    Raises OSError, with the name of the file, once everything is as it was.
    """
    folder = data / FOLDER
    with about(data):
        folder.mkdir()
    try:
        steps = [*_staged(folder, texts), *moves]
        _list(folder, steps)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    try:
        for source, target in steps:
            source.rename(target)
    except BaseException:
        go_back(data)
        raise
    _forget(folder)


def go_back(data: Path) -> bool:
    """Undo what was interrupted, whenever that was; whether something was."""
    folder = data / FOLDER
    if not os.path.lexists(folder):
        return False
    file = folder / MOVES
    steps = json.loads(file.read_text("utf-8")) if file.exists() else []
    for source, target in reversed([(data / one, data / other) for one, other in steps]):
        # Only one of them is there, unless what stood at the target came from elsewhere.
        if os.path.lexists(target) and not os.path.lexists(source):
            try:
                target.rename(source)
            except OSError as error:
                raise NotUndoneError(error.errno, error.strerror, str(source)) from error
    _forget(folder)
    return bool(steps)


def _staged(folder: Path, texts: Mapping[Path, str]) -> list[Move]:
    """Write the new texts; the moves that put each in the place of the old one."""
    steps = []
    for number, (file, text) in enumerate(texts.items()):
        old, new = folder / f"{number}.old", folder / f"{number}.new"
        with about(file):
            new.write_bytes(text.encode("utf-8"))
            if file.exists():
                shutil.copymode(file, new)
                steps.append((file, old))
        steps.append((new, file))
    return steps


def _list(folder: Path, steps: Iterable[Move]) -> None:
    """Write the moves down in one step, their paths as seen from the data."""
    seen = [[os.path.relpath(path, folder.parent) for path in step] for step in steps]
    fresh = folder / f"{MOVES}.new"
    with about(folder.parent):
        fresh.write_text(json.dumps(seen), "utf-8")
    fresh.rename(folder / MOVES)


def _forget(folder: Path) -> None:
    """Remove the list first: without it nothing can be undone any more."""
    (folder / MOVES).unlink(missing_ok=True)
    shutil.rmtree(folder)
