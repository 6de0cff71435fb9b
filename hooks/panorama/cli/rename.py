"""`panorama rename`: another id for a record, everywhere, and the old address still answers."""

from __future__ import annotations

import itertools
import os
import sys
from typing import TYPE_CHECKING

from panorama.checking.check import check_folder
from panorama.checking.report import as_text, shown
from panorama.cli.ids import is_id, likely
from panorama.cli.records import chosen
from panorama.editing.files import read
from panorama.editing.redirecting import EMPTY, redirected
from panorama.editing.renaming import Renaming, page_renamed, record_renamed
from panorama.editing.together import change
from panorama.findings import has_errors
from panorama.pages.chapters import CHAPTERS
from panorama.reading.records import FOLDERS, REDIRECTS, TRANSLATIONS, read_file
from panorama.reading.translations import as_lines, read_translations
from panorama.today import today

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from panorama.checking.check import Checked
    from panorama.checking.report import Language

_DONE = {
    "fr": "panorama : {old} s’appelle maintenant {new} ; l’ancienne adresse y mène. Changés :",
    "nl": "panorama: {old} heet nu {new}; het vroegere adres leidt ernaartoe. Gewijzigd:",
}
_BAD = {
    "fr": "panorama : {old} ne peut pas devenir « {new} » ; donnez un identifiant libre du même"
    " dossier, par exemple {example}",
    "nl": "panorama: {old} kan niet ‘{new}’ worden; geef een vrije id van dezelfde map,"
    " bijvoorbeeld {example}",
}
_CHAPTER = {
    "fr": "panorama : {old} est un chapitre du site, dont l’ordre est écrit dans le programme ; il"
    " garde son identifiant. Changez plutôt son nom, sous « names »",
    "nl": "panorama: {old} is een hoofdstuk van de site, en die volgorde staat in het programma;"
    " de id blijft. Wijzig liever de naam, onder ‘names’",
}
_PAST = {
    "fr": "panorama : {old} ne peut pas devenir {new} : cette adresse d’autrefois mène à {other},"
    " et des liens qui s’y fient existent ailleurs. Donnez un autre identifiant",
    "nl": "panorama: {old} kan niet {new} worden: dat vroegere adres leidt naar {other}, en elders"
    " staan links die daarop rekenen. Geef een andere id",
}
_BROKEN = {
    "fr": "panorama : corrigez d’abord ces erreurs ; rien n’a été touché",
    "nl": "panorama: verbeter eerst deze fouten; er is niets veranderd",
}


def run_rename(data: Path, old: str, new: str, language: Language) -> int:
    """Rename a record, or change nothing where that cannot be done; the exit status."""
    found = chosen(data, [old], language)
    if found is None:
        return 2
    folder, _, name = found[0].removesuffix(".yml").rpartition("/")
    fresh = new.removesuffix(".yml").rpartition("/")[2]
    if not _is_place(folder, new) or not _is_free(data, folder, fresh):
        said = {"old": f"{folder}/{name}", "new": new, "example": _free(data, folder, fresh)}
        print(_BAD[language].format(**said), file=sys.stderr)
        return 2
    move = Renaming(folder, name, fresh)
    checked = check_folder(data, today())
    if has_errors(checked.findings):
        print(
            as_text(checked.findings, shown(data), language),
            _BROKEN[language],
            sep="\n",
            file=sys.stderr,
        )
        return 1
    refusal = _refusal(data, move, language)
    if refusal:
        print(refusal, file=sys.stderr)
        return 2
    texts = _texts(data, checked, move) | _lists(data, move)
    change(data, texts, _moves(data, move))
    print(_DONE[language].format(old=move.before, new=move.after))
    print("\n".join(sorted(os.path.relpath(_moved(data, file, move)) for file in texts)))
    return 0


def _is_place(folder: str, given: str) -> bool:
    """Whether a folder has records with ids, and what was given does not name another one."""
    place = given.removesuffix(".yml").rpartition("/")[0]
    return folder in FOLDERS and (not place or place.endswith(folder))


def _is_free(data: Path, folder: str, name: str) -> bool:
    """Whether a record of the folder can have the name."""
    return is_id(name) and not os.path.lexists(data / folder / f"{name}.yml")


def _free(data: Path, folder: str, name: str) -> str:
    """A free address near to a name."""
    near = likely(name)
    names = itertools.chain([near], (f"{near}-{number}" for number in itertools.count(2)))
    return next(f"{folder}/{one}" for one in names if _is_free(data, folder, one))


def _refusal(data: Path, move: Renaming, language: Language) -> str:
    """Why a record has to keep its address, or cannot have the new one; nothing otherwise."""
    if f"{move.before}/" in CHAPTERS:
        return _CHAPTER[language].format(old=move.before)
    document, _ = read_file(data, REDIRECTS, "redirects")
    past = {entry["from"]: entry["to"] for entry in document.value} if document else {}
    led = past.get(move.after, move.before)
    if led == move.before:
        return ""
    return _PAST[language].format(old=move.before, new=move.after, other=led)


def _texts(data: Path, checked: Checked, move: Renaming) -> dict[Path, str]:
    """The new text of every record and page that names the record, and of the record itself."""
    fresh: dict[Path, str] = {}
    for document in checked.documents:
        file = data / document.path
        text = read(file)
        if (changed := record_renamed(document, text, move)) != text:
            fresh[file] = changed
    for page in checked.prose:
        file = data.parent / "docs" / page.path
        text = read(file)
        if (changed := page_renamed(page.path, text, move)) != text:
            fresh[file] = changed
    return fresh


def _lists(data: Path, move: Renaming) -> dict[Path, str]:
    """The new texts of the redirects and of what was declared translated."""
    old, new = move.before, move.after
    file = data / REDIRECTS
    text = read(file) if file.exists() else EMPTY
    fresh = {file: redirected(text, old, new, today().isoformat())}
    recorded, _ = read_translations(data)
    if recorded is None:
        return fresh
    names = {old: new, f"docs/{old}": f"docs/{new}"}
    anew = {names.get(owner, owner): keys for owner, keys in recorded.items()}
    return {**fresh, data / TRANSLATIONS: as_lines(anew)}


def _moved(data: Path, file: Path, move: Renaming) -> Path:
    """Where a file is in the end."""
    if file == data / move.folder / f"{move.old}.yml":
        return file.with_stem(move.new)
    is_page = file.parent.name == move.old and file.parent.parent.name == move.folder
    return file.parent.with_name(move.new) / file.name if is_page else file


def _moves(data: Path, move: Renaming) -> Iterator[tuple[Path, Path]]:
    """The record's file and its pages, from where they are to where they go."""
    folder = data / move.folder
    yield folder / f"{move.old}.yml", folder / f"{move.new}.yml"
    for language in ("fr", "nl"):
        pages = data.parent / "docs" / language / move.folder
        if (pages / move.old).is_dir():
            yield pages / move.old, pages / move.new
