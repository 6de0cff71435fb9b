"""What a proposal changes: the records as they stand here against those of another state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from panorama.checking.check import check_folder
from panorama.history.compare import Change, compare
from panorama.history.facts import records_of
from panorama.history.git import changed_files, contents, files_of, resolve
from panorama.history.translations import Translations, compared, parity_then
from panorama.model.catalogue import LANGUAGES, catalogue
from panorama.pages.entry import is_overdue
from panorama.pages.site import by_due_day
from panorama.reading.records import kind_of, read_document, read_folder

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from panorama.findings import Position
    from panorama.model.catalogue import Catalogue
    from panorama.reading.records import Document
    from panorama.reading.yaml_values import KeyPath


@dataclass(frozen=True)
class Touched:
    """A record that is not what it was, with the file that it stands in, if it still does."""

    key: str
    file: str
    record: dict[str, Any]
    changes: tuple[Change, ...]
    document: Document | None = None

    def place(self, change: Change) -> Position | None:
        """Where a reviewer finds a change in the file."""
        if self.document is None:
            return None
        return self.document.values.at((*self._start(), *self._path(change)))

    def _start(self) -> KeyPath:
        """Where the record begins: an entry of a list, or the whole file."""
        whole = self.document.value if self.document else None
        if not isinstance(whole, list):
            return ()
        return (next((n for n, entry in enumerate(whole) if entry is self.record), 0),)

    def _path(self, change: Change) -> KeyPath:
        first, _, rest = change.field.partition(".")
        if first != "figures":
            return (*filter(None, (first, rest)), *difference(change.before, change.after))
        figures = self.record.get("figures")
        if not isinstance(figures, list):
            return ("population",)
        ids = [one.get("id") if isinstance(one, dict) else None for one in figures]
        return ("figures", ids.index(rest)) if rest in ids else ("figures",)


def difference(before: Any, after: Any) -> KeyPath:
    """Where in a value the first thing stands that is not what it was."""
    if isinstance(before, dict) and isinstance(after, dict):
        keys: Iterable[str | int] = after
    elif isinstance(before, list) and isinstance(after, list):
        before, keys = dict(enumerate(before)), range(len(after))
    else:
        return ()
    found = (key for key in keys if key not in before or before[key] != after[key])
    first = next(found, None)
    return () if first is None else (first, *difference(before.get(first), after[first]))


@dataclass(frozen=True)
class Proposal:
    """Everything that a reviewer wants to know at once."""

    records: tuple[Touched, ...]
    chapters: tuple[str, ...]
    translations: Translations
    overdue: tuple[str, ...]
    errors: int
    warnings: int
    catalogue: Catalogue

    @property
    def renewed(self) -> list[Touched]:
        """Records that someone has compared with their sources again."""
        return [one for one in self.records if any(c.what == "checked" for c in one.changes)]

    @property
    def still_overdue(self) -> list[Touched]:
        """Records that were touched and still want to be compared with their sources."""
        return [one for one in self.records if one.key in self.overdue]


def read_proposal(data: Path, base: str, today: dt.date) -> Proposal | None:
    """Compare a data folder with a commit's; None where the name means no commit."""
    commit = resolve(data, base)
    files = files_of(data, commit) if commit else None
    if commit is None or files is None:
        return None
    checked = check_folder(data, today)
    records = catalogue(checked.documents)
    before = _documents(data, files)
    parity = parity_then(data, files, commit, before)
    errors = sum(finding.severity == "error" for finding in checked.findings)
    overdue = by_due_day(records)
    return Proposal(
        records=tuple(_touched(_records(before), read_folder(data))),
        chapters=tuple(_chapters(data.parent / "docs", commit)),
        translations=compared(parity, checked.parity),
        overdue=tuple(
            f"{kind}/{one.id}" for kind, one in overdue if is_overdue(one.checked, today)
        ),
        errors=errors,
        warnings=len(checked.findings) - errors,
        catalogue=records,
    )


def _documents(data: Path, files: dict[str, str]) -> list[Document]:
    """The files of a commit that records stand in; what cannot be read is left out."""
    told = {path: name for path, name in files.items() if kind_of(path)}
    held = contents(data, told.values())
    found = []
    for path, name in told.items():
        kind = kind_of(path)
        if kind and name in held:
            document, _ = read_document(path, kind, held[name])
            found += [document] if document else []
    return found


def _records(documents: Iterable[Document]) -> dict[str, tuple[str, dict[str, Any]]]:
    return {
        key: (document.path, record)
        for document in documents
        for key, record in records_of(document.path, document.value)
    }


def _touched(
    before: dict[str, tuple[str, dict[str, Any]]], documents: list[Document]
) -> Iterator[Touched]:
    after = _records(documents)
    by_path = {document.path: document for document in documents}
    for key in sorted({*before, *after}):
        old, new = before.get(key), after.get(key)
        changes = compare(old and old[1], new and new[1])
        if changes:
            file, record = new or old or ("", {})
            yield Touched(key, file, record, tuple(changes), by_path.get(file) if new else None)


def _chapters(docs: Path, commit: str) -> Iterator[str]:
    """Addresses of the hand-written pages that changed, from the site's root."""
    for path in changed_files(docs, commit) if docs.is_dir() else []:
        language, _, page = path.partition("/")
        if language in LANGUAGES and page.endswith("index.md"):
            address = page.removesuffix("index.md")
            yield address if language == "fr" else f"nl/{address}"
