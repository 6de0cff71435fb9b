"""The sentences of messages.yml: complete, equal in both languages, set as each language asks."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import panorama
from panorama.checking.report import Language, messages
from panorama.paths import SCHEMAS
from tests.checking.golden import LANGUAGES

PACKAGE = Path(panorama.__file__).parent
# Words with a hyphen, in the code that finds mistakes, that are not kinds of finding.
OTHER_WORDS = {
    "not-applicable": "a value of records",
    "outside-region": "a value of records",
    "name-match": "a value of records",
    "web-address": "a format of the schemas",
    "web-address-or-missing": "a format of the schemas",
    "quartier-number": "a word that messages translate",
    "organisation-name": "a word that messages translate",
    "lexicon-name": "a word that messages translate",
    "lines-row": "a word that messages translate",
    "lines-column": "a word that messages translate",
    "text-fr": "a word that messages translate",
    "text-nl": "a word that messages translate",
}
ADDRESS = re.compile(r"https?:(//)?|\]\(\w+:")  # its colon is no punctuation
FRENCH = (r"\S+[:;?!]", r"«\S", r"\S»")
DUTCH = (r"\s[:;?!]", r"[«»]", r"‘\s", r"\s’")


def placeholders(sentence: str) -> set[str]:
    """Names in braces."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def literals(folder: str) -> set[str]:
    """Words with a hyphen that stand in the code of a folder."""
    trees = [ast.parse(path.read_text("utf-8")) for path in (PACKAGE / folder).glob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    texts = {str(node.value) for node in nodes if isinstance(node, ast.Constant)}
    return {text for text in texts if re.fullmatch("[a-z]+(-[a-z]+)+", text)}


def named_by_schemas(part: Any) -> set[str]:
    """Kinds of finding that a schema asks for."""
    if isinstance(part, list):
        return {code for item in part for code in named_by_schemas(item)}
    if not isinstance(part, dict):
        return set()
    own = {part["finding"]} if isinstance(part.get("finding"), str) else set()
    return own | named_by_schemas(list(part.values()))


@pytest.mark.parametrize("code", sorted(messages()))
def test_both_languages_fill_in_the_same_details(code: str) -> None:
    said = messages()[code]
    assert said.keys() == set(LANGUAGES)
    assert placeholders(said["fr"]) == placeholders(said["nl"])


@pytest.mark.parametrize("folder", ["reading", "checking"])
def test_every_kind_of_finding_in_the_code_has_a_sentence(folder: str) -> None:
    emitted = literals(folder) - OTHER_WORDS.keys()
    assert len(emitted) > 10
    assert emitted <= messages().keys()


def test_every_kind_of_finding_in_the_schemas_has_a_sentence() -> None:
    schemas = [json.loads(path.read_text("utf-8")) for path in SCHEMAS.glob("*.json")]
    named = named_by_schemas(schemas)
    assert "bad-id" in named
    assert named <= messages().keys()


@pytest.mark.parametrize("code", sorted(messages()))
@pytest.mark.parametrize(("language", "wrong"), [("fr", FRENCH), ("nl", DUTCH)])
def test_signs_have_the_spaces_of_the_language(
    code: str, language: Language, wrong: tuple[str, ...]
) -> None:
    sentence = messages()[code][language]
    said = ADDRESS.sub("x", sentence)
    assert [found for pattern in wrong for found in re.findall(pattern, said)] == []
    assert sentence == sentence.strip()
    assert "  " not in sentence


@pytest.mark.parametrize("code", sorted(messages()))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_starts_with_a_capital_and_ends(code: str, language: Language) -> None:
    said = messages()[code][language]
    first = said.lstrip("«‘ ")[0]
    assert first == "{" or first.isupper()
    assert said[-1] in ".?)}"
    assert "'" not in said
