"""Hand-written pages as entries: in reading order, with what stands around their text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from panorama.pages.chapters import CHAPTERS, by_address, chapters, neighbours, prose_pages
from panorama.paths import PROJECT
from panorama.reading.prose import read_prose
from tests.checking.golden import VALID

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.model.catalogue import Catalogue, Language
    from panorama.pages.entry import Entry
    from panorama.pages.voice import Voice
    from panorama.reading.prose import Prose

Pages = dict[tuple["Language", str], "Prose"]
Neighbour = tuple[str, str] | None


@pytest.fixture
def written(tmp_path: Path) -> Pages:
    """Some chapters and other pages, in an order of their own."""
    for address in ("context/pssi/", "about/", "context/", "devices/chw/", "devices/clss/",
                    "context/why/", "context/pssi/more/deep/"):  # fmt: skip
        for language in ("fr", "nl"):
            folder = tmp_path / language / address
            folder.mkdir(parents=True, exist_ok=True)
            front = f"---\ntitle: {language} {address} ?\ndescription: Une phrase.\n---\n"
            (folder / "index.md").write_text(front, "utf-8")
    pages, findings = read_prose(tmp_path)
    assert findings == []
    return dict(by_address(pages))


def entries(pages: Pages, records: Catalogue, voice: Voice) -> dict[str, Entry]:
    """Entries by their path."""
    return {entry.path: entry for entry in prose_pages(list(pages.values()), records, voice)}


def test_chapters_that_are_written_stand_in_reading_order(written: Pages) -> None:
    found = [address for address, _ in chapters(written, "fr")]
    assert found == ["context/why/", "devices/chw/", "context/pssi/"]
    assert [page.path for _, page in chapters(written, "nl")] == [
        "nl/context/why/index.md",
        "nl/devices/chw/index.md",
        "nl/context/pssi/index.md",
    ]


@pytest.mark.parametrize(
    ("address", "previous", "following"),
    [
        ("context/why/", None, ("devices/chw/", "nl devices/chw/ ?")),
        (
            "devices/chw/",
            ("context/why/", "nl context/why/ ?"),
            ("context/pssi/", "nl context/pssi/ ?"),
        ),
        ("context/pssi/", ("devices/chw/", "nl devices/chw/ ?"), None),
        ("about/", None, None),
        ("context/", None, None),
        ("devices/clss/", None, None),
        ("context/access/", None, None),  # a chapter that is not written
    ],
)
def test_a_chapter_knows_the_one_before_and_after_it(
    written: Pages,
    small: dict[Language, Voice],
    address: str,
    previous: Neighbour,
    following: Neighbour,
) -> None:
    found = neighbours(address, written, small["nl"])
    assert found == {"previous": previous, "following": following}


def test_pages_of_schemes_have_no_entry_of_their_own(
    written: Pages, records: Catalogue, small: dict[Language, Voice]
) -> None:
    found = entries(written, records, small["fr"])
    assert set(found) == {
        *("context/pssi/", "about/", "context/", "context/why/", "context/pssi/more/deep/")
    }
    assert {entry.language for entry in found.values()} == {"fr"}


@pytest.mark.parametrize(
    ("path", "stands"),
    [
        ("about/", ("prose.html", "", "page", [])),
        ("context/", ("chapters.html", "context", "chapter", [])),
        ("context/why/", ("chapter.html", "context", "chapter", ["context/"])),
        (
            "context/pssi/more/deep/",
            ("prose.html", "context", "chapter", ["context/", "context/pssi/"]),
        ),
    ],
)
def test_an_entry_says_where_its_page_stands(
    written: Pages,
    records: Catalogue,
    small: dict[Language, Voice],
    path: str,
    stands: tuple[str, str, str, list[str]],
) -> None:
    entry = entries(written, records, small["nl"])[path]
    trail = [address for address, _ in entry.trail]
    assert (entry.template, entry.section, entry.kind, trail) == stands
    assert entry.source == f"docs/nl/{path}index.md"
    assert (entry.title, entry.description) == (f"nl {path} ?", "Une phrase.")


def test_titles_have_the_spaces_of_their_language(
    written: Pages, records: Catalogue, small: dict[Language, Voice]
) -> None:
    entry = entries(written, records, small["fr"])["context/pssi/more/deep/"]
    assert entry.title == "fr context/pssi/more/deep/\u202f?"
    assert [title for _, title in entry.trail] == ["fr context/\u202f?", "fr context/pssi/\u202f?"]


def test_the_list_of_chapters_has_them_all(
    written: Pages, records: Catalogue, small: dict[Language, Voice]
) -> None:
    found = entries(written, records, small["fr"])["context/"]
    assert [address for address, _ in found.data["chapters"]] == [
        "context/why/",
        "devices/chw/",
        "context/pssi/",
    ]


def test_an_entry_has_the_figures_and_sources_that_its_page_names(
    records: Catalogue, small: dict[Language, Voice]
) -> None:
    pages, _ = read_prose(VALID.parent / "docs")
    data = entries(dict(by_address(pages)), records, small["fr"])["context/aller/"].data
    assert [(one.field, one.value.as_of) for one in data["key_figures"]] == [
        ("staff", "2023-12"),
        ("staff", 2023),
    ]
    assert data["reading"] == [records.sources["rapport"]]
    assert [heading.anchor for heading in data["prose"].sections] == ["facts", "write"]


def test_every_chapter_of_the_project_is_written_in_both_languages() -> None:
    pages, findings = read_prose(PROJECT / "docs")
    assert findings == []
    found = by_address(pages)
    for language in ("fr", "nl"):
        assert [address for address, _ in chapters(found, language)] == list(CHAPTERS)
