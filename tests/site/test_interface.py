"""Interface texts: the same keys and placeholders in both languages, all of them used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from panorama.building.read import read_site
from panorama.paths import PROJECT

if TYPE_CHECKING:
    from panorama.building.read import Site

PLACEHOLDER = re.compile(r"\{(\w+)\}")
CALL = re.compile(r"""\bt\(\s*f?["']([a-z0-9._-]+)["']?""")


@pytest.fixture(scope="module")
def records() -> Site:
    """The project's own records."""
    return read_site(PROJECT / "data", PROJECT, "https://panorama.example/", "https://git.example/")


def test_texts_have_the_same_placeholders_in_both_languages(records: Site) -> None:
    different = [
        key
        for key, text in records.catalogue.ui.items()
        if set(PLACEHOLDER.findall(text.fr)) != set(PLACEHOLDER.findall(text.nl))
    ]
    assert different == []


def test_every_text_is_used(records: Site) -> None:
    files = [*PROJECT.glob("overrides/**/*.html"), *PROJECT.glob("hooks/**/*.py")]
    source = "\n".join(path.read_text("utf-8") for path in files)
    named = set(re.findall(r"""["']([a-z0-9._-]+)["']""", source))
    starts = {key for key in named if key.endswith(".")}
    templates = {path.name for path in PROJECT.glob("overrides/pages/*.html")}
    unused = [
        key
        for key in records.catalogue.ui
        if key not in named
        and not any(key.startswith(start) for start in starts)
        and key.partition(".")[0] + ".html" not in templates
        and not key.startswith("unit.")
    ]
    assert unused == []


def test_an_unknown_key_is_an_error(records: Site) -> None:
    with pytest.raises(KeyError):
        records.voices["fr"].t("no.such.key")
