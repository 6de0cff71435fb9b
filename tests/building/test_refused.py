"""A build never replaces a folder that is not a site, or that holds what it is built from."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from panorama.building import site as building
from panorama.building.site import build, is_replaceable
from panorama.paths import PROJECT
from tests.checking.golden import VALID

if TYPE_CHECKING:
    from collections.abc import Callable

    from panorama.checking.report import Language

PANORAMA = Path(sys.executable).with_name("panorama")
SAID = {
    "fr": "n’est ni vide ni un site construit ici ; rien n’a été touché",
    "nl": "is niet leeg en geen site die hier gebouwd is; er is niets veranderd",
}


def notes(folder: Path) -> Path:
    """A folder with files of someone's own."""
    folder.mkdir()
    (folder / "index.html").write_text("<p>mine</p>", "utf-8")
    return folder


def hidden(folder: Path) -> Path:
    """A folder that only looks empty."""
    folder.mkdir()
    (folder / ".keep").write_text("mine", "utf-8")
    return folder


def nested(folder: Path) -> Path:
    """A folder that holds nothing but another one."""
    (folder / "deep").mkdir(parents=True)
    return folder


def file(path: Path) -> Path:
    """No folder at all."""
    path.write_text("mine", "utf-8")
    return path


def linked(path: Path) -> Path:
    """Another name of a folder with files."""
    path.symlink_to(notes(path.with_name("elsewhere")))
    return path


def snapshot(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Everything below a folder: content, time and number."""
    return {
        path.relative_to(folder).as_posix(): (
            path.read_bytes() if path.is_file() else b"",
            path.lstat().st_mtime_ns,
            path.lstat().st_ino,
        )
        for path in [folder, *folder.rglob("*")]
    }


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Call the command; whatever it says, it never shows the inside of the program."""
    done = subprocess.run(
        [PANORAMA, "build", *arguments], capture_output=True, encoding="utf-8", check=False
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done


@pytest.mark.parametrize("language", ["fr", "nl"])
@pytest.mark.parametrize("made", [notes, hidden, nested, file, linked])
def test_what_is_no_site_is_refused_and_not_touched(
    tmp_path: Path, made: Callable[[Path], Path], language: Language
) -> None:
    target = made(tmp_path / "public")
    before = snapshot(tmp_path)
    done = run("--site-dir", str(target), "--lang", language)
    assert (done.returncode, done.stdout) == (2, "")
    assert SAID[language] in done.stderr
    assert "public" in done.stderr or made is linked
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("target", [".", "data", "data/..", "elsewhere"])
def test_a_folder_that_holds_the_records_is_refused(
    tmp_path: Path, site: Path, target: str
) -> None:
    # It is a site too, so that only what it holds speaks against it.
    home = tmp_path / "home"
    shutil.copytree(site, home)
    shutil.copytree(site, home / "data", dirs_exist_ok=True)  # a site has open data there
    shutil.copytree(VALID, home / "data", dirs_exist_ok=True)
    (home / "elsewhere").symlink_to(home / "data")
    before = snapshot(home)
    done = run("--data", str(home / "data"), "--site-dir", str(home / target))
    assert (done.returncode, done.stdout) == (2, "")
    assert SAID["fr"] in done.stderr
    assert snapshot(home) == before


def test_a_folder_that_holds_the_project_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(building, "PROJECT", notes(tmp_path / "project"))
    shutil.copytree(VALID, tmp_path / "records")
    for target in (tmp_path, tmp_path / "project"):
        (target / "pagefind").mkdir()
        (target / "pagefind" / "pagefind-entry.json").write_text("{}", "utf-8")
        before = snapshot(tmp_path)
        assert build(tmp_path / "records", target, "nl") == 2
        assert SAID["nl"] in capsys.readouterr().err
        assert snapshot(tmp_path) == before


def test_the_project_itself_is_never_replaced(tmp_path: Path) -> None:
    for folder in (PROJECT, *PROJECT.parents, PROJECT / "data"):
        assert not is_replaceable(folder, PROJECT / "data")
    assert not is_replaceable(tmp_path, tmp_path / "data")
    assert is_replaceable(tmp_path, PROJECT / "data")
    assert is_replaceable(tmp_path / "new", PROJECT / "data")


def test_an_empty_folder_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "public"
    target.mkdir()
    done = run("--site-dir", str(target))
    assert (done.returncode, done.stderr.count(SAID["fr"])) == (0, 0)
    assert "<!doctype html>" in (target / "index.html").read_text("utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["public"]
