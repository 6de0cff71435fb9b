"""What the system refused, in words: a folder that may not be written, a full disk."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from panorama.editing.together import NotUndoneError

if TYPE_CHECKING:
    from panorama.checking.report import Language

_DENIED = {"fr": "vous n’avez pas le droit d’écrire ici", "nl": "u mag hier niet schrijven"}
_FULL = {"fr": "le disque est plein", "nl": "de schijf is vol"}
_REASONS = {
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EROFS: _DENIED,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.ENOTEMPTY: {"fr": "il y a déjà quelque chose", "nl": "er staat al iets"},
    errno.EEXIST: {
        "fr": "un autre changement est en cours",
        "nl": "er loopt een andere wijziging",
    },
}
_UNCHANGED = {
    "fr": "panorama : {file} : {reason} ; rien n’a été changé",
    "nl": "panorama: {file}: {reason}; er is niets veranderd",
}
_NOT_UNDONE = {
    "fr": "panorama : {file} : {reason} ; le changement s’est arrêté à mi-chemin. Quand ce sera"
    " réglé, relancez la même commande : elle remettra d’abord tout comme avant",
    "nl": "panorama: {file}: {reason}; de wijziging bleef halverwege steken. Geef hetzelfde"
    " commando opnieuw als dit opgelost is: het zet eerst alles terug",
}
_UNSAID = {
    "fr": "panorama : la réponse n’a pas pu être écrite : {reason}",
    "nl": "panorama: het antwoord kon niet geschreven worden: {reason}",
}
WENT_BACK = {
    "fr": "panorama : un changement interrompu a d’abord été défait",
    "nl": "panorama: een onderbroken wijziging is eerst ongedaan gemaakt",
}


def failed(error: OSError, language: Language) -> str:
    """The sentence for an error of the system, which names the file or is about what is printed."""
    known = _REASONS.get(error.errno or 0)
    reason = known[language] if known else str(error.strerror or error)
    if error.filename is None:
        return _UNSAID[language].format(reason=reason)
    said = _NOT_UNDONE if isinstance(error, NotUndoneError) else _UNCHANGED
    return said[language].format(file=os.path.relpath(error.filename), reason=reason)
