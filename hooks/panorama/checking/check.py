"""A whole data folder: read, shape, rules; all findings of all files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from panorama.checking.records import Records
from panorama.checking.rules import RULES
from panorama.checking.schema import schema_findings, validators
from panorama.findings import Finding, ordered
from panorama.paths import SCHEMAS
from panorama.places.layers import layers_of, read_layers
from panorama.reading.records import read_folder

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from panorama.reading.records import Document


@dataclass(frozen=True)
class Checked:
    """Documents whose shape is good, and everything found, sorted."""

    documents: list[Document]
    findings: list[Finding]


def check_folder(data: Path, today: dt.date, schemas: Path = SCHEMAS) -> Checked:
    """Check every record of a data folder."""
    reading = read_folder(data)
    findings = list(reading.findings)
    kinds = validators(schemas)
    good = []
    for document in reading.documents:
        found = list(schema_findings(document, kinds[document.kind]))
        findings += found
        good += [] if found else [document]
    records = Records(good, reading.paths, today, read_layers(layers_of(data)).codes)
    for rule in RULES:
        findings += rule(records)
    return Checked(good, ordered(findings))
