"""A data folder whose texts attack wherever a text may stand: pages, attributes, data, cards."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from panorama.checking.schema import validators
from panorama.paths import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

RUN = "window.hit=1"
MARKUP = f"<script>{RUN}</script><img src=x onerror={RUN}><svg onload={RUN}>"
BREAKING = "\"'--></title></script></style><!--<script><style>*{}</style><b style=color:red>bold</b>"
TEMPLATE = "{{ 7 * 7 }} {% raw %} ${7*7} [link](x) *star* &amp;"
CARD = "\\nBEGIN:VCARD\\; a,b;c"
HOSTILE = f"{MARKUP} {BREAKING} {TEMPLATE} {CARD}"
WORD = "zyzzogeton"  # in every hostile text, in nothing else
# Braces mean something in interface texts, whose author is trusted with them.
PLAIN = f"{MARKUP} {BREAKING.replace('{}', '')} [link](x) &amp; {CARD} {WORD}"

# One whole record of each kind; of the lists, the entries with these ids.
RECORDS = {
    "device": "devices/raq.yml",
    "organisation": "organisations/fdssb.yml",
    "quartier": "quartiers/raq-marolles.yml",
    "lexicon": "lexicon/aller-vers.yml",
    "source": "sources/panorama-1.yml",
}
ENTRIES = {"communes": "anderlecht", "bassins": "centre-ouest"}
INTERFACE = (
    "site.name",  # title, JSON-LD, head
    "nav.label",  # aria-label
    "home.description",  # meta
    "action.copied",  # data attribute that a script shows
    "search.none",  # the same, with a placeholder
    "search.many",
    "search.one",
    "commune.title",  # heading with a placeholder
    "quartier.number",
    "status.active",
    "report.title",  # address of a link
    "report.body",
    "drawing.relations",  # label of a picture
    "unit.people.many",
)


@dataclass
class Attack:
    """What was written where: by record file, the texts of each language and those of both."""

    fr: dict[str, list[str]] = field(default_factory=dict)
    nl: dict[str, list[str]] = field(default_factory=dict)
    both: dict[str, list[str]] = field(default_factory=dict)
    count: int = 0

    def text(self, file: str, key: str) -> str:
        """A text that is told from all others by its number."""
        self.count += 1
        said = f"{HOSTILE} {WORD} n{self.count}n"
        {"fr": self.fr, "nl": self.nl}.get(key, self.both).setdefault(file, []).append(said)
        return said

    def of(self, file: str, language: str) -> list[str]:
        """Texts of a record in a language, and those that are the same in both."""
        mine = self.fr if language == "fr" else self.nl
        return [*mine.get(file, []), *self.both.get(file, [])]


def hostile_data(data: Path) -> Attack:
    """Copy the project's records and overwrite all texts of the chosen ones."""
    shutil.copytree(PROJECT / "data", data)
    schemas = {kind: one.schema for kind, one in validators(data / "schemas").items()}
    attack = Attack()
    for kind, file in RECORDS.items():
        record = yaml.safe_load((data / file).read_text("utf-8"))
        write(data / file, overwritten(record, schemas[kind], attack, file))
    for kind, name in ENTRIES.items():
        file = f"{kind}.yml"
        entries = yaml.safe_load((data / file).read_text("utf-8"))
        (index,) = (place for place, entry in enumerate(entries) if entry["id"] == name)
        entries[index] = overwritten(entries[index], schemas[kind]["items"], attack, file)
        write(data / file, entries)
    ui = yaml.safe_load((data / "ui.yml").read_text("utf-8"))
    for key in INTERFACE:
        for language, text in ui[key].items():
            placeholders = " ".join(re.findall(r"\{\w+\}", text))
            ui[key][language] = f"{placeholders} {PLAIN} {key}".strip()
    write(data / "ui.yml", ui)
    return attack


def write(file: Path, value: Any) -> None:
    """A value as YAML, dates and all as the project's reader takes them: JSON is YAML."""
    file.write_text(json.dumps(value, ensure_ascii=False, default=str), "utf-8")


def overwritten(value: Any, schema: Any, attack: Attack, file: str, key: str = "") -> Any:
    """A value with every free text replaced; ids, dates, addresses and words of a list stay."""
    if "if" in schema:
        kinds = {"string": str, "object": dict, "integer": int}
        branch = "then" if isinstance(value, kinds[schema["if"]["type"]]) else "else"
        return overwritten(value, schema[branch], attack, file, key)
    if schema.get("finding") == "bad-line":
        text = attack.text(file, key)
        assert len(text) <= schema["maxLength"]
        return text
    if isinstance(value, dict):
        fields = schema.get("properties", {})
        return {
            name: overwritten(
                part, fields.get(name, {}), attack, file, name if name in {"fr", "nl"} else key
            )
            for name, part in value.items()
        }
    if isinstance(value, list):
        return [overwritten(part, schema.get("items", {}), attack, file, key) for part in value]
    return value
