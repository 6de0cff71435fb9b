"""Where each word of a record stands in its file, so that an edit replaces it and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from panorama.reading.yaml_values import KeyPath

# What a plain word would be read as something else for, here or by an editor's own YAML 1.2.
_NOT_TEXT = re.compile(
    r"|~|null|true|false|[-+]?[0-9]+(\.[0-9]*)?(e[-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-f]+"
)
_BLOCK = ("|", ">")


@dataclass(frozen=True, slots=True)
class Span:
    """A scalar as it is written: where, its value, and the quote or block sign it is in."""

    start: int
    end: int
    value: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a text and what comes in its place."""

    start: int
    end: int
    text: str


def spans(text: str) -> dict[KeyPath, Span]:
    """Every scalar of a document that can be read, by its path."""
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    return dict(_walked(node, ())) if node else {}


def _walked(node: yaml.Node, path: KeyPath) -> Iterator[tuple[KeyPath, Span]]:
    if isinstance(node, yaml.ScalarNode):
        yield path, Span(node.start_mark.index, node.end_mark.index, node.value, node.style or "")
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _walked(value, (*path, key.value))
    else:
        for index, item in enumerate(node.value):
            yield from _walked(item, (*path, index))


def rewritten(span: Span, word: str, text: str) -> Edit:
    """One word in the place of another, in the quotes that the old one had."""
    quote = span.style if span.style in ('"', "'") else ""
    written = f"{quote}{word}{quote}" if quote else quoted(word)
    # A block ends with its last line break, which stays.
    ending = text[len(text[: span.end].rstrip()) : span.end] if span.style in _BLOCK else ""
    return Edit(span.start, span.end, written + ending)


def quoted(word: str) -> str:
    """A word as it is written to be read as the text that it is: `"123"`, but `maison`."""
    return f'"{word}"' if _NOT_TEXT.fullmatch(word) else word


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with some stretches replaced, all of them counted in the text as it was."""
    parts, place = [], 0
    for edit in sorted(set(edits), key=lambda edit: edit.start):
        parts += [text[place : edit.start], edit.text]
        place = edit.end
    return "".join([*parts, text[place:]])
