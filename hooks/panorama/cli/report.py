"""`panorama report`: how many records there are, what is known of them, what there is to do."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from panorama.checking.check import check_folder
from panorama.checking.report import shown
from panorama.cli.lists import table_of
from panorama.cli.tables import laid_out
from panorama.model.catalogue import catalogue
from panorama.model.records import is_known
from panorama.pages.entry import is_overdue
from panorama.places.coverage import hosts_of, quartiers_of
from panorama.reading.records import TRANSLATIONS
from panorama.today import today

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from panorama.checking.check import Checked
    from panorama.checking.report import Language
    from panorama.model.catalogue import Catalogue

_LABELS = {
    "devices": {"fr": "dispositifs", "nl": "dispositieven"},
    "core devices": {"fr": "dont dispositifs comparés", "nl": "waarvan vergeleken dispositieven"},
    "organisations": {"fr": "organisations", "nl": "organisaties"},
    "hosts": {"fr": "dont hébergeurs de RAQ", "nl": "waarvan gastorganisaties van RAQ"},
    "RAQ quartiers": {"fr": "quartiers RAQ", "nl": "RAQ-wijken"},
    "CHW zones": {"fr": "zones CHW", "nl": "CHW-zones"},
    "communes": {"fr": "communes", "nl": "gemeenten"},
    "bassins": {"fr": "bassins", "nl": "zorgzones"},
    "terms": {"fr": "termes du lexique", "nl": "lexicontermen"},
    "sources": {"fr": "sources", "nl": "bronnen"},
    "with website": {"fr": "organisations : site web connu", "nl": "organisaties: website bekend"},
    "with phone": {"fr": "organisations : téléphone connu", "nl": "organisaties: telefoon bekend"},
    "with address": {"fr": "organisations : adresse connue", "nl": "organisaties: adres bekend"},
    "in one language only": {"fr": "champs en une seule langue", "nl": "velden in maar één taal"},
    "behind": {"fr": "traductions à revoir", "nl": "te herziene vertalingen"},
    "overdue": {"fr": "fiches à revérifier", "nl": "fiches opnieuw na te kijken"},
}

_INCOMPLETE = {
    "fr": "panorama : {errors} erreurs ; leurs fiches ne sont pas comptées, voir panorama check",
    "nl": "panorama: {errors} fouten; die fiches tellen niet mee, zie panorama check",
}
_UNRECORDED = {
    "fr": "panorama : {file} n’existe pas : on ne sait pas quelles traductions sont à revoir. S’il"
    " a été effacé, reprenez-le dans l’historique du projet",
    "nl": "panorama: {file} bestaat niet: welke vertalingen te herzien zijn, is dus niet bekend. Is"
    " het gewist, haal het dan terug uit de geschiedenis van het project",
}


def run_report(data: Path, language: Language, layout: str, what: str = "") -> int:
    """Print the counts or one of the lists; exit status 1 where the records have errors."""
    day = today()
    checked = check_folder(data, day)
    errors = sum(finding.severity == "error" for finding in checked.findings)
    if errors:
        print(_INCOMPLETE[language].format(errors=errors), file=sys.stderr)
    if not (data / TRANSLATIONS).exists():
        print(_UNRECORDED[language].format(file=shown(data) + TRANSLATIONS), file=sys.stderr)
        if what == "translations":
            return 1
    if what:
        table = table_of(what, checked, shown(data), day, language)
        print(laid_out(table, layout, language) or table.none)
    else:
        print(_counted(checked, day, language, layout))
    return 1 if errors else 0


def _counted(checked: Checked, day: dt.date, language: Language, layout: str) -> str:
    one_language = sum(finding.code == "missing-language" for finding in checked.findings)
    found = {
        **counts(catalogue(checked.documents), day),
        "in one language only": one_language,
        "behind": len(checked.parity.behind),
    }
    if layout == "json":
        return json.dumps(found, indent=2)
    rows = [(_LABELS[name][language], count) for name, count in found.items()]
    if layout == "markdown":
        return "| | |\n|---|---:|\n" + "\n".join(f"| {label} | {n} |" for label, n in rows)
    return "\n".join(f"{count:>5}  {label}" for label, count in rows)


def counts(records: Catalogue, day: dt.date) -> dict[str, int]:
    """How many there are of what."""
    organisations = records.organisations.values()
    quartiers = records.quartiers.values()
    kinds = (
        records.devices,
        records.organisations,
        records.quartiers,
        records.terms,
        records.sources,
    )
    return {
        "devices": len(records.devices),
        "core devices": len(records.core),
        "organisations": len(organisations),
        "hosts": len(hosts_of(records, "raq")),
        "RAQ quartiers": len(quartiers_of(records, "raq")),
        "CHW zones": sum(q.device == "chw" and q.level == "zone" for q in quartiers),
        "communes": len(records.communes),
        "bassins": len(records.bassins),
        "terms": len(records.terms),
        "sources": len(records.sources),
        "with website": sum(is_known(one.contacts.website) for one in organisations),
        "with phone": sum(is_known(one.contacts.phone) for one in organisations),
        "with address": sum(is_known(one.address) for one in organisations),
        "overdue": sum(
            is_overdue(record.checked, day) for kind in kinds for record in kind.values()
        ),
    }
