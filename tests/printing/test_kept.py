"""Documents are made once: the same bytes for the same content, anew only for what changed."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from msgspec import structs

from panorama.building.printing import sources_of
from panorama.paths import FONTS, PROJECT
from panorama.printing import shelf as printing
from panorama.printing.cache import cache
from panorama.printing.catalogue import documents
from panorama.printing.fonts import fonts
from panorama.printing.press import content_of, press

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.building.read import Site
    from panorama.printing.document import Document
    from panorama.printing.shelf import Shelf

EXAMPLES = ("panorama-frnl-a3", "device-chw-nl", "commune-jette-fr", "worksheet-fr", "guide-nl")


@pytest.fixture
def typefaces(tmp_path: Path) -> Path:
    """The fonts, converted again."""
    return fonts(FONTS, tmp_path)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_same_content_makes_the_same_bytes(shelf: Shelf, typefaces: Path, name: str) -> None:
    document = shelf.documents[name]
    author = "Panorama de l’aller-vers"
    again = press(document.template, content_of(document, author), typefaces, document.pages)
    assert again.pdf == shelf.printed[name].pdf
    assert again.picture == shelf.printed[name].picture


def test_what_is_kept_is_not_set_again(
    shelf: Shelf, typefaces: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = [shelf.documents[name] for name in EXAMPLES[1:3]]
    first = printing.shelf(wanted, "Panorama", typefaces, tmp_path)
    monkeypatch.setattr(printing, "press", None)
    assert printing.shelf(wanted, "Panorama", typefaces, tmp_path) == first


def test_a_damaged_entry_is_made_again(shelf: Shelf, typefaces: Path, tmp_path: Path) -> None:
    wanted = [shelf.documents["worksheet-fr"]]
    first = printing.shelf(wanted, "Panorama", typefaces, tmp_path)
    (kept,) = (path for path in tmp_path.iterdir() if path.is_file())
    kept.write_bytes(b"half")
    assert printing.shelf(wanted, "Panorama", typefaces, tmp_path) == first


def test_only_what_shows_a_change_gets_a_new_name(
    printed_site: Site, shelf: Shelf, typefaces: Path
) -> None:
    kept = cache(typefaces.parent, typefaces)
    host = printed_site.catalogue.organisations["wolu-services"]
    renamed = structs.replace(host, names=structs.replace(host.names, fr="Wolu 2"))
    organisations = {**printed_site.catalogue.organisations, host.id: renamed}
    more = dataclasses.replace(printed_site.catalogue, organisations=organisations)
    changed = sources_of(dataclasses.replace(printed_site, catalogue=more), PROJECT / "docs")
    after = {one.name: one for one in documents(changed)}

    def key(document: Document) -> str:
        return kept.key(document.template, content_of(document, "Panorama"))

    assert {name for name, one in shelf.documents.items() if key(one) != key(after[name])} == {
        "device-raq-fr",
        "commune-woluwe-saint-lambert-fr",
        "bassin-sud-est-fr",
        "guide-fr",
    }


def test_old_entries_are_thrown_away(typefaces: Path, tmp_path: Path) -> None:
    import os

    kept = cache(tmp_path, typefaces)
    (tmp_path / "0old").write_bytes(b"")
    (tmp_path / "0new").write_bytes(b"")
    os.utime(tmp_path / "0old", (0, 0))
    kept.tidy()
    assert not (tmp_path / "0old").exists()
    assert (tmp_path / "0new").exists()
    assert typefaces.is_dir()
