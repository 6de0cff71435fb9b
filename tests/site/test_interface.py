"""Interface texts: the same keys and placeholders in both languages, all of them used."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup

from panorama.building.read import read_site
from panorama.checking.check import check_folder
from panorama.checking.pairs import record_pairs
from panorama.checking.parity import Behind
from panorama.checking.records import walked
from panorama.pages.entry import localised
from panorama.pages.revising import revised
from panorama.paths import PROJECT
from tests.drawings.scheme import scheme
from tests.site.rendering import Rendered, rendered

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.building.read import Site
    from panorama.model.catalogue import Language
    from panorama.pages.revising import Revised

PLACEHOLDER = re.compile(r"\{(\w+)\}")
LATER = dt.date(2100, 1, 1)  # when every record wants to be compared again
# Groups of texts for the words of a list, by what comes before the word in their keys: the schema
# and the field with the list. A word that no record uses today still has its text.
WORDS = {
    "unit": ("common", "$defs.figure.unit"),
    "checked": ("common", "$defs.checked.how"),
    "missing": ("common", "$defs.missing"),
    "short": ("common", "$defs.missing"),
    "names": ("common", "$defs.name-status"),
    "names.dutch": ("common", "$defs.name-status"),
    "role": ("organisation", "roles"),
    "type": ("organisation", "type"),
    "language": ("source", "language"),
    "subject": ("source", "subject"),
    "map.spot": ("organisation", "location.precision"),
    "precision": ("quartier", "geometry.precision"),
    "scale": ("device", "lines_of_care.scale"),
    "relation": ("device", "relations.kind"),
    "status": ("device", "elsewhere.status"),
}
LEVELS = (("device", "areas.level"), ("quartier", "level"))
# Texts that scripts of the form ask for: tests/pages/test_editing.py says that they do.
FORM = ("edit.", "word.")
UNSAID = {"names.official"}  # a name that is official needs no remark


@pytest.fixture(scope="module")
def records() -> Site:
    """The project's own records."""
    return read_site(
        PROJECT / "data", PROJECT, "https://panorama.example/", "https://git.example/", {}
    )


@pytest.fixture(scope="module")
def all_pages(records: Site) -> Rendered:
    """Every page in both languages."""
    return rendered(records, records.catalogue, records.settings.today)


def words(schema: str, path: str) -> list[str]:
    """The words that a field of a schema allows."""
    found = json.loads((PROJECT / "data" / "schemas" / f"{schema}.schema.json").read_text("utf-8"))
    for name in path.split("."):
        found = inner(found, name)
    values: list[str] = inner(found, "enum")
    return values


def inner(schema: Any, name: str) -> Any:
    """A field of a schema, or else of the entries of its list or of what it is if known."""
    for place in (schema.get("properties", {}), schema):
        if name in place:
            return place[name]
    return next(inner(schema[within], name) for within in ("items", "else") if within in schema)


def keys_of_words() -> set[str]:
    """Keys of the texts that words of the schemas have."""
    found = {
        f"{start}.{word}{end}"
        for start, place in WORDS.items()
        for word in words(*place)
        for end in ((".one", ".many") if start == "unit" else ("",))
    }
    return found | {f"level.{word}" for place in LEVELS for word in words(*place)}


def all_behind() -> Revised:
    """Every text of the records as it would be if the other language had changed."""
    documents = check_folder(PROJECT / "data", LATER).documents
    return revised(
        Behind(pair, language)
        for pair in record_pairs(walked(documents))
        for language in pair.texts
    )


def test_texts_have_the_same_placeholders_in_both_languages(records: Site) -> None:
    different = [
        key
        for key, text in records.catalogue.ui.items()
        if set(PLACEHOLDER.findall(text.fr)) != set(PLACEHOLDER.findall(text.nl))
    ]
    assert different == []


def test_every_text_is_used(records: Site, all_pages: Rendered) -> None:
    later = rendered(records, records.catalogue, LATER, all_behind())
    unused = set(records.catalogue.ui) - all_pages.asked - later.asked
    of_the_form = {key for key in unused if key.startswith(FORM)}
    assert sorted(unused - keys_of_words() - of_the_form) == []


def test_every_word_of_a_list_has_a_text(records: Site) -> None:
    assert sorted(keys_of_words() - set(records.catalogue.ui) - UNSAID) == []


def test_rendering_makes_every_page_of_the_built_site(
    site: Path, records: Site, all_pages: Rendered
) -> None:
    built = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    made = {
        localised(path, language).rstrip("/") or "."
        for language, path in all_pages.pages
        if path != "404"
    }
    moved = {
        localised(redirect.old, language)
        for redirect in records.catalogue.redirects
        for language in records.voices
    }
    assert made == built - moved


@pytest.fixture(scope="module", params=["core", "other"])
def with_unknown(request: pytest.FixtureRequest, records: Site) -> tuple[str, Rendered]:
    """Every page, with a scheme of a kind of which nothing is known."""
    unknown = {"scheme": scheme(kind=request.param, order=9)}
    more = dataclasses.replace(records.catalogue, devices={**records.catalogue.devices, **unknown})
    return request.param, rendered(records, more, records.settings.today)


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_a_scheme_of_which_nothing_is_known_has_its_pages(
    records: Site, with_unknown: tuple[str, Rendered], language: Language
) -> None:
    kind, found = with_unknown
    soup = BeautifulSoup(found.pages[language, "devices/scheme/"], "lxml")
    missing = soup.select("main .missing")
    # Coordination, money, employer, two dates, nine rows, lines, telephone, mail and website.
    assert len(missing) == 18
    said = {tag.get_text() for tag in missing}
    assert said == {records.voices[language].t("missing.unknown")}
    compared = BeautifulSoup(found.pages[language, "compare/"], "lxml")
    assert bool(compared.select('[data-scheme="scheme"]')) == (kind == "core")
    place = BeautifulSoup(found.pages[language, "communes/uccle/"], "lxml")
    assert place.select_one(".who__scheme.device-scheme")


def test_an_unknown_key_is_an_error(records: Site) -> None:
    with pytest.raises(KeyError):
        records.voices["fr"].t("no.such.key")


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_a_text_that_is_behind_is_flagged_where_it_is_shown(
    records: Site, language: Language
) -> None:
    documents = check_folder(PROJECT / "data", LATER).documents
    fields = ("comparison.for_whom.items.0", "names")
    behind = [
        Behind(pair, language)
        for pair in record_pairs(walked(documents))
        if pair.owner == "devices/raq" and pair.field in fields
    ]
    texts = [one.text.words for one in behind]
    paths = ("devices/raq/", "devices/chw/", "compare/")
    today = records.settings.today
    found = rendered(records, records.catalogue, today, revised(behind), paths).pages
    said = records.voices[language].t("translation.behind")
    flags = BeautifulSoup(found[language, "devices/raq/"], "lxml").select("main .flag")
    assert [flag.get_text() for flag in flags] == [
        said,
        records.voices[language].t("translation.page"),
    ]
    assert flags[0].parent is not None
    assert flags[0].parent.get_text().strip().startswith(texts[1][:20])
    assert said in found[language, "compare/"]
    assert said not in found[records.voices[language].other, "devices/raq/"]
    assert said not in found[language, "devices/chw/"]
