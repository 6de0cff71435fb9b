"""The hand-written pages of docs/: front matter, headings and marks, each with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, get_args

from panorama.findings import Finding, Position
from panorama.model.catalogue import Language
from panorama.reading.marks import Mark, malformed, marks
from panorama.reading.text import decode, position
from panorama.reading.yaml_values import parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from panorama.reading.yaml_values import Values

LANGUAGES: tuple[Language, ...] = get_args(Language)
FILE = "index.md"
FRONT = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
# As Python-Markdown takes them: the space after the signs may be missing.
HEADING = re.compile(r"^(#{1,6}) *(.*?)(?: *\{:? *#([\w-]+) *\})? *$", re.MULTILINE)
UNDERLINED = re.compile(r"^(?=[^\S\n]*[^\s|])[^\n|]*\n(?:=+|-+) *$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```|(`+)[^`].*?\1", re.MULTILINE | re.DOTALL)
SECTION = 2  # level of the headings that start a section


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, the anchor that its author gave it, and its place in the file."""

    level: int
    title: str
    anchor: str
    position: Position


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark, the anchor of its section (empty before the first one) and its place in the file.

    `is_alone` where a paragraph holds nothing else.
    """

    mark: Mark
    section: str
    position: Position
    is_alone: bool


@dataclass(frozen=True, slots=True)
class Prose:
    """One Markdown file. `path` starts at docs/, `address` is the page's in both languages."""

    path: str
    language: Language
    address: str
    front: Values
    headings: tuple[Heading, ...]
    marks: tuple[Placed, ...]
    malformed: tuple[tuple[Position, str], ...]
    underlined: tuple[Position, ...]
    texts: dict[str, str]  # of each section, by its anchor

    @property
    def meta(self) -> dict[str, Any]:
        """The front matter as plain values."""
        found: dict[str, Any] = self.front.value
        return found

    @property
    def sections(self) -> list[Heading]:
        """The headings that start a section."""
        return [heading for heading in self.headings if heading.level == SECTION]


def read_prose(docs: Path) -> tuple[list[Prose], list[Finding]]:
    """Every page of a docs folder, French and Dutch, and what keeps others from being read."""
    pages: list[Prose] = []
    findings: list[Finding] = []
    for language in LANGUAGES:
        for file in sorted((docs / language).rglob(FILE)):
            path = file.relative_to(docs).as_posix()
            page, found = read_page(path, file.read_bytes(), language)
            pages += [page] if page else []
            findings += found
    return pages, findings


def read_page(path: str, data: bytes, language: Language) -> tuple[Prose | None, list[Finding]]:
    """One page, or what keeps it from being read."""
    text, findings = decode(path, data)
    if text is None:
        return None, findings
    front = FRONT.match(text)
    if not front:
        return None, [Finding(path, Position(), "no-front-matter")]
    # The line of dashes is left empty, so that lines are counted as in the file.
    values, findings = parse(path, "\n" + front[1])
    if values is None:
        return None, findings
    address = address_of(path)
    body = _without_code(text, front.end())
    return Prose(
        path,
        language,
        address,
        values,
        headings=tuple(_headings(body)),
        marks=tuple(_placed(body)),
        malformed=tuple((position(body, start), words) for start, words in malformed(body)),
        underlined=tuple(position(body, found.start()) for found in UNDERLINED.finditer(body)),
        texts=dict(_texts(body)),
    ), []


def address_of(path: str) -> str:
    """The address of a file, the same in both languages: `fr/about/index.md` is at `about/`."""
    return path.partition("/")[2].removesuffix(FILE)


def _without_code(text: str, start: int) -> str:
    """The text with front matter and code blanked out: places stay, marks in code are examples."""
    blank = re.compile(r"[^\n]")
    body = blank.sub(" ", text[:start]) + text[start:]
    return CODE.sub(lambda code: blank.sub(" ", code[0]), body)


def _headings(body: str) -> list[Heading]:
    return [
        Heading(len(found[1]), found[2], found[3] or "", position(body, found.start()))
        for found in HEADING.finditer(body)
    ]


def _starts(body: str) -> list[tuple[int, str]]:
    return [
        (found.start(), found[3] or "")
        for found in HEADING.finditer(body)
        if len(found[1]) == SECTION
    ]


def _texts(body: str) -> Iterator[tuple[str, str]]:
    """Anchor and text of each section; what stands before the first one has no anchor."""
    starts = [(0, ""), *_starts(body), (len(body), "")]
    for (start, anchor), (end, _) in pairwise(starts):
        yield anchor, body[start:end]


def _placed(body: str) -> list[Placed]:
    starts = _starts(body)
    return [
        Placed(
            mark,
            _section(starts, mark.start),
            position(body, mark.start),
            _is_alone(body, mark),
        )
        for mark in marks(body)
    ]


def _is_alone(body: str, mark: Mark) -> bool:
    before, after = body[: mark.start].rstrip(" "), body[mark.end :].lstrip(" ")
    return before[-2:] in {"", "\n\n"} and (not after.strip() or after.startswith("\n\n"))


def _section(starts: list[tuple[int, str]], index: int) -> str:
    return next((anchor for start, anchor in reversed(starts) if start < index), "")
