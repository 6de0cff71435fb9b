"""Hand-written pages: front matter, headings and marks, each where it stands in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from panorama.findings import Finding, Position
from panorama.reading.prose import Prose, read_prose

if TYPE_CHECKING:
    from pathlib import Path

FRONT = "---\ntitle: Titre\ndescription: Une phrase.\n---\n"
Found = tuple[str, int, int]


def write(docs: Path, path: str, text: str | bytes) -> None:
    """A file of a docs folder."""
    (docs / path).parent.mkdir(parents=True, exist_ok=True)
    (docs / path).write_bytes(text if isinstance(text, bytes) else text.encode())


def findings(docs: Path, text: str | bytes) -> list[Found]:
    """Code, line and column of what keeps a page from being read."""
    write(docs, "fr/a/index.md", text)
    pages, found = read_prose(docs)
    assert pages == []
    assert {finding.path for finding in found} == {"fr/a/index.md"}
    return [(finding.code, *finding.position) for finding in found]


def page(docs: Path, body: str, front: str = FRONT) -> Prose:
    """A page with a body that is read."""
    write(docs, "fr/a/index.md", front + body)
    ((read,), found) = read_prose(docs)
    assert found == []
    return read


def placed(read: Prose) -> list[tuple[str, str, int, int]]:
    """Key, section and place of each mark."""
    return [(one.mark.key, one.section, *one.position) for one in read.marks]


def test_every_page_of_both_languages_is_read(tmp_path: Path) -> None:
    paths = [
        *("fr/about/index.md", "fr/context/index.md", "fr/context/why/index.md", "fr/index.md"),
        *("nl/about/index.md", "nl/context/why/index.md"),
    ]
    for path in [*paths, "fr/note.md", "assets/index.md", "index.md", "de/index.md"]:
        write(tmp_path, path, FRONT)
    pages, found = read_prose(tmp_path)
    assert found == []
    assert [read.path for read in pages] == paths
    assert [(read.language, read.address) for read in pages] == [
        ("fr", "about/"),
        ("fr", "context/"),
        ("fr", "context/why/"),
        ("fr", ""),
        ("nl", "about/"),
        ("nl", "context/why/"),
    ]


def test_a_folder_that_is_not_there_has_no_pages(tmp_path: Path) -> None:
    assert read_prose(tmp_path / "missing") == ([], [])


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_the_front_matter_is_plain_values_with_their_places(tmp_path: Path, ends: str) -> None:
    front = "---\ntitle: Où ?\nfigures: [a/b,\n  c/d@2021]\nreading:\n  - x\n---\n"
    read = page(tmp_path, "Texte.\n", front.replace("\n", ends))
    assert read.meta == {"title": "Où ?", "figures": ["a/b", "c/d@2021"], "reading": ["x"]}
    assert read.front.at(("title",)) == Position(2, 8)
    assert read.front.at(("figures", 1)) == Position(4, 3)
    assert read.front.at(("reading", 0)) == Position(6, 5)
    assert (read.headings, read.marks) == ((), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("no-front-matter", 1, 1)]),
        ("Texte.\n", [("no-front-matter", 1, 1)]),
        ("title: Titre\n", [("no-front-matter", 1, 1)]),
        ("\n---\ntitle: Titre\n---\n", [("no-front-matter", 1, 1)]),
        ("---\ntitle: Titre\n", [("no-front-matter", 1, 1)]),
        ("--- \ntitle: Titre\n---\n", [("no-front-matter", 1, 1)]),
        ("---\n---\nTexte.\n", [("no-front-matter", 1, 1)]),
        # Lines and columns are those of the file, not of the front matter.
        ("---\ntitle: Un : deux\n---\n", [("yaml-colon", 2, 11)]),
        ("---\ntitle: Titre\ntitle: Autre\n---\n", [("duplicate-key", 3, 1)]),
        ("---\ntitle: &a Titre\nb: *a\n---\n", [("anchor", 2, 8), ("alias", 3, 4)]),
        ("---\ntitle: Titre\nfigures: [a\n---\n", [("yaml-bracket", 3, 10)]),
        ("---\n# rien\n---\n", [("empty-file", 1, 1)]),
        # Characters that cannot be seen are found on the whole page.
        (FRONT + "Un\u200b mot.\n", [("invisible-character", 5, 3)]),
        (FRONT + "\n\tliste\n", [("tab", 6, 1)]),
        (FRONT.encode() + b"\n\xe9t\xe9\n", [("bad-encoding", 6, 1)]),
        (b"\xef\xbb\xbf" + FRONT.encode(), [("byte-order-mark", 1, 1)]),
        (FRONT + "é" * 32768, [("too-large", 1, 1)]),
    ],
)
def test_what_keeps_a_page_from_being_read_is_found_where_it_stands(
    tmp_path: Path, text: str | bytes, expected: list[Found]
) -> None:
    assert findings(tmp_path, text) == expected


def test_a_bad_page_hides_no_other(tmp_path: Path) -> None:
    write(tmp_path, "fr/a/index.md", "Texte.\n")
    write(tmp_path, "fr/b/index.md", FRONT)
    write(tmp_path, "nl/a/index.md", "---\ntitle: [\n---\n")
    pages, found = read_prose(tmp_path)
    assert [read.path for read in pages] == ["fr/b/index.md"]
    assert found[0] == Finding("fr/a/index.md", Position(), "no-front-matter")
    assert [finding.path for finding in found] == ["fr/a/index.md", "nl/a/index.md"]


BODY = """\
Avant.

## Premier titre {#premier}

Texte.

### Deux mots, un signe : oui ? {#sous-titre}

##  Sans ancre
#### Trop bas {#d_4}
# Titre de page {#titre}
## Avec {accolades} {#fin}   
##Sans espace {: #serre }
#Titre
 # Pas celui-ci
Et # pas celui-là
"""  # noqa: W291 (spaces after an anchor are no part of it)


def test_headings_have_their_level_title_anchor_and_place(tmp_path: Path) -> None:
    read = page(tmp_path, BODY)
    found = [(one.level, one.title, one.anchor, *one.position) for one in read.headings]
    assert found == [
        (2, "Premier titre", "premier", 7, 1),
        (3, "Deux mots, un signe : oui ?", "sous-titre", 11, 1),
        (2, "Sans ancre", "", 13, 1),
        (4, "Trop bas", "d_4", 14, 1),
        (1, "Titre de page", "titre", 15, 1),
        (2, "Avec {accolades}", "fin", 16, 1),
        (2, "Sans espace", "serre", 17, 1),
        (1, "Titre", "", 18, 1),
    ]
    assert [heading.anchor for heading in read.sections] == ["premier", "", "fin", "serre"]


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("Texte.\n\nUn titre\n---\n", [(7, 1)]),
        ("Un\n=\n\nDeux\n--  \nTrois\n", [(5, 1), (8, 1)]),
        ("Texte.\n\n---\n\nTexte.\n", []),
        ("| a | b |\n|---|---|\n| c | d |\n", []),
        ("Texte.\n- un\n- deux\n", []),
        ("```\nUn titre\n---\n```\n", []),
    ],
)
def test_underlined_headings_are_told_apart(
    tmp_path: Path, body: str, places: list[tuple[int, int]]
) -> None:
    assert [tuple(place) for place in page(tmp_path, body).underlined] == places


MARKED = """\
[a](lexicon:avant) et [](figure:x/y)

## Un {#un}
Le [b](lexicon:dans) mot ; [c](https://example.be) non.

```
[d](lexicon:exemple)
## Pas un titre {#non}
```

### Sous {#sous}
`[e](lexicon:code)` [f](lexicon:apres-code) ``[g](lexicon:`x`)`` [3.1](source:s)

## [h](lexicon:titre) {#deux}
| a | b |
|---|---|
| [i](lexicon:tableau) | [](number:x/y@2021) |
- été [j
  k](lexicon:deux-lignes)
"""


def test_marks_have_their_section_and_their_place_in_the_file(tmp_path: Path) -> None:
    read = page(tmp_path, MARKED)
    assert placed(read) == [
        ("avant", "", 5, 1),
        ("x/y", "", 5, 23),
        ("dans", "un", 8, 4),
        ("apres-code", "un", 16, 21),
        ("s", "un", 16, 66),
        ("titre", "deux", 18, 4),
        ("tableau", "deux", 21, 3),
        ("x/y@2021", "deux", 21, 26),
        ("deux-lignes", "deux", 22, 7),
    ]
    assert [heading.anchor for heading in read.headings] == ["un", "sous", "deux"]


def test_marks_in_the_front_matter_are_none(tmp_path: Path) -> None:
    front = '---\ntitle: "[a](lexicon:a)"\n# ## Titre {#t}\n---\n'
    read = page(tmp_path, "[b](lexicon:b)\n", front)
    assert placed(read) == [("b", "", 5, 1)]
    assert read.headings == ()
