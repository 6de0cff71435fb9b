"""`panorama report --overdue`, `--missing` and `--translations`: what there is to do, and where."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from panorama.today import today
from tests.checking.golden import LANGUAGES, VALID
from tests.cli.calling import panorama

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from panorama.checking.report import Language

DEVICE, TERM = "data/devices/relais.yml", "data/lexicon/aller-vers.yml"
TODAY = today().isoformat()
ACTIVE = "'Écoute | @everyone [a](https://evil.example) ![i](https://evil.example/i.png) <b>'"
LISTS = ("--overdue", "--missing", "--translations")
NONE = {
    "fr": {"--overdue": "Aucune fiche", "--translations": "Les deux langues"},
    "nl": {"--overdue": "Er zijn geen fiches", "--translations": "Beide talen"},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The valid records, all of them checked today and declared in step."""
    shutil.copytree(VALID.parent, tmp_path / "all")
    folder = tmp_path / "all"
    names = [path.relative_to(folder / "data").as_posix() for path in folder.glob("data/*/*.yml")]
    for arguments in (("verify", *names, "--how", "document"), ("translated",)):
        assert panorama(folder, *arguments, "--data", "data").returncode == 0
    return folder


def report(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = panorama(folder, "report", "--data", "data", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done


def rows(folder: Path, what: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(report(folder, what, "--format", "json").stdout)
    return found


def change(folder: Path, path: str, written: str, instead: str) -> None:
    text = (folder / path).read_text("utf-8")
    assert written in text
    (folder / path).write_text(text.replace(written, instead, 1), "utf-8")


def test_overdue_records_come_longest_waiting_first(folder: Path) -> None:
    change(folder, DEVICE, f"on: {TODAY}, how: document", "on: 2020-02-29, how: call")
    change(folder, TERM, f"on: {TODAY}, how: document", "on: 2019-05-31, how: visit")
    found = rows(folder, "--overdue")
    assert [(row["path"], row["due"], row["checked"], row["how"]) for row in found] == [
        (TERM, "2019-11-30", "2019-05-31", "visit"),
        (DEVICE, "2020-08-29", "2020-02-29", "call"),
    ]
    line = (folder / TERM).read_text("utf-8").splitlines()[found[0]["line"] - 1]
    assert line.startswith("checked:")


def test_what_is_not_known_is_listed_where_it_is_written(folder: Path) -> None:
    found = {(row["path"], row["field"]): row for row in rows(folder, "--missing")}
    assert found[DEVICE, "funded_until"]["said"] == "unknown"
    assert found[DEVICE, "comparison.where"]["said"] == "unknown"
    item = found[DEVICE, "comparison.presentation.items.1"]
    assert item["said"] == "La durée n’est pas précisée."
    # What does not apply is known.
    assert (DEVICE, "employed_by") not in found
    lines = (folder / DEVICE).read_text("utf-8").splitlines()
    assert lines[found[DEVICE, "funded_until"]["line"] - 1] == "funded_until: unknown"


def test_texts_to_revise_are_listed_with_what_changed(folder: Path) -> None:
    change(
        folder, DEVICE, "fr: Écoute et oriente.", "fr: Écoute, puis [oriente](lexicon:aller-vers)."
    )
    change(folder, "docs/nl/context/aller/index.md", "title: Erop af", "title: Erop uit")
    french, dutch = sorted(rows(folder, "--translations"), key=lambda row: str(row["path"]))
    assert french == {
        "path": DEVICE,
        "line": (folder / DEVICE)
        .read_text("utf-8")
        .splitlines()
        .index("        nl: Luistert en verwijst door.")
        + 1,
        "field": "comparison.presentation.items.0",
        "behind": "nl",
        "changed": "Écoute, puis oriente.",
    }
    assert (dutch["path"], dutch["line"], dutch["field"], dutch["behind"]) == (
        "docs/fr/context/aller/index.md", 2, "title", "fr",
    )  # fmt: skip
    counted = json.loads(report(folder, "--format", "json").stdout)
    assert counted["behind"] == 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", LISTS)
def test_the_three_layouts_list_the_same(folder: Path, what: str, language: Language) -> None:
    change(folder, DEVICE, f"on: {TODAY}", "on: 2015-01-01")
    change(folder, DEVICE, "fr: Écoute et oriente.", f"fr: {ACTIVE}")
    change(folder, DEVICE, "fr: La durée n’est pas précisée.", f"fr: {ACTIVE}")
    found = json.loads(report(folder, what, "--format", "json", "--lang", language).stdout)
    places = [f"{row['path']}:{row['line']}" for row in found]
    assert places
    text = report(folder, what, "--lang", language).stdout.splitlines()
    assert [line.partition(": ")[0] for line in text] == places
    markdown = report(folder, what, "--format", "markdown", "--lang", language).stdout.splitlines()
    assert markdown[0].startswith("## ")
    assert markdown[0].endswith(f" ({len(found)})")
    assert [line.split("`")[1] for line in markdown[4:]] == places
    assert "@everyone" not in re.sub(r"`[^`]*`", "", "\n".join(markdown))
    assert "](" not in re.sub(r"`[^`]*`", "", "\n".join(markdown))
    columns = {len(re.findall(r"(?<!\\)\|", line)) for line in markdown[2:]}
    assert len(columns) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", ["--overdue", "--translations"])
def test_success_is_said_in_words(folder: Path, what: str, language: Language) -> None:
    for layout in ("text", "markdown"):
        done = report(folder, what, "--format", layout, "--lang", language)
        assert NONE[language][what] in done.stdout
    assert rows(folder, what) == []


def test_one_list_at_a_time(folder: Path) -> None:
    done = panorama(folder, "report", "--overdue", "--missing", "--data", "data")
    assert (done.returncode, done.stdout) == (2, "")


def test_errors_are_said_and_the_rest_is_listed(folder: Path) -> None:
    change(folder, DEVICE, "kind: core", "kind: odd")
    done = panorama(folder, "report", "--missing", "--data", "data")
    assert done.returncode == 1
    assert "panorama check" in done.stderr
    assert DEVICE not in done.stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_what_was_declared_nobody_says_that_the_languages_are_in_step(
    folder: Path, language: Language
) -> None:
    (folder / "data/translations.txt").unlink()
    options = ("--data", "data", "--lang", language)
    said = {"fr": "data/translations.txt n’existe pas", "nl": "data/translations.txt bestaat niet"}
    done = panorama(folder, "report", "--translations", *options)
    assert (done.returncode, done.stdout) == (1, "")
    assert said[language] in done.stderr
    done = panorama(folder, "report", *options)
    assert done.returncode == 0
    assert said[language] in done.stderr


def test_counts_are_a_table_too(folder: Path) -> None:
    lines = report(folder, "--format", "markdown").stdout.splitlines()
    counted = json.loads(report(folder, "--format", "json").stdout)
    assert [int(line.split("|")[2]) for line in lines[2:]] == list(counted.values())
