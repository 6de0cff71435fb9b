"""`panorama report` as it is called: how many records there are, in both languages and as JSON."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from panorama.checking.check import check_folder
from panorama.cli.report import run_report
from panorama.paths import PROJECT
from panorama.today import today
from tests.checking.golden import LANGUAGES, VALID, cases, expected, lay_out

if TYPE_CHECKING:
    from panorama.checking.report import Language

TODAY = today()
PANORAMA = Path(sys.executable).with_name("panorama")
# What the documents count: Panorama 1 (2025), 2.7, 3.2.1.3 and 3.4.1.3. An antenna counts as one
# with its organisation, so that 19 RAQ have 18 hosts.
COUNTED = {
    "core devices": 4,
    "hosts": 18,
    "RAQ quartiers": 19,
    "CHW zones": 4,
    "communes": 19,
    "bassins": 5,
    "in one language only": 0,
}
AT_LEAST = {"devices": 9, "organisations": 60, "terms": 45, "sources": 70}


def report(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command; whatever it says, it never shows the inside of the program."""
    done = subprocess.run(
        [PANORAMA, "report", "--data", str(data), *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done


def counts(done: subprocess.CompletedProcess[str]) -> dict[str, int]:
    """What a report in JSON counts."""
    found: dict[str, int] = json.loads(done.stdout)
    return found


def lines(done: subprocess.CompletedProcess[str]) -> list[tuple[int, str]]:
    """Number and label of each line of a report in words."""
    found = [line.split(maxsplit=1) for line in done.stdout.splitlines()]
    return [(int(number), label) for number, label in found]


@dataclass(frozen=True)
class Said:
    """What a report in JSON counts, the numbers of the same in words, what else it says."""

    status: int
    counts: dict[str, int]
    numbers: list[int]
    errors: str


def said(data: Path, capsys: pytest.CaptureFixture[str]) -> Said:
    """Both reports without the command around them, whose start takes as long as all the rest."""
    statuses = {run_report(data, "fr", "json")}
    counted = capsys.readouterr()
    statuses.add(run_report(data, "fr", "text"))
    words = capsys.readouterr()
    (status,) = statuses
    numbers = [int(line.split(maxsplit=1)[0]) for line in words.out.splitlines()]
    return Said(status, json.loads(counted.out), numbers, words.err)


@pytest.fixture(scope="module")
def whole() -> dict[str, int]:
    """The counts of the project's own records, which have no error."""
    done = report(PROJECT / "data", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    return counts(done)


@pytest.mark.parametrize(("name", "count"), COUNTED.items())
def test_the_records_are_as_many_as_the_documents_count(
    whole: dict[str, int], name: str, count: int
) -> None:
    assert whole[name] == count


@pytest.mark.parametrize(("name", "fewest"), AT_LEAST.items())
def test_the_records_are_many_enough(whole: dict[str, int], name: str, fewest: int) -> None:
    assert whole[name] >= fewest


@pytest.mark.parametrize("name", ["hosts", "with website", "with phone", "with address"])
def test_no_more_organisations_are_known_than_there_are(whole: dict[str, int], name: str) -> None:
    assert 0 < whole[name] <= whole["organisations"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_give_the_numbers_of_json(whole: dict[str, int], language: Language) -> None:
    done = report(PROJECT / "data", "--lang", language)
    assert (done.returncode, done.stderr) == (0, "")
    assert [number for number, _ in lines(done)] == list(whole.values())


def test_every_line_has_words_of_its_own_in_each_language() -> None:
    french, dutch = (
        [label for _, label in lines(report(VALID, "--lang", language))] for language in LANGUAGES
    )
    assert len(set(french)) == len(french) == len(set(dutch)) == len(dutch)
    same = {one for one, other in zip(french, dutch, strict=True) if one == other}
    assert same <= {"organisations", "communes", "bassins", "sources"}


@pytest.mark.parametrize("case", cases())
def test_a_broken_record_is_status_1_and_the_others_are_counted(
    tmp_path: Path, case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    data = lay_out(case, tmp_path)
    found = said(data, capsys)
    assert found.status == 1
    assert found.numbers == list(found.counts.values())
    assert found.counts["organisations"] >= 1
    errors = sum(finding.severity == "error" for finding in check_folder(data, TODAY).findings)
    assert re.findall(r"\d+", found.errors.splitlines()[0]) == [str(errors)]


def test_a_broken_record_makes_the_command_exit_with_1(tmp_path: Path) -> None:
    done = report(lay_out("device", tmp_path), "--format", "json")
    assert done.returncode == 1
    assert counts(done)["organisations"] >= 1


RECORD_FILES = sorted(path.relative_to(VALID).as_posix() for path in VALID.rglob("*.yml"))
LISTS = ("communes.yml", "bassins.yml", "themes.yml")


@pytest.mark.parametrize("how", ["unread", "unshaped", "missing"])
@pytest.mark.parametrize("file", RECORD_FILES)
def test_a_record_that_others_name_may_be_broken(
    tmp_path: Path, file: str, how: str, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    shutil.copytree(VALID, data)
    if how == "missing":
        (data / file).unlink()
    else:
        text = (data / file).read_text("utf-8")
        odd = {"unread": "[\n", "unshaped": "- odd: 1\n" if file in LISTS else "odd: 1\n"}[how]
        (data / file).write_text(text + odd, "utf-8")
    found = said(data, capsys)
    errors = sum(one.severity == "error" for one in check_folder(data, TODAY).findings)
    assert errors or how == "missing"
    assert found.status == int(errors > 0)
    assert found.numbers == list(found.counts.values())


@pytest.mark.parametrize("file", ["organisations/maison.yml", "devices/relais.yml"])
def test_what_a_broken_record_is_named_by_still_counts(tmp_path: Path, file: str) -> None:
    data = tmp_path / "data"
    shutil.copytree(VALID, data)
    whole = counts(report(data, "--format", "json"))
    (data / file).write_text("id: [\n", "utf-8")
    found = report(data, "--format", "json")
    assert found.returncode == 1
    kind = file.partition("/")[0]
    assert counts(found)[kind] == whole[kind] - 1
    assert counts(found)["RAQ quartiers"] == whole["RAQ quartiers"]


@pytest.mark.parametrize("case", ["device", "organisation", "ui"])
def test_a_text_in_one_language_is_counted(tmp_path: Path, case: str) -> None:
    done = report(lay_out(case, tmp_path), "--format", "json")
    missing = expected(case, "fr").read_text("utf-8").count("[missing-language]")
    assert counts(done)["in one language only"] == missing > 0


def test_only_a_folder_is_counted(tmp_path: Path) -> None:
    done = report(tmp_path / "missing", "--format", "json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(" : dossier introuvable\n")
