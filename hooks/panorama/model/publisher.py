"""Who publishes the site: set in mkdocs.yml, shown on the legal notice."""

from __future__ import annotations

PUBLISHER = ("name", "address", "email", "number", "host")
