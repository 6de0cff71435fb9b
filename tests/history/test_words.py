"""The sentences about changes: both languages, every field of every schema, all of them used."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from panorama.history.compare import Change
from panorama.history.say import Teller
from panorama.history.words import known_sentences, noun, words
from panorama.paths import PROJECT
from tests.checking.golden import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panorama.history.compare import What
    from panorama.model.catalogue import Language
    from panorama.pages.voice import Voice

PLACEHOLDER = re.compile(r"\{(\w+)\}")
SCHEMAS = PROJECT / "data" / "schemas"
KINDS = ("device", "organisation", "quartier", "lexicon", "source")
LISTS = ("communes", "bassins", "themes")
# Said otherwise: as the record's address, its check, its sources or its figures.
OTHERWISE = {"id", "checked", "sources", "source", "figures", "population"}


def staff(what: What, **values: Any) -> Change:
    """A change of a figure."""
    return Change(what, "figures.staff", label={"fr": "Équipe", "nl": "Team"}, unit="fte", **values)


SAID: list[tuple[Change, str, str]] = [
    (Change("changed", "contacts.phone"), "le téléphone a changé",
     "het telefoonnummer is gewijzigd"),
    (Change("changed", "roles"), "les rôles auprès des dispositifs ont changé",
     "de rollen bij de dispositieven zijn gewijzigd"),
    (Change("known", "hours"), "on connaît désormais les heures", "de uren zijn nu bekend"),
    (Change("unknown", "address"), "on ne connaît plus l’adresse",
     "het adres is niet langer bekend"),
    (Change("not-applicable", "hours"), "les heures sont désormais sans objet",
     "de uren zijn niet langer van toepassing"),
    (Change("given", "note"), "on a ajouté la remarque", "de opmerking is toegevoegd"),
    (Change("withdrawn", "note"), "on a retiré la remarque", "de opmerking is verwijderd"),
    (Change("reworded", "summary", languages=("fr", "nl")), "on a reformulé la présentation",
     "de voorstelling is herschreven"),
    (Change("reworded", "conditions", languages=("nl",)),
     "on a reformulé en néerlandais les conditions",
     "de voorwaarden zijn herschreven in het Nederlands"),
    (Change("dated", "comparison.how"), "la ligne «\u00a0Comment\u00a0» vaut pour une autre date",
     "de rij ‘Hoe’ geldt voor een andere datum"),
    (Change("named", "names", {"fr": "A", "nl": "B"}, {"fr": "C", "nl": "D"}),
     "le nom est désormais «\u00a0C\u00a0» (avant\u00a0: «\u00a0A\u00a0»)",
     "de naam is nu ‘D’ (vroeger: ‘B’)"),
    (staff("figure-added", after=2.5, moment="2024-06"),
     "on a ajouté un chiffre\u00a0: Équipe, 2,5\u00a0ETP (situation\u00a0: juin 2024)",
     "er is een cijfer bij: Team, 2,5\u00a0vte (toestand: juni 2024)"),
    (staff("figure-changed", before=1, after={"min": 2, "max": 3}, moment="2024"),
     ("on a corrigé un chiffre\u00a0: Équipe, 2–3\u00a0ETP au lieu de 1\u00a0ETP"
      " (situation\u00a0: 2024)"),
     "een cijfer is verbeterd: Team, 2–3\u00a0vte in plaats van 1\u00a0vte (toestand: 2024)"),
    (Change("source-added", after="rapport"), "on a ajouté une source\u00a0: A. Autrice (2024)",
     "er is een bron bij: A. Autrice (2024)"),
    (Change("source-removed", before="gone"), "on a retiré une source\u00a0: gone",
     "een bron is verwijderd: gone"),
    (Change("checked", "checked"), "la fiche a été revérifiée", "de fiche is opnieuw nagekeken"),
    (Change("changed", "of-long-ago"), "le champ «\u00a0of-long-ago\u00a0» a changé",
     "het veld ‘of-long-ago’ is gewijzigd"),
]  # fmt: skip


def fields() -> Iterator[str]:
    """Every field of the schemas that can change, as the comparison names it."""
    for kind in (*KINDS, *LISTS):
        schema = json.loads((SCHEMAS / f"{kind}.schema.json").read_text("utf-8"))
        properties: dict[str, Any] = schema.get("items", schema)["properties"]
        for name, rule in properties.items():
            if name == "contacts":
                common = json.loads((SCHEMAS / "common.schema.json").read_text("utf-8"))
                parts = common["$defs"]["contacts"]["properties"]
                yield from (f"contacts.{part}" for part in parts if part != "sources")
            elif name == "comparison":
                yield from (f"comparison.{part}" for part in rule["properties"])
            elif name not in OTHERWISE:
                yield name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", sorted(set(fields())))
def test_every_field_of_the_records_has_a_name(field: str, language: Language) -> None:
    assert field not in noun(field, language)[0] or field in words()["one"] | words()["many"]
    assert "«" not in noun(field, language)[0] or not noun(field, language)[0].startswith(
        "le champ"
    )


def test_no_field_is_named_that_records_do_not_have() -> None:
    named = {*words()["one"], *words()["many"]} - {"figure", "other", "checked", "lines"}
    assert named - set(fields()) == {
        "contacts",
        "comparison",
    }  # where they were no groups of fields


def test_sentences_have_the_same_placeholders_in_both_languages() -> None:
    texts = {key: words()[key] for key in known_sentences()} | words()["one"] | words()["many"]
    different = [
        key
        for key, text in texts.items()
        if set(PLACEHOLDER.findall(text["fr"])) != set(PLACEHOLDER.findall(text["nl"]))
    ]
    assert different == []


@pytest.mark.parametrize(("change", "french", "dutch"), SAID)
def test_a_change_is_said_in_plain_words(
    small: dict[Language, Voice], change: Change, french: str, dutch: str
) -> None:
    assert Teller(small["fr"]).change(change) == french
    assert Teller(small["nl"]).change(change) == dutch


def test_braces_in_a_record_stay_text(small: dict[Language, Voice]) -> None:
    hostile = {"fr": "{field} {0} {__class__}", "nl": "x"}
    said = Teller(small["fr"]).change(Change("named", "names", hostile, hostile))
    assert said.count("{field} {0} {__class__}") == 2


@pytest.mark.parametrize("value", [None, "x", [], {}, {"min": "a"}, True])
@pytest.mark.parametrize(
    "moment", ["", "soon", "2024/2025-06", "2024-13", "2024/2025/2026", "2023-02-30"]
)
def test_figures_of_any_shape_are_said_somehow(
    small: dict[Language, Voice], value: Any, moment: str
) -> None:
    change = Change("figure-added", "figures.x", after=value, moment=moment, unit="unheard-of")
    assert Teller(small["nl"]).change(change)
