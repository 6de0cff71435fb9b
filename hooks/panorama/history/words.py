"""The words of words.yml, in one language."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any

from panorama.reading.yaml_values import parse

if TYPE_CHECKING:
    from panorama.model.catalogue import Language

WORDS = Path(__file__).with_name("words.yml")
NUMBERS = ("one", "many")


@functools.cache
def words() -> dict[str, Any]:
    """Sentences by their key, and under `one` and `many` the fields."""
    values, findings = parse(WORDS.name, WORDS.read_text("utf-8"))
    if values is None:
        raise ValueError(findings)
    found: dict[str, Any] = values.value
    return found


def sentence(key: str, language: Language, **details: object) -> str:
    """A sentence with what fills it; what is filled in is never read as a sentence itself."""
    text: str = words()[key][language]
    return text.format(**details)


def noun(field: str, language: Language, label: str = "") -> tuple[str, str]:
    """A field with its article, and its number: `one` or `many`."""
    if field.startswith("figures."):
        return words()["one"]["figure"][language].format(label=label or field), "one"
    for number in NUMBERS:
        if field in words()[number]:
            return words()[number][field][language], number
    return words()["one"]["other"][language].format(name=field), "one"


def known_sentences() -> set[str]:
    """Keys of the sentences, without the fields."""
    return set(words()) - set(NUMBERS)
