"""The past of a data folder, from real repositories."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from panorama.checking.check import check_folder
from panorama.history.past import FILES, read_past
from tests.bench.synthetic import write_organisations
from tests.checking.golden import TODAY, VALID
from tests.cli.calling import panorama
from tests.history.repository import AUTHOR, ENVIRONMENT, SUBJECT, Repository, repository

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.history.past import Past

HOUSE = "organisations/maison.yml"


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    return repository(tmp_path / "project")


def told(past: Past) -> list[tuple[str, str, str]]:
    """Day, record and kind of each change."""
    return [
        (story.date.isoformat(), story.key, change.what)
        for story in past.stories
        for change in story.changes
    ]


def test_the_import_is_one_day_with_a_count(made: Repository) -> None:
    past = read_past(made.data)
    assert (past.missing, past.start, past.imported, past.stories) == (
        "",
        dt.date(2025, 1, 1),
        5,
        (),
    )


def test_changes_are_told_newest_day_first(made: Repository) -> None:
    made.edit(HOUSE, ("02 123 45 67", "02 765 43 21"))
    made.commit("2025-02-03")
    made.edit("bassins.yml", ("value: 1000", "value: 1001"))
    made.edit("ui.yml", ("fr: Menu", "fr: Carte"))
    made.commit("2025-02-04")
    assert told(read_past(made.data)) == [
        ("2025-02-04", "bassins/ouest", "figure-changed"),
        ("2025-02-03", "organisations/maison", "changed"),
    ]


def test_comments_order_and_quotes_are_no_changes(made: Repository) -> None:
    made.edit(HOUSE, ("id: maison\n", "# a remark\n"), ("type: non-profit", 'type: "non-profit"'))
    made.edit(HOUSE, ("languages:", "id: maison\nlanguages:"))
    made.commit("2025-02-03")
    assert told(read_past(made.data)) == []


def test_records_come_go_and_move_with_their_past(made: Repository) -> None:
    made.edit(HOUSE, ("02 123 45 67", "02 765 43 21"))
    made.commit("2025-02-01")
    made.edit(HOUSE, ("id: maison", "id: demeure"))
    (made.data / HOUSE).rename(made.data / "organisations/demeure.yml")
    made.commit("2025-02-02")
    (made.data / "quartiers/cureghem.yml").unlink()
    shutil.copy(made.data / "lexicon/aller-vers.yml", made.data / "lexicon/copie.yml")
    made.commit("2025-02-03")
    assert told(read_past(made.data)) == [
        ("2025-02-03", "lexicon/copie", "added"),
        ("2025-02-03", "quartiers/cureghem", "removed"),
        ("2025-02-02", "organisations/demeure", "moved"),
        ("2025-02-01", "organisations/demeure", "changed"),
    ]


def test_what_a_merge_brings_counts_on_the_day_of_the_merge(made: Repository) -> None:
    made.git("switch", "--quiet", "--create", "correction")
    made.edit(HOUSE, ("02 123 45 67", "02 765 43 21"))
    made.commit("2025-02-01")
    made.git("switch", "--quiet", "main")
    made.edit("lexicon/aller-vers.yml", ("Aller à la rencontre", "Aller au-devant"))
    made.commit("2025-02-02")
    made.git("merge", "--quiet", "--no-ff", "-m", SUBJECT, "correction", day="2025-03-01")
    assert told(read_past(made.data)) == [
        ("2025-03-01", "organisations/maison", "changed"),
        ("2025-02-02", "lexicon/aller-vers", "reworded"),
    ]


def test_what_changed_while_a_file_could_not_be_read_is_told_afterwards(made: Repository) -> None:
    whole = (made.data / HOUSE).read_text("utf-8")
    for day, text in {
        "2025-02-01": "id: maison\nid: [",
        "2025-02-02": "id: maison\nid: [[",
        "2025-02-03": whole.replace("02 123 45 67", "02 765 43 21"),
        "2025-02-04": "id: [",
    }.items():
        made.write(HOUSE, text)
        made.commit(day)
    (made.data / HOUSE).unlink()
    made.commit("2025-02-05")
    assert told(read_past(made.data)) == [
        ("2025-02-05", "organisations/maison", "removed"),
        ("2025-02-03", "organisations/maison", "changed"),
    ]


def test_a_file_that_could_never_be_read_before_says_nothing(tmp_path: Path) -> None:
    made = repository(tmp_path / "project", {HOUSE: "id: ["})
    shutil.copy(VALID / HOUSE, made.data / HOUSE)
    made.commit("2025-02-02")
    made.edit(HOUSE, ("02 123 45 67", "02 555 55 55"))
    made.commit("2025-02-03")
    assert told(read_past(made.data)) == [("2025-02-03", "organisations/maison", "changed")]


def test_another_name_of_a_record_changes_no_fact_of_those_that_name_it(made: Repository) -> None:
    made.edit(HOUSE, ("Accueille des", "Accueille des [équipes](lexicon:aller-vers) et des"))
    made.commit("2025-02-01")
    for old, new in (
        ("organisations/maison", "demeure"),
        ("lexicon/aller-vers", "outreach"),
        ("sources/rapport", "etude"),
    ):
        done = panorama(made.folder, "rename", old, new, "--data", "data")
        assert done.returncode == 0, done.stderr
    made.commit("2025-02-02")
    assert [one for one in told(read_past(made.data)) if one[0] == "2025-02-02"] == [
        ("2025-02-02", "lexicon/outreach", "moved"),
        ("2025-02-02", "organisations/demeure", "moved"),
        ("2025-02-02", "sources/etude", "moved"),
    ]


def test_days_that_come_back_are_one_day_each_newest_first(made: Repository) -> None:
    made.edit(HOUSE, ("02 123 45 67", "02 765 43 21"))
    made.commit("2025-11-25")
    made.edit(HOUSE, ("info@example.be", "accueil@example.be"))
    made.commit("2025-11-24")
    made.edit(HOUSE, ("02 765 43 21", "02 555 55 55"), ("on: 2024-10-01", "on: 2025-11-25"))
    made.commit("2025-11-25")
    stories = read_past(made.data).stories
    assert [(one.date.day, [change.field for change in one.changes]) for one in stories] == [
        (25, ["contacts.phone", "contacts.phone", "checked"]),
        (24, ["contacts.email"]),
    ]


@pytest.mark.parametrize(("moment", "day"), [
    ("2025-11-24T00:30:00+01:00", "2025-11-24"),
    ("2025-11-23T23:30:00+00:00", "2025-11-24"),
    ("2025-07-01T23:30:00+02:00", "2025-07-01"),
    ("2025-11-23T20:30:00-05:00", "2025-11-24"),
])  # fmt: skip
def test_days_are_those_of_brussels(made: Repository, moment: str, day: str) -> None:
    made.edit(HOUSE, ("02 123 45 67", "02 765 43 21"))
    made.commit(moment)
    assert told(read_past(made.data)) == [(day, "organisations/maison", "changed")]


def test_a_shallow_clone_tells_nothing_and_says_why(made: Repository, tmp_path: Path) -> None:
    made.edit(HOUSE, ("02 123 45 67", "02 765 43 21"))
    made.commit("2025-02-03")
    shallow = tmp_path / "shallow"
    made.git("clone", "--quiet", "--depth", "1", f"file://{made.folder}", str(shallow))
    past = read_past(shallow / "data")
    assert (past.missing, past.stories, past.start) == ("shallow", (), None)


def test_records_without_git_tell_nothing_and_say_why(tmp_path: Path) -> None:
    shutil.copytree(VALID, tmp_path / "data")
    assert read_past(tmp_path / "data").missing == "none"


def test_records_that_another_repository_does_not_know_have_no_past(made: Repository) -> None:
    shutil.copytree(VALID, made.folder / "unpacked" / "data")
    assert read_past(made.folder / "unpacked" / "data").missing == "none"


def test_a_repository_without_commits_has_no_past(tmp_path: Path) -> None:
    shutil.copytree(VALID, tmp_path / "data")
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, env=ENVIRONMENT, check=True)
    assert read_past(tmp_path / "data").missing == "none"


def test_a_machine_without_git_has_no_past(
    made: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_past(made.data).missing == "none"


def test_what_is_not_committed_is_named(made: Repository) -> None:
    made.edit(HOUSE, ("02 123 45 67", "02 765 43 21"))
    shutil.copy(made.data / "lexicon/aller-vers.yml", made.data / "lexicon/copie.yml")
    past = read_past(made.data)
    assert past.pending == {"organisations/maison", "lexicon/copie"}
    assert past.stories == ()


def test_a_hook_that_runs_this_does_not_lend_its_repository(
    made: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    assert read_past(made.data).imported == 5


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("log.showRoot", "false"),
        ("log.showSignature", "true"),
        ("color.ui", "always"),
        ("diff.renames", "false"),
        ("status.relativePaths", "true"),
        ("log.decorate", "full"),
    ],
)
def test_what_a_machine_has_set_for_git_changes_nothing(
    made: Repository, name: str, value: str
) -> None:
    made.edit(HOUSE, ("02 123 45 67", "02 765 43 21"))
    made.commit("2025-02-03")
    made.edit(HOUSE, ("02 765 43 21", "02 555 55 55"))
    before = read_past(made.data)
    assert before.stories
    made.git("config", name, value)
    assert read_past(made.data) == before


def test_authors_and_subjects_are_not_read(made: Repository) -> None:
    made.edit(HOUSE, ("02 123 45 67", "02 765 43 21"))
    made.commit("2025-02-03")
    said = repr(read_past(made.data))
    assert AUTHOR not in said
    assert SUBJECT not in said


def test_documents_that_were_read_already_give_the_same_past(made: Repository) -> None:
    made.edit(HOUSE, ("02 123 45 67", "02 765 43 21"))
    made.commit("2025-02-03")
    made.edit(HOUSE, ("02 765 43 21", "02 555 55 55"))
    documents = check_folder(made.data, TODAY).documents
    assert read_past(made.data, documents) == read_past(made.data)


def test_hundreds_of_records_are_read_in_a_moment(made: Repository) -> None:
    write_organisations(made.data / "organisations", 450, ["rapport"])
    made.commit("2025-02-01")
    for number, file in enumerate(sorted((made.data / "organisations").glob("*.yml"))):
        text = re.sub(r"^type: .*", "type: other", file.read_text("utf-8"), flags=re.MULTILINE)
        file.write_text(text, "utf-8")
        if number % 30 == 29:
            made.commit(f"2025-03-{number // 30 + 1:02}")
    documents = check_folder(made.data, TODAY).documents
    start = time.perf_counter()
    past = read_past(made.data, documents)
    seconds = time.perf_counter() - start
    assert len(past.stories) > FILES - 60  # whole days
    print(f"{seconds:.2f} s")
    assert seconds < 4  # a fraction of a second where nothing else runs
