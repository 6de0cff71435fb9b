"""Many files are read and checked by several processes; what they find is what one finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from panorama.checking import shaped
from panorama.paths import SCHEMAS
from panorama.reading.records import list_folder
from tests.bench.synthetic import write_organisations
from tests.checking.golden import cases, checked

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("case", cases())
def test_several_processes_find_what_one_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    alone = checked(case, tmp_path / "one")
    monkeypatch.setattr(shaped, "MANY", 1)
    monkeypatch.setattr(shaped, "CHUNK", 3)
    spread = checked(case, tmp_path / "several")
    assert spread.findings == alone.findings
    assert spread.documents == alone.documents


def test_many_files_come_back_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "organisations").mkdir()
    write_organisations(tmp_path / "organisations", shaped.MANY, ["panorama-1"])
    broken = tmp_path / "organisations" / "synthetic-00007.yml"
    broken.write_text("id: [", "utf-8")
    kinds = list_folder(tmp_path).kinds
    found = list(shaped.shaped(tmp_path, kinds, SCHEMAS))
    names = [document.path if document else None for document, _ in found]
    assert names == [None if name.endswith("00007.yml") else name for name in kinds]
    assert [finding.code for _, findings in found for finding in findings] == ["yaml-bracket"]
