"""Where the records hold each figure of figures.csv, by its id; the table is the review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Measure:
    """A value of a scheme's figure, or one end of a range."""

    device: str
    figure: str
    index: int = 0
    end: Literal["", "min", "max"] = ""
    source: str = ""  # where it is not the document that the CSV names


@dataclass(frozen=True)
class Moment:
    """A dated statement on a scheme's start or end."""

    device: str
    field: Literal["since", "funded_until"]
    index: int = 0


@dataclass(frozen=True)
class Residents:
    """The population of a bassin."""

    bassin: str


@dataclass(frozen=True)
class Period:
    """The date of a scheme's figure: what the document as a whole describes."""

    device: str
    figure: str


@dataclass(frozen=True)
class Count:
    """How many records there are of a kind, and the rows of the page that lists them."""

    what: Literal["communes", "bassins", "raq", "chw"]
    page: str
    rows: str


@dataclass(frozen=True)
class Words:
    """A figure said in a sentence of a field: the CSV's value, and a pattern in each language."""

    record: str
    field: str
    value: str
    fr: str
    nl: str


Place = Measure | Moment | Residents | Period | Count | Words

RAQ: dict[str, tuple[Place, ...]] = {
    "raq-creation": (Moment("raq", "since"),),
    "raq-alcov-fin": (Words("devices/raq", "since", "2022-05", "mai 2022", "mei 2022"),),
    "raq-quartiers-2021": (Measure("raq", "quartiers", 0),),
    "raq-quartiers-2022": (Measure("raq", "quartiers", 1),),
    "raq-quartiers-2023": (
        Measure("raq", "quartiers", 2),
        Count("raq", "devices/raq", "ul.quartiers > li"),
    ),
    "raq-quartiers-initiaux": (
        Words("devices/raq", "figures", "18", "Les 18 quartiers du début", "De 18 wijken van het"),
    ),
    "raq-travailleurs": (Measure("raq", "workers"),),
    "raq-quartier-hab-min": (Measure("raq", "residents-per-quartier", 0, "min"),),
    "raq-quartier-hab-max": (Measure("raq", "residents-per-quartier", 0, "max"),),
    "raq-quartier-secteurs": (Measure("raq", "sectors-per-quartier"),),
    "raq-hebergeurs": (Measure("raq", "hosts"),),
    "raq-hebergeurs-fr": (Measure("raq", "hosts-french"),),
    "raq-hebergeurs-nl": (Measure("raq", "hosts-dutch"),),
    "raq-hebergeurs-bilingues": (Measure("raq", "hosts-bilingual"),),
    "raq-hebergeurs-services-sociaux": (Measure("raq", "hosts-social-services"),),
    "raq-hebergeurs-cssi": (
        Measure("raq", "hosts-integrated-centres"),
        Measure("cssi", "raq-hosts"),
    ),
    "raq-hebergeurs-as-sm-cs": (
        Words(
            "devices/raq",
            "figures",
            "1",
            fr="un service qui combine action sociale, santé mentale",
            nl="één dienst die sociale hulp, geestelijke gezondheid",
        ),
    ),
    "raq-hebergeurs-as-juridique": (
        Words(
            "devices/raq",
            "figures",
            "1",
            fr="un autre qui combine aide sociale et aide juridique",
            nl="één die sociale en juridische hulp",
        ),
    ),
    "raq-hebergeurs-educatif": (Measure("raq", "hosts-education-culture"),),
    "raq-hebergeurs-epicerie": (
        Words(
            "devices/raq",
            "figures",
            "1",
            fr="Un de chaque : .*épicerie sociale",
            nl="Eén van elk: .*sociale kruidenier",
        ),
    ),
    "raq-hebergeurs-promotion-sante": (
        Words(
            "devices/raq",
            "figures",
            "1",
            fr="Un de chaque : .*acteur de promotion de la santé",
            nl="Eén van elk: .*organisatie voor gezondheidsbevordering",
        ),
    ),
    "raq-hebergeurs-wgc": (
        Words(
            "devices/raq",
            "figures",
            "1",
            fr="Un de chaque : .*wijkgezondheidscentrum",
            nl="Eén van elk: .*wijkgezondheidscentrum",
        ),
    ),
    "raq-hebergeurs-ldc": (
        Words(
            "devices/raq",
            "figures",
            "1",
            fr="Un de chaque : .*lokaal dienstencentrum",
            nl="Eén van elk: .*lokaal dienstencentrum",
        ),
    ),
    "raq-temps-hebergeur": (Measure("raq", "time-for-host"),),
    "raq-temps-futur": (Words("devices/raq", "figures", "100", "100 %", "100 ?%"),),
    "raq-brico-membres": (Measure("raq", "bri-co-team"), Measure("bri-co", "team")),
    "raq-brico-duree": (Measure("raq", "bri-co-days"), Measure("bri-co", "days")),
    "raq-formation-as": (Measure("raq", "social-work-training"),),
    "raq-langues": (Measure("raq", "languages"),),
    "raq-vaccination-mois": (Measure("raq", "vaccination-months"),),
}

CHW: dict[str, tuple[Place, ...]] = {
    "chw-debut": (Moment("chw", "since"),),
    "chw-accord": (
        Words("devices/chw", "since", "2021-01-26", "26 janvier 2021", "26 januari 2021"),
    ),
    "chw-fin-initiale": (Moment("chw", "funded_until", 0),),
    "chw-financement-2025": (Moment("chw", "funded_until", 1),),
    "chw-financement-2026": (Moment("chw", "funded_until", 2),),
    "chw-travailleurs": (Measure("chw", "workers"),),
    "chw-responsable": (
        Words(
            "devices/chw",
            "figures",
            "1",
            fr="une responsable d’équipe à mi-temps",
            nl="een halftijdse teamverantwoordelijke",
        ),
    ),
    "chw-zones": (Measure("chw", "zones"), Count("chw", "devices/chw", "ul.quartiers > li")),
    "chw-equipes": (Measure("chw", "team-size"),),
    "chw-quartiers": (Measure("chw", "quartiers", 0),),
    "chw-quartiers-par-zone": (Measure("chw", "quartiers-per-zone"),),
    "chw-unions": (Measure("chw", "national-unions"),),
    "chw-rapports": (Measure("chw", "research-reports"),),
    "chw-roles-listes": (Measure("chw", "roles", 1),),
    "chw-roles-fiche": (Measure("chw", "roles", 0, source="chw-huit-roles-2023"),),
    "chw-coordinateurs-regionaux": (Measure("chw", "regional-coordinators"),),
    "chw-addiction": (Measure("chw", "addiction-coordinator"),),
}

CPPS: dict[str, tuple[Place, ...]] = {
    "cpps-debut": (Moment("cpps", "since"),),
    "cpps-presents": (Measure("cpps", "workers", 3),),
    "cpps-cadre": (Measure("cpps", "planned"),),
    "cpps-tableau": (Measure("cpps", "workers", 4),),
    "cpps-equipes": (Measure("cpps", "teams"), Measure("equipes-appui-bassin", "teams")),
    "cpps-par-bassin": (
        Measure("cpps", "workers-per-team"),
        Measure("equipes-appui-bassin", "cpps"),
    ),
    "cpps-repartition-centre-ouest": (Measure("cpps", "planned-centre-ouest"),),
    "cpps-repartition-nord": (Measure("cpps", "planned-nord"),),
    "cpps-repartition-nord-est": (Measure("cpps", "planned-nord-est"),),
    "cpps-repartition-sud-est": (Measure("cpps", "planned-sud-est"),),
    "cpps-repartition-sud": (Measure("cpps", "planned-sud"),),
    "cpps-equipe-depart": (Measure("cpps", "workers", 0),),
    "cpps-mi2023-coordinateurs": (Measure("cpps", "coordinators-2023"),),
    "cpps-mi2023-cpps": (Measure("cpps", "workers", 2),),
    "cpps-transition": (Measure("cpps", "transition"),),
    "cpps-brusano": (
        Words("devices/cpps", "since", "2024-01-01", "1er janvier 2024", "1 januari 2024"),
    ),
    "cpps-chargesprojet": (
        Measure("cpps", "project-officers-per-team"),
        Measure("equipes-appui-bassin", "project-officers"),
    ),
    "cpps-quartiers-2025": (Measure("cpps", "rendez-vous-quartiers"),),
    "cpps-rdv-frequence": (Measure("cpps", "rendez-vous"),),
    "cpps-types-activites": (
        Words(
            "devices/cpps",
            "comparison",
            "4",
            fr="quatre types d’activités",
            nl="vier soorten activiteiten",
        ),
    ),
    "cpps-themes-2025": (Measure("cpps", "monthly-topics"),),
    "cpps-reunions-vivalis": (Measure("cpps", "meetings-vivalis"),),
}

CES: dict[str, tuple[Place, ...]] = {
    "ces-debut": (Moment("ces", "since"),),
    "ces-etp-2022": (Measure("ces", "fte", 0),),
    "ces-effectif-2024": (Measure("ces", "workers", 0),),
    "ces-etp-2024": (Measure("ces", "fte", 1),),
    "ces-effectif-actualite": (Measure("ces", "workers", 1),),
    "ces-mutualites": (Measure("ces", "insurers"),),
    "ces-langues": (Measure("ces", "languages"),),
    "ces-quartiers": (Measure("ces", "quartiers"),),
    "ces-age-65": (Measure("ces", "age-seniors"),),
    "ces-monoparentales-debut": (
        Words("devices/ces", "areas", "2022-10", "octobre 2022", "oktober 2022"),
    ),
    "ces-monoparentales-fin": (
        Words("devices/ces", "areas", "2024-12", "décembre 2024", "december 2024"),
    ),
    "ces-sein-age": (Measure("ces", "age-breast"),),
    "ces-col-age": (Measure("ces", "age-cervix"),),
    "ces-sans-depistage": (Measure("ces", "without-screening"),),
    "ces-colorectal-age": (Measure("ces", "age-colorectal"),),
    "ces-heures": (
        Words("devices/ces", "comparison", "09:00-17:00", "9 h à 17 h", "tussen 9 en 17 uur"),
    ),
    "ces-tentatives": (Measure("ces", "attempts"),),
    "ces-ateliers-debut": (
        Words(
            "devices/ces",
            "since",
            "2023",
            fr="ateliers santé s’y ajoutent en 2023",
            nl="In 2023 komen de gezondheidsateliers",
        ),
    ),
    "ces-affiliation": (Measure("ces", "affiliation"),),
    "ces-roles": (Measure("ces", "roles"),),
    "ces-themes-vivalis": (
        Measure("ces", "workshop-topics"),
        Measure("cpps", "vivalis-priorities", 0),
    ),
}

OTHERS: dict[str, tuple[Place, ...]] = {
    "bassins-nombre": (Measure("cpps", "bassins"), Count("bassins", "bassins", "ul.ways > li")),
    "bassin-population-nord": (Residents("nord"),),
    "bassin-population-nord-est": (Residents("nord-est"),),
    "bassin-population-sud-est": (
        Residents("sud-est"),
        Measure("cpps", "residents-per-bassin", 0, "min"),
        Measure("equipes-appui-bassin", "residents-per-bassin", 0, "min"),
    ),
    "bassin-population-sud": (
        Residents("sud"),
        Measure("cpps", "residents-per-bassin", 0, "max"),
        Measure("equipes-appui-bassin", "residents-per-bassin", 0, "max"),
    ),
    "bassin-population-centre-ouest": (Residents("centre-ouest"),),
    "bassin-population-ordre": (Measure("cpps", "residents-per-bassin", 1),),
    "qss-max": (Measure("clss", "residents-per-quartier"),),
    "qss-nombre": (Measure("clss", "all-quartiers", 0),),
    "clss-2023": (Measure("clss", "contracts", 2),),
    "clss1-annee": (Moment("clss", "since", 0),),
    "clss1-quartiers": (Measure("clss", "contracts", 0),),
    "clss1-communes": (Measure("clss", "first-wave-communes"),),
    "clss2-quartiers": (Measure("clss", "second-wave"),),
    "clss2-communes": (Measure("clss", "second-wave-communes"),),
    "clss1-redefinis": (Measure("clss", "redrawn"),),
    "clss-missions": (Measure("clss", "missions"),),
    "cssi-prevus": (Measure("cssi", "planned"),),
    "pssi-niveaux": (
        Words("lexicon/approche-territoriale", "explanation", "3", "trois niveaux", "drie niveaus"),
    ),
    "communes-rbc": (Count("communes", "communes", "table.matrix > tbody > tr"),),
    "panorama-periode": (Period("raq", "workers"),),
    "lama-equipes": (Measure("cover", "lama-teams"),),
    "peterbos-financement": (
        Words(
            "devices/zorgzaam-peterbos-solidaire",
            "funded_until",
            "2021-2024",
            fr="2021–2024",
            nl="2021–2024",
        ),
    ),
    "peterbos-maison-medicale": (
        Words(
            "devices/zorgzaam-peterbos-solidaire",
            "comparison",
            "2025 (fin)",
            fr="la fin de 2025",
            nl="eind 2025",
        ),
    ),
}

PLACES: dict[str, tuple[Place, ...]] = RAQ | CHW | CPPS | CES | OTHERS

NOT_SHOWN = {
    "chw-villes-flandre": "outside the Region",
    "chw-villes-wallonie": "outside the Region",
    "chw-modes-action": "a division of a chapter of the document, no fact on the scheme",
    "cpps-axes": "a division; the three aims themselves are rows of the comparison",
    "bassin-population-total": "a sum that no document gives; the five parts are shown",
    "pauvrete-part": "on the Region's population, not on a scheme",
    "pauvrete-seuil": "on the Region's population, and of 2023: the threshold rises every year",
}
