"""Synthetic organisations: as many as wanted, each with a text of its own in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import yaml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

T = TypeVar("T")
Pair = tuple[str, str]

KINDS: tuple[tuple[str, str, str], ...] = (
    ("social-service", "Centre d’action sociale", "Centrum voor maatschappelijk werk"),
    ("health-centre", "Maison médicale", "Wijkgezondheidscentrum"),
    ("non-profit", "Association d’entraide", "Vereniging voor burenhulp"),
    ("mobile-team", "Équipe mobile", "Mobiel team"),
    ("helpline", "Ligne d’écoute", "Luisterlijn"),
    ("local-service-centre", "Maison de quartier", "Lokaal dienstencentrum"),
    ("education-culture", "Atelier citoyen", "Burgeratelier"),
)
PLACES: tuple[tuple[str, str, str, str], ...] = (
    ("anderlecht", "1070", "Anderlecht", "Anderlecht"),
    ("etterbeek", "1040", "Etterbeek", "Etterbeek"),
    ("forest", "1190", "Forest", "Vorst"),
    ("ixelles", "1050", "Ixelles", "Elsene"),
    ("molenbeek-saint-jean", "1080", "Molenbeek-Saint-Jean", "Sint-Jans-Molenbeek"),
    ("saint-gilles", "1060", "Saint-Gilles", "Sint-Gillis"),
    ("schaerbeek", "1030", "Schaerbeek", "Schaarbeek"),
    ("uccle", "1180", "Uccle", "Ukkel"),
)
STREETS: tuple[Pair, ...] = (
    ("rue des Tilleuls", "Lindestraat"),
    ("avenue du Canal", "Kanaallaan"),
    ("place du Marché", "Marktplein"),
    ("chaussée du Moulin", "Molensteenweg"),
    ("rue de l’Étang", "Vijverstraat"),
)
ACTIONS: tuple[Pair, ...] = (
    ("informe les habitants sur leurs droits", "geeft bewoners uitleg over hun rechten"),
    ("accompagne les démarches auprès des services", "gaat mee naar diensten en loketten"),
    ("tient une permanence sociale et juridique", "houdt een sociaal en juridisch spreekuur"),
    ("va à la rencontre des personnes isolées", "zoekt mensen op die alleen staan"),
    ("anime des groupes de parole", "begeleidt praatgroepen"),
    ("oriente vers un médecin généraliste", "wijst de weg naar een huisarts"),
    ("aide à remplir des formulaires en ligne", "helpt bij het invullen van onlineformulieren"),
    ("organise des repas et des collectes", "organiseert maaltijden en inzamelingen"),
    ("traduit des courriers administratifs", "vertaalt brieven van de overheid"),
)
AUDIENCES: tuple[Pair, ...] = (
    ("les personnes âgées qui vivent seules", "ouderen die alleen wonen"),
    ("les familles monoparentales", "eenoudergezinnen"),
    ("les jeunes sans logement stable", "jongeren zonder vaste woning"),
    ("les personnes sans couverture de santé", "mensen zonder ziekteverzekering"),
    ("les nouveaux arrivants", "nieuwkomers"),
    ("les proches qui prennent soin de quelqu’un", "mantelzorgers"),
    ("toute personne du quartier", "iedereen uit de wijk"),
)
DAYS: tuple[Pair, ...] = (
    ("le lundi et le jeudi", "op maandag en donderdag"),
    ("du lundi au vendredi", "van maandag tot vrijdag"),
    ("le mardi matin", "op dinsdagmorgen"),
    ("le mercredi après-midi", "op woensdagmiddag"),
    ("un samedi sur deux", "om de twee zaterdagen"),
)


def organisation(number: int, sources: Sequence[str]) -> dict[str, Any]:
    """The record of a number: always the same, and no two alike.

    Its fields are those that the longer half of the real records has.
    """
    kind, name_fr, name_nl = _pick(KINDS, number)
    commune, postcode, place_fr, place_nl = _pick(PLACES, number, 3)
    street_fr, street_nl = _pick(STREETS, number, 5)
    return {
        "id": f"synthetic-{number:05}",
        "names": _both(f"{name_fr} {number}", f"{name_nl} {number}"),
        "abbreviations": {"fr": [f"SF{number}"], "nl": [f"SN{number}"]},
        "name_status": _pick(("official", "attested", "proposed"), number),
        "roles": [_pick(("partner", "operator", "support", "insurer"), number)],
        "type": kind,
        "languages": ["fr", "nl"],
        "summary": _summary(number, place_fr, place_nl),
        "for_whom": _for_whom(number),
        "hours": _hours(number),
        "contacts": {
            "website": f"https://synthetic-{number:05}.example/",
            "phone": f"02 {number % 900 + 100} {number % 90 + 10} {number % 80 + 10}",
            "email": f"info@synthetic-{number:05}.example",
            "as_of": 2020 + number % 5,
            "sources": [_citation(number, sources)],
        },
        "address": {
            "street": _both(f"{street_fr} {number}", f"{street_nl} {number}"),
            "postcode": postcode,
            "commune": commune,
            "sources": [_citation(number, sources, 11)],
        },
        "location": "unknown",
        "note": _note(number),
        "sources": [_citation(number, sources), _citation(number + 1, sources)],
        "checked": {"on": f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}", "how": "website"},
    }


def write_organisations(folder: Path, count: int, sources: Sequence[str]) -> None:
    """Write the first records, each to its file, as an editor would lay them out."""
    for number in range(1, count + 1):
        record = organisation(number, sources)
        text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=10_000)
        (folder / f"{record['id']}.yml").write_text(text, "utf-8")


def _pick(words: Sequence[T], number: int, salt: int = 1) -> T:
    """One of some words, by the number's bits well mixed (Knuth's multiplicative hash)."""
    return words[(number * salt * 2654435761 % 2**32 >> 7) % len(words)]


def _both(fr: str, nl: str) -> dict[str, str]:
    return {"fr": fr, "nl": nl}


def _citation(number: int, sources: Sequence[str], salt: int = 7) -> dict[str, str]:
    return {"id": _pick(sources, number, salt), "section": f"p. {number % 80 + 1}"}


def _summary(number: int, place_fr: str, place_nl: str) -> dict[str, str]:
    first, second = _pick(ACTIONS, number, 13), _pick(ACTIONS, number, 17)
    whom = _pick(AUDIENCES, number, 19)
    return _both(
        f"Active à {place_fr} depuis {1970 + number % 50}, elle {first[0]}. "
        f"L’équipe {second[0]} et travaille avec {number % 40 + 2} services pour {whom[0]}.",
        f"Werkt in {place_nl} sinds {1970 + number % 50} en {first[1]}. "
        f"Het team {second[1]} en werkt met {number % 40 + 2} diensten voor {whom[1]}.",
    )


def _for_whom(number: int) -> dict[str, str]:
    first, second = _pick(AUDIENCES, number, 23), _pick(AUDIENCES, number, 29)
    return _both(f"D’abord {first[0]}, puis {second[0]}.", f"Eerst {first[1]}, dan {second[1]}.")


def _hours(number: int) -> dict[str, str]:
    days, start = _pick(DAYS, number, 31), number % 3 + 8
    return _both(
        f"Ouvert {days[0]}, de {start} h à {start + 4} h.",
        f"Open {days[1]}, van {start} tot {start + 4} uur.",
    )


def _note(number: int) -> dict[str, str]:
    action = _pick(ACTIONS, number, 37)
    return _both(
        f"Le service {action[0]} depuis le déménagement de {2000 + number % 24}.",
        f"De dienst {action[1]} sinds de verhuizing van {2000 + number % 24}.",
    )
