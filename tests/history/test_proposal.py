"""What reviewers are told: translations, moves, new and unread records, lists, within bounds."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from panorama.history.markdown import BODY, MARK
from panorama.paths import PROJECT
from tests.checking.golden import VALID
from tests.cli.calling import panorama
from tests.history.repository import Repository, repository

if TYPE_CHECKING:
    from pathlib import Path

WORKFLOW = PROJECT / ".github/workflows/pull-request.yml"
HOUSE, DEMEURE = "organisations/maison.yml", "organisations/demeure.yml"
DEVICE = "devices/relais.yml"
FRENCH = ("fr: Accueille des équipes.", "fr: Héberge des équipes.")
DUTCH = ("nl: Ontvangt teams.", "nl: Biedt teams onderdak.")
MORE_FRENCH = (FRENCH[1], "fr: Loge des équipes.")
WORDS = """\
relation.works_with: {fr: Travaille avec, nl: Werkt samen met}
relation.sends_to: {fr: Oriente vers, nl: Verwijst door naar}
role.host: {fr: hébergement, nl: gastorganisatie}
date.span: {fr: "{start}–{end}", nl: "{start}–{end}"}
role.partner: {fr: partenaire, nl: partner}
"""
SUMMARY = {"owner": "organisations/maison", "field": "summary", "language": "nl"}


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    """The valid records and pages on `main`, declared in step, and a branch."""
    found = repository(tmp_path / "project")
    found.edit("ui.yml", ("menu:", f"{WORDS}menu:"))
    shutil.copytree(VALID.parent / "docs", found.folder / "docs")
    assert panorama(found.folder, "translated", "--data", "data").returncode == 0
    found.commit("2025-06-30")
    found.git("switch", "--quiet", "--create", "proposal")
    return found


def said(made: Repository, layout: str, *arguments: str, base: str = "main") -> str:
    given = ("--data", "data", "--base", base, "--format", layout, *arguments)
    done = panorama(made.folder, "changes", *given)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.replace("\u00a0", " ")


def found(made: Repository) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(said(made, "json"))
    return value


def rows(body: str) -> list[list[str]]:
    """Cells of the tables' rows, without the heads."""
    lines = [line for line in body.splitlines() if line.startswith("| ") and "Feit" not in line]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


# Translations.
def test_a_text_that_changed_alone_is_behind_though_nobody_recorded_the_pair(
    made: Repository,
) -> None:
    made.git("switch", "--quiet", "main")
    made.edit(HOUSE, FRENCH, DUTCH)  # both, by hand, and not declared
    made.commit("2025-07-01")
    made.git("switch", "--quiet", "--create", "later")
    made.edit(HOUSE, MORE_FRENCH)
    translations = found(made)["translations"]
    assert translations == {"added": [SUMMARY], "settled": [], "unrecorded": 0}
    body = said(made, "markdown")
    assert "- `organisations/maison` `summary`: le néerlandais n’a pas suivi" in body
    assert "- Traductions à revoir : 1 de plus, 0 de moins (1 sur tout le site)" in body
    text = (made.data / HOUSE).read_text("utf-8").splitlines()
    line = 1 + next(n for n, one in enumerate(text) if DUTCH[1] in one)
    place = f"file=data/{HOUSE},line={line},col=7,title=organisations/maison"
    warning = f"::warning {place}::le néerlandais n’a pas suivi (summary)"
    assert warning in said(made, "github").splitlines()


def test_a_chapter_whose_section_changed_alone_is_behind(made: Repository) -> None:
    for edits in (("fr", "nl"), ("nl",)):
        made.commit("2025-07-01")
        for language in edits:
            page = made.folder / f"docs/{language}/context/aller/index.md"
            page.write_text(page.read_text("utf-8") + "\n\nUne ligne.\n", "utf-8")
    (one,) = json.loads(said(made, "json", base="HEAD"))["translations"]["added"]
    assert (one["owner"], one["language"]) == ("docs/context/aller", "fr")
    assert "\ndocs/fr/context/aller/index.md:" in said(made, "text", base="HEAD")


def test_a_text_that_changed_alone_is_behind_where_nothing_was_ever_recorded(
    tmp_path: Path,
) -> None:
    made = repository(tmp_path / "project")
    made.edit(HOUSE, DUTCH)
    translations = json.loads(said(made, "json", base="HEAD"))["translations"]
    assert translations["added"] == [{**SUMMARY, "language": "fr"}]


def test_a_pair_that_is_declared_is_not_behind(made: Repository) -> None:
    made.edit(HOUSE, FRENCH)
    assert panorama(made.folder, "translated", HOUSE, "--data", "data").returncode == 0
    assert found(made)["translations"] == {"added": [], "settled": [], "unrecorded": 0}


def test_texts_that_changed_together_are_to_be_recorded(made: Repository) -> None:
    made.edit(HOUSE, FRENCH, DUTCH)
    assert found(made)["translations"] == {"added": [], "settled": [], "unrecorded": 1}
    body = said(made, "markdown")
    (line,) = (line for line in body.splitlines() if "panorama translated" in line)
    assert "équivalents : 1." in line
    assert "genoteerd zijn: 1." in line
    panorama(made.folder, "translated", "--data", "data")
    assert "panorama translated" not in said(made, "markdown")


def test_a_point_that_moves_in_its_list_is_not_behind(made: Repository) -> None:
    first = "      - fr: Écoute et oriente.\n        nl: Luistert en verwijst door.\n"
    made.edit(DEVICE, (first, f"      - fr: Un de plus.\n        nl: Een meer.\n{first}"))
    assert found(made)["translations"] == {"added": [], "settled": [], "unrecorded": 1}


def test_texts_of_a_record_that_moved_are_the_same(made: Repository) -> None:
    made.edit(HOUSE, FRENCH)
    made.commit("2025-07-01")
    assert panorama(made.folder, "rename", HOUSE, "demeure", "--data", "data").returncode == 0
    added = found(made)["translations"]["added"]
    assert added == [{**SUMMARY, "owner": "organisations/demeure"}]


def test_texts_that_cannot_be_read_are_not_settled(made: Repository) -> None:
    made.edit(HOUSE, FRENCH)
    made.commit("2025-07-01")
    made.write(HOUSE, "id: [")
    settled = json.loads(said(made, "json", base="HEAD"))["translations"]["settled"]
    assert settled == []


# Files that cannot be read.
def test_a_file_that_cannot_be_read_is_not_gone(made: Repository) -> None:
    made.edit(HOUSE, ("names: {", "names: {{"))
    made.edit("bassins.yml", ("- id:", "- id: ["))
    body = said(made, "markdown")
    assert "retirée" not in body
    assert [row[0] for row in rows(body)] == [
        (
            "`la fiche ne peut pas être lue telle quelle : voir les erreurs sur ses lignes`"
            " / `de fiche kan zo niet gelezen worden: zie de fouten op haar regels`"
        )
    ] * 2
    assert "### `Maison` / `Huis`" in body
    assert "### `bassins`" in body


def test_a_file_that_can_be_read_again_is_not_new(made: Repository) -> None:
    made.write(HOUSE, "id: [")
    made.git("switch", "--quiet", "--create", "broken")
    made.commit("2025-07-01")
    shutil.copy(VALID / HOUSE, made.data / HOUSE)
    body = said(made, "markdown", base="HEAD")
    assert "ajoutée" not in body
    ((what, *cells),) = rows(body)
    assert "la fiche peut de nouveau être lue" in what
    assert cells == ["", "–", "–"]


# Moves.
@pytest.mark.parametrize("how", ["rename", "git"])
def test_a_move_is_one_section_with_what_changed_besides(made: Repository, how: str) -> None:
    if how == "rename":
        assert panorama(made.folder, "rename", HOUSE, "demeure", "--data", "data").returncode == 0
    else:
        made.git("mv", f"data/{HOUSE}", f"data/{DEMEURE}")
        made.edit(DEMEURE, ("id: maison", "id: demeure"))
        for path, old in ((DEVICE, "organisation: maison"), ("quartiers/cureghem.yml", "[maison]")):
            made.edit(path, (old, old.replace("maison", "demeure")))
    made.edit(DEMEURE, ("02 123 45 67", "02 765 43 21"))
    body = said(made, "markdown", "--site-url", "https://site.example")
    assert re.findall("^###.*", body, re.MULTILINE) == ["### `Maison` / `Huis`"]
    address = "`l’adresse de la page` / `het adres van de pagina`"
    assert rows(body) == [
        [address, "FR", "`/organisations/maison/`", "`/organisations/demeure/`"],
        ["", "NL", "`/nl/organisations/maison/`", "`/nl/organisations/demeure/`"],
        ["`le téléphone` / `het telefoonnummer`", "", "`02 123 45 67`", "`02 765 43 21`"],
    ]
    assert "](https://site.example/organisations/maison/)" in body  # what is online until then
    assert "`organisations/demeure/index.html`" in body


def test_an_address_that_is_there_still_has_not_moved(made: Repository) -> None:
    shutil.copy(made.data / HOUSE, made.data / DEMEURE)
    made.edit(DEMEURE, ("id: maison", "id: demeure"))
    moved = "- {from: organisations/maison, to: organisations/demeure, on: 2025-07-01}\n"
    made.edit("redirects.yml", ("- {from", f"{moved}- {{from"))
    records = {one["record"]: one["changes"][0]["what"] for one in found(made)["records"]}
    assert records == {"organisations/demeure": "added"}


# New records.
def test_a_new_record_is_told_with_its_facts(made: Repository) -> None:
    shutil.copy(made.data / HOUSE, made.data / DEMEURE)
    made.edit(DEMEURE, ("id: maison", "id: demeure"), ("02 123 45 67", "02 765 43 21"))
    told = rows(said(made, "markdown"))
    assert told[0] == ["`la fiche a été ajoutée` / `de fiche is toegevoegd`", "", "–", "–"]
    assert ["`le téléphone` / `het telefoonnummer`", "", "–", "`02 765 43 21`"] in told
    assert ["", "NL", "–", "`Ontvangt teams.`"] in told
    assert ["", "NL", "–", "`gastorganisatie · partner`"] in told
    assert "En ligne" not in said(made, "markdown", "--site-url", "https://site.example")
    assert said(made, "github").count("::notice") == 1
    assert found(made)["renewed"] == []


# Lists.
RELATIONS = [
    {"kind": "works_with", "organisation": "maison", "text": {"fr": "Ici.", "nl": "Hier."},
     "sources": [{"id": "rapport"}]},
    {"kind": "sends_to", "organisation": "foyer", "text": {"fr": "Là.", "nl": "Daar."},
     "sources": [{"id": "rapport"}]},
]  # fmt: skip
FIELD = "les liens avec d’autres dispositifs ou organisations"


def test_a_list_is_compared_item_by_item_in_plain_words(made: Repository) -> None:
    shutil.copy(made.data / HOUSE, made.data / "organisations/foyer.yml")
    made.edit("organisations/foyer.yml", ("id: maison", "id: foyer"))
    made.edit("organisations/foyer.yml", ("{fr: Maison, nl: Huis}", "{fr: Foyer, nl: Thuis}"))
    made.edit(DEVICE, ("relations: []", f"relations: {json.dumps(RELATIONS)}"))
    made.commit("2025-07-01")
    shorter = [{**RELATIONS[1], "kind": "works_with"}]
    made.edit(DEVICE, (json.dumps(RELATIONS), json.dumps(shorter)))
    made.edit(HOUSE, ("roles: [host, partner]", "roles: [partner, host]"))
    told = rows(said(made, "markdown", base="HEAD"))
    assert [row for row in told if row[1] in ("FR", "")] == [
        [
            (f"`{FIELD} : un élément retiré` / `de banden met andere dispositieven of"
            " organisaties: een element verwijderd`"),
            "FR", "`Travaille avec – Maison – Ici.`", "–",
        ],
        [
            (f"`{FIELD} : un élément modifié` / `de banden met andere dispositieven of"
            " organisaties: een element gewijzigd`"),
            "FR", "`Oriente vers – Foyer`", "`Travaille avec – Foyer`",
        ],
        [
            ("`les rôles auprès des dispositifs : un autre ordre` / `de rollen bij de"
            " dispositieven: een andere volgorde`"),
            "", "–", "–",
        ],
    ]  # fmt: skip
    notice = next(
        line for line in said(made, "github", base="HEAD").splitlines() if "modif" in line
    )
    text = (made.data / DEVICE).read_text("utf-8").splitlines()
    line = 1 + next(n for n, one in enumerate(text) if one.startswith("relations:"))
    assert f",line={line},col=22," in notice  # the word that changed
    assert "(Oriente vers – Foyer → Travaille avec – Foyer)" in notice


def test_names_in_lists_of_a_language_are_compared_one_by_one(made: Repository) -> None:
    made.edit(
        "lexicon/aller-vers.yml",
        ("[outreachend werken]", "[vindplaatsgericht, outreachend werken]"),
    )
    (french, dutch) = rows(said(made, "markdown"))
    assert french[1:] == ["FR", "inchangé / ongewijzigd", "inchangé / ongewijzigd"]
    assert dutch[1:] == ["NL", "–", "`vindplaatsgericht`"]


def test_another_date_is_shown_as_a_date(made: Repository) -> None:
    made.edit(DEVICE, ("as_of: 2024-06/2024-09", "as_of: 2024-06/2025"))
    (french, dutch) = rows(said(made, "markdown"))
    assert french[1:] == ["FR", "`juin 2024–septembre 2024`", "`juin 2024–2025`"]
    assert dutch[1] == "NL"


# No more than the platform takes.
def test_a_comment_is_bounded_in_bytes_where_parts_end(made: Repository) -> None:
    hostile = "é<img src=x> @everyone` " * 30
    text = (made.data / HOUSE).read_text("utf-8")
    made.edit(HOUSE, FRENCH)
    for number in range(60):
        name = json.dumps({"fr": f"Maison {number} {hostile}", "nl": f"Huis {number} {hostile}"})
        fresh = text.replace("id: maison", f"id: maison-{number}")
        fresh = fresh.replace("{fr: Maison, nl: Huis}", name).replace("Accueille", hostile)
        made.write(f"organisations/maison-{number}.yml", fresh)
    body = said(made, "markdown")
    assert BODY - 20_000 < len(body.encode()) <= BODY
    assert body.startswith(MARK)
    headings = re.findall("^### .*", body, re.MULTILINE)
    assert headings[:2] == ["### Traductions à revoir / Te herziene vertalingen",
                            "### `Maison` / `Huis`"]  # fmt: skip
    shown = len(headings) - 1
    assert f"… et {61 - shown} fiches de plus, trop longues pour ce commentaire." in body
    for line in body.splitlines():
        assert "@everyone" not in re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", line)


def test_one_record_leaves_room_for_the_others(made: Repository) -> None:
    text = "".join(f"field-{number}: {'x' * 390}\n" for number in range(60))
    with (made.data / HOUSE).open("a", encoding="utf-8") as file:
        file.write(text)
    made.edit("sources/rapport.yml", ("Rapport sur l’aller-vers", "Autre titre"))
    body = said(made, "markdown")
    assert re.search(r"… et \d+ faits de plus dans cette fiche\. / … en nog", body)
    assert "`Autre titre`" in body


# Where the comparison starts.
def test_a_history_that_is_cut_off_is_said(made: Repository, tmp_path: Path) -> None:
    made.edit(HOUSE, FRENCH)
    made.commit("2025-07-01")
    made.git("switch", "--quiet", "main")
    made.edit(DEVICE, ('colour: "#811736"', 'colour: "#000000"'))
    made.commit("2025-07-02")
    shallow = tmp_path / "shallow"
    made.git("clone", "--quiet", "--depth", "1", "--branch", "proposal", "--no-single-branch",
             f"file://{made.folder}", str(shallow))  # fmt: skip
    for base in ("origin/main", "0" * 40):
        done = panorama(shallow, "changes", "--data", "data", "--base", base)
        assert (done.returncode, done.stdout) == (2, "")
        assert "git fetch --unshallow" in done.stderr
    made.git("-C", str(shallow), "fetch", "--quiet", "--unshallow")
    done = panorama(shallow, "changes", "--data", "data", "--base", "origin/main")
    assert "Fiches modifiées\u00a0: 1\n" in done.stdout


def test_what_the_base_did_meanwhile_is_not_the_proposals(made: Repository) -> None:
    made.edit(HOUSE, FRENCH)
    made.commit("2025-07-01")
    made.git("switch", "--quiet", "main")
    made.edit(DEVICE, ('colour: "#811736"', 'colour: "#000000"'))
    made.commit("2025-07-02")
    made.git("merge", "--quiet", "--no-ff", "-m", "As the platform tries it", "proposal")
    (base,) = {
        job["env"]["BASE"]
        for job in yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"].values()
        if "env" in job
    }
    records = json.loads(said(made, "json", base=base))["records"]
    assert [one["record"] for one in records] == ["organisations/maison"]


@pytest.mark.parametrize(("setting", "environment", "site"), [
    ('!ENV [SITE_URL, "https://own.example/p/"]', "", "https://own.example/p/"),
    ('!ENV [SITE_URL, "https://own.example/p/"]', "https://set.example", "https://set.example/"),
    ("https://own.example", "https://set.example", "https://own.example/"),
    ("!ENV SITE_URL", "https://set.example", "https://set.example/"),
    ("!ENV SITE_URL", "", ""),
    ("", "", ""),
    ("https://x.example/ ![a](b/", "", ""),
])  # fmt: skip
def test_the_site_is_where_its_settings_have_it(
    made: Repository, monkeypatch: pytest.MonkeyPatch, setting: str, environment: str, site: str
) -> None:
    monkeypatch.setenv("SITE_URL", environment)
    (made.folder / "mkdocs.yml").write_text(f"site_name: P\nsite_url: {setting}\n", "utf-8")
    made.edit(HOUSE, FRENCH)
    links = re.findall(r"\]\((https?:[^)]*)nl/organisations/maison/\)", said(made, "markdown"))
    assert links == [site] * bool(site)
    assert "](https://other.example/nl/" in said(
        made, "markdown", "--site-url", "https://other.example"
    )


def test_there_is_no_preview_of_records_with_errors(made: Repository) -> None:
    made.edit(HOUSE, ("type: non-profit", "type: nothing"))
    assert "index.html" not in said(made, "markdown")
