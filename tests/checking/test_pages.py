"""Hand-written pages among the records: what is found, where its cause is, and only there."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from panorama.checking.check import check_folder
from panorama.checking.report import as_text
from tests.checking.golden import TODAY, VALID

if TYPE_CHECKING:
    from pathlib import Path

DEVICE = "data/devices/relais.yml"
FR, NL = "docs/fr/context/aller/index.md", "docs/nl/context/aller/index.md"
Edit = tuple[str, str, str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The valid records with their valid pages."""
    shutil.copytree(VALID.parent, tmp_path / "all")
    return tmp_path / "all"


def report(folder: Path, *edits: Edit) -> list[str]:
    """Path and code of everything found, once parts of files are written otherwise."""
    for path, written, instead in edits:
        text = (folder / path).read_text("utf-8")
        assert written in text
        (folder / path).write_text(text.replace(written, instead), "utf-8")
    lines = as_text(check_folder(folder / "data", TODAY).findings, "data/", "fr").splitlines()
    return [
        f"{line.partition(':')[0]} {line.partition('[')[2].partition(']')[0]}" for line in lines
    ]


@pytest.mark.parametrize(
    ("edit", "found"),
    [
        ((DEVICE, "kind: core", "kind: cors"), f"{DEVICE} not-in-list"),
        ((DEVICE, "kind: core", "kind: [core"), f"{DEVICE} yaml-bracket"),
        (("data/bassins.yml", "id: ouest", "id: Ouest"), "data/bassins.yml bad-id"),
        (("data/lexicon/aller-vers.yml", "short:", "court:"), "data/lexicon/aller-vers.yml"),
        (("data/sources/rapport.yml", "year: 2024", "year: x"), "data/sources/rapport.yml"),
    ],
)
def test_a_page_is_not_at_fault_for_a_record_that_is(folder: Path, edit: Edit, found: str) -> None:
    population = [
        (path, "\n[](drawing:lines)", "\n[](figure:ouest/population)\n\n[](drawing:lines)")
        for path in (FR, NL)
    ]
    assert report(folder, *population) == []
    assert {line.partition(" ")[0] for line in report(folder, edit)} == {found.partition(" ")[0]}


@pytest.mark.parametrize(
    ("path", "written", "instead", "code"),
    [
        (NL, "---\ntitle:", "---\ntitle: [", "yaml-bracket"),
        (NL, "---\ntitle:", "title:", "no-front-matter"),
        (FR, "Éditeur", "\tÉditeur", "tab"),
    ],
)
def test_a_page_that_cannot_be_read_is_still_there(
    folder: Path, path: str, written: str, instead: str, code: str
) -> None:
    assert report(folder, (path, written, instead)) == [f"{path} {code}"]


@pytest.mark.parametrize("front", ["- un\n- deux\n", "Une phrase.\n", "12\n"])
def test_front_matter_that_is_no_list_of_fields_is_said(folder: Path, front: str) -> None:
    (folder / NL).write_text(f"---\n{front}---\n", "utf-8")
    assert f"{NL} wrong-type" in report(folder)


def test_records_and_pages_are_in_one_order(folder: Path) -> None:
    found = report(
        folder, (FR, "(lexicon:aller-vers)", "(lexicon:rien)"), (DEVICE, "order: 1", "order: un")
    )
    assert f"{FR} unknown-reference" in found
    assert f"{DEVICE} wrong-type" in found
    assert found == sorted(found)


@pytest.mark.parametrize(
    "words",
    [
        "[](lexicon:aller-vers)",  # a link that no one sees and no one can follow
        "[ ](lexicon:aller-vers)",
        "[mot](lexicon: aller-vers)",
        "[mot]( lexicon:aller-vers)",
        "[mot](Lexicon:aller-vers)",
        '[mot](lexicon:aller-vers "titre")',
        "[mot](<lexicon:aller-vers>)",
        "[mot][1]\n\n[1]: lexicon:aller-vers",
        "[mot](lexicon:aller-vers){.classe}",
        "![mot](lexicon:aller-vers)",
    ],
)
def test_a_mark_that_would_not_be_filled_in_is_found(folder: Path, words: str) -> None:
    found = report(folder, (FR, "[aller-vers](lexicon:aller-vers)", words))
    assert found != []
    assert {line.partition(" ")[0] for line in found} == {FR}


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("Un titre\n--------", "underlined-heading"),
        ("Un titre\n=", "underlined-heading"),
        ("## Un [mot](lexicon:aller-vers) {#un}", "mark-in-heading"),
    ],
)
def test_a_heading_that_the_contents_would_not_show_is_found(
    folder: Path, heading: str, code: str
) -> None:
    both = [(path, "### ", f"{heading}\n\n### ") for path in (FR, NL)]
    assert report(folder, *both) == [f"{FR} {code}", f"{NL} {code}"]


@pytest.mark.parametrize("heading", ["##Un titre {#un}", "## Un titre{#un}", "## Un {: #un }"])
def test_a_heading_that_markdown_takes_for_one_is_one(folder: Path, heading: str) -> None:
    assert report(folder, (NL, "### ", f"{heading}\n\n### ")) == [f"{NL} headings-differ"]
    assert report(folder, (FR, "### ", "## Un titre {#un}\n\n### ")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Texte [](drawing:lines)",
        "[](drawing:lines) [](drawing:lines)",
        "[mot](drawing:lines)",
        "Texte\n[](space:3)",
        "- [](space:3)",
        "| a |\n|---|\n| [](space:3) |",
    ],
)
def test_a_drawing_or_lines_to_write_on_that_do_not_stand_alone_are_found(
    folder: Path, text: str
) -> None:
    found = report(folder, *((path, "### ", f"{text}\n\n### ") for path in (FR, NL)))
    assert {line.partition(" ")[0] for line in found} == {FR, NL}
