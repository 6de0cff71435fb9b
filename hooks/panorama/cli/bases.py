"""The state of the project that a proposal started from, as a command is given it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panorama.history.git import changed_files, is_shallow, resolve

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.model.catalogue import Language

_NO_BASE = {
    "fr": "panorama : « {base} » ne désigne aucun état du projet connu ici ({data})",
    "nl": "panorama: ‘{base}’ is hier geen bekende toestand van het project ({data})",
}
_CUT = {
    "fr": "panorama : cette copie n’a pas tout l’historique ({data}) : on n’y voit pas d’où la"
    " proposition est partie de « {base} ». Complétez-la : git fetch --unshallow",
    "nl": "panorama: deze kopie heeft niet de hele geschiedenis ({data}): er is niet te zien waar"
    " het voorstel van ‘{base}’ vertrokken is. Vul ze aan: git fetch --unshallow",
}


def no_base(data: Path, base: str, language: Language) -> str:
    """Why there is nothing to compare with."""
    why = _CUT if is_shallow(data) else _NO_BASE
    return why[language].format(base=base, data=data)


def changed_since(data: Path, base: str) -> set[str] | None:
    """Records and pages that are not what they were, seen from the data; None without a base."""
    commit = resolve(data, base)
    if commit is None:
        return None
    docs = data.parent / "docs"
    pages = changed_files(docs, commit) if docs.is_dir() else []
    return {*changed_files(data, commit), *(f"../docs/{page}" for page in pages)}
