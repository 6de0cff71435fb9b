"""Files change together or not at all, also where the program is killed in between."""

from __future__ import annotations

import os
import signal
from pathlib import Path, PosixPath

import pytest

from panorama.editing.together import FOLDER, NotUndoneError, change, go_back
from tests.cli.calling import files

OLD = {"a.yml": b"a\n", "b.yml": b"b\n", "docs/fr/x/index.md": b"x\n"}
NEW = {"a.yml": b"A\n", "c.yml": b"B\n", "docs/fr/y/index.md": b"x\n", "n.yml": b"N\n"}


class Deadly(PosixPath):
    """A path whose file is not moved: the program is killed when it comes to that."""

    def rename(self, target: object) -> Deadly:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError(target)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name, text in OLD.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(text)
    return tmp_path


def texts(data: Path) -> dict[Path, str]:
    return {data / "a.yml": "A\n", data / "n.yml": "N\n", data / "b.yml": "B\n"}


def moves(data: Path) -> list[tuple[Path, Path]]:
    return [(data / "b.yml", data / "c.yml"), (data / "docs/fr/x", data / "docs/fr/y")]


def test_all_of_them_change(data: Path) -> None:
    (data / "a.yml").chmod(0o600)
    change(data, texts(data), moves(data))
    assert files(data) == NEW
    assert (data / "a.yml").stat().st_mode & 0o777 == 0o600
    assert not (data / FOLDER).exists()
    assert not go_back(data)


@pytest.mark.parametrize("name", ["a.yml", "b.yml", "move 0", "move 1"])
def test_who_was_killed_in_between_goes_back(data: Path, name: str) -> None:
    wanted = {
        Deadly(file) if file.name == name else file: text for file, text in texts(data).items()
    }
    steps = [
        (Deadly(source) if name == f"move {number}" else source, target)
        for number, (source, target) in enumerate(moves(data))
    ]
    child = os.fork()
    if not child:
        change(data, wanted, steps)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    assert files(data) != OLD
    assert go_back(data)
    assert files(data) == OLD
    assert not (data / FOLDER).exists()
    change(data, texts(data), moves(data))
    assert files(data) == NEW


@pytest.mark.parametrize("place", ["docs/fr/y/old.txt", "c.yml/old.txt"])
def test_what_cannot_be_moved_moves_the_rest_back(data: Path, place: str) -> None:
    (data / place).parent.mkdir(parents=True)
    (data / place).write_text("in the way")
    before = files(data)
    with pytest.raises(OSError, match=r"c\.yml|docs/fr/x"):
        change(data, texts(data), moves(data))
    assert files(data) == before
    assert not (data / FOLDER).exists()


def test_what_was_only_being_prepared_is_forgotten(data: Path) -> None:
    (data / FOLDER).mkdir()
    (data / FOLDER / "0.new").write_text("half")
    assert not go_back(data)
    assert files(data) == OLD


def test_what_cannot_be_undone_stays_to_be_undone_later(data: Path) -> None:
    (data / FOLDER).mkdir()
    (data / FOLDER / "moves.json").write_text('[["docs/fr/z/q", "a.yml"]]')
    with pytest.raises(NotUndoneError, match="docs/fr/z/q"):
        go_back(data)
    (data / "docs/fr/z").mkdir()
    assert go_back(data)
    assert (data / "docs/fr/z/q").read_bytes() == b"a\n"
