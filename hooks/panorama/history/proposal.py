"""What a proposal changes: the records as they stand here against those of another state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from panorama.checking.check import check_folder
from panorama.history.git import changed_files, files_of, resolve
from panorama.history.states import moves, state_now, state_then
from panorama.history.touched import touched
from panorama.history.translations import compared, texts_now, texts_then
from panorama.model.catalogue import LANGUAGES, catalogue
from panorama.pages.entry import is_overdue, localised
from panorama.pages.site import by_due_day

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from panorama.history.touched import Touched
    from panorama.history.translations import Translations
    from panorama.model.catalogue import Catalogue


@dataclass(frozen=True)
class Chapter:
    """A hand-written page that changed, by its address from the site's root."""

    address: str
    was: bool
    is_there: bool


@dataclass(frozen=True)
class Proposal:
    """Everything that a reviewer wants to know at once."""

    records: tuple[Touched, ...]
    chapters: tuple[Chapter, ...]
    translations: Translations
    overdue: tuple[str, ...]
    errors: int
    warnings: int
    catalogue: Catalogue

    @property
    def renewed(self) -> list[Touched]:
        """Records that someone has compared with their sources again."""
        old = (one for one in self.records if not one.is_new)
        return [one for one in old if any(change.what == "checked" for change in one.changes)]

    @property
    def still_overdue(self) -> list[Touched]:
        """Records that were touched and still want to be compared with their sources."""
        return [one for one in self.records if one.key in self.overdue]


def read_proposal(data: Path, base: str, today: dt.date) -> Proposal | None:
    """Compare a data folder with a commit's; None where the name means none that is known here."""
    commit = resolve(data, base)
    files = files_of(data, commit) if commit else None
    if commit is None or files is None:
        return None
    before, now = state_then(data, files), state_now(data)
    moved = moves(data, commit, before, now)
    checked = check_folder(data, today)
    records = catalogue(checked.documents)
    errors = sum(finding.severity == "error" for finding in checked.findings)
    overdue = by_due_day(records)
    return Proposal(
        records=tuple(touched(before, now, moved, changed_files(data, commit))),
        chapters=tuple(_chapters(data.parent / "docs", commit)),
        translations=compared(
            texts_then(data, files, commit, before, moved), texts_now(data, now), now.unreadable
        ),
        overdue=tuple(
            f"{kind}/{one.id}" for kind, one in overdue if is_overdue(one.checked, today)
        ),
        errors=errors,
        warnings=len(checked.findings) - errors,
        catalogue=records,
    )


def _chapters(docs: Path, commit: str) -> Iterator[Chapter]:
    """The hand-written pages that changed."""
    changed = changed_files(docs, commit) if docs.is_dir() else []
    known = (files_of(docs, commit) or {}) if changed else {}
    for path in changed:
        language, _, page = path.partition("/")
        if language in LANGUAGES and page.endswith("index.md"):
            address = localised(page.removesuffix("index.md"), "fr" if language == "fr" else "nl")
            yield Chapter(address, path in known, (docs / path).is_file())
