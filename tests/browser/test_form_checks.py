"""The form's checker in Chromium says of a record what the command line says: word by word.

Its modules are called as they are served; each is a pure function of texts and plain values.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from panorama.checking.check import check_folder
from panorama.checking.compared import compared, ground
from panorama.checking.report import sentence
from panorama.reading.records import FOLDERS, RECORD_NAME
from tests.checking.golden import LANGUAGES, TODAY, cases, lay_out

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from panorama.findings import Finding

# What the form cannot look at: other files, and whether the languages are still in step.
ELSEWHERE = {"translation-behind", "translations-unrecorded"}
CHECK = """async ({records, index, ground, today, languages}) => {
  const load = (name) => import(new URL(`/assets/edit/${name}.js`, location.href).href);
  const { check } = await load("checking");
  const { sentence } = await load("saying");
  const { inlined } = await load("shape");
  const schemas = {};
  const said = [];
  for (const { path, kind, text } of records) {
    schemas[kind] ??= inlined(await (await fetch(`/data/schemas/${kind}.schema.json`)).json());
    for (const one of check(text, path, kind, schemas[kind], index, ground, today))
      for (const language of languages)
        said.push(`${path}:${one.place.line}:${one.place.column}: ${one.severity} [${one.code}] `
          + sentence(one, language, index.sentences));
  }
  return said;
}"""


def lines(findings: list[Finding]) -> Iterator[str]:
    """Each finding in both languages, as the command line prints it."""
    for one in findings:
        for language in LANGUAGES:
            place = f"{one.path}:{one.position.line}:{one.position.column}"
            yield f"{place}: {one.severity} [{one.code}] {sentence(one, language)}"


def records(data: Path) -> list[dict[str, str]]:
    """Every record of a folder that is a text."""
    found = []
    for folder, kind in FOLDERS.items():
        for file in sorted((data / folder).glob("*.yml")):
            if not RECORD_NAME.fullmatch(file.name):
                continue
            try:
                text = file.read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                continue
            found.append({"path": f"{folder}/{file.name}", "kind": kind, "text": text})
    return found


def is_said_of_the_other(line: str) -> bool:
    """Of two records that share a name, the command line speaks of the second, the form of both."""
    found = re.match(r"([^:]+):.*\[double-use\].* (\S+\.yml)", line)
    return found is not None and found[1] < found[2]


def said(page: Page, data: Path) -> tuple[list[str], list[str]]:
    """What the form and the command line say of every record of a folder."""
    checked = check_folder(data, TODAY, docs=data.parent / "docs")
    given = records(data)
    paths = {record["path"] for record in given}
    wanted = [one for one in checked.findings if one.path in paths and one.code not in ELSEWHERE]
    arguments: dict[str, Any] = {
        "records": given,
        "index": compared(checked.records),
        "ground": ground(checked.records.layers),
        "today": TODAY.isoformat(),
        "languages": LANGUAGES,
    }
    return page.evaluate(CHECK, json.loads(json.dumps(arguments))), list(lines(wanted))


@pytest.mark.parametrize("case", cases())
def test_the_form_finds_what_the_command_line_finds(
    open_page: Page, tmp_path: Path, case: str
) -> None:
    form, command = said(open_page, lay_out(case, tmp_path))
    form = [line for line in form if not is_said_of_the_other(line)]
    assert sorted(form) == sorted(command)


def test_the_corpus_is_large_and_of_all_kinds(tmp_path: Path) -> None:
    faulty = set()
    for case in cases():
        checked = check_folder(lay_out(case, tmp_path / case), TODAY)
        faulty |= {(case, one.path) for one in checked.findings if one.path.count("/") == 1}
    assert len(faulty) >= 40
    assert {path.partition("/")[0] for _, path in faulty} >= set(FOLDERS)
