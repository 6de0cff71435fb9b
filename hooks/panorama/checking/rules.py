"""The rules that cross records or need the calendar; none repeats what a schema says."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from panorama.checking.marks import lines_fit, marks_resolve, ranks_have_a_row
from panorama.checking.places import PLACE_RULES
from panorama.checking.records import ANY, at, everywhere, matches
from panorama.checking.redirects import redirects_lead_somewhere
from panorama.checking.schema import suggestion
from panorama.findings import Finding, Position
from panorama.model.records import is_known
from panorama.reading.records import LISTS, REDIRECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panorama.checking.records import Records
    from panorama.reading.records import Document, Kind
    from panorama.reading.yaml_values import KeyPath

# Where a record names another one: the kind it is written in, the path, and the kind it names.
REFERENCES: tuple[tuple[Kind, KeyPath, Kind], ...] = (
    ("device", ("coordinated_by", ANY, "organisation"), "organisation"),
    ("device", ("funded_by", ANY, "organisation"), "organisation"),
    ("device", ("employed_by", ANY, "organisation"), "organisation"),
    ("device", ("relations", ANY, "organisation"), "organisation"),
    ("device", ("relations", ANY, "device"), "device"),
    ("device", ("areas", ANY, "communes", ANY), "communes"),
    ("device", ("areas", ANY, "bassins", ANY), "bassins"),
    ("device", ("figures", ANY, "bassin"), "bassins"),
    ("device", ("terms", ANY), "lexicon"),
    ("organisation", ("part_of",), "organisation"),
    ("organisation", ("antenna_of",), "organisation"),
    ("quartier", ("device",), "device"),
    ("quartier", ("communes", ANY), "communes"),
    ("quartier", ("bassins", ANY), "bassins"),
    ("quartier", ("hosts", ANY), "organisation"),
    ("quartier", ("shares_with",), "quartier"),
    ("organisation", ("address", "commune"), "communes"),
    ("lexicon", ("see_also", ANY), "lexicon"),
    ("lexicon", ("organisation",), "organisation"),
    ("bassins", (ANY, "communes", ANY), "communes"),
)
# Said instead of the commune of an address: not known, or not in the Region.
NO_COMMUNE = ("unknown", "outside-region")
LONG_TEXT = 60
PLACEHOLDER = re.compile(r"\{(\w*)\}")


def id_is_file_name(records: Records) -> Iterator[Finding]:
    """The address of a record is its path, so its id is its file name."""
    for document in records.of("device", "organisation", "quartier", "lexicon", "source"):
        if document.value["id"] != document.stem:
            details = {"id": document.value["id"], "expected": document.stem}
            yield at(document, ("id",), "id-not-file-name", details)


def references_resolve(records: Records) -> Iterator[Finding]:
    """What a record names exists, and is another record; a source may cite itself."""
    known = {kind: set(ids) for kind, ids in records.ids.items()}
    for document in records.documents:
        for path, name, kind in references(document):
            if kind == document.kind != "source" and name == document.stem:
                yield at(document, path, "self-reference", {"id": str(name)})
            if kind not in known or name in known[kind]:
                continue
            if path[-1] == "commune" and name in NO_COMMUNE:
                continue
            details = {"id": str(name), "kind": kind, **suggestion(name, records.ids[kind])}
            yield at(document, path, "unknown-reference", details)


def references(document: Document) -> Iterator[tuple[KeyPath, Any, Kind]]:
    """Path and id of every record that a document names, with its kind."""
    for kind, pattern, named in REFERENCES:
        if document.kind == kind:
            for path, name in matches(document.value, pattern):
                yield path, name, named
    for path, value in everywhere(document.value):
        if path and path[-1] == "source" and isinstance(value, dict) and "id" in value:
            yield (*path, "id"), value["id"], "source"
        elif path and path[-1] == "sources" and isinstance(value, list):
            for index, citation in enumerate(value):
                yield (*path, index, "id"), citation["id"], "source"


def dates_are_past(records: Records) -> Iterator[Finding]:
    """What was compared or was true cannot be in the future (`value` of a date may be)."""
    today = records.today.isoformat()
    for document, path, value in records.values:
        if not path or path[-1] not in {"as_of", "on", "seen", "year"}:
            continue
        for date in str(value).split("/"):
            if date[:1].isdigit() and date > today[: len(date)]:
                yield at(document, path, "future-date", {"date": date, "today": today})


def figures_are_in_order(records: Records) -> Iterator[Finding]:
    """Values of a figure, and statements of a date, stand oldest first; ranges rise."""
    for document, path, value in records.values:
        if isinstance(value, list):
            yield from _out_of_order(document, path, value)
        elif _is_range(value) and value["min"] >= value["max"]:
            details = {"min": str(value["min"]), "max": str(value["max"])}
            yield at(document, path, "range-order", details)


def _is_range(value: Any) -> bool:
    return isinstance(value, dict) and all(
        isinstance(value.get(end), int | float) for end in ("min", "max")
    )


def _out_of_order(document: Document, path: KeyPath, values: list[Any]) -> Iterator[Finding]:
    dates = [_as_of(value) for value in values]
    for index, (before, after) in enumerate(pairwise(dates), start=1):
        if before and after and before[: len(after)] > after[: len(before)]:
            details = {"before": before, "after": after}
            yield at(document, (*path, index, "as_of"), "figures-order", details)


def _as_of(value: Any) -> str:
    is_dated = isinstance(value, dict) and "value" in value
    return str(value.get("as_of", "")).partition("/")[0] if is_dated else ""


def nothing_is_used_twice(records: Records) -> Iterator[Finding]:
    """What tells records apart is one record's only: colours, numbers, names."""
    seen: dict[tuple[str, str], Document] = {}
    for document in records.documents:
        for path, what, value in distinctive(document):
            first = seen.setdefault((what, value.lower()), document)
            if first is not document:
                details = {"value": value, "what": what, "other": first.path}
                yield at(document, path, "double-use", details)


def distinctive(document: Document) -> Iterator[tuple[KeyPath, str, str]]:
    """What no other record may have: where it stands, what it is, and its value."""
    record = document.value
    if document.kind == "device":
        yield ("abbreviation", "fr"), "abbreviation", record["abbreviation"]["fr"]
        if record["kind"] == "core":
            yield ("colour",), "colour", record["colour"]
            yield ("pattern",), "pattern", record["pattern"]
    if document.kind == "quartier" and "number" in record:
        yield ("number",), "quartier-number", f"{record['device']} {record['number']}"
    if document.kind in {"organisation", "lexicon"}:
        field = "names" if document.kind == "organisation" else "terms"
        yield (field, "fr"), f"{document.kind}-name", record[field]["fr"]


def lists_have_no_doubles(records: Records) -> Iterator[Finding]:
    """Each entry of a list has an id of its own."""
    for document in records.of("communes", "bassins", "themes"):
        ids = [entry["id"] for entry in document.value]
        for index, name in enumerate(ids):
            if name in ids[:index]:
                yield at(document, (index, "id"), "duplicate-id", {"id": name})


def languages_differ(records: Records) -> Iterator[Finding]:
    """A long text that is the same in French and Dutch was probably not translated."""
    for document, path, value in records.values:
        if _is_untranslated(value):
            yield at(document, (*path, "nl"), "same-text", severity="warning")


def _is_untranslated(value: Any) -> bool:
    text = value.get("fr") if isinstance(value, dict) else None
    return isinstance(text, str) and len(text) > LONG_TEXT and text == value.get("nl")


def texts_are_texts(records: Records) -> Iterator[Finding]:
    """The words for what is not known stand for a whole field; as a text they would be shown."""
    for document, path, value in records.values:
        is_text = path == ("id",) or (bool(path) and path[-1] in {"fr", "nl"})
        if is_text and isinstance(value, str) and not is_known(value):
            yield at(document, path, "word-as-text", {"value": value})


def links_are_secure(records: Records) -> Iterator[Finding]:
    """http: still works, https: is to be preferred where the site answers there."""
    for document, path, value in records.values:
        if isinstance(value, str) and value.startswith("http://"):
            better = value.replace("http:", "https:", 1)
            yield at(document, path, "insecure-url", {"proposal": better}, "warning")


def lists_are_there(records: Records) -> Iterator[Finding]:
    """The lists that every page draws on exist, whatever is in them; no record need have moved."""
    for name in LISTS:
        if name not in records.paths and name != REDIRECTS:
            yield Finding(name, Position(), "missing-list")


def placeholders_agree(records: Records) -> Iterator[Finding]:
    """Interface texts have the same names in braces in both languages: both are filled in."""
    for document in records.of("ui"):
        for key, text in document.value.items():
            french, dutch = (sorted(set(PLACEHOLDER.findall(text[name]))) for name in ("fr", "nl"))
            if french != dutch:
                details = {"key": key, "fr": ", ".join(french), "nl": ", ".join(dutch)}
                yield at(document, (key,), "placeholders", details)


RULES = (
    marks_resolve,
    lines_fit,
    ranks_have_a_row,
    *PLACE_RULES,
    placeholders_agree,
    redirects_lead_somewhere,
    lists_are_there,
    id_is_file_name,
    references_resolve,
    dates_are_past,
    figures_are_in_order,
    nothing_is_used_twice,
    lists_have_no_doubles,
    languages_differ,
    texts_are_texts,
    links_are_secure,
)
