"""`panorama new` as it is called: a skeleton that explains itself and passes once filled in."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from panorama.describing.fields import record_fields
from panorama.reading.records import FOLDERS
from panorama.reading.yaml_values import parse
from tests.checking.golden import LANGUAGES, VALID
from tests.cli.calling import files, panorama

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.checking.report import Language

FOLDER_OF: dict[str, str] = {kind: folder for folder, kind in FOLDERS.items()}
WORDS = re.compile(r"(?:mots? parmi|woord uit|woorden uit) ?: (\S+?)[,.](?: |$)")
EXAMPLE = re.compile(r"(?:Par exemple :|Bijvoorbeeld:) (\S.*)")
EMPTY = re.compile(r"^( *(?:- )*)(?:(\w+):|-)$")
# What an editor knows and no comment can say: ids of other records, and texts.
KNOWN = {
    "organisation": "maison", "device": "relais", "commune": "anderlecht", "communes": "anderlecht",
    "bassins": "ouest", "bassin": "ouest", "hosts": "maison", "terms": "aller-vers",
    "see_also": "aller-vers", "part_of": "maison", "antenna_of": "maison",
    "shares_with": "cureghem", "codes": '"21001"', "title": "Un titre", "missing": "true",
    "id": "rapport",
}  # fmt: skip

# What the other records of the folder leave free, and a point in the commune of the address.
FIXED = {
    "rank": '"0.5"', "colour": '"#123456"', "pattern": "vertical", "lon": "4.3", "lat": "50.83",
}  # fmt: skip


def filled(text: str) -> str:
    """A skeleton with every empty field filled in as its comment says, or with a text.

    What is explained once holds for the fields of the same name that follow.
    """
    lines, hints, name = [], "", ""
    values = dict(KNOWN)
    for line in text.splitlines():
        empty = EMPTY.match(line)
        if line.lstrip().startswith("##"):
            hints += " " + line.lstrip("# ")
        elif empty:
            name = empty[2] or name
            values[name] = FIXED.get(name) or said(hints) or values.get(name, f"{name} – texte")
            lines.append(f"{line} {values[name]}")
            hints = hints if is_parent(line, text) else ""
            continue
        elif re.match(r" *# ", line):
            hints = ""
        lines.append(line)
    return without_values(lines)


def said(hints: str) -> str:
    """The first word or the example that a comment gives."""
    words, example = WORDS.search(hints), EXAMPLE.search(hints)
    return words[1] if words else example[1] if example else ""


def is_parent(line: str, text: str) -> bool:
    """Whether the next line belongs to a field, as an entry of a list does."""
    following = text[text.index(line) :].split("\n")[1:2]
    return line.endswith(":") and bool(following) and following[0].lstrip() == "-"


def without_values(lines: list[str]) -> str:
    """The lines, with what was filled in taken back where a field has fields of its own."""
    done = []
    for place, line in enumerate(lines):
        rest = [one for one in lines[place + 1 :] if one.strip() and one.lstrip()[0] != "#"]
        key = re.match(r"^([ -]*\w+:) ", line)
        deeper = bool(rest) and indent(rest[0]) > indent(line)
        done.append(key[1] if key and deeper else line)
    return "\n".join([*done, ""])


def indent(line: str) -> int:
    """Column of the first word of a line."""
    return len(line) - len(line.lstrip(" -"))


def uncommented(text: str) -> str:
    """A skeleton with all optional fields taken into use."""
    line = re.compile(r"^( *)# (?!yaml-language)", re.MULTILINE)
    while line.search(text):
        text = line.sub(r"\1", text)
    return re.sub(r"^( *\w+): \[\](?=\n(?: *##.*\n)* *- )", r"\1:", text, flags=re.MULTILINE)


@pytest.fixture
def valid(tmp_path: Path) -> Path:
    """A folder with a data folder that has nothing wrong with it."""
    shutil.copytree(VALID.parent, tmp_path / "all")
    return tmp_path / "all"


def file_of(folder: Path, kind: str) -> Path:
    """Where the record of a test is."""
    return folder / "data" / FOLDER_OF[kind] / "nouveau.yml"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(FOLDER_OF))
def test_an_unfilled_skeleton_says_field_by_field_what_is_empty(
    valid: Path, kind: str, language: Language
) -> None:
    options = ("--data", "data", "--lang", language)
    done = panorama(valid, "new", kind, "nouveau", *options)
    assert (done.returncode, done.stderr) == (0, "")
    text = file_of(valid, kind).read_text("utf-8")
    assert text.startswith(f"# yaml-language-server: $schema=../schemas/{kind}.schema.json\n## ")
    assert not re.search(r"^ *## [:;?!]", text, re.MULTILINE)
    found = panorama(valid, "check", *options)
    assert found.returncode == 1
    codes = {line.partition("[")[2].partition("]")[0] for line in found.stdout.splitlines()}
    assert codes <= {"empty-value", "empty-or-unknown"}
    assert all("nouveau.yml:" in line for line in found.stdout.splitlines())
    fields = [one for one in record_fields(kind).fields if one.is_required and one.name != "id"]
    said = len(found.stdout.splitlines())
    assert said >= len([one for one in fields if not one.item or one.fewest])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(FOLDER_OF))
def test_a_skeleton_that_is_filled_in_as_its_comments_say_passes(
    valid: Path, kind: str, language: Language
) -> None:
    options = ("--data", "data", "--lang", language)
    panorama(valid, "new", kind, "nouveau", *options)
    file = file_of(valid, kind)
    file.write_text(filled(file.read_text("utf-8")), "utf-8")
    done = panorama(valid, "check", *options)
    assert done.stdout == ""
    assert done.returncode == 0


@pytest.mark.parametrize("kind", sorted(FOLDER_OF))
def test_optional_fields_are_taken_into_use_by_their_signs(valid: Path, kind: str) -> None:
    panorama(valid, "new", kind, "nouveau", "--data", "data")
    file = file_of(valid, kind)
    text = filled(uncommented(file.read_text("utf-8")))
    # A relation names a scheme or an organisation, not both.
    text = re.sub(
        r"^ +organisation: maison\n(?=(?:.*##.*\n)* +text:)", "", text, flags=re.MULTILINE
    )
    file.write_text(text, "utf-8")
    done = panorama(valid, "check", "--data", "data")
    assert done.stdout == ""
    values, _ = parse("nouveau.yml", text)
    assert values
    assert {one.name for one in record_fields(kind).fields} == set(values.value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_known_takes_the_lines_below_with_it(valid: Path, language: Language) -> None:
    options = ("--data", "data", "--lang", language)
    panorama(valid, "new", "organisation", "nouveau", *options)
    file = file_of(valid, "organisation")
    text = file.read_text("utf-8")
    hint = {"fr": "lignes en retrait en dessous", "nl": "ingesprongen regels eronder"}[language]
    before, _, after = text.partition("\naddress:\n")
    assert hint in " ".join(before.rpartition("\n\n")[2].replace("\n## ", " ").split())
    rest = re.sub(r"\A(?: .*\n)+", "", after)
    file.write_text(filled(f"{before}\naddress: unknown\n{rest}"), "utf-8")
    done = panorama(valid, "check", *options)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("name", ["123", "true", "null", "1e3", "0x1f", "index-2", "consoler"])
def test_an_id_is_a_text_whatever_it_looks_like(valid: Path, name: str) -> None:
    assert panorama(valid, "new", "lexicon", name, "--data", "data").returncode == 0
    file = valid / "data/lexicon" / f"{name}.yml"
    file.write_text(filled(file.read_text("utf-8")), "utf-8")
    done = panorama(valid, "check", "--data", "data")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["organisation", "maison"], "data/organisations/maison.yml existe déjà"),
        (["organisation", "maison", "--lang", "nl"], "maison.yml bestaat al"),
        (["organisation", "Maison médicale"], "par exemple maison-medicale"),
        (["organisation", "../x"], "par exemple x"),
        (["organisation", "a" * 61], "ne convient pas"),
        (["organisation", ""], "par exemple maison-medicale"),
        *((["lexicon", name], f"par exemple {name}-2") for name in ("index", "con", "com1", "nul")),
        (["organisations", "x"], "organisations"),
        (["organisation"], "ID"),
    ],
)
def test_nothing_is_ever_overwritten(valid: Path, arguments: list[str], said: str) -> None:
    before = files(valid)
    done = panorama(valid, "new", *arguments, "--data", "data")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert files(valid) == before
