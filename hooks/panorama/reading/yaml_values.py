"""YAML text to plain values, kept as written, with the position of every key and value.

PyYAML's YAML 1.1 turns `no` into False, `12:30` into 750, `0470123456` into 81831726 and a date
into an object. Here only `true`, `false`, `null` and numbers written as in JSON become anything
else than text (the core schema of YAML 1.2, less octal and hexadecimal).
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from panorama.findings import Finding, Position
from panorama.reading.text import code_point, hidden_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 8
KeyPath = tuple[str | int, ...]

# No more digits than a number keeps exactly: what is longer stays as written.
_INTEGER = re.compile(r"^(?:0|-?[1-9][0-9]{0,14})$")
_FLOAT = re.compile(r"^-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15}$")
_KEYWORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_SUSPECT = re.compile(r"[&*!]|^---|^\.\.\.|^%", re.MULTILINE)
# What may open one more level without a new line, and how many of them libyaml's composer, which
# calls itself for each level, surely bears.
_OPENINGS = ("[", "{", "- ", "? ")
_MANY = 1000

# What libyaml says, in its words, and the kind of finding that says it in the reader's.
_PROBLEMS = (
    ("mapping values are not allowed", "yaml-colon"),
    ("could not find expected ':'", "yaml-missing-colon"),
    ("unexpected end of stream", "yaml-unclosed"),
    ("parsing a flow", "yaml-bracket"),
    ("unknown escape character", "yaml-escape"),
    ("character escape code", "yaml-escape"),
    ("hexdecimal number", "yaml-escape"),
    ("cannot start any token", "yaml-character"),
    ("alphabetic or numeric character", "yaml-character"),
    ("did not find expected", "yaml-indent"),
)
# What is best seen where it begins; libyaml notices it further on.
_SEEN_AT_START = ("yaml-missing-colon", "yaml-character")


class _Loader(yaml.CSafeLoader):
    """libyaml's parser, resolving nothing: scalars are read by `_scalar`."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 (PyYAML's own protocol)


@dataclass(frozen=True)
class Values:
    """A document's plain value, and the text that tells where each key and value of it stands.

    Places are looked up in the text when one is asked for: most files are never asked.
    """

    value: Any
    text: str = ""

    @functools.cached_property
    def _marks(self) -> dict[KeyPath, tuple[Position, Position]]:
        """Positions of each value and of its key, by path."""
        node = _Loader(self.text).get_single_node()
        return dict(_marks(node)) if node else {}

    def at(self, path: KeyPath) -> Position:
        """Position of a value, or of the nearest thing around it."""
        while path and path not in self._marks:
            path = path[:-1]
        return self._marks.get(path, (Position(), Position()))[0]

    def at_key(self, path: KeyPath) -> Position:
        """Position of the key of a value."""
        found = self._marks.get(path)
        return found[1] if found else self.at(path)


def _marks(
    node: yaml.Node, path: KeyPath = (), key: yaml.Node | None = None
) -> Iterator[tuple[KeyPath, tuple[Position, Position]]]:
    """Where a value and its key begin; an item of a list has no key but itself."""
    yield path, (_position(node.start_mark), _position((key or node).start_mark))
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _marks(value, (*path, name.value), name)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _marks(item, (*path, index))


def parse(path: str, text: str) -> tuple[Values | None, list[Finding]]:
    """The values of one YAML document, or None with everything that is wrong with it."""
    try:
        findings = _refused(path, text) if _is_suspect(text) else []
        node = None if findings else _Loader(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        return None, [_syntax(path, text, error)]
    if findings:
        return None, findings
    if node is None:
        return None, [Finding(path, Position(), "empty-file")]
    reader = _Reader(path)
    value = reader.read(node)
    if value is None and not reader.findings:
        return None, [Finding(path, Position(), "empty-file")]
    return (None if reader.findings else Values(value, text)), reader.findings


def _is_suspect(text: str) -> bool:
    """Whether a text may hold what `_refused` finds; looking closely takes as long as parsing."""
    return bool(_SUSPECT.search(text)) or sum(map(text.count, _OPENINGS)) > _MANY


def _refused(path: str, text: str) -> list[Finding]:
    """Anchors, aliases, tags, further documents and depth, which a record has no use for."""
    findings: list[Finding] = []
    documents = depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        place = _position(event.start_mark)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:  # read no further: libyaml takes ever longer, the deeper it is
            return [*findings, Finding(path, place, "too-deep", {"limit": str(MAX_DEPTH)})]
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                findings.append(Finding(path, place, "second-document"))
        elif isinstance(event, yaml.AliasEvent):
            findings.append(Finding(path, place, "alias", {"name": str(event.anchor)}))
        for code in ("anchor", "tag") if not isinstance(event, yaml.AliasEvent) else ():
            name = getattr(event, code, None)
            if name:
                findings.append(Finding(path, place, code, {"name": str(name)}))
    return findings


def _syntax(path: str, text: str, error: yaml.MarkedYAMLError) -> Finding:
    said = f"{error.context or ''} {error.problem or ''}"
    code = next((code for words, code in _PROBLEMS if words in said), "yaml-syntax")
    mark: Any = error.problem_mark or error.context_mark
    if code == "yaml-indent" and text[: mark.index].rpartition("\n")[2].strip():
        code = "yaml-syntax"  # in the middle of a line: not a matter of indentation
    if code in _SEEN_AT_START or mark.index >= len(text):
        mark = error.context_mark or mark
    return Finding(path, _position(mark), code)


def _position(mark: Any) -> Position:
    """Count from 1 what PyYAML counts from 0."""
    return Position(mark.line + 1, mark.column + 1) if mark else Position()


def _scalar(node: yaml.ScalarNode) -> Any:
    text = node.value
    if node.style:
        return text
    if text in _KEYWORDS:
        return _KEYWORDS[text]
    if _INTEGER.match(text):
        return int(text)
    return float(text) if _FLOAT.match(text) else text


class _Reader:
    """Walks the nodes of one document, noting findings as it goes."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Finding] = []

    def read(self, node: yaml.Node, depth: int = 0) -> Any:
        if isinstance(node, yaml.ScalarNode):
            return self._text(node, _scalar(node))
        if depth >= MAX_DEPTH:
            self._found(node, "too-deep", limit=str(MAX_DEPTH))
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, depth)
        return [self.read(child, depth + 1) for child in node.value]

    def _mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        first: dict[str, yaml.Node] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._found(key_node, "bad-key")
                continue
            key = self._text(key_node, key_node.value)
            if key in first:
                line = str(_position(first[key].start_mark).line)
                self._found(key_node, "duplicate-key", key=key, line=line)
                continue
            first[key] = key_node
            result[key] = self.read(value_node, depth + 1)
        return result

    def _text(self, node: yaml.Node, value: Any) -> Any:
        """Find characters that hide behind an escape."""
        if isinstance(value, str) and not (value.isascii() and value.isprintable()):
            for _, code, character in hidden_characters(value):
                self._found(node, code, character=code_point(character))
        return value

    def _found(self, node: yaml.Node, code: str, **details: str) -> None:
        self.findings.append(Finding(self.path, _position(node.start_mark), code, details))
