"""Issue forms and guides say what the site says, in both languages."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from panorama.checking.check import check_folder
from panorama.checking.schema import schema_findings, validators
from panorama.paths import PROJECT, SCHEMAS
from panorama.reading.records import kind_of, read_document
from panorama.reading.yaml_values import parse
from panorama.today import today
from tests.checking.golden import VALID

if TYPE_CHECKING:
    from pathlib import Path

FORMS = sorted((PROJECT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml"))
GUIDES = [PROJECT / f"CONTRIBUTING.{language}.md" for language in ("fr", "nl")]
LINK = re.compile(r"\]\(([^)\s]+)\)")
SNIPPET = re.compile(r"^ *```yaml\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
PART = re.compile(r"^ *(?:(#+) |!\[.*?pictures/(\w+)-)", re.MULTILINE)
LARGEST = 60_000
PARTS = {"organisations/maison.yml": ("address", "hours"), "devices/relais.yml": ("comparison",)}


def interface() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = yaml.safe_load((PROJECT / "data/ui.yml").read_text("utf-8"))
    return found


def test_there_is_a_form_for_each_reason_of_the_site() -> None:
    reasons = [key.removeprefix("reason.") for key in interface() if key.startswith("reason.")]
    assert [file.stem.partition("-")[2] for file in FORMS] == reasons


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_a_form_says_its_reason_in_both_languages(file: Path) -> None:
    form: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    reason = interface()[f"reason.{file.stem.partition('-')[2]}"]
    assert form["description"] == f"{reason['fr']} / {reason['nl']}"
    for part in form["body"]:
        if part["type"] != "markdown":
            assert " / " in part["attributes"]["label"]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_what_a_guide_links_to_is_there(guide: Path) -> None:
    text = guide.read_text("utf-8")
    titles = re.findall(r"^#+ (.*)", text, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in titles}
    for link in LINK.findall(re.sub(r"`[^`]*`", "", text)):
        if link.startswith("#"):
            assert link[1:] in anchors
        elif not link.startswith("../../"):
            assert (PROJECT / link).exists(), link


def test_guides_have_the_same_parts() -> None:
    shapes = [PART.findall(guide.read_text("utf-8")) for guide in GUIDES]
    assert shapes[0] == shapes[1]


def test_pictures_are_small_and_used() -> None:
    text = "".join(file.read_text("utf-8") for file in (*GUIDES, PROJECT / "README.md"))
    for picture in (PROJECT / ".github/pictures").glob("*-??.png"):
        assert picture.stat().st_size <= LARGEST, picture.name
        assert picture.name in text


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_examples_are_what_they_seem(guide: Path) -> None:
    found = SNIPPET.findall(guide.read_text("utf-8"))
    snippets = [re.sub(r"^   ", "", text, flags=re.MULTILINE) for text in found]
    assert len(snippets) == 4
    fields: dict[str, Any] = {}
    for snippet in snippets:
        values, findings = parse("example.yml", snippet)
        assert values, findings
        fields |= values.value
    # An organisation and a scheme take the fields as they are shown.
    for path, names in PARTS.items():
        kind = kind_of(path)
        assert kind
        record, _ = read_document(path, kind, (VALID / path).read_bytes())
        assert record
        for name in names:
            old = record.value.get(name)
            record.value[name] = {**old, **fields[name]} if name == "comparison" else fields[name]
        assert list(schema_findings(record, validators(SCHEMAS)[kind])) == []
    (term,) = (snippet for snippet in snippets if snippet.startswith("id:"))
    document, _ = read_document("lexicon/gestion-de-cas.yml", "lexicon", term.encode())
    assert document
    assert list(schema_findings(document, validators(SCHEMAS)["lexicon"])) == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_the_form_comes_first_in_few_steps(guide: Path) -> None:
    form, file = guide.read_text("utf-8").split("\n## ")[1:3]
    language = guide.name.split(".")[1]
    steps = re.findall(r"^(\d)\. ", form, re.MULTILINE)
    assert steps == list("12345")
    words = interface()
    keys = ("edit.leave", "edit.missing.unknown", "edit.review", "edit.send.mail",
            "edit.send.propose", "record.title")  # fmt: skip
    assert [key for key in keys if words[key][language] not in form] == []
    assert words["record.source"][language] in file


def test_one_sentence_for_both_languages_passes_and_long_ones_are_reminded(tmp_path: Path) -> None:
    """What the guides advise to who writes one language."""
    shutil.copytree(VALID, tmp_path / "data")
    file = tmp_path / "data/organisations/maison.yml"
    text = file.read_text("utf-8")
    for said, codes in (("Le mardi de 9 à 12 h.", set()), ("Le mardi. " * 10, {"same-text"})):
        file.write_text(f"{text}hours: {{fr: {said.strip()}, nl: {said.strip()}}}\n", "utf-8")
        found = check_folder(tmp_path / "data", today()).findings
        assert {(one.code, one.severity) for one in found} == {(one, "warning") for one in codes}
