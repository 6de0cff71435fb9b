"""Printing every document: what is kept is taken, the rest is set side by side."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from panorama.printing.cache import cache
from panorama.printing.document import Sheet
from panorama.printing.press import content_of, press

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from panorama.printing.document import Document, Printed

FEW = 2  # documents that are set faster than other processes start


@dataclass(frozen=True)
class Shelf:
    """Documents with what became of them, in the order in which they are listed."""

    documents: Mapping[str, Document]
    printed: Mapping[str, Printed]

    def sheets(self) -> dict[str, Sheet]:
        """Every document by its name, as pages show it."""
        return {
            name: Sheet(one, done.pages, max(1, round(len(done.pdf) / 1000)), done.size)
            for name, one in self.documents.items()
            for done in [self.printed[name]]
        }

    def write(self, site_dir: Path) -> None:
        """Put every document and its picture into a site."""
        (site_dir / "print").mkdir(exist_ok=True)
        for name, document in self.documents.items():
            (site_dir / document.file).write_bytes(self.printed[name].pdf)
            (site_dir / document.picture).write_bytes(self.printed[name].picture)


def shelf(documents: Iterable[Document], author: str, typefaces: Path, folder: Path) -> Shelf:
    """Print all documents with the fonts of a folder; another one keeps what was made before."""
    wanted = {document.name: document for document in documents}
    kept = cache(folder, typefaces)
    contents = {name: content_of(one, author) for name, one in wanted.items()}
    keys = {name: kept.key(one.template, contents[name]) for name, one in wanted.items()}
    found = {name: kept.get(key) for name, key in keys.items()}
    jobs = {
        name: (one.template, contents[name], typefaces, one.pages)
        for name, one in wanted.items()
        if found[name] is None
    }
    for name, printed in zip(jobs, _set(list(jobs.values())), strict=True):
        kept.put(keys[name], printed)
        found[name] = printed
    kept.tidy()
    return Shelf(wanted, {name: one for name, one in found.items() if one})


def _set(jobs: list[tuple[str, bytes, Path, int]]) -> list[Printed]:
    """Set documents, the longest contents first so that no process ends up alone."""
    if len(jobs) <= FEW:
        return [press(*job) for job in jobs]
    order = sorted(range(len(jobs)), key=lambda place: -len(jobs[place][1]))
    # A forked process could inherit a lock that one of Typst's threads holds.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(os.cpu_count() or 1, len(jobs)), context) as pool:
        made = list(pool.map(press, *zip(*(jobs[place] for place in order), strict=True)))
    return [one for _, one in sorted(zip(order, made, strict=True), key=lambda pair: pair[0])]
