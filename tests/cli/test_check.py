"""`panorama check` as it is called: exit status, what it prints, and where."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.checking.golden import LANGUAGES, VALID, cases, expected, lay_out

if TYPE_CHECKING:
    from panorama.checking.report import Language

PANORAMA = Path(sys.executable).with_name("panorama")
# The command compares dates with the day it runs on; these reports are the same on any day.
TIMELESS = [
    case for case in cases() if "future-date" not in expected(case, "fr").read_text("utf-8")
]
CLEAN = {
    "fr": "fiches lues : 0 erreur(s), 0 avertissement(s)\n",
    "nl": "fiches gelezen: 0 fout(en), 0 waarschuwing(en)\n",
}
UNTRANSLATED = """\
id: pareil
terms: {fr: pareil, nl: gelijk}
dutch_status: proposed
short: {fr: Une phrase., nl: Een zin.}
explanation:
  fr: Plus de soixante caractères, les mêmes en français et en néerlandais.
  nl: Plus de soixante caractères, les mêmes en français et en néerlandais.
sources: [{id: rapport}]
checked: {on: 2024-10-01, how: document}
"""


def panorama(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder; whatever it says, it never shows the inside of the program."""
    done = subprocess.run(
        [PANORAMA, *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done


def places(report: str) -> list[tuple[str, int, int]]:
    """File, line and column of each line of a report."""
    found = [
        re.match(r"(.+?):(\d+):(\d+): (?:error|warning) \[", line) for line in report.split("\n")
    ]
    return [(match[1], int(match[2]), int(match[3])) for match in found if match]


@pytest.fixture
def valid(tmp_path: Path) -> Path:
    """A folder with a data folder that has nothing wrong with it."""
    shutil.copytree(VALID, tmp_path / "data")
    return tmp_path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_clean_folder_exits_with_0_and_prints_only_a_summary(
    valid: Path, language: Language
) -> None:
    done = panorama(valid, "check", "--data", "data", "--lang", language)
    assert (done.returncode, done.stdout) == (0, "")
    assert re.sub(r"^\d+ ", "", done.stderr) == CLEAN[language]


def test_warnings_alone_exit_with_0(valid: Path) -> None:
    (valid / "data/lexicon/pareil.yml").write_text(UNTRANSLATED, "utf-8")
    done = panorama(valid, "check", "--data", "data")
    assert done.returncode == 0
    assert places(done.stdout) == [("data/lexicon/pareil.yml", 7, 7)]
    assert ": warning [same-text] " in done.stdout
    assert done.stderr.endswith(" : 0 erreur(s), 1 avertissement(s)\n")


@pytest.mark.parametrize("case", cases())
def test_errors_exit_with_1_and_a_sorted_report_without_doubles(tmp_path: Path, case: str) -> None:
    lay_out(case, tmp_path)
    done = panorama(tmp_path, "check", "--data", "data")
    lines = done.stdout.splitlines()
    assert done.returncode == 1
    assert len(places(done.stdout)) == len(lines) > 0
    assert places(done.stdout) == sorted(places(done.stdout))
    assert len(set(lines)) == len(lines)
    errors = sum(": error [" in line for line in lines)
    assert done.stderr.endswith(f" : {errors} erreur(s), {len(lines) - errors} avertissement(s)\n")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", TIMELESS)
def test_the_report_is_what_the_check_found(tmp_path: Path, case: str, language: Language) -> None:
    lay_out(case, tmp_path)
    done = panorama(tmp_path, "check", "--lang", language, "--data", "data")
    assert done.stdout == expected(case, language).read_text("utf-8")


@pytest.mark.parametrize("case", ["device", "files"])
def test_json_and_annotations_say_the_same_as_text(tmp_path: Path, case: str) -> None:
    lay_out(case, tmp_path)
    text, rows, annotations = (
        panorama(tmp_path, "check", "--data", "data", "--format", layout)
        for layout in ("text", "json", "github")
    )
    assert text.returncode == rows.returncode == annotations.returncode == 1
    found = json.loads(rows.stdout)
    assert text.stdout.splitlines() == [
        f"{row['path']}:{row['line']}:{row['column']}: {row['severity']} "
        f"[{row['code']}] {row['message']}"
        for row in found
    ]
    assert [
        line.partition("::")[2].partition(" ")[0] for line in annotations.stdout.splitlines()
    ] == [row["severity"] for row in found]


def test_nothing_found_is_still_json(valid: Path) -> None:
    done = panorama(valid, "check", "--data", "data", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


def test_annotations_escape_the_path_from_here(tmp_path: Path) -> None:
    folder = tmp_path / "50%, a:b"
    lay_out("ui", folder)
    done = panorama(tmp_path, "check", "--data", "50%, a:b/data", "--format", "github")
    starts = {line.partition(",line=")[0] for line in done.stdout.splitlines()}
    assert starts == {"::error file=50%25%2C a%3Ab/data/ui.yml"}


@pytest.mark.parametrize(
    ("where", "data", "shown"),
    [
        (".", "data", "data/ui.yml"),
        (".", "./data/", "data/ui.yml"),
        ("data", ".", "ui.yml"),
        ("data/lexicon", "..", "../ui.yml"),
    ],
)
def test_paths_are_shown_from_here(tmp_path: Path, where: str, data: str, shown: str) -> None:
    lay_out("ui", tmp_path)
    done = panorama(tmp_path / where, "check", "--data", data)
    assert {path for path, _, _ in places(done.stdout)} == {shown}


@pytest.mark.parametrize(
    ("paths", "files", "status"),
    [
        (["data/devices/forme.yml"], {"data/devices/forme.yml"}, 1),
        (["data/devices/relais.yml"], {"data/devices/relais.yml"}, 1),
        (["data/devices/../devices/relais.yml"], {"data/devices/relais.yml"}, 1),
        (
            ["data/devices/relais.yml", "data/devices/forme.yml", "data/ui.yml"],
            {"data/devices/relais.yml", "data/devices/forme.yml"},
            1,
        ),
        (
            ["data/devices"],
            {f"data/devices/{name}.yml" for name in ("forme", "regles", "relais")},
            1,
        ),
        (["data"], {f"data/devices/{name}.yml" for name in ("forme", "regles", "relais")}, 1),
        (["data/organisations/maison.yml"], set(), 0),
        (["data/lexicon"], set(), 0),
        (["data/ui.yml"], set(), 0),
    ],
)
def test_paths_choose_what_is_shown_of_a_check_of_everything(
    tmp_path: Path, paths: list[str], files: set[str], status: int
) -> None:
    lay_out("device", tmp_path)
    whole = panorama(tmp_path, "check", "--data", "data").stdout.splitlines()
    done = panorama(tmp_path, "check", "--data", "data", *paths)
    assert done.returncode == status
    assert {path for path, _, _ in places(done.stdout)} == files
    assert done.stdout.splitlines() == [line for line in whole if line.split(":")[0] in files]


def test_a_name_that_starts_alike_is_not_chosen(valid: Path) -> None:
    for name in ("relais-deux", "relais-deux-trois"):
        (valid / f"data/devices/{name}.yml").write_text("id: x\n", "utf-8")
    done = panorama(valid, "check", "--data", "data", "data/devices/relais-deux.yml")
    assert {path for path, _, _ in places(done.stdout)} == {"data/devices/relais-deux.yml"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "utilisation : panorama"),
        (["verify"], "verify"),
        (["check", "--fast"], "--fast"),
        (["check", "--lang", "en"], "en"),
        (["check", "--format", "xml"], "xml"),
        (["check", "--data"], "--data"),
        (["check", "--data", "missing"], "missing : dossier introuvable\n"),
        (["check", "--data", "data/ui.yml"], "data/ui.yml : dossier introuvable"),
        (["build", "--data", "missing"], "missing : dossier introuvable\n"),
        (["serve", "--data", "missing", "--lang", "nl"], "panorama: missing: map niet gevonden\n"),
        (["serve", "--port", "http"], "http"),
        (
            ["check", "--data", "data", "outside.yml"],
            "outside.yml n’est ni un fichier ni un dossier de data",
        ),
        (["check", "--data", "data", "."], ". n’est ni un fichier ni un dossier de data"),
        (
            ["check", "--data", "data", "data/../outside.yml"],
            "outside.yml n’est ni un fichier ni un dossier de data",
        ),
        (
            ["check", "--data", "data", "data/none.yml"],
            "data/none.yml n’est ni un fichier ni un dossier de data",
        ),
        (
            ["check", "--data", "data", "data/ui.yml", "/etc"],
            "/etc n’est ni un fichier ni un dossier de data",
        ),
        (
            ["check", "--data", "data", "--lang", "nl", "/etc"],
            "panorama: /etc is geen bestand of map van data",
        ),
    ],
)
def test_misuse_exits_with_2_and_says_why(valid: Path, arguments: list[str], said: str) -> None:
    (valid / "outside.yml").write_text("a: 1\n", "utf-8")
    done = panorama(valid, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_help_exits_with_0_and_names_the_commands(tmp_path: Path) -> None:
    done = panorama(tmp_path, "--help")
    assert done.returncode == 0
    assert all(f"    {command}" in done.stdout for command in ("check", "build", "serve"))


def test_checking_writes_nothing_beside_the_records(valid: Path) -> None:
    before = sorted(os.walk(valid))
    panorama(valid, "check", "--data", "data")
    assert sorted(os.walk(valid)) == before
