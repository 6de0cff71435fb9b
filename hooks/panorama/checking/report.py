"""Findings as lines of text, JSON or GitHub annotations, in French or Dutch."""

from __future__ import annotations

import functools
import json
import os
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from panorama.reading.yaml_values import parse

if TYPE_CHECKING:
    from panorama.findings import Finding, Position

Language = Literal["fr", "nl"]
Format = Literal["text", "json", "github"]
MESSAGES = Path(__file__).with_name("messages.yml")

# Words that findings carry as they come from the schemas.
WORDS = {
    "text": {"fr": "un texte", "nl": "een tekst"},
    "number": {"fr": "un nombre", "nl": "een getal"},
    "integer": {"fr": "un nombre entier", "nl": "een geheel getal"},
    "object": {"fr": "des champs", "nl": "velden"},
    "array": {"fr": "une liste", "nl": "een lijst"},
    "boolean": {"fr": "true ou false", "nl": "true of false"},
    "device": {"fr": "dispositif", "nl": "dispositief"},
    "organisation": {"fr": "organisation", "nl": "organisatie"},
    "quartier": {"fr": "quartier", "nl": "wijk"},
    "lexicon": {"fr": "terme du lexique", "nl": "lexiconterm"},
    "source": {"fr": "source", "nl": "bron"},
    "figure": {"fr": "chiffre ou date", "nl": "cijfer of datum"},
    "drawing": {"fr": "dessin", "nl": "tekening"},
    "space": {"fr": "nombre de lignes", "nl": "aantal lijnen"},
    "publisher": {"fr": "champ de l’éditeur", "nl": "veld van de uitgever"},
    "lines-row": {"fr": "rang", "nl": "rij"},
    "lines-column": {"fr": "colonne", "nl": "kolom"},
    "sector": {"fr": "secteur", "nl": "sector"},
    "commune": {"fr": "commune", "nl": "gemeente"},
    "communes": {"fr": "commune", "nl": "gemeente"},
    "bassins": {"fr": "bassin", "nl": "zorgzone"},
    "abbreviation": {"fr": "sigle", "nl": "afkorting"},
    "colour": {"fr": "couleur", "nl": "kleur"},
    "pattern": {"fr": "motif", "nl": "patroon"},
    "quartier-number": {"fr": "numéro de quartier", "nl": "wijknummer"},
    "organisation-name": {"fr": "nom", "nl": "naam"},
    "lexicon-name": {"fr": "terme", "nl": "term"},
    "address": {"fr": "adresse", "nl": "adres"},
    "text-fr": {"fr": "français", "nl": "Franse"},
    "text-nl": {"fr": "néerlandais", "nl": "Nederlandse"},
}
TRANSLATED = ("expected", "found", "kind", "what", "layer", "changed", "lagging")


@functools.cache
def messages() -> dict[str, dict[Language, str]]:
    """The sentence of each kind of finding, in both languages."""
    values, findings = parse(MESSAGES.name, MESSAGES.read_text("utf-8"))
    if values is None:
        raise ValueError(findings)
    found: dict[str, dict[Language, str]] = values.value
    return found


def sentence(finding: Finding, language: Language) -> str:
    """What a finding says, with its suggestion."""
    details = {
        name: WORDS.get(value, {}).get(language, value) if name in TRANSLATED else value
        for name, value in finding.details.items()
    }
    said = messages()[finding.code][language].format(**details)
    if "suggestion" in details:
        said += " " + messages()["suggestion"][language].format(**details)
    return said.replace("\n", " ")


def _path(root: str, finding: Finding) -> str:
    """Where the file is as seen from here: pages lie beside the data folder, not in it."""
    return posixpath.normpath(root + finding.path)


def as_text(findings: list[Finding], root: str, language: Language) -> str:
    """One line a finding: `path:line:column: severity [code] sentence`."""
    return "\n".join(
        f"{_path(root, finding)}:{finding.position.line}:{finding.position.column}: "
        f"{finding.severity} [{finding.code}] {sentence(finding, language)}"
        for finding in findings
    )


def as_json(findings: list[Finding], root: str, language: Language) -> str:
    """An array of objects with path, line, column, severity, code, message, suggestion."""
    rows = [
        {
            "path": _path(root, finding),
            "line": finding.position.line,
            "column": finding.position.column,
            "severity": finding.severity,
            "code": finding.code,
            "message": sentence(finding, language),
            "suggestion": finding.details.get("suggestion"),
        }
        for finding in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(findings: list[Finding], root: str, language: Language) -> str:
    """Workflow commands that GitHub shows on the lines of a pull request."""
    return "\n".join(
        annotation(
            finding.severity,
            _path(root, finding),
            finding.position,
            finding.code,
            sentence(finding, language),
        )
        for finding in findings
    )


def annotation(level: str, path: str, place: Position, title: str, text: str) -> str:
    """One workflow command; nothing in it can end it or start another."""
    return (
        f"::{level} file={_property(path)},line={place.line},col={place.column},"
        f"title={_property(title)}::{_data(text)}"
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def shown(data: Path) -> str:
    """The data folder as an editor sees it from here, with a slash."""
    return os.path.relpath(data).replace(os.sep, "/") + "/"


FORMATS = {"text": as_text, "json": as_json, "github": as_github}
