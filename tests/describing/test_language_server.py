"""What an editor shows of the records: with the server that VS Code's YAML extension runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from panorama.describing.fields import record_fields
from panorama.findings import Position
from panorama.paths import PROJECT, SCHEMAS
from panorama.reading.records import FOLDERS, read_folder
from tests.describing.language_server import LanguageServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panorama.reading.records import Document
    from panorama.reading.yaml_values import KeyPath

DATA = PROJECT / "data"


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    """The project's records."""
    return read_folder(DATA)


@pytest.fixture(scope="module")
def server(documents: list[Document]) -> Iterator[LanguageServer]:
    """One server for all tests, with every record open."""
    running = LanguageServer()
    for document in documents:
        running.open(DATA / document.path, document.values.text)
    yield running
    running.close()


def paths(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Where each field of a record stands, and its name in words."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from paths(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            names = [one for one in (*path, key) if isinstance(one, str)]
            yield (*path, key), ".".join(names)
            yield from paths(item, (*path, key))


def hover(server: LanguageServer, document: Document, path: KeyPath) -> str:
    """What is shown over the first letters of a key."""
    place = document.values.at_key(path)
    return server.hover(DATA / document.path, Position(place.line, place.column + 1))


def test_no_record_is_underlined(server: LanguageServer, documents: list[Document]) -> None:
    assert len(documents) > 430
    for document in documents:
        assert server.underlined(DATA / document.path) == [], document.path


@pytest.mark.parametrize("kind", FOLDERS.values())
def test_every_field_is_explained_in_both_languages(
    server: LanguageServer, documents: list[Document], kind: str
) -> None:
    fields = dict(record_fields(kind).within())
    shown: dict[str, str] = {}
    for document in documents:
        new = [(at, name) for at, name in paths(document.value) if name not in shown]
        if document.kind != kind or not new:
            continue
        for at, name in new:
            shown[name] = hover(server, document, at)
    assert len(shown) > 10
    for name, text in shown.items():
        # The other way to say something, an address a language, has a text but no field.
        texts = fields[name].texts.values() if name in fields else ("FR: ", "NL: ")
        assert all(said in text.replace("\\", "") for said in texts), (name, text)


def test_a_heading_is_never_that_of_another_field(
    server: LanguageServer, documents: list[Document]
) -> None:
    (document,) = (one for one in documents if one.path == "devices/ces.yml")
    headings = {
        name: hover(server, document, (name,)).partition("\n")[0].strip("# ")
        for name in ("id", "since", "coordinated_by", "funded_by", "contacts", "checked")
    }
    assert headings == {
        "id": "Identifiant / Id",
        "since": "Dates et sources / Data en bronnen",
        "coordinated_by": "Organisations et sources / Organisaties en bronnen",
        "funded_by": "Organisations et sources / Organisaties en bronnen",
        "contacts": "Joindre / Contact",
        "checked": "Vérification / Nagekeken",
    }


LINE = f"# yaml-language-server: $schema={(SCHEMAS / 'organisation.schema.json').as_uri()}\n"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("id: a\ntype: social-servic\n", 2, "Value is not accepted"),
        ("id: a\nnmae: b\n", 2, "Property nmae is not allowed"),
        ("id: a\nlanguages: fr\n", 2, "Value is not accepted"),
        ("id: a\nid: b\n", 2, "Map keys must be unique"),
    ],
)
def test_a_mistake_is_underlined_on_its_line(
    server: LanguageServer, text: str, line: int, words: str
) -> None:
    path = DATA / f"organisations/wrong-{len(text)}.yml"
    server.open(path, LINE + text)
    found = server.underlined(path)
    told = [one["message"] for one in found if one["range"]["start"]["line"] == line]
    assert any(words in one for one in told), found


def test_fields_and_words_are_proposed(server: LanguageServer) -> None:
    path = DATA / "organisations/new.yml"
    server.open(path, LINE + "id: new\nname_status: \n")
    fields = server.completions(path, Position(4, 1))
    assert {"names", "summary", "contacts"} <= fields.keys()
    assert "names" in fields
    assert not {"id", "name_status"} & fields.keys()
    assert "FR: " in fields["summary"]
    assert "NL: " in fields["summary"]
    words = server.completions(path, Position(3, len("name_status: ") + 1))
    assert {"official", "attested", "proposed"} <= words.keys()
