"""Bytes of a file: what is refused before anything is read."""

from __future__ import annotations

import unicodedata

import pytest

from panorama.reading.text import decode

KILOBYTE = 1024
Found = tuple[int, int, str, dict[str, str]]


def refusals(data: bytes) -> list[Found]:
    """Line, column, code and details of everything that keeps bytes from being a text."""
    text, findings = decode("x.yml", data)
    assert text is None
    assert {finding.path for finding in findings} == {"x.yml"}
    return [
        (finding.position.line, finding.position.column, finding.code, finding.details)
        for finding in findings
    ]


def hidden(code: str, line: int, column: int, character: str) -> Found:
    """A hidden character that was found."""
    return (line, column, code, {"character": character})


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"\xef\xbb\xbfa: 1\n", [(1, 1, "byte-order-mark", {})]),
        (b"a: \xe9t\xe9\n", [(1, 4, "bad-encoding", {})]),
        ("a: 1\nété: ".encode() + b"\xff", [(2, 6, "bad-encoding", {})]),
        ("é\r\n\U0001f33fé".encode() + b"\xc3(", [(2, 3, "bad-encoding", {})]),
        (b"a: \xed\xa0\x80\n", [(1, 4, "bad-encoding", {})]),
        ("a: é\n".encode("utf-16"), [(1, 1, "bad-encoding", {})]),
        (b"\ta: 1\n", [(1, 1, "tab", {})]),
        (b"\n\ta: 1\n", [(2, 1, "tab", {})]),
        ("é:\té\n\té\n".encode(), [(1, 3, "tab", {}), (2, 1, "tab", {})]),
        (b"a: 1\rb: 2\n", [hidden("control-character", 1, 5, "U+000D")]),
        (b"a: \x00\n", [hidden("control-character", 1, 4, "U+0000")]),
        (b"\r\r\n\x1b", [
            hidden("control-character", 1, 1, "U+000D"),
            hidden("control-character", 2, 1, "U+001B"),
        ]),
        ("é\n\x7fé\x85".encode(), [
            hidden("control-character", 2, 1, "U+007F"),
            hidden("control-character", 2, 3, "U+0085"),
        ]),
        ("é\u2028b\u2029".encode(), [
            hidden("control-character", 1, 2, "U+2028"),
            hidden("control-character", 1, 4, "U+2029"),
        ]),
        ("é\ufffe".encode(), [hidden("control-character", 1, 2, "U+FFFE")]),
        ("é\n  b\u202ec\u200bd\n".encode(), [
            hidden("invisible-character", 2, 4, "U+202E"),
            hidden("invisible-character", 2, 6, "U+200B"),
        ]),
        ("a\ufeff\n".encode(), [hidden("invisible-character", 1, 2, "U+FEFF")]),
        ("a\x07\u00ad\tb".encode(), [
            hidden("control-character", 1, 2, "U+0007"),
            hidden("invisible-character", 1, 3, "U+00AD"),
            (1, 4, "tab", {}),
        ]),
        (b"a" * (64 * KILOBYTE + 1), [(1, 1, "too-large", {"limit": "64"})]),
        (b"\xff" * 200 * KILOBYTE, [(1, 1, "too-large", {"limit": "64"})]),
    ],
)  # fmt: skip
def test_what_cannot_be_seen_is_refused_where_it_stands(data: bytes, found: list[Found]) -> None:
    assert refusals(data) == found


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("\u00ad", "\u00ad"),
        ("\u034f", "\u034f"),
        ("\u061c", "\u061c"),
        ("\u115f", "\u1160"),
        ("\u180e", "\u180e"),
        ("\u200b", "\u200f"),
        ("\u202a", "\u202e"),
        ("\u2060", "\u206f"),
        ("\u3164", "\u3164"),
        ("\ufeff", "\ufeff"),
        ("\uffa0", "\uffa0"),
        ("\U000e0000", "\U000e007f"),
    ],
)
def test_no_zero_width_or_direction_character_passes(first: str, last: str) -> None:
    for number in range(ord(first), ord(last) + 1):
        found = hidden("invisible-character", 1, 2, f"U+{number:04X}")
        assert refusals(f"a{chr(number)}".encode()) == [found]


def test_every_character_that_sets_a_direction_is_refused() -> None:
    embedding = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    controls = [
        chr(number)
        for number in range(0x110000)
        if unicodedata.bidirectional(chr(number)) in embedding
    ]
    assert len(controls) == 9
    assert all(refusals(sign.encode())[0][2] == "invisible-character" for sign in controls)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("été : « où ? » ’ – …\u00a0\u202f€\n".encode(), "été : « où ? » ’ – …\u00a0\u202f€\n"),
        (b"a\r\nb\n\r\n", "a\nb\n\n"),
        ("e\u0301 👩‍".encode()[:-3] + b"\n", "e\u0301 👩\n"),
        (b"a" * (64 * KILOBYTE), "a" * (64 * KILOBYTE)),
    ],
    ids=["nothing", "French signs", "CRLF", "combining", "64 KB"],
)
def test_everything_else_is_text(data: bytes, text: str) -> None:
    assert decode("x.yml", data) == (text, [])
