"""How long a document takes to set, by kind, and all of them by as many processes as are used."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from panorama.building.printing import sources_of
from panorama.building.read import read_site
from panorama.paths import FONTS, PROJECT
from panorama.printing.catalogue import documents
from panorama.printing.fonts import fonts
from panorama.printing.press import content_of, press
from panorama.printing.shelf import shelf

ALL, ONE = 20, 1  # seconds: targets for all documents on two cores and for a poster


def time_paper() -> str:
    """Milliseconds of one document of each kind, and seconds of all, with an empty cache."""
    site = read_site(PROJECT / "data", PROJECT, "https://panorama.example/", "https://x.be/", {})
    start = time.perf_counter()
    found = list(documents(sources_of(site, PROJECT / "docs")))
    lines = [f"print   {len(found)} documents: {_since(start)} to gather"]
    with tempfile.TemporaryDirectory(prefix="bench.") as folder:
        typefaces = fonts(FONTS, Path(folder))
        for one in {document.template: document for document in found}.values():
            start = time.perf_counter()
            press(one.template, content_of(one, "Panorama"), typefaces, one.pages)
            lines.append(f"        {one.name:24} {_since(start)}")
        start = time.perf_counter()
        shelf(found, "Panorama", typefaces, Path(folder))
        seconds = time.perf_counter() - start
        lines.append(f"        all, nothing kept        {seconds:6.1f} s (target: {ALL} or less)")
        start = time.perf_counter()
        shelf(found, "Panorama", typefaces, Path(folder))
        lines.append(f"        all, everything kept     {_since(start)}")
    return "\n".join(lines)


def _since(start: float) -> str:
    return f"{(time.perf_counter() - start) * 1000:6.0f} ms"
