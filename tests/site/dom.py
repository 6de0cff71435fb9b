"""Built pages as DOM, each parsed once."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from pathlib import Path


@functools.cache
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every HTML page by its path from the site's root; addresses of the past are none."""
    return {
        path.relative_to(site).as_posix(): BeautifulSoup(text, "lxml")
        for path in sorted(site.rglob("*.html"))
        if 'http-equiv="refresh"' not in (text := path.read_text("utf-8"))
    }
