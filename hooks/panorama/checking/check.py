"""A whole data folder: read, shape, rules; all findings of all files."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from panorama.checking.pairs import prose_owners, prose_pairs, record_pairs
from panorama.checking.parity import Parity, parity, parity_findings
from panorama.checking.prose import prose_findings
from panorama.checking.records import Records
from panorama.checking.rules import RULES
from panorama.checking.schema import validators
from panorama.checking.shaped import shaped
from panorama.findings import Finding, ordered
from panorama.paths import SCHEMAS
from panorama.places.layers import layers_of, read_layers
from panorama.reading.prose import Prose, read_prose
from panorama.reading.records import list_folder
from panorama.reading.translations import Pair, read_translations

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from panorama.checking.records import Walked
    from panorama.reading.records import Document


@dataclass(frozen=True)
class Checked:
    """Documents whose shape is good, what rules compare them with, and all that was found."""

    records: Records
    prose: list[Prose]
    findings: list[Finding]
    parity: Parity

    @property
    def documents(self) -> list[Document]:
        """Those whose shape is good."""
        return self.records.documents


def check_folder(
    data: Path, today: dt.date, schemas: Path = SCHEMAS, docs: Path | None = None
) -> Checked:
    """Check every record of a data folder, and the pages that draw on them.

    Those stand in the folder `docs` beside the data unless another one is given.
    """
    docs = docs or data.parent / "docs"
    listing = list_folder(data)
    findings = list(listing.findings)
    good = []
    for document, found in shaped(data, listing.kinds, schemas):
        findings += found
        good += [document] if document else []
    paths = list(listing.kinds)
    records = Records(good, paths, today, read_layers(layers_of(data)))
    for rule in RULES:
        findings += rule(records)
    prose, found = read_prose(docs)
    unreadable = {finding.path for finding in found}
    found += prose_findings(prose, unreadable, records, validators(schemas)["prose"])
    folder = os.path.relpath(docs, data).replace(os.sep, "/")
    findings += [moved(finding, folder) for finding in found]
    compared, found = _compared(data, docs, paths, pairs(records.values, prose, folder))
    return Checked(records, prose, ordered(findings + found), compared)


def pairs(values: list[Walked], prose: list[Prose], folder: str) -> list[Pair]:
    """Every text in both languages; `folder` is where the pages are, seen from the data."""
    return [*record_pairs(values), *prose_pairs(prose, folder)]


def _compared(
    data: Path, docs: Path, paths: list[str], texts: list[Pair]
) -> tuple[Parity, list[Finding]]:
    """Which texts fell behind; nothing is said where texts were never declared in step."""
    recorded, findings = read_translations(data)
    known = {path.removesuffix(".yml") for path in paths} | prose_owners(docs)
    found = parity(texts, recorded or {}, known)
    return found, [*findings, *parity_findings(found)] if recorded is not None else []


def moved(finding: Finding, folder: str) -> Finding:
    """A finding of a page, its path seen from the data folder as those of records are."""
    return replace(finding, path=f"{folder}/{finding.path}")
