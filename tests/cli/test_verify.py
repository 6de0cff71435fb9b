"""`panorama verify` as it is called: two values change, nothing else does."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from panorama.paths import PROJECT
from panorama.reading.records import FOLDERS
from panorama.reading.yaml_values import parse
from panorama.today import today
from tests.checking.golden import LANGUAGES, VALID
from tests.cli.calling import files, panorama

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.checking.report import Language

DAY = today().isoformat()
RECORD = "organisations/maison.yml"


@pytest.fixture
def valid(tmp_path: Path) -> Path:
    """A folder with a data folder that has nothing wrong with it."""
    shutil.copytree(VALID, tmp_path / "data")
    return tmp_path


def value(text: bytes) -> Any:
    """A record's plain value."""
    values, findings = parse("record.yml", text.decode().replace("\r\n", "\n"))
    assert values, findings
    return values.value


def test_every_record_of_the_project_changes_in_these_two_values_only(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "data", tmp_path / "data")
    before = files(tmp_path / "data")
    names = [path for path in before if path.partition("/")[0] in FOLDERS]
    assert len(names) > 400
    done = panorama(tmp_path, "verify", *names, "--how", "visit", "--on", DAY, "--data", "data")
    assert (done.returncode, done.stderr, len(done.stdout.splitlines())) == (0, "", len(names))
    after = files(tmp_path / "data")
    assert {path for path in after if after[path] != before.get(path)} == set(names)
    for name in names:
        old, new = value(before[name]), value(after[name])
        assert new == {**old, "checked": {**old["checked"], "on": DAY, "how": "visit"}}
        back = after[name].replace(DAY.encode(), old["checked"]["on"].encode())
        lines = zip(before[name].split(b"\n"), back.split(b"\n"), strict=True)
        changed = [(one, other) for one, other in lines if one != other]
        how = old["checked"]["how"].encode()
        assert [one for one, _ in changed] == [two.replace(b"visit", how) for _, two in changed]
        assert len(changed) <= 1


@pytest.mark.parametrize(
    ("where", "name"),
    [
        (".", "organisations/maison"),
        (".", "organisations/maison.yml"),
        (".", "data/organisations/maison.yml"),
        ("data/organisations", "maison.yml"),
        (".", "/organisations/maison/"),
    ],
)
def test_a_record_is_called_by_its_file_or_its_address(valid: Path, where: str, name: str) -> None:
    done = panorama(valid / where, "verify", name, "--how", "call", "--data", str(valid / "data"))
    assert done.returncode == 0
    assert value((valid / "data" / RECORD).read_bytes())["checked"] == {
        "on": DAY,
        "how": "call",
        "every": 12,
    }
    assert panorama(valid, "check", "--data", "data").returncode == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_before_the_last_one_is_refused(valid: Path, language: Language) -> None:
    call = (RECORD, "--how", "call", "--data", "data", "--lang", language)
    assert panorama(valid, "verify", *call).returncode == 0
    before = files(valid)
    done = panorama(valid, "verify", "devices/relais", *call, "--on", "2020-01-01")
    assert (done.returncode, done.stdout) == (2, "")
    assert {"fr": "plus tard, le 20", "nl": "later nog nagekeken, op 20"}[language] in done.stderr
    assert files(valid) == before
    assert panorama(valid, "verify", *call, "--on", DAY).returncode == 0


def test_a_day_in_the_future_is_a_mistake_that_can_be_corrected(valid: Path) -> None:
    file = valid / "data" / RECORD
    file.write_bytes(file.read_bytes().replace(b"{on: 20", b"{on: 29"))
    done = panorama(valid, "verify", RECORD, "--how", "call", "--data", "data")
    assert done.returncode == 0
    assert value(file.read_bytes())["checked"]["on"] == DAY


def test_today_is_the_day_of_brussels_wherever_the_machine_is(valid: Path) -> None:
    days = set()
    for zone in ("Etc/GMT+12", "Etc/GMT-14"):  # never the same day in both
        done = panorama(
            valid, "verify", "lexicon/aller-vers", "--how", "call", "--data", "data", TZ=zone
        )
        assert done.returncode == 0
        file = valid / "data/lexicon/aller-vers.yml"
        days.add(value(file.read_bytes())["checked"]["on"])
    assert days == {today().isoformat()}


def test_line_ends_and_permissions_stay(valid: Path) -> None:
    file = valid / "data" / RECORD
    windows = file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(windows)
    file.chmod(0o640)
    assert panorama(valid, "verify", RECORD, "--how", "call", "--data", "data").returncode == 0
    assert file.read_bytes().count(b"\r\n") == windows.count(b"\r\n")
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["organisations/maisn", "--how", "call"], 2, "Vouliez-vous dire organisations/maison ?"),
        (["organisations/maisn", "--how", "call", "--lang", "nl"], 2, "Bedoelde u organisations/"),
        (["../outside.yml", "--how", "call"], 2, "aucune fiche"),
        (["ui.yml", "--how", "call"], 1, "n’a pas de champ « checked »"),
        ([RECORD, "--how", "phone"], 2, "phone"),
        ([RECORD], 2, "--how"),
        ([RECORD, "--how", "call", "--on", "2024"], 2, "« 2024 » n’est pas un jour passé"),
        ([RECORD, "--how", "call", "--on", "2024-02-30"], 2, "2024-02-30"),
        ([RECORD, "--how", "call", "--on", "2999-01-01", "--lang", "nl"], 2, "in het verleden"),
        ([RECORD, "lexicon/none", "--how", "call"], 2, "lexicon/none"),
        ([RECORD, "lexicon/broken", "--how", "call"], 1, "lexicon/broken.yml:2:1: error ["),
        (["lexicon/unchecked", "--how", "call"], 1, "[missing-key]"),
    ],
)
def test_what_cannot_be_renewed_is_said_and_nothing_changes(
    valid: Path, arguments: list[str], status: int, said: str
) -> None:
    (valid / "outside.yml").write_text("checked: {on: 2024-01-01, how: call}\n", "utf-8")
    (valid / "data/lexicon/broken.yml").write_text("[\n", "utf-8")
    (valid / "data/lexicon/unchecked.yml").write_text("id: unchecked\n", "utf-8")
    before = files(valid)
    done = panorama(valid, "verify", "--data", "data", *arguments)
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr
    assert files(valid) == before
