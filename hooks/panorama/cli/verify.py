"""`panorama verify`: says that a record was compared with its sources again."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from panorama.checking.formats import is_day
from panorama.checking.report import as_text, shown
from panorama.checking.schema import schema_findings, validators
from panorama.cli.records import chosen
from panorama.editing.files import read
from panorama.editing.together import change
from panorama.editing.verifying import checked_on, verified
from panorama.paths import SCHEMAS
from panorama.reading.records import kind_of, read_document
from panorama.today import today

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.checking.report import Language
    from panorama.findings import Finding

_DONE = {
    "fr": "panorama : {path} vérifiée le {on} ({how})",
    "nl": "panorama: {path} nagekeken op {on} ({how})",
}
_HOW = {
    "call": {"fr": "par téléphone", "nl": "telefonisch"},
    "visit": {"fr": "sur place", "nl": "ter plaatse"},
    "website": {"fr": "sur le site web", "nl": "op de website"},
    "document": {"fr": "d’après les documents", "nl": "op basis van de documenten"},
}
_BAD_DAY = {
    "fr": "panorama : « {on} » n’est pas un jour passé ; écrivez par exemple 2025-06-30",
    "nl": "panorama: ‘{on}’ is geen dag in het verleden; schrijf bijvoorbeeld 2025-06-30",
}
_LATER = {
    "fr": "panorama : {path} a été vérifiée plus tard, le {last} ; rien n’a changé",
    "nl": "panorama: {path} is later nog nagekeken, op {last}; er is niets veranderd",
}
_NO_PLACE = {
    "fr": "panorama : {path} n’a pas de champ « checked » avec « on » et « how » ; rien n’a changé",
    "nl": "panorama: {path} heeft geen veld ‘checked’ met ‘on’ en ‘how’; er is niets veranderd",
}


def run_verify(data: Path, names: list[str], how: str, on: str, language: Language) -> int:
    """Renew some records, or none of them where one cannot be; the exit status."""
    day = today().isoformat()
    on = on or day
    if not is_day(on) or on > day:
        print(_BAD_DAY[language].format(on=on), file=sys.stderr)
        return 2
    paths = chosen(data, names, language)
    if paths is None:
        return 2
    fresh: dict[Path, str] = {}
    for path in paths:
        findings, text = _renewed(data, path, how, on)
        if text is None:
            said = as_text(findings, shown(data), language)
            print(said or _NO_PLACE[language].format(path=shown(data) + path), file=sys.stderr)
            return 1
        last = checked_on(read(data / path))
        if is_day(last) and on < last <= day:  # one in the future is a mistake to be corrected
            print(_LATER[language].format(path=shown(data) + path, last=last), file=sys.stderr)
            return 2
        fresh[data / path] = text
    change(data, fresh)
    for path in dict.fromkeys(paths):
        print(_DONE[language].format(path=shown(data) + path, on=on, how=_HOW[how][language]))
    return 0


def _renewed(data: Path, path: str, how: str, on: str) -> tuple[list[Finding], str | None]:
    """The new text of a record, or what is wrong with its file or with its field `checked`."""
    kind = kind_of(path)
    assert kind  # noqa: S101 (`chosen` gives records only)
    document, findings = read_document(path, kind, (data / path).read_bytes())
    if document is None:
        return findings, None
    text = verified(read(data / path), how, on)
    if text is None:
        return list(schema_findings(document, validators(SCHEMAS)[kind])), None
    return [], text
