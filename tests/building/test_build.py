"""A build that fails changes nothing."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from panorama.building.read import BadRecordsError, read_site
from panorama.building.site import build
from panorama.paths import PROJECT
from panorama.today import today

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.checking.report import Language

KEPT = {
    "fr": "panorama : la construction a échoué ; public n’a pas changé",
    "nl": "panorama: het bouwen is mislukt; public is niet veranderd",
}
REFUSED = {
    "fr": "devices/broken.yml:2:1: error [duplicate-key] Le champ « id »",
    "nl": "devices/broken.yml:2:1: error [duplicate-key] Het veld ‘id’",
}


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The project's records with one that cannot be read."""
    data = tmp_path / "data"
    shutil.copytree(PROJECT / "data", data)
    (data / "devices" / "broken.yml").write_text("id: broken\nid: twice\n", "utf-8")
    return data


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


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_a_broken_record_leaves_the_site_byte_for_byte(
    tmp_path: Path, broken: Path, language: Language, capfd: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "out" / "public"
    (site / "nl").mkdir(parents=True)
    (site / "pagefind").mkdir()
    (site / "pagefind" / "pagefind-entry.json").write_bytes(b"{}")
    (site / "index.html").write_bytes(b"<p>\xc3\xa9t\xe9\r\n")
    (site / "nl" / "index.html").write_bytes(b"")
    before = files(site)
    assert build(broken, site, language) == 1
    assert files(site) == before
    assert [path.name for path in site.parent.iterdir()] == ["public"]
    said = "".join(capfd.readouterr())
    assert REFUSED[language] in said
    assert KEPT[language] in said
    assert "Traceback" not in said


def test_a_broken_record_makes_no_site_where_there_was_none(tmp_path: Path, broken: Path) -> None:
    site = tmp_path / "out" / "public"
    assert build(broken, site, "fr") == 1
    assert list(site.parent.iterdir()) == []


def test_records_with_errors_are_not_laid_out(broken: Path) -> None:
    with pytest.raises(BadRecordsError, match=r"broken\.yml:2:1: error \[duplicate-key\]"):
        read_site(broken, PROJECT, "https://example.be", "https://git.example.be", {})


@pytest.mark.parametrize(
    ("epoch", "day"),
    [("0", "1970-01-01"), ("1735685999", "2024-12-31"), ("1735686000", "2025-01-01")],
)
def test_the_day_of_a_build_can_be_set_and_is_one_of_brussels(
    monkeypatch: pytest.MonkeyPatch, epoch: str, day: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert today().isoformat() == day
