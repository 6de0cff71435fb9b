"""What the schemas say to people and to editors: both languages, whole files, real examples."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from panorama.building.read import read_site
from panorama.describing.fields import described, record_fields, title
from panorama.describing.published import published
from panorama.pages.schemas import KINDS, lines
from panorama.paths import PROJECT, SCHEMAS
from panorama.reading.records import FOLDERS, LISTS, read_folder
from tests.site.dom import pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from panorama.building.read import Site
    from panorama.reading.records import Document

SITE = "https://panorama.example/"
RECORD_KINDS = sorted({*FOLDERS.values(), *LISTS.values()} - {"ui"})
ALL_SCHEMAS = dict(published(SITE))
# What no record says yet.
WITHOUT_EXAMPLE = {
    "bassins: population.bassin",
    "communes: source.id",
    "communes: source.section",
    "organisation: location.source.section",
    "quartier: geometry.source.section",
}
FRENCH, DUTCH = re.compile(r"[^ \u202f\u00a0][:;?!](\s|$)"), re.compile(r"\s[:;?!]|[«»]")


@pytest.fixture(scope="module")
def records() -> Site:
    """The project's own records."""
    return read_site(PROJECT / "data", PROJECT, SITE, "https://git.example/", {})


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    """The project's own files, as they are read."""
    return read_folder(PROJECT / "data")


def properties(part: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every field of a schema with what is said of it there."""
    if isinstance(part, list):
        for one in part:
            yield from properties(one, path)
    if not isinstance(part, dict):
        return
    for name, shape in part.get("properties", {}).items():
        if set(shape) != {"const"}:  # a condition on another field
            yield f"{path}.{name}", shape
            yield from properties(shape, f"{path}.{name}")
    for key, one in part.items():
        if key != "properties":
            yield from properties(one, path)


def resolved(schema: Any, shape: Any) -> str:
    """The description of a field, its own or that of the shape it refers to."""
    own = shape.get("description")
    reference = str(shape.get("$ref", "")).rpartition("/")[2]
    return str(own or schema["$defs"].get(reference, {}).get("description", ""))


@pytest.mark.parametrize("name", sorted(ALL_SCHEMAS))
def test_every_field_is_described_in_both_languages(name: str) -> None:
    schema = ALL_SCHEMAS[name]
    for path, shape in properties(schema):
        texts = described(resolved(schema, shape))
        assert all(texts.values()), f"{name}{path}"
        assert all(text[-1] in ".]" for text in texts.values()), f"{name}{path}"
        assert not DUTCH.search(texts["nl"]), texts["nl"]
        assert not FRENCH.search(re.sub(r"https:|\w+: ?…|\w+: \d+", "", texts["fr"])), texts["fr"]
    assert " / " in schema["title"]


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_fields_are_those_of_the_schema(kind: str) -> None:
    found = record_fields(kind)
    assert {text for text in found.texts.values() if text} == set()
    assert title(kind, "fr")
    assert title(kind, "nl")
    for path, field in list(found.within())[1:]:
        assert all(field.texts.values()), path
        assert all(field.titles.values()), path


@pytest.mark.parametrize("name", sorted(ALL_SCHEMAS))
def test_a_published_schema_is_whole_and_has_its_address(name: str) -> None:
    schema = ALL_SCHEMAS[name]
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"{SITE}data/schemas/{name}"
    text = json.dumps(schema)
    references = set(re.findall(r'"\$ref": "([^"]*)"', text))
    assert references <= {f"#/$defs/{shape}" for shape in schema["$defs"]}
    assert {one.rpartition("/")[2] for one in references} == set(schema["$defs"])


def test_published_schemas_accept_the_records_and_refuse_others(documents: list[Document]) -> None:
    validators = {
        name.removesuffix(".schema.json"): Draft202012Validator(schema)
        for name, schema in ALL_SCHEMAS.items()
    }
    assert len(documents) > 430
    for document in documents:
        assert list(validators[document.kind].iter_errors(document.value)) == [], document.path
        odd = {**document.value, "odd": 1} if isinstance(document.value, dict) else [1]
        assert list(validators[document.kind].iter_errors(odd)), document.path


def test_every_record_names_its_schema_in_its_first_line(documents: list[Document]) -> None:
    for document in documents:
        line = (PROJECT / "data" / document.path).read_text("utf-8").partition("\n")[0]
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", line)
        assert named, document.path
        schema = (PROJECT / "data" / document.path).parent / named[1]
        assert schema.resolve() == SCHEMAS / f"{document.kind}.schema.json"


def test_the_editor_s_settings_know_each_kind_and_format_nothing(
    documents: list[Document],
) -> None:
    settings = json.loads((PROJECT / ".vscode/settings.json").read_text("utf-8"))
    globs = settings["yaml.schemas"]
    for document in documents:
        path = PurePosixPath("data") / document.path
        matching = [schema for schema, pattern in globs.items() if path.match(pattern)]
        assert matching == [f"./data/schemas/{document.kind}.schema.json"], document.path
    assert settings["yaml.format.enable"] is False
    assert settings["[yaml]"]["editor.formatOnSave"] is False
    assert all((PROJECT / name).is_file() for name in globs)
    recommended = json.loads((PROJECT / ".vscode/extensions.json").read_text("utf-8"))
    assert recommended["recommendations"] == ["redhat.vscode-yaml"]


@pytest.mark.parametrize("kind", KINDS)
def test_fields_have_examples_of_real_records(records: Site, kind: str) -> None:
    files = "".join(path.read_text("utf-8") for path in (PROJECT / "data").rglob("*.yml"))
    squeezed = re.sub(r"\s+", "", files)
    without = set()
    for line in lines(kind, records.catalogue):
        has_fields = line.field.item and line.field.item.fields
        if not line.example and not has_fields and not (line.field.fields):
            without.add(f"{kind}: {line.path}")
        for text in line.example:
            value = text.partition(": ")[2] if text[:4] in ("fr: ", "nl: ") else text
            words = re.sub(r"\s+", "", value.removesuffix(" …").strip('"'))
            words = words.replace('\\"', '"')[:60]
            assert words in squeezed or "[" in words or text == line.field.example, text
    assert without <= WITHOUT_EXAMPLE


@pytest.mark.parametrize("prefix", ["", "nl/"])
def test_the_site_has_the_schemas_and_their_pages(site: Path, prefix: str) -> None:
    found = pages(site)
    index = found[f"{prefix}contribute/schema/index.html"]
    assert len(index.select("main li")) == len(KINDS)
    for kind in KINDS:
        page = found[f"{prefix}contribute/schema/{kind}/index.html"]
        rows = {str(row.get_text()) for row in page.select("main section h2 code")}
        expected = {
            path
            for path, _ in record_fields(kind).within()
            if path and not path.endswith((".fr", ".nl"))
        }
        assert rows == expected
        assert page.select_one(f'a[href$="data/schemas/{kind}.schema.json"]')
    for name, schema in ALL_SCHEMAS.items():
        assert json.loads((site / "data/schemas" / name).read_text("utf-8")) == schema
