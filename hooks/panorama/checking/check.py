"""A whole data folder: read, shape, rules; all findings of all files."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from panorama.checking.prose import prose_findings
from panorama.checking.records import Records
from panorama.checking.rules import RULES
from panorama.checking.schema import schema_findings, validators
from panorama.findings import Finding, ordered
from panorama.paths import SCHEMAS
from panorama.places.layers import layers_of, read_layers
from panorama.reading.prose import Prose, read_prose
from panorama.reading.records import read_folder

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from panorama.reading.records import Document


@dataclass(frozen=True)
class Checked:
    """Documents whose shape is good, and everything found, sorted."""

    documents: list[Document]
    prose: list[Prose]
    findings: list[Finding]


def check_folder(
    data: Path, today: dt.date, schemas: Path = SCHEMAS, docs: Path | None = None
) -> Checked:
    """Check every record of a data folder, and the pages that draw on them.

    Those stand in the folder `docs` beside the data unless another one is given.
    """
    docs = docs or data.parent / "docs"
    reading = read_folder(data)
    findings = list(reading.findings)
    kinds = validators(schemas)
    good = []
    for document in reading.documents:
        found = list(schema_findings(document, kinds[document.kind]))
        findings += found
        good += [] if found else [document]
    records = Records(good, reading.paths, today, read_layers(layers_of(data)))
    for rule in RULES:
        findings += rule(records)
    prose, found = read_prose(docs)
    unreadable = {finding.path for finding in found}
    found += prose_findings(prose, unreadable, records, kinds["prose"])
    findings += [moved(finding, data, docs) for finding in found]
    return Checked(good, prose, ordered(findings))


def moved(finding: Finding, data: Path, docs: Path) -> Finding:
    """A finding of a page, its path seen from the data folder as those of records are."""
    folder = os.path.relpath(docs, data).replace(os.sep, "/")
    return replace(finding, path=f"{folder}/{finding.path}")
