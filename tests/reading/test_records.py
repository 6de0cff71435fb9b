"""The data folder: which files are records, and that a bad file never hides another."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from panorama.findings import Finding, Position
from panorama.reading.records import (
    FOLDERS,
    Kind,
    Listing,
    kind_of,
    list_folder,
    read_document,
    read_file,
    read_folder,
    stem,
)

if TYPE_CHECKING:
    from pathlib import Path


any_bytes = pytest.mark.skipif(sys.platform == "darwin", reason="its names are always UTF-8")


def write(data: Path, *paths: str) -> None:
    """Files that each hold one field."""
    for path in paths:
        (data / path).parent.mkdir(parents=True, exist_ok=True)
        (data / path).write_text("a: 1\n", "utf-8")


def found(data: Path) -> dict[str, str]:
    """Code of the finding of each file."""
    findings = list_folder(data).findings
    assert {finding.position for finding in findings} <= {Position(1, 1)}
    return {finding.path: finding.code for finding in findings}


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("devices/raq.yml", "device"),
        ("organisations/a-1.yml", "organisation"),
        ("lexicon/aller-vers.yml", "lexicon"),
        ("sources/2024.yml", "source"),
        ("communes.yml", "communes"),
        ("bassins.yml", "bassins"),
        ("ui.yml", "ui"),
    ],
)
def test_a_path_says_the_kind_of_record(tmp_path: Path, path: str, kind: Kind) -> None:
    write(tmp_path, path)
    assert list_folder(tmp_path) == Listing({path: kind}, [])
    (document,) = read_folder(tmp_path)
    assert (document.path, document.kind, document.value) == (path, kind, {"a": 1})
    assert document.stem == path.removesuffix(".yml").rpartition("/")[2]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("devices/Raq.yml", "file-name"),
        ("devices/été.yml", "file-name"),
        ("devices/a_b.yml", "file-name"),
        ("devices/a b.yml", "file-name"),
        ("devices/a--b.yml", "file-name"),
        ("devices/-a.yml", "file-name"),
        ("devices/a-.yml", "file-name"),
        ("devices/a.b.yml", "file-name"),
        ("devices/raq.yaml", "file-ending"),
        ("ui.yaml", "file-ending"),
        ("devices/raq.YML", "file-place"),
        ("devices/raq.yml.bak", "file-place"),
        ("devices/raq.yml~", "file-place"),
        ("devices/raq", "file-place"),
        ("devices/old/raq.yml", "file-place"),
        ("device/raq.yml", "file-place"),
        ("raq.yml", "file-place"),
        ("Communes.yml", "file-place"),
        ("README.md", "file-place"),
        ("lexicon/schemas/a.json", "file-place"),
    ],
)
def test_a_file_that_no_page_would_show_is_found(tmp_path: Path, path: str, code: str) -> None:
    write(tmp_path, path)
    assert found(tmp_path) == {path: code}
    assert read_folder(tmp_path) == []


@pytest.mark.parametrize(
    "name", ["schemas/a.json", "geo/a.geojson", ".git", "devices/.raq.yml.swp"]
)
def test_files_that_are_no_records_are_left_alone(tmp_path: Path, name: str) -> None:
    write(tmp_path, name)
    assert found(tmp_path) == {}


@pytest.mark.parametrize(
    ("link", "target", "code"),
    [
        ("devices/link.yml", "devices/raq.yml", "file-name"),
        ("devices/link.yml", "../outside.yml", "file-name"),
        ("devices/link.yml", "nowhere.yml", "file-name"),
        ("ui.yml", "devices/raq.yml", "file-place"),
        ("lexicon", "devices", "file-place"),
        ("devices/more", "devices", "file-place"),
    ],
)
def test_a_link_to_another_place_is_not_followed(
    tmp_path: Path, link: str, target: str, code: str
) -> None:
    write(tmp_path, "outside.yml", "data/devices/raq.yml")
    data = tmp_path / "data"
    (data / link).symlink_to(data / target)
    assert found(data) == {link: code}
    assert list(list_folder(data).kinds) == ["devices/raq.yml"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("devices/a\u202eb.yml", "devices/a\\u202eb.yml"),
        ("devices/a\n::error::b.yml", "devices/a\\n::error::b.yml"),
        ("devices/\x1b[31m.yml", "devices/\\x1b[31m.yml"),
        pytest.param("devices/\udcff.yml", "devices/\\udcff.yml", marks=any_bytes),
    ],
)
def test_a_file_name_is_shown_without_its_hidden_characters(
    tmp_path: Path, name: str, shown: str
) -> None:
    write(tmp_path, name)
    assert found(tmp_path) == {shown: "file-name"}


def test_a_misplaced_file_is_told_where_records_belong(tmp_path: Path) -> None:
    write(tmp_path, "notes/a.yml")
    (finding,) = list_folder(tmp_path).findings
    assert finding.details == {"folders": ", ".join(f"{folder}/" for folder in FOLDERS)}


def test_a_bad_file_hides_no_other(tmp_path: Path) -> None:
    write(tmp_path, "devices/a.yml", "devices/b.yml", "devices/d.yml", "lexicon/e.yml")
    (tmp_path / "devices/b.yml").write_bytes(b"\xff")
    (tmp_path / "devices/c.yml").write_text("a: [", "utf-8")
    (tmp_path / "devices/d.yml").write_text("a: 1\na: 2\n", "utf-8")
    documents = read_folder(tmp_path)
    assert [document.path for document in documents] == ["devices/a.yml", "lexicon/e.yml"]
    kinds = list_folder(tmp_path).kinds
    assert list(kinds) == [f"devices/{name}.yml" for name in "abcd"] + ["lexicon/e.yml"]
    found = [read_file(tmp_path, name, kind)[1] for name, kind in kinds.items()]
    assert [[finding.code for finding in findings] for findings in found] == [
        [],
        ["bad-encoding"],
        ["yaml-bracket"],
        ["duplicate-key"],
        [],
    ]


def test_an_empty_folder_has_no_records(tmp_path: Path) -> None:
    assert list_folder(tmp_path) == Listing({}, [])
    assert read_folder(tmp_path) == []


def test_a_document_keeps_the_places_of_its_values() -> None:
    document, findings = read_document("devices/raq.yml", "device", "é: à\nb: [c]\n".encode())
    assert findings == []
    assert document is not None
    assert document.values.at(("b", 0)) == Position(2, 5)


def test_a_file_that_cannot_be_decoded_is_not_parsed() -> None:
    assert read_document("ui.yml", "ui", b"a: [\t") == (
        None,
        [Finding("ui.yml", Position(1, 5), "tab")],
    )


@pytest.mark.parametrize(
    "path", ["", "/", "devices/", "devices/.yml", "../ui.yml", "devices\\a.yml"]
)
def test_no_other_path_holds_a_record(path: str) -> None:
    assert kind_of(path) is None


@pytest.mark.parametrize(("path", "name"), [("devices/a-b.yml", "a-b"), ("ui.yml", "ui")])
def test_a_stem_is_the_name_without_folder_and_ending(path: str, name: str) -> None:
    assert stem(path) == name


def test_a_list_may_be_larger_than_a_record() -> None:
    large = b"a: {fr: x, nl: y}\n" + b"# twelve more.\n" * 4400
    document, findings = read_document("ui.yml", "ui", large)
    assert document
    assert findings == []
    _, (finding,) = read_document("lexicon/large.yml", "lexicon", large)
    assert (finding.code, finding.details) == ("too-large", {"limit": "64"})
