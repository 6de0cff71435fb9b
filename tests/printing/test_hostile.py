"""Whatever a record says stays text on paper too."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from panorama.paths import FONTS, PRINTED
from panorama.printing.fonts import fonts
from panorama.printing.press import content_of, press
from tests.hostile import BREAKING, MARKUP
from tests.printing.reading import opened, squeezed, text, tree

if TYPE_CHECKING:
    from panorama.model.catalogue import Language
    from panorama.printing.shelf import Shelf
    from tests.conftest import Hostile

# What means something to Typst.
TYPST = '#panic("x") #let a = 1; $x^2$ *b* _i_ `raw` <label> @ref \\ // /* */ = h + e / t: ~ "'
TEXTS = {"text", "title", "name", "lead", "summary", "notes", "note", "site", "legend", "alt"}


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_hostile_texts_of_records_show_as_they_are(hostile: Hostile, language: Language) -> None:
    said = text((hostile.site / "print" / f"guide-{language}.pdf").read_bytes())
    for file in ("devices/raq.yml", "organisations/fdssb.yml", "lexicon/aller-vers.yml"):
        record = json.loads((hostile.data / file).read_text("utf-8"))
        names = record.get("names") or record["terms"]
        assert squeezed(names[language]) in said
    assert squeezed(MARKUP) in said
    assert squeezed(BREAKING) in said


@pytest.mark.parametrize(
    "name", ["panorama-fr-a3", "commune-anderlecht-nl", "worksheet-fr", "guide-nl"]
)
def test_signs_of_the_template_s_language_are_text(shelf: Shelf, name: str) -> None:
    document = shelf.documents[name]
    attacked = attack(json.loads(content_of(document, "Panorama")))
    printed = press(document.template, json.dumps(attacked).encode(), fonts(FONTS, PRINTED), 0)
    assert squeezed(TYPST) in text(printed.pdf)
    kinds = {str(one.S) for one in tree(opened(printed.pdf))}
    assert kinds <= {str(one.S) for one in tree(opened(shelf.printed[name].pdf))}


def attack(value: Any, key: str = "") -> Any:
    """Content with signs in every text; drawings, addresses and names of places stay."""
    if isinstance(value, dict):
        return {name: attack(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [attack(inner, key) for inner in value]
    return f"{TYPST} {value}" if key in TEXTS and isinstance(value, str) else value
