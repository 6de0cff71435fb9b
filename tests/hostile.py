"""A data folder whose texts attack wherever a text may stand: pages, attributes, data, cards."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from panorama.checking.schema import validators
from panorama.paths import PROJECT
from panorama.reading.yaml_values import parse

if TYPE_CHECKING:
    from pathlib import Path

RUN = "window.hit=1"
MARKUP = f"<script>{RUN}</script><img src=x onerror={RUN}>"
BREAKING = "\"'--></title></script><!--<style></style><b style=x>bold</b>"
TEMPLATE = "{{ 7 * 7 }} {% raw %} ${7*7} [link](x) *star* &amp;"
CARD = "\\nBEGIN:VCARD\\; a,b;c"
HOSTILE = f"{MARKUP} {BREAKING} {TEMPLATE} {CARD}"
# Longer texts and sections of sources are many: halves, so that a record keeps to its size.
HALVES = (f"{MARKUP} {BREAKING}", f"{BREAKING}\n\n{TEMPLATE}")
WORD = "zyzzogeton"  # in every hostile text, in nothing else
# Braces mean something in interface texts, whose author is trusted with them.
PLAIN = f"{MARKUP} {BREAKING} [link](x) &amp; {CARD} {WORD}"

# One whole record of each kind, and the matrix; of the lists, the entries with these ids.
RECORDS = {
    "device": "devices/raq.yml",
    "organisation": "organisations/fdssb.yml",
    "quartier": "quartiers/raq-marolles.yml",
    "lexicon": "lexicon/aller-vers.yml",
    "source": "sources/panorama-1.yml",
    "lines": "lines.yml",
}
ENTRIES = {"communes": "anderlecht", "bassins": "centre-ouest", "themes": "tobacco"}
# An address of the past, whose page names an attacked record.
MOVED = {"from": "organisations/avant", "to": "organisations/fdssb", "on": "2024-01-01"}
INTERFACE = (
    "site.name",  # title, JSON-LD, head
    "nav.label",  # aria-label
    "home.description",  # meta
    "action.copied",  # data attribute that a script shows
    "search.none",  # the same, with a placeholder
    "search.many",
    "search.first",
    "search.one",
    "commune.title",  # heading with a placeholder
    "quartier.number",
    "status.active",
    "report.title",  # address of a link
    "report.body",
    "drawing.relations",  # label of a picture
    "unit.people.many",
)


@dataclass(frozen=True)
class Text:
    """A hostile text, with the field that it stands in; places in lists are left out."""

    file: str
    fields: tuple[str, ...]
    text: str


@dataclass
class Attack:
    """What was written where."""

    texts: list[Text] = field(default_factory=list)

    def text(self, file: str, fields: tuple[str, ...], *, one_line: bool) -> str:
        """A text that is told from all others by its number."""
        number = len(self.texts)
        hostile = HOSTILE if one_line else HALVES[number % 2]
        hostile = MARKUP if fields[-1] == "section" else hostile
        self.texts.append(Text(file, fields, f"{hostile} {WORD} n{number}n"))
        return self.texts[-1].text

    def of(self, file: str, language: str) -> list[Text]:
        """Texts of a record that are in a language, or in none."""
        other = {"fr": "nl", "nl": "fr"}[language]
        return [text for text in self.texts if text.file == file and other not in text.fields]


def hostile_data(data: Path) -> Attack:
    """Copy the project's records and overwrite all texts of the chosen ones."""
    shutil.copytree(PROJECT / "data", data)
    schemas: dict[str, Any] = {k: one.schema for k, one in validators(data / "schemas").items()}
    attack = Attack()
    for kind, file in RECORDS.items():
        record = read(data / file)
        write(data / file, overwritten(record, schemas[kind], attack, file))
    for kind, name in ENTRIES.items():
        file = f"{kind}.yml"
        entries = read(data / file)
        (index,) = (place for place, entry in enumerate(entries) if entry["id"] == name)
        entries[index] = overwritten(entries[index], schemas[kind]["items"], attack, file)
        write(data / file, entries)
    ui = read(data / "ui.yml")
    for key in INTERFACE:
        for language, text in ui[key].items():
            placeholders = " ".join(re.findall(r"\{\w+\}", text))
            ui[key][language] = f"{placeholders} {PLAIN} {key}".strip()
    write(data / "ui.yml", ui)
    write(data / "redirects.yml", [MOVED])
    return attack


def read(file: Path) -> Any:
    """A file's plain value, as the project reads it: dates and the key `on` are text."""
    values, findings = parse(file.name, file.read_text("utf-8"))
    assert values, findings
    return values.value


def write(file: Path, value: Any) -> None:
    """A value as YAML, of which JSON is a part."""
    file.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ": ")), "utf-8")


def overwritten(
    value: Any, schema: Any, attack: Attack, file: str, fields: tuple[str, ...] = ()
) -> Any:
    """A value with every free text replaced; ids, dates, addresses and words of a list stay."""
    if "if" in schema:
        kinds = {"string": str, "object": dict, "integer": int}
        branch = "then" if isinstance(value, kinds[schema["if"]["type"]]) else "else"
        return overwritten(value, schema[branch], attack, file, fields)
    if schema.get("finding") == "bad-line" and fields[-1] != "rank":  # that schemes name too
        text = attack.text(file, fields, one_line=schema["pattern"].startswith("^"))
        assert len(text) <= schema["maxLength"]
        return text
    if isinstance(value, dict):
        shapes = schema.get("properties", {})
        return {
            name: overwritten(part, shapes.get(name, {}), attack, file, (*fields, name))
            for name, part in value.items()
        }
    if isinstance(value, list):
        return [overwritten(part, schema.get("items", {}), attack, file, fields) for part in value]
    return value
