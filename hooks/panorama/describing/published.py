"""The schemas as the site publishes them: each whole in one file, at an address that stays."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from panorama.paths import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = "data/schemas/"
_COMMON = "common.schema.json#/$defs/"
_HERE = "#/$defs/"


def published(site_url: str, schemas: Path = SCHEMAS) -> Iterator[tuple[str, dict[str, Any]]]:
    """File name and schema of each kind, with the common shapes that it uses in its own `$defs`."""
    common = json.loads((schemas / "common.schema.json").read_text("utf-8"))["$defs"]
    for file in sorted(schemas.glob("*.schema.json")):
        if file.name != "common.schema.json":
            schema = _here(json.loads(file.read_text("utf-8")))
            shapes = {name: _here(common[name]) for name in _used(schema, common)}
            yield file.name, {**schema, "$id": f"{site_url}{FOLDER}{file.name}", "$defs": shapes}


def _here(part: Any) -> Any:
    """A schema whose references stay within its file."""
    if isinstance(part, list):
        return [_here(one) for one in part]
    if isinstance(part, dict):
        return {key: _here(one) for key, one in part.items()}
    return part.replace(_COMMON, _HERE) if isinstance(part, str) else part


def _used(schema: Any, common: dict[str, Any]) -> list[str]:
    """Names of the common shapes that a schema refers to, and that those refer to."""
    found: set[str] = set()
    left = _named(schema)
    while left:
        found |= left
        left = {name for one in left for name in _named(common[one])} - found
    return [name for name in common if name in found]


def _named(part: Any) -> set[str]:
    if isinstance(part, list):
        return {name for one in part for name in _named(one)}
    if not isinstance(part, dict):
        return set()
    own = {str(part["$ref"]).rpartition("/")[2]} if "$ref" in part else set()
    return own | _named(list(part.values()))
