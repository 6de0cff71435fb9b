"""Two folders change places."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from panorama.building.exchange import exchange

if TYPE_CHECKING:
    from pathlib import Path


def folder(path: Path, content: str) -> Path:
    """A folder with one file."""
    path.mkdir()
    (path / "a.txt").write_text(content, "utf-8")
    return path


@pytest.mark.parametrize("name", ["second", "été ’ 日本"])
def test_two_folders_swap(tmp_path: Path, name: str) -> None:
    first, second = folder(tmp_path / "first", "1"), folder(tmp_path / name, "2")
    numbers = first.stat().st_ino, second.stat().st_ino
    exchange(first, second)
    assert (first / "a.txt").read_text("utf-8") == "2"
    assert (second / "a.txt").read_text("utf-8") == "1"
    assert (second.stat().st_ino, first.stat().st_ino) == numbers
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["first", name])


def test_folders_at_different_depths_swap(tmp_path: Path) -> None:
    first = folder(tmp_path / "first", "1")
    second = folder(folder(tmp_path / "work", "0") / "site", "2")
    exchange(second, first)
    assert (first / "a.txt").read_text("utf-8") == "2"
    assert (second / "a.txt").read_text("utf-8") == "1"


def test_swapping_twice_changes_nothing(tmp_path: Path) -> None:
    first, second = folder(tmp_path / "first", "1"), folder(tmp_path / "second", "2")
    exchange(first, second)
    exchange(first, second)
    assert (first / "a.txt").read_text("utf-8") == "1"
    assert (second / "a.txt").read_text("utf-8") == "2"


@pytest.mark.parametrize("missing", ["first", "second"])
def test_a_missing_folder_is_an_error_and_the_other_stays(tmp_path: Path, missing: str) -> None:
    (there,) = {"first", "second"} - {missing}
    folder(tmp_path / there, "1")
    with pytest.raises(FileNotFoundError) as found:
        exchange(tmp_path / "first", tmp_path / "second")
    assert found.value.errno == errno.ENOENT
    assert found.value.filename == str(tmp_path / "first")
    assert found.value.filename2 == str(tmp_path / "second")
    assert [path.name for path in tmp_path.iterdir()] == [there]
    assert (tmp_path / there / "a.txt").read_text("utf-8") == "1"


def test_a_folder_does_not_swap_with_what_it_holds(tmp_path: Path) -> None:
    outer = folder(tmp_path / "outer", "1")
    inner = folder(outer / "inner", "2")
    with pytest.raises(OSError, match="Invalid argument"):
        exchange(outer, inner)
    assert (inner / "a.txt").read_text("utf-8") == "2"
