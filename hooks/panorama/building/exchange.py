"""Two folders change places in one step of the file system, so that neither is ever missing."""

from __future__ import annotations

import ctypes
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_HERE = -100  # AT_FDCWD: paths are taken as they are
_SWAP = 2  # RENAME_EXCHANGE of renameat2(2) and RENAME_SWAP of renamex_np(2)


def exchange(first: Path, second: Path) -> None:
    """Swap two folders of one file system; raises OSError where it cannot."""
    library = ctypes.CDLL(None, use_errno=True)
    a, b = os.fsencode(first), os.fsencode(second)
    if sys.platform == "darwin":
        failed = library.renamex_np(a, b, _SWAP)
    else:
        failed = library.renameat2(_HERE, a, _HERE, b, _SWAP)
    if failed:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(first), None, str(second))


def replace(folder: Path, fresh: Path) -> None:
    """Put a fresh folder in a folder's place; raises OSError with the old one still there.

    Where the file system cannot exchange (network shares, exFAT), two renames do: a kill between
    them leaves the old folder beside its place.
    """
    if not folder.exists():
        fresh.rename(folder)
        return
    try:
        exchange(fresh, folder)
    except OSError:
        aside = folder.rename(fresh.with_name("previous"))
        try:
            fresh.rename(folder)
        except OSError:
            aside.rename(folder)
            raise
