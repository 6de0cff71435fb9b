"""`panorama translated`: says that French and Dutch are in step."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from panorama.checking.check import check_folder
from panorama.checking.pairs import DOCS, prose_owners
from panorama.checking.parity import recorded_anew
from panorama.cli.records import unknown
from panorama.editing.files import record_path
from panorama.editing.together import change
from panorama.reading.records import TRANSLATIONS
from panorama.reading.translations import as_lines
from panorama.today import today

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.checking.report import Language

_DONE = {
    "fr": "panorama : {count} textes notés égaux dans les deux langues, {behind} à revoir",
    "nl": "panorama: {count} teksten genoteerd als gelijk in beide talen, {behind} te herzien",
}


def run_translated(data: Path, names: list[str], language: Language) -> int:
    """Record what is in step by itself, and all of the records and chapters that were named."""
    docs = data.parent / "docs"
    declared = set()
    for name in names:
        owner = owner_of(data, docs, name)
        if owner is None:
            print(unknown(data, name, language), file=sys.stderr)
            return 2
        declared.add(owner)
    found = check_folder(data, today()).parity
    anew = recorded_anew(found, declared)
    change(data, {data / TRANSLATIONS: as_lines(anew)})
    behind = sum(one.pair.owner not in declared for one in found.behind)
    count = sum(keys.total() for keys in anew.values()) - behind
    print(_DONE[language].format(count=count, behind=behind))
    return 0


def owner_of(data: Path, docs: Path, name: str) -> str | None:
    """What the file of translations calls a record or chapter that was named."""
    path = record_path(data, name)
    if path:
        return path.removesuffix(".yml")
    bare = name.strip("/").removesuffix("/index.md")
    for language in ("fr", "nl"):
        bare = bare.replace(f"{DOCS}{language}/", DOCS)
    return bare if bare in prose_owners(docs) else None
