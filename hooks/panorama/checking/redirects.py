"""Rules of the addresses that records once had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panorama.checking.records import at
from panorama.checking.schema import suggestion
from panorama.reading.records import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panorama.checking.records import Records
    from panorama.findings import Finding


def redirects_lead_somewhere(records: Records) -> Iterator[Finding]:
    """Each old address is one only, no record has it, and it leads to a record."""
    addresses = [
        f"{folder}/{name}" for folder, kind in FOLDERS.items() for name in records.ids[kind]
    ]
    for document in records.of("redirects"):
        old = [entry["from"] for entry in document.value]
        for index, entry in enumerate(document.value):
            if entry["from"] in old[:index]:
                yield at(document, (index, "from"), "duplicate-id", {"id": entry["from"]})
            if entry["from"] in addresses:
                yield at(document, (index, "from"), "address-taken", {"address": entry["from"]})
            if entry["to"] not in addresses:
                near = suggestion(entry["to"], addresses)
                details = {"id": entry["to"], "kind": "address", **near}
                yield at(document, (index, "to"), "unknown-reference", details)
