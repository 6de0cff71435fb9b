"""Where the project keeps what: the one place that knows."""

from __future__ import annotations

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
DATA = PROJECT / "data"
SCHEMAS = DATA / "schemas"
LAYERS = DATA / "geo"
ASSETS = PROJECT / "docs" / "assets"
FONTS = PROJECT / "node_modules" / "@fontsource" / "atkinson-hyperlegible-next"
PRINTED = PROJECT / ".cache" / "print"
MKDOCS = PROJECT / "mkdocs.yml"
