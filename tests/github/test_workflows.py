"""Workflows: pinned, with least rights, and calling only what is there. Their scripts, run here."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from panorama.cli.main import parser
from panorama.history.markdown import BODY
from panorama.paths import PROJECT
from tests.checking.golden import LANGUAGES, VALID
from tests.cli.calling import panorama
from tests.history.repository import repository

GITHUB = PROJECT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
SCRIPTS = GITHUB / "scripts"
BIN = Path(sys.executable).parent
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d[\d.]*$")
WRITING = {"comment": {"pull-requests"}, "links": {"issues"}, "overdue": {"issues"},
           "publish": {"pages", "id-token"}}  # fmt: skip
# A stand-in for GitHub's own tool, which notes what it is asked for and answers what it is told.
GH = """#!/usr/bin/env python3
import json, os, sys
answers = json.load(open(os.environ["ANSWERS"]))
given = sys.argv[1:]
texts = [open(one.removeprefix("body=@")).read() for one in given if one.startswith("body=@")]
texts += [open(given[n + 1]).read() for n, one in enumerate(given) if one == "--body-file"]
with open(os.environ["ASKED"], "a") as log:
    log.write(json.dumps([given, texts]) + "\\n")
print(next((said for words, said in answers.items() if words in " ".join(given)), ""))
"""


def loaded(file: Path) -> dict[Any, Any]:
    """A workflow's values; the key `on` is True in YAML 1.1."""
    found: dict[Any, Any] = yaml.safe_load(file.read_text("utf-8"))
    return found


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_every_action_is_pinned_by_commit(file: Path) -> None:
    used = [line.strip() for line in file.read_text("utf-8").splitlines() if "uses:" in line]
    assert [line for line in used if not PINNED.search(line)] == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_rights_are_the_least_and_time_is_bounded(file: Path) -> None:
    workflow = loaded(file)
    assert set((workflow["permissions"] or {}).values()) <= {"read"}
    assert "concurrency" in workflow
    given = set()
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 45
        given |= {name for name, right in job.get("permissions", {}).items() if right == "write"}
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False
    assert given == WRITING.get(file.stem, set())


def test_a_proposal_sees_no_secret() -> None:
    text = (GITHUB / "workflows/pull-request.yml").read_text("utf-8")
    assert "secrets." not in text
    assert "github.token" not in text
    assert "pull_request_target" not in "".join(file.read_text("utf-8") for file in WORKFLOWS)


def test_forks_whose_branches_have_the_same_name_do_not_cancel_each_other() -> None:
    group = loaded(GITHUB / "workflows/comment.yml")["concurrency"]["group"]
    assert "workflow_run.head_repository.full_name" in group
    assert "workflow_run.head_branch" in group


def test_the_comment_knows_whether_there_is_a_preview() -> None:
    steps = loaded(GITHUB / "workflows/pull-request.yml")["jobs"]["facts"]["steps"]
    ids = [step.get("id") for step in steps]
    comment = next(n for n, step in enumerate(steps) if "review/comment.md" in step.get("run", ""))
    assert ids.index("build") < ids.index("preview") < comment
    assert "!cancelled()" in steps[ids.index("build")]["if"]
    assert steps[comment]["env"]["PREVIEW"] == "${{ steps.preview.outcome }}"


def test_the_proposals_own_findings_are_annotated_and_the_others_are_text(tmp_path: Path) -> None:
    made = repository(tmp_path / "project")
    made.edit("organisations/maison.yml", ("https://example.be/fr", "http://example.be/fr"))
    made.commit("2025-02-01")
    shutil.copytree(VALID.parent / "docs", made.folder / "docs")
    for name in ("fr", "nl"):
        page = made.folder / f"docs/{name}/context/aller/index.md"
        page.write_text(page.read_text("utf-8") + "\n[x](lexicon:nowhere)\n", "utf-8")
    (line,) = [line for line in commands(".venv/bin/panorama check") if "--base" in line]
    given = shlex.split(line.replace("$BASE", "HEAD"))[1:]
    done = panorama(made.folder, *given, "--data", "data")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    own = [one for one in lines if one.startswith("::")]
    assert lines[: len(own)] == own
    assert [one.partition(",")[0] for one in own] == [
        "::error file=docs/fr/context/aller/index.md",
        "::error file=docs/nl/context/aller/index.md",
    ]
    (other,) = lines[len(own) :]
    assert other.startswith("data/organisations/maison.yml:")
    assert "warning [insecure-url]" in other


def test_errors_elsewhere_count(tmp_path: Path) -> None:
    made = repository(tmp_path / "project")
    (made.data / "organisations/maison.yml").unlink()
    given = ("check", "--data", "data", "--format", "github", "--base")
    done = panorama(made.folder, *given, "HEAD")
    assert done.returncode == 1
    assert "devices/relais.yml" in done.stdout
    assert "::" not in done.stdout
    assert panorama(made.folder, *given, "nowhere").returncode == 2


def commands(name: str) -> list[str]:
    """Calls of a command in all workflows."""
    lines = [
        line.strip().removeprefix("- ")
        for file in WORKFLOWS
        for job in loaded(file)["jobs"].values()
        for step in job["steps"]
        for line in str(step.get("run", "")).splitlines()
    ]
    return [line for line in lines if line.startswith(name)]


@pytest.mark.parametrize("line", commands(".venv/bin/panorama"))
def test_commands_of_workflows_exist(line: str) -> None:
    arguments = shlex.split(line.partition(">")[0])[1:]
    assert parser("fr").parse_args(arguments).command == arguments[0]


@pytest.mark.parametrize("line", commands(".github/scripts/"))
def test_scripts_of_workflows_exist(line: str) -> None:
    script = PROJECT / shlex.split(line)[0]
    assert os.access(script, os.X_OK)


def linted(program: str, *arguments: str | Path) -> tuple[int, str]:
    """Exit status and what a linter of this environment printed."""
    # actionlint looks for shellcheck among the programs of the environment.
    path = os.pathsep.join((str(BIN), os.environ["PATH"]))
    done = subprocess.run(
        [BIN / program, *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PATH": path},
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_zizmor_finds_nothing() -> None:
    options = ("--offline", "--persona", "pedantic", "--quiet")
    status, said = linted("zizmor", *options, GITHUB / "workflows")
    assert status == 0, said


def test_actionlint_finds_nothing() -> None:
    assert linted("actionlint", *WORKFLOWS) == (0, "")


def test_actionlint_looks_at_expressions_and_scripts(tmp_path: Path) -> None:
    text = (GITHUB / "workflows/comment.yml").read_text("utf-8")
    wrong = text.replace("github.event.workflow_run.id", "github.evnt.id").replace(
        'download "$RUN"', "download $RUN"
    )
    (tmp_path / "wrong.yml").write_text(wrong, "utf-8")
    status, said = linted("actionlint", "-oneline", tmp_path / "wrong.yml")
    found = [line.rpartition("[")[2] for line in said.splitlines()]
    assert (status, found) == (1, ["expression]", "shellcheck]"])


def test_shellcheck_finds_nothing() -> None:
    # SC1112 takes the Dutch quotation marks of a sentence for mistyped ones.
    scripts = sorted((GITHUB / "scripts").glob("*.sh"))
    assert linted("shellcheck", "--exclude=SC1112", *scripts) == (0, "")


@pytest.mark.parametrize(("schema", "files"), [
    ("vendor.github-workflows", [str(file) for file in WORKFLOWS]),
    ("vendor.github-issue-forms", sorted(map(str, (GITHUB / "ISSUE_TEMPLATE").glob("[0-9]*.yml")))),
    ("vendor.github-issue-config", [str(GITHUB / "ISSUE_TEMPLATE/config.yml")]),
])  # fmt: skip
def test_files_have_the_shape_that_the_platform_reads(schema: str, files: list[str]) -> None:
    assert files
    status, said = linted("check-jsonschema", "--builtin-schema", schema, *files)
    assert status == 0, said


class Platform:
    """A folder where scripts find the stand-in for GitHub's tool."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked = folder / "asked"
        tool = folder / "bin" / "gh"
        tool.parent.mkdir()
        tool.write_text(GH, "utf-8")
        tool.chmod(0o755)

    def run(self, script: str, *arguments: str, answers: dict[str, str]) -> int:
        """The exit status of a script, with what the platform answers to which words."""
        (self.folder / "answers").write_text(json.dumps(answers), "utf-8")
        environment = os.environ | {
            "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "ANSWERS": str(self.folder / "answers"),
            "ASKED": str(self.asked),
            "GH_REPO": "some/site",
        }
        done = subprocess.run(
            [SCRIPTS / script, *arguments], env=environment, capture_output=True, check=False
        )
        return done.returncode

    def calls(self) -> list[tuple[list[str], list[str]]]:
        """What was asked for, each with the texts that went along."""
        lines = self.asked.read_text("utf-8").splitlines() if self.asked.exists() else []
        return [(call, texts) for call, texts in map(json.loads, lines)]


@pytest.fixture
def platform(tmp_path: Path) -> Platform:
    return Platform(tmp_path)


OPEN = json.dumps([{"number": 9, "title": "Liens"}, {"number": 7, "title": "Liens"}])
ISSUES = [
    ("", "[]", []),
    ("", OPEN, ["issue close 7"]),
    ("- un lien\n", "[]", ["issue create --title Liens --body-file"]),
    ("- un lien\n", OPEN, ["issue edit 7 --body-file"]),
]


@pytest.mark.parametrize(("body", "found", "expected"), ISSUES)
def test_there_is_one_issue_as_long_as_there_is_something_to_say(
    platform: Platform, body: str, found: str, expected: list[str]
) -> None:
    file = platform.folder / "body.md"
    file.write_text(body, "utf-8")
    assert platform.run("one-issue.sh", "Liens", str(file), answers={"issue list": found}) == 0
    done = [(" ".join(call), texts) for call, texts in platform.calls()[1:]]
    assert [call[: len(start)] for (call, _), start in zip(done, expected, strict=True)] == expected
    assert [texts for _, texts in done if texts] == [[body] for _ in done if body]


def test_a_long_issue_ends_with_a_line(platform: Platform) -> None:
    file = platform.folder / "body.md"
    file.write_text("- `@équipe`\n" * 10_000, "utf-8")
    assert platform.run("one-issue.sh", "Liens", str(file), answers={"issue list": "[]"}) == 0
    _, (body,) = platform.calls()[-1]
    assert set(body.splitlines()) == {"- `@équipe`"}
    assert 59_900 < len(body.encode()) <= 60_000


def overdue(folder: Path) -> str:
    """The text of the monthly issue."""
    done = subprocess.run(
        [SCRIPTS / "overdue.sh", "--data", folder / "data"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def test_records_to_check_again_are_listed_in_both_languages(tmp_path: Path) -> None:
    shutil.copytree(VALID.parent, tmp_path / "all")
    said = overdue(tmp_path / "all")
    assert "## Fiches à revérifier (" in said
    assert "## Fiches opnieuw na te kijken (" in said
    assert said.count("lexicon/aller-vers.yml:") == len(LANGUAGES)


def test_nothing_is_said_where_no_record_is_overdue(tmp_path: Path) -> None:
    shutil.copytree(VALID.parent, tmp_path / "all")
    records = [str(file) for file in sorted((tmp_path / "all/data").glob("*/*.yml"))]
    panorama(tmp_path / "all", "verify", *records, "--how", "document", "--data", "data")
    assert overdue(tmp_path / "all") == ""


HEAD = "a" * 40
MARK = "<!-- panorama-changes -->\n"
REFUSED = {
    "number": {"number": "7; rm -rf /\n"},
    "no number": {"number": "0\n"},
    "other text": {"comment.md": "<!-- other -->\n"},
    "too long": {"comment.md": MARK + "é" * 30_600},
    "no text": {"comment.md": MARK + "\udce9"},
}


def review(folder: Path, **files: str) -> Path:
    """What the other workflow left."""
    found = folder / "review"
    found.mkdir()
    texts = {"number": "7\n", "preview": "success\n", "comment.md": f"{MARK}Été\n"}
    for name, text in (texts | files).items():
        (found / name).write_text(text, "utf-8", "surrogateescape")
    return found


@pytest.mark.parametrize(("earlier", "call"), [
    ("", "--method POST repos/some/site/issues/7/comments"),
    ("33", "--method PATCH repos/some/site/issues/comments/33"),
])  # fmt: skip
def test_there_is_one_comment(platform: Platform, earlier: str, call: str) -> None:
    folder = review(platform.folder)
    answers = {"pulls/7": HEAD, "--paginate": earlier}
    assert platform.run("one-comment.sh", str(folder), HEAD, "https://run", answers=answers) == 0
    asked, texts = platform.calls()[-1]
    assert call in " ".join(asked)
    assert texts[0].startswith(f"{MARK}Été\n\n\n[Aperçu")
    assert "https://run#artifacts" in texts[0]


@pytest.mark.parametrize("preview", ["failure\n", "skipped\n", "\n", "successful\n", None])
def test_a_preview_that_is_not_there_is_not_linked(platform: Platform, preview: str | None) -> None:
    folder = review(platform.folder, preview=preview or "")
    if preview is None:
        (folder / "preview").unlink()
    answers = {"pulls/7": HEAD, "--paginate": ""}
    assert platform.run("one-comment.sh", str(folder), HEAD, "https://run", answers=answers) == 0
    _, (text,) = platform.calls()[-1]
    assert "#artifacts" not in text
    assert "Pas d’aperçu : le site n’a pas pu être construit, [voir pourquoi](https://run)" in text
    assert "Geen voorbeeld: de site kon niet gebouwd worden, [zie waarom](https://run)" in text


def test_a_comment_as_long_as_it_may_be_is_written_whole(platform: Platform) -> None:
    text = MARK + "é" * ((BODY - len(MARK)) // 2)
    folder = review(platform.folder, **{"comment.md": text})
    answers = {"pulls/7": HEAD, "--paginate": ""}
    assert platform.run("one-comment.sh", str(folder), HEAD, "https://run", answers=answers) == 0
    _, (written,) = platform.calls()[-1]
    assert written.startswith(text)
    assert len(written) <= 65_536


@pytest.mark.parametrize("files", REFUSED.values(), ids=REFUSED)
def test_what_is_not_a_comment_is_refused(platform: Platform, files: dict[str, str]) -> None:
    folder = review(platform.folder, **files)
    answers = {"pulls/": HEAD}
    assert platform.run("one-comment.sh", str(folder), HEAD, "https://run", answers=answers) == 1
    assert not [call for call, _ in platform.calls() if "--method" in call]


def test_a_link_to_a_file_of_the_machine_is_refused(platform: Platform) -> None:
    folder = review(platform.folder)
    (folder / "comment.md").unlink()
    (folder / "comment.md").symlink_to(platform.folder / "answers")
    assert platform.run("one-comment.sh", str(folder), HEAD, "u", answers={"pulls/7": HEAD}) == 1


def test_another_pull_request_is_refused(platform: Platform) -> None:
    folder = review(platform.folder)
    answers = {"pulls/7": "b" * 40}
    assert platform.run("one-comment.sh", str(folder), HEAD, "u", answers=answers) == 1
