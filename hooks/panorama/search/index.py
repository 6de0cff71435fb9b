"""Runs Pagefind over a finished site."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_index(site_dir: Path) -> None:
    """Index the pages into `pagefind/`; raises RuntimeError with Pagefind's words when it fails.

    Pagefind writes its own interface too, which this site does not use, and its list of languages
    in random order, which would make no two builds the same.
    """
    command = [
        sys.executable, "-m", "pagefind", "--site", str(site_dir),
        "--exclude-selectors", "nav", "--quiet",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    for path in (site_dir / "pagefind").glob("pagefind-*ui.*"):
        path.unlink()
    listing = site_dir / "pagefind" / "pagefind-entry.json"
    listing.write_text(json.dumps(json.loads(listing.read_text("utf-8")), sort_keys=True), "utf-8")
