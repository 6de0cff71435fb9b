"""The site's typeface for Typst, which reads no woff2: converted once, kept until it changes."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

STYLES = ("400-normal", "400-italic", "600-normal", "700-normal")
SUBSETS = ("latin", "latin-ext")
# The two subsets of one typeface share their names; Typst asks for them by name.
EXTENDED = " Ext"
CHARACTERS = "characters.txt"
SPACES = "\n\t\u200b\u202f"
NAMES = {1: EXTENDED, 3: EXTENDED, 4: EXTENDED, 6: "Ext", 16: EXTENDED}


def fonts(package: Path, cache: Path) -> Path:
    """A folder with the typeface as TrueType, made from the npm package where it is not there."""
    sources = [
        package / "files" / f"{package.name}-{subset}-{style}.woff2"
        for subset in SUBSETS
        for style in STYLES
    ]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:16]
    folder = cache / f"fonts-{digest}"
    if not folder.is_dir():
        fresh = cache / f"fonts-{digest}.new"
        fresh.mkdir(parents=True, exist_ok=True)
        known = {sign for path in sources for sign in _convert(path, fresh / f"{path.stem}.ttf")}
        (fresh / CHARACTERS).write_text("".join(map(chr, sorted(known))), "utf-8")
        fresh.rename(folder)
    return folder


def characters(folder: Path) -> str:
    """Every character that the typeface has, and the spaces that are drawn without it."""
    return (folder / CHARACTERS).read_text("utf-8") + SPACES


def _convert(source: Path, target: Path) -> set[int]:
    """Write a font as TrueType; the characters that it has."""
    from fontTools.ttLib import TTFont

    # A time of saving would make no two builds the same.
    with TTFont(source, recalcTimestamp=False) as font:
        font.flavor = None
        if "-latin-ext-" in source.name:
            names = font["name"]
            for record in [one for one in names.names if one.nameID in NAMES]:
                place = (record.nameID, record.platformID, record.platEncID, record.langID)
                names.setName(f"{record}{NAMES[record.nameID]}", *place)
        font.save(target)
        return set(font.getBestCmap() or ())
