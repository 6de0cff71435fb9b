"""A build that is killed, or that fails late, leaves the site byte for byte."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from panorama.building.site import build
from panorama.paths import PROJECT

PANORAMA = Path(sys.executable).with_name("panorama")
SECOND = "Building 'nl' documentation"
# Python imports this module before any other: it stands for a package that is not installed.
WITHOUT_FONTS = """
import shutil

_copyfile = shutil.copyfile


def copyfile(source, target, **options):
    if str(source).endswith(".woff2"):
        raise FileNotFoundError(2, "No such file or directory", str(source))
    return _copyfile(source, target, **options)


shutil.copyfile = copyfile
"""
# A template that cannot be rendered in Dutch.
ONLY_IN_DUTCH = """
import jinja2

_render = jinja2.Template.render


def render(self, *args, **kwargs):
    entry = dict(*args, **kwargs).get("entry")
    if entry is not None and entry.language == "nl" and entry.path == "sources/":
        raise jinja2.TemplateError("not in Dutch")
    return _render(self, *args, **kwargs)


jinja2.Template.render = render
"""


@pytest.fixture
def public(tmp_path: Path, site: Path) -> Path:
    """A site of its own folder, with a page that no build would write."""
    folder = tmp_path / "out" / "public"
    shutil.copytree(site, folder)
    (folder / "index.html").write_bytes(b"<p>\xc3\xa9t\xe9\r\n")
    return folder


def files(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Content, time and number of each file."""
    return {
        path.relative_to(folder).as_posix(): (
            path.read_bytes(),
            path.stat().st_mtime_ns,
            path.stat().st_ino,
        )
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("pages", [1, 250])
def test_a_killed_build_leaves_the_site(public: Path, pages: int, *, whole: bool) -> None:
    before = files(public)
    command = [str(PANORAMA), "build", "--site-dir", str(public)]
    # A session of its own, so that what the build starts can be killed with it.
    with subprocess.Popen(
        command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as started:
        try:
            wait_for_pages(public, pages, started)
            if not whole:
                started.kill()
                time.sleep(1)
        finally:
            os.killpg(started.pid, signal.SIGKILL)
    assert started.returncode == -signal.SIGKILL
    assert files(public) == before


def wait_for_pages(public: Path, count: int, started: subprocess.Popen[bytes]) -> None:
    """Wait until a build has written some of its pages, beside the site."""
    written = 0
    while written < count:
        assert started.poll() is None, "the build ended before it could be killed"
        time.sleep(0.02)
        beside = [path for path in public.parent.iterdir() if path != public]
        written = sum(1 for folder in beside for _ in folder.rglob("index.html"))


def test_a_build_after_a_killed_one_replaces_the_site(public: Path) -> None:
    test_a_killed_build_leaves_the_site(public, 1, whole=True)
    assert build(PROJECT / "data", public, "fr") == 0
    assert b"<!doctype html>" in (public / "index.html").read_bytes()


def test_a_failure_in_the_second_language_leaves_the_site(
    tmp_path: Path, public: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(ONLY_IN_DUTCH, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    before = files(public)
    assert build(PROJECT / "data", public, "fr") == 1
    said = "".join(capfd.readouterr())
    assert SECOND in said
    assert "not in Dutch" in said
    assert files(public) == before
    assert [path.name for path in public.parent.iterdir()] == ["public"]


def test_a_failure_after_both_languages_leaves_the_site(
    tmp_path: Path, public: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(WITHOUT_FONTS, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    before = files(public)
    assert build(PROJECT / "data", public, "fr") == 1
    said = "".join(capfd.readouterr())
    assert SECOND in said
    assert ".woff2" in said
    assert "panorama : la construction a échoué ; public n’a pas changé" in said
    assert files(public) == before
    assert [path.name for path in public.parent.iterdir()] == ["public"]
