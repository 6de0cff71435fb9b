"""`panorama new`: a record to fill in."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from panorama.cli.ids import is_id, likely
from panorama.describing.skeleton import skeleton
from panorama.editing.files import create
from panorama.reading.records import FOLDERS

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.checking.report import Language

FOLDER_OF: dict[str, str] = {kind: folder for folder, kind in FOLDERS.items()}
_DONE = {
    "fr": "panorama : {file} est prête à remplir ; « panorama check {file} » dit ce qui manque",
    "nl": "panorama: {file} is klaar om in te vullen; ‘panorama check {file}’ zegt wat ontbreekt",
}
_EXISTS = {
    "fr": "panorama : {file} existe déjà ; rien n’a été touché",
    "nl": "panorama: {file} bestaat al; er is niets veranderd",
}
_BAD_ID = {
    "fr": "panorama : « {name} » ne convient pas ; par exemple {example} : minuscules sans accent,"
    " chiffres, traits d’union simples ; ni « index » ni un nom réservé de Windows",
    "nl": "panorama: ‘{name}’ is niet geschikt; bijvoorbeeld {example}: kleine letters zonder"
    " accent, cijfers, enkele koppeltekens; niet ‘index’ of een gereserveerde naam van Windows",
}


def run_new(data: Path, kind: str, name: str, language: Language) -> int:
    """Write the skeleton of a record where none is yet; the exit status."""
    if not is_id(name):
        print(_BAD_ID[language].format(name=name, example=likely(name)), file=sys.stderr)
        return 2
    file = data / FOLDER_OF[kind] / f"{name}.yml"
    said = os.path.relpath(file)
    try:
        create(file, skeleton(kind, name, language))
    except FileExistsError:
        print(_EXISTS[language].format(file=said), file=sys.stderr)
        return 2
    print(_DONE[language].format(file=said))
    return 0
