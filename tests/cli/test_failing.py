"""What the system refuses is said in words, and nothing is left half done."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from panorama.cli.failing import WENT_BACK
from panorama.editing.together import FOLDER
from tests.checking.golden import LANGUAGES, VALID
from tests.cli.calling import PANORAMA, files, panorama

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.checking.report import Language

CHANGING = (
    ("new", "organisation", "nouveau"),
    ("verify", "organisations/maison", "devices/relais", "--how", "call"),
    ("translated", "devices/relais"),
    ("rename", "organisations/maison", "logis"),
)
FULL = {"fr": "le disque est plein ; rien n’a été changé", "nl": "de schijf is vol; er is niets"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The valid records and pages."""
    shutil.copytree(VALID.parent, tmp_path / "all")
    return tmp_path / "all"


def called(folder: Path, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a line of a shell has it."""
    done = subprocess.run(
        ["bash", "-c", script, PANORAMA, *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("arguments", CHANGING, ids=lambda arguments: arguments[0])
@pytest.mark.parametrize("blocks", [0, 1])
def test_a_full_disk_leaves_everything_as_it_was(
    folder: Path, arguments: tuple[str, ...], language: Language, blocks: int
) -> None:
    """No file may have more than so many blocks of 1024 bytes."""
    declared = folder / "data/translations.txt"
    for file in (declared, folder / "data/devices/relais.yml"):
        text = file.read_bytes() if file.exists() else b""
        file.write_bytes(text + b"# filler\n" * 150)
    before = files(folder)
    script = f'ulimit -f {blocks}; exec "$0" "$@"'
    done = called(folder, script, *arguments, "--data", "data", "--lang", language)
    assert (done.returncode, done.stdout) == (1, "")
    assert FULL[language] in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert files(folder) == before
    assert not (folder / "data" / FOLDER).exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_in_the_way_is_said_and_the_rest_goes_back(
    folder: Path, language: Language
) -> None:
    for tongue in LANGUAGES:
        page = folder / "docs" / tongue / "devices/relais"
        (page / "notes.txt").write_text("kept")
    there = folder / "docs/nl/devices/poste/notes.txt"
    there.parent.mkdir()
    there.write_text("in the way")
    before = files(folder)
    done = panorama(
        folder, "rename", "devices/relais", "poste", "--data", "data", "--lang", language
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "docs/nl/devices/" in done.stderr
    assert files(folder) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_interrupted_rename_can_be_called_again(folder: Path, language: Language) -> None:
    before = files(folder)
    held = folder / "data" / FOLDER
    held.mkdir()
    (folder / "data/organisations/maison.yml").rename(held / "0.old")
    steps = [["organisations/maison.yml", f"{FOLDER}/0.old"], [f"{FOLDER}/0.new", "x"]]
    (held / "moves.json").write_text(json.dumps(steps), "utf-8")
    options = ("--data", "data", "--lang", language)
    refused = panorama(folder, "rename", "organisations/none", "logis", *options)
    assert refused.returncode == 2
    assert WENT_BACK[language] in refused.stderr
    assert files(folder) == before
    assert panorama(folder, "rename", "organisations/maison", "logis", *options).returncode == 0
    assert (folder / "data/organisations/logis.yml").is_file()


@pytest.mark.parametrize("arguments", [("report",), ("completion", "bash"), ("check",)])
def test_who_stops_reading_is_not_told(folder: Path, arguments: tuple[str, ...]) -> None:
    done = called(folder, '"$0" "$@" | true; exit ${PIPESTATUS[0]}', *arguments)
    assert done.returncode in {0, 1}
    assert "Errno" not in done.stderr


def test_what_cannot_be_printed_is_said(folder: Path) -> None:
    done = called(folder, '"$0" "$@" > /dev/full', "report", "--data", "data", "--lang", "nl")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith("de schijf is vol")


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "ascii"])
def test_every_terminal_gets_an_answer(folder: Path, encoding: str) -> None:
    (folder / "data/lexicon/faux.yml").write_text("id: [œ ł\n", "utf-8")
    for arguments in (("check",), ("report", "--missing"), ("show", "devices/relais")):
        done = subprocess.run(
            [PANORAMA, *arguments, "--data", "data"],
            cwd=folder,
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONIOENCODING": encoding},
        )
        assert done.returncode == 1
        assert b"Traceback" not in done.stderr
