"""Help, mistakes and completion: in both languages, for every subcommand, in three shells."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from panorama.cli.words import language_of, mistake
from panorama.paths import PROJECT
from tests.checking.golden import LANGUAGES, VALID
from tests.cli.calling import PANORAMA, panorama

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.checking.report import Language

COMMANDS = (
    "check", "report", "new", "verify", "show", "rename", "translated", "changes", "links",
    "completion", "build", "serve",
)  # fmt: skip
ENGLISH = re.compile(
    r"\b(usage|show this|help message|arguments?:|required|choose|invalid|expected)\b"
)
FIRST = {"fr": "utilisation : panorama", "nl": "gebruik: panorama"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_names_every_command_and_the_exit_codes(tmp_path: Path, language: Language) -> None:
    done = panorama(tmp_path, "--lang", language, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(FIRST[language])
    assert tuple(re.findall(r"^    (\w+) ", done.stdout, re.MULTILINE)) == COMMANDS
    ending = " ".join(done.stdout.split("\n\n")[-1].split())
    assert re.findall(r"\b[012]\b", ending) == ["0", "1", "2"]
    assert not ENGLISH.search(done.stdout)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_explains_every_argument(
    tmp_path: Path, command: str, language: Language
) -> None:
    done = panorama(tmp_path, command, "--lang", language, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"{FIRST[language]} {command} ")
    assert not ENGLISH.search(done.stdout)
    lines = done.stdout.split("\n")
    for place, line in enumerate(lines):
        if re.match(r"  \S", line):
            explained = re.match(r"  (-\S+,? ?|\S+ )+.*  +\S", line)
            assert explained or lines[place + 1].startswith(" " * 20), line


@pytest.mark.parametrize("command", COMMANDS)
def test_the_two_languages_explain_the_same(tmp_path: Path, command: str) -> None:
    french, dutch = (
        panorama(tmp_path, command, "--lang", language, "--help").stdout for language in LANGUAGES
    )
    assert french != dutch
    options = [set(re.findall(r"--[a-z-]+", text)) for text in (french, dutch)]
    assert options[0] == options[1]


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "fr"),
        (["check"], {"LANG": "nl_BE.UTF-8"}, "nl"),
        (["check"], {"LANG": "en_GB.UTF-8"}, "fr"),
        (["check"], {"LANG": "nl_BE.UTF-8", "LC_ALL": "fr_BE.UTF-8"}, "fr"),
        (["check"], {"LANG": "fr_BE", "PANORAMA_LANG": "nl"}, "nl"),
        (["--lang", "nl"], {"LANG": "fr_BE"}, "nl"),
        (["check", "--lang=nl"], {}, "nl"),
        (["check", "--lang", "fr"], {"LANG": "nl"}, "fr"),
        (["check", "--lang"], {}, "fr"),
    ],
)
def test_the_call_says_its_language_before_the_environment(
    arguments: list[str], environment: dict[str, str], language: Language
) -> None:
    assert language_of(arguments, environment) == language


def test_the_language_of_the_environment_is_that_of_the_answer(tmp_path: Path) -> None:
    shutil.copytree(VALID, tmp_path / "data")
    done = panorama(tmp_path, "check", "--data", "data", PANORAMA_LANG="nl")
    assert "fiches gelezen" in done.stderr


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["verify"],
        ["chek"],
        ["check", "--format", "xml"],
        ["check", "--data"],
        ["serve", "--port", "x"],
        ["report", "--overdue", "--missing"],
        ["check", "--fast"],
    ],
)
def test_a_mistake_is_said_in_the_language_and_exits_with_2(
    tmp_path: Path, arguments: list[str], language: Language
) -> None:
    done = panorama(tmp_path, *arguments, PANORAMA_LANG=language)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(FIRST[language])
    assert not ENGLISH.search(done.stderr)


def test_an_unknown_mistake_is_said_as_it_comes() -> None:
    assert mistake("odd", "fr") == "odd"


def completed(line: str, folder: Path) -> set[str]:
    """What a shell would propose at the end of a line."""
    answer = folder / "answer"
    subprocess.run(
        [PANORAMA],
        check=False,
        cwd=folder,
        env={
            **os.environ,
            "_ARGCOMPLETE": "1",
            "_ARGCOMPLETE_IFS": "\n",
            "_ARGCOMPLETE_STDOUT_FILENAME": str(answer),
            "COMP_LINE": line,
            "COMP_POINT": str(len(line)),
        },
    )
    return {word.strip() for word in answer.read_text("utf-8").split("\n")}


@pytest.mark.parametrize(
    ("line", "among"),
    [
        ("panorama ", set(COMMANDS)),
        ("panorama ver", {"verify"}),
        ("panorama new ", {"device", "organisation", "lexicon"}),
        ("panorama verify organisations/brus", {"organisations/brusano"}),
        ("panorama show devices/r", {"devices/raq"}),
        ("panorama show communes/u", {"communes/uccle"}),
        ("panorama show bassins/", {"bassins/sud", "bassins/nord"}),
        ("panorama verify x --how ", {"call", "visit", "website", "document"}),
        ("panorama report --", {"--overdue", "--missing", "--translations"}),
        ("panorama check --format ", {"text", "json", "github"}),
    ],
)
def test_a_shell_is_told_what_may_come_next(tmp_path: Path, line: str, among: set[str]) -> None:
    assert among <= completed(line, tmp_path)


def test_records_are_those_of_the_data_folder(tmp_path: Path) -> None:
    shutil.copytree(VALID, tmp_path / "data")
    line = "panorama verify --data data organisations/"
    assert completed(line, tmp_path) == {"organisations/maison"}
    assert (PROJECT / "data/organisations/maison.yml").exists() is False
    # An entry of a list has no file to be verified.
    assert completed("panorama verify --data data communes/", tmp_path) == {""}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_read_its_code(tmp_path: Path, shell: str) -> None:
    done = panorama(tmp_path, "completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    assert "panorama" in done.stdout
    program = shutil.which(shell)
    if program:
        subprocess.run([program, "-n"], input=done.stdout, text=True, check=True)


def test_bash_completes_the_command(tmp_path: Path) -> None:
    code = panorama(tmp_path, "completion", "bash").stdout
    script = f"{code}\ncomplete -p panorama\n"
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert "-F _python_argcomplete panorama" in done.stdout


def test_a_reader_that_has_seen_enough_is_no_failure() -> None:
    line = f"set -o pipefail; {PANORAMA} report --missing | head -n 1"
    done = subprocess.run(
        ["bash", "-c", line], capture_output=True, text=True, check=True, cwd=PROJECT
    )
    assert (done.stdout.count("\n"), done.stderr) == (1, "")
