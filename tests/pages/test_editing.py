"""What the form for records is given: words for all that schemas say, and what rules compare."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from panorama.building.form import LIBRARIES, copy_libraries, copy_records
from panorama.checking.check import check_folder
from panorama.checking.compared import compared, ground
from panorama.checking.schema import validators
from panorama.describing.published import published
from panorama.model.catalogue import LANGUAGES, catalogue
from panorama.pages.editing import words
from panorama.pages.voice import Voice
from panorama.paths import PROJECT, SCHEMAS
from panorama.reading.records import FOLDERS
from tests.checking.golden import TODAY, VALID

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from panorama.checking.records import Records

DATA = PROJECT / "data"
# Values that are the same in every language: the form shows them as they are.
PLAIN = {"0", "0.5", "1", "1.5", "2"}


@pytest.fixture(scope="module")
def records() -> Records:
    return check_folder(DATA, TODAY, docs=PROJECT / "docs").records


@pytest.fixture(scope="module")
def said(records: Records) -> dict[str, Any]:
    found = catalogue(records.documents)
    voices = {language: Voice(language, found.ui, found.sources) for language in LANGUAGES}
    return words(found, voices, [schema for _, schema in published("https://p.example/")])


def parts(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema inside a schema, with where it stands."""
    if isinstance(schema, dict):
        yield path, schema
        for key, part in schema.items():
            yield from parts(part, f"{path}/{key}")
    elif isinstance(schema, list):
        for part in schema:
            yield from parts(part, path)


@pytest.mark.parametrize("kind", FOLDERS.values())
def test_every_field_has_a_title_in_both_languages(kind: str) -> None:
    schema = validators(SCHEMAS)[kind].schema
    fields = [
        (f"{path}/{name}", field)
        for path, part in parts(schema)
        if not path.endswith(("/properties", "/if"))
        for name, field in part.get("properties", {}).items()
        if "/if" not in path
    ]
    assert len(fields) > 15
    for path, field in fields:
        french, slash, dutch = field.get("title", "").partition(" / ")
        assert slash, path
        assert french.strip(), path
        assert dutch.strip(), path


@pytest.mark.parametrize("kind", FOLDERS.values())
def test_every_word_of_the_schemas_is_called_something(kind: str, said: dict[str, Any]) -> None:
    lists = [part for _, part in parts(validators(SCHEMAS)[kind].schema) if "enum" in part]
    assert lists
    for part in lists:
        for word in set(part["enum"]) - PLAIN:
            label = said["labels"][part["words"].replace("*", word)]
            assert all(label[language].strip() for language in LANGUAGES)


def test_every_record_has_a_name_in_both_languages(said: dict[str, Any]) -> None:
    for folder, kind in FOLDERS.items():
        names = said["names"][kind]
        assert set(names) == {file.stem for file in (DATA / folder).glob("*.yml")}
        assert said["folders"][kind] == folder
        assert all(name[language] for name in names.values() for language in LANGUAGES)


def test_the_texts_of_the_form_are_those_that_it_asks_for(said: dict[str, Any]) -> None:
    files = [
        *(PROJECT / "docs" / "assets" / "edit").glob("*.js"),
        PROJECT / "overrides" / "pages" / "edit.html",
        PROJECT / "overrides" / "components" / "checked.html",
        PROJECT / "hooks" / "panorama" / "pages" / "editing.py",
    ]
    code = "".join(file.read_text("utf-8") for file in files)
    unused = []
    for key in said["labels"]:
        name = key.removeprefix("edit.")
        start, dot, _ = name.rpartition(".")
        asked = [f'"{name}"', f'"{key}"', f"'{key}'"] + ([f"{start}.${{"] if dot else [])
        if key.startswith("edit.") and not any(text in code for text in asked):
            unused.append(key)
    assert unused == []


def test_what_rules_compare_is_plain_and_whole(records: Records) -> None:
    found = json.loads(json.dumps(compared(records)))
    assert set(found["ids"]) == {*FOLDERS.values(), "communes", "bassins"}
    assert ["organisation-name", "brusano", "organisations/brusano.yml"] in found["distinctive"]
    assert ["organisation", ["part_of"], "organisation"] in found["references"]
    assert {"scale": "line", "rank": "0"} in found["ranks"][0]
    assert found["nis"]["anderlecht"] == "21001"
    areas = json.loads(json.dumps(ground(records.layers)))
    assert len({len(column) for column in areas["columns"].values()}) == 1
    assert len(areas["communes"]) == 19


def test_records_are_published_byte_for_byte(tmp_path: Path) -> None:
    copy_records(VALID, tmp_path)
    for folder in FOLDERS:
        for file in (VALID / folder).glob("*.yml"):
            assert (tmp_path / folder / file.name).read_bytes() == file.read_bytes()


def test_libraries_travel_with_what_says_their_licence(tmp_path: Path) -> None:
    copy_libraries(PROJECT / "node_modules", tmp_path)
    assert {folder.name for folder in tmp_path.iterdir()} == set(LIBRARIES)
    licence = (tmp_path / "yaml" / "LICENSE").read_text("utf-8")
    assert "Permission to use, copy, modify" in licence
    package = json.loads((tmp_path / "json-schema" / "package.json").read_text("utf-8"))
    assert package["license"] == "MIT"
