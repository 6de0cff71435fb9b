"""Files to documents of good shape; a folder of many files is spread over the cores."""

from __future__ import annotations

import os
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from panorama.checking.schema import schema_findings, validators
from panorama.reading.records import read_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from panorama.findings import Finding
    from panorama.reading.records import Document, Kind

    Shaped = tuple[Document | None, list[Finding]]

MANY = 2000  # files that take longer than to start processes
CHUNK = 200
PROCESSES = 8  # at most: more are seldom free, and the rules take their time in any case


def shaped(data: Path, kinds: Mapping[str, Kind], schemas: Path) -> Iterable[Shaped]:
    """Each file's document if it can be read and has the shape of its kind, and all findings."""
    files = list(kinds.items())
    work = partial(_shaped, data, schemas)
    if len(files) < MANY:
        return work(files)
    # Not loaded where it is not needed: a check of a few hundred records answers at once.
    from concurrent.futures import ProcessPoolExecutor

    chunks = [files[start : start + CHUNK] for start in range(0, len(files), CHUNK)]
    with ProcessPoolExecutor(min(os.cpu_count() or 1, PROCESSES)) as pool:
        return list(chain.from_iterable(pool.map(work, chunks)))


def _shaped(data: Path, schemas: Path, files: list[tuple[str, Kind]]) -> list[Shaped]:
    found = []
    for name, kind in files:
        document, findings = read_file(data, name, kind)
        if document:
            findings = list(schema_findings(document, validators(schemas)[kind]))
        found.append((None if findings else document, findings))
    return found
