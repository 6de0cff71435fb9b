"""`panorama changes` on a proposal: a branch of a real repository, as its reviewers see it."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.checking.golden import LANGUAGES, VALID
from tests.cli.calling import panorama
from tests.history.repository import AUTHOR, SUBJECT, Repository, repository

if TYPE_CHECKING:
    from pathlib import Path

HOUSE = "organisations/maison.yml"
HOSTILE = "`|` @team #1 <img src=x> https://evil.example ![x](y)\\n::error::z"
CHECKED = (
    "| `la dernière vérification` / `het laatste nazicht` |  "
    "| `2024-10-01 (website)` | `2025-06-30 (call)` |"
)
ROWS = [
    "| Fait / Feit |  | Avant / Ervoor | Après / Erna |",
    "|---|---|---|---|",
    "| `le téléphone` / `het telefoonnummer` |  | `02 123 45 67` | `02 765 43 21` |",
    "| `on a ajouté une source : Loi (2024)` / `er is een bron bij: Loi (2024)` |  | – | `loi` |",
    CHECKED,
]

PAGES = """\
- En ligne / Online: [`/organisations/maison/`](https://site.example/organisations/maison/) · \
[`/nl/organisations/maison/`](https://site.example/nl/organisations/maison/)
- Dans l’aperçu / In het voorbeeld: `organisations/maison/index.html` · \
`nl/organisations/maison/index.html`
"""


@pytest.fixture
def proposal(tmp_path: Path) -> Repository:
    """A branch that corrects a phone, adds a term and a page, while the main branch goes on."""
    made = repository(tmp_path / "project")
    made.git("switch", "--quiet", "--create", "correction")
    made.edit(
        HOUSE,
        ("02 123 45 67", "02 765 43 21"),
        ("on: 2024-10-01, how: website", "on: 2025-06-30, how: call"),
    )
    made.edit(
        HOUSE, ("sources: [{id: rapport}]\nchecked", "sources: [{id: rapport}, {id: loi}]\nchecked")
    )
    shutil.copy(made.data / "sources/rapport.yml", made.data / "sources/loi.yml")
    made.edit(
        "sources/loi.yml",
        ("id: rapport", "id: loi"),
        ("title: Rapport sur l’aller-vers", "title: Loi\nshort_title: Loi"),
    )
    for language in LANGUAGES:
        page = made.folder / f"docs/{language}/context/aller/index.md"
        page.parent.mkdir(parents=True)
        page.write_text("---\ntitle: Aller\ndescription: Aller.\n---\n", "utf-8")
    made.commit("2025-07-01")
    made.git("switch", "--quiet", "main")
    made.edit("bassins.yml", ("value: 1000", "value: 2000"))
    made.commit("2025-07-02")
    made.git("switch", "--quiet", "correction")
    return made


def changes(made: Repository, *arguments: str, base: str = "main") -> str:
    done = panorama(made.folder, "changes", "--data", "data", "--base", base, *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert AUTHOR not in done.stdout
    assert SUBJECT not in done.stdout
    return done.stdout


def test_a_comment_shows_before_and_after_in_both_languages(proposal: Repository) -> None:
    body = changes(proposal, "--format", "markdown", "--site-url", "https://site.example")
    assert body.startswith("<!-- panorama-changes -->\n## Faits modifiés / Gewijzigde feiten\n")
    assert "### `Maison` / `Huis`" in body
    assert PAGES in body
    assert "\n".join(ROWS) in body.replace("\u00a0", " ")
    assert "- `/nl/context/aller/` · Dans l’aperçu / In het voorbeeld: `nl/context/aller/in" in body
    assert "Bassin" not in body  # what the main branch did is not the proposal's


@pytest.mark.parametrize(("language", "said"), [
    ("fr", "le téléphone a changé (02 123 45 67 → 02 765 43 21)"),
    ("nl", "het telefoonnummer is gewijzigd (02 123 45 67 → 02 765 43 21)"),
])  # fmt: skip
def test_annotations_stand_on_the_lines_of_the_facts(
    proposal: Repository, language: str, said: str
) -> None:
    lines = changes(proposal, "--format", "github", "--lang", language).splitlines()
    text = (proposal.data / HOUSE).read_text("utf-8").splitlines()
    line = 1 + next(n for n, one in enumerate(text) if "phone:" in one)
    name = {"fr": "Maison", "nl": "Huis"}[language]
    assert f"::notice file=data/{HOUSE},line={line},col=10,title={name}::{said}" in lines
    assert all(one.startswith("::notice file=data/") for one in lines)


def test_programs_read_the_same(proposal: Repository) -> None:
    found = json.loads(changes(proposal, "--format", "json"))
    assert [one["record"] for one in found["records"]] == ["organisations/maison", "sources/loi"]
    phone = found["records"][0]["changes"][0]
    assert phone["nl"] == {
        "said": "het telefoonnummer is gewijzigd",
        "before": "02 123 45 67",
        "after": "02 765 43 21",
    }
    assert found["renewed"] == ["organisations/maison"]
    assert found["chapters"] == ["context/aller/", "nl/context/aller/"]
    assert "lexicon/aller-vers" in found["overdue"]
    assert set(found["records"][1]["pages"]) == {"/sources/#loi", "/nl/sources/#loi"}


FRENCH = ("fr: Écoute et oriente.", "fr: Écoute, puis oriente.")
DUTCH = ("nl: Luistert en verwijst door.", "nl: Luistert en wijst de weg.")
ITEM = {"owner": "devices/relais", "field": "comparison.presentation.items.0", "language": "nl"}
DEVICE = "devices/relais.yml"


@pytest.fixture
def declared(tmp_path: Path) -> Repository:
    """Records and pages that were declared in step, and committed."""
    made = repository(tmp_path / "project")
    shutil.copytree(VALID.parent / "docs", made.folder / "docs")
    assert panorama(made.folder, "translated", "--data", "data").returncode == 0
    made.commit("2025-06-30")
    return made


def test_a_translation_that_is_left_behind_is_said(declared: Repository) -> None:
    declared.edit(DEVICE, FRENCH)
    page = declared.folder / "docs/fr/context/aller/index.md"
    page.write_text(page.read_text("utf-8") + "\nUne phrase de plus.\n", "utf-8")
    found = json.loads(changes(declared, "--format", "json", base="HEAD"))["translations"]
    assert found["settled"] == []
    assert ITEM in found["added"]
    assert {one["owner"] for one in found["added"]} == {"devices/relais", "docs/context/aller"}
    body = changes(declared, "--format", "markdown", base="HEAD").replace("\u00a0", " ")
    assert "- Traductions à revoir : 2 de plus, 0 de moins (2 sur tout le site)" in body
    assert "- `devices/relais` `comparison.presentation.items.0`: le néerlandais" in body
    assert "|  | NL | inchangé / ongewijzigd |" in body
    notices = changes(declared, "--format", "github", base="HEAD")
    text = (declared.data / DEVICE).read_text("utf-8").splitlines()
    line = 1 + next(n for n, one in enumerate(text) if FRENCH[1] in one)
    assert f"file=data/{DEVICE},line={line}," in notices


@pytest.mark.parametrize("settle", ["translate", "declare"])
def test_a_translation_that_is_brought_back_in_step_is_said(
    declared: Repository, settle: str
) -> None:
    declared.edit(DEVICE, FRENCH)
    declared.commit("2025-07-01")
    if settle == "translate":
        declared.edit(DEVICE, DUTCH)
    else:
        panorama(declared.folder, "translated", "devices/relais", "--data", "data")
    found = json.loads(changes(declared, "--format", "json", base="HEAD"))["translations"]
    count = 1 if settle == "translate" else 0
    assert found == {"added": [], "settled": [ITEM], "unrecorded": count}


def test_what_was_behind_before_is_not_the_proposals(declared: Repository) -> None:
    declared.edit(DEVICE, FRENCH)
    declared.commit("2025-07-01")
    declared.edit(DEVICE, (FRENCH[1], "fr: Écoute longuement, puis oriente."))
    said = changes(declared, base="HEAD").replace("\u00a0", " ")
    assert "Traductions à revoir : 0 de plus, 0 de moins (1 sur tout le site)" in said


def test_text_is_for_the_author(proposal: Repository) -> None:
    said = changes(proposal, "--lang", "nl")
    assert said.startswith(
        f"Huis  data/{HOUSE}\n  het telefoonnummer: 02 123 45 67 → 02 765 43 21\n"
    )


def test_what_is_not_committed_counts_too(proposal: Repository) -> None:
    proposal.edit(HOUSE, ("info@example.be", "accueil@example.be"))
    (proposal.data / "lexicon/aller-vers.yml").unlink()
    said = changes(proposal, base="HEAD")
    assert "l’adresse électronique: info@example.be → accueil@example.be" in said
    assert "la fiche a été retirée" in said


def test_nothing_changed_is_said_with_counts(proposal: Repository) -> None:
    assert changes(proposal, base="HEAD").startswith("Fiches modifiées\u00a0: 0\n")


@pytest.mark.parametrize("base", ["nowhere", "--all", "", "main:data"])
def test_a_name_of_no_commit_is_misuse(proposal: Repository, base: str) -> None:
    done = panorama(proposal.folder, "changes", "--data", "data", f"--base={base}")
    assert (done.returncode, done.stdout) == (2, "")
    assert "état du projet" in done.stderr


def test_texts_of_a_proposal_are_not_active(proposal: Repository) -> None:
    proposal.edit(HOUSE, ("{fr: Maison, nl: Huis}", json.dumps({"fr": HOSTILE, "nl": "`x"})))
    body = changes(proposal, "--format", "markdown")
    (heading,) = (line for line in body.splitlines() if "@team" in line and line.startswith("###"))
    assert heading.startswith("### `` `\\|` @team #1 <img src=x>")
    for line in body.splitlines():
        outside = "".join(
            part for n, part in enumerate(line.replace("``", "`").split("`")) if n % 2 == 0
        )
        assert "@team" not in outside or "``" in line
    notices = changes(proposal, "--format", "github")
    assert not [line for line in notices.splitlines() if line.startswith("::error")]
