"""Bytes of a record file to text, refusing what an editor cannot see or did not mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from panorama.findings import Finding, Position

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 64 * 1024
MAX_LIST_BYTES = 128 * 1024  # of a list that is whole in one file, such as the interface texts
BYTE_ORDER_MARK = b"\xef\xbb\xbf"

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
# Zero-width characters, bidirectional controls (Unicode TR 36: they can make a text show other
# than it reads), fillers, soft hyphen, and the invisible tag block.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\U000e0000-\U000e007f]"
)
TAB = re.compile("\t")


def position(text: str, index: int) -> Position:
    """Line and column of a character of the text."""
    start = text.rfind("\n", 0, index) + 1
    return Position(text.count("\n", 0, index) + 1, index - start + 1)


def code_point(character: str) -> str:
    """The character's Unicode name for a message, such as U+202E."""
    return f"U+{ord(character):04X}"


def hidden_characters(text: str) -> Iterator[tuple[int, str, str]]:
    """Index, kind of finding and character of each control or invisible character."""
    for code, pattern in (("control-character", CONTROL), ("invisible-character", INVISIBLE)):
        for match in pattern.finditer(text):
            yield match.start(), code, match.group()


def decode(path: str, data: bytes, most: int = MAX_BYTES) -> tuple[str | None, list[Finding]]:
    """The text of a file, or None with the reason why it is not read further."""
    if len(data) > most:
        limit = {"limit": str(most // 1024)}
        return None, [Finding(path, Position(), "too-large", limit)]
    if data.startswith(BYTE_ORDER_MARK):
        return None, [Finding(path, Position(), "byte-order-mark")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        return None, [Finding(path, position(before, len(before)), "bad-encoding")]
    return _checked(path, text.replace("\r\n", "\n"))


def _checked(path: str, text: str) -> tuple[str | None, list[Finding]]:
    findings = [
        Finding(path, position(text, index), code, {"character": code_point(character)})
        for index, code, character in hidden_characters(text)
    ]
    findings += [Finding(path, position(text, tab.start()), "tab") for tab in TAB.finditer(text)]
    return (None if findings else text), findings
