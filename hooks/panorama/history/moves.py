"""Records under other ids: where a record names another one, its id is no fact of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from panorama.checking.records import ANY
from panorama.checking.rules import REFERENCES
from panorama.editing.renaming import MARKS
from panorama.history.facts import SOURCED
from panorama.reading.records import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from panorama.reading.records import Kind

Ids = dict[tuple["Kind", str], str]
# The kind of record that a field names, whatever the record it stands in.
NAMED: dict[str, Kind] = {
    **{str(next(step for step in reversed(path) if step != ANY)): kind
       for _, path, kind in REFERENCES},
    **dict.fromkeys(SOURCED, "source"),
}  # fmt: skip
_MARKED: dict[str, Kind] = {
    name: kind for kind, names in MARKS.items() for name in names.split("|")
}
_MARK = re.compile(rf"(\]\(({'|'.join(_MARKED)}):)([a-z0-9-]+)(?=[)/])")


def moved_ids(moves: Mapping[str, str]) -> Ids:
    """New ids by kind and old id, of records that moved from an address to another."""
    return {
        (FOLDERS[folder], name): new.partition("/")[2]
        for old, new in moves.items()
        for folder, _, name in [old.partition("/")]
        if folder in FOLDERS
    }


def renamed(value: Any, ids: Ids, field: str = "") -> Any:
    """A value with the new ids wherever it names the records by their old ones."""
    if not ids:
        return value
    if isinstance(value, dict):
        return {
            key: renamed(one, ids, field if key == "id" and field in SOURCED else key)
            for key, one in value.items()
        }
    if isinstance(value, list):
        return [renamed(one, ids, field) for one in value]
    if not isinstance(value, str):
        return value
    if field in NAMED:
        return ids.get((NAMED[field], value), value)
    return _MARK.sub(lambda mark: mark[1] + ids.get((_MARKED[mark[2]], mark[3]), mark[3]), value)
