"""Everything that a build starts from, read once."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from panorama.checking.check import check_folder
from panorama.checking.report import as_text, shown
from panorama.findings import has_errors
from panorama.history.pages import with_changes
from panorama.history.past import Past, read_past
from panorama.model.catalogue import LANGUAGES, Catalogue, Language, catalogue
from panorama.pages.environment import Settings
from panorama.pages.prose import Writer
from panorama.pages.revising import revised
from panorama.pages.site import pages
from panorama.pages.voice import Voice
from panorama.places.layers import layers_of, read_layers
from panorama.today import today

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from panorama.checking.records import Records
    from panorama.pages.entry import Entry
    from panorama.places.layers import Layers
    from panorama.printing.shelf import Shelf
    from panorama.reading.yaml_values import Values


class BadRecordsError(Exception):
    """The records have errors; the text is the report of all findings."""


@dataclass(frozen=True)
class Site:
    """Records, voices and settings of a build, and its pages by Markdown file.

    `values` has the records as written, with their lines; `shelf` what is printed of them.
    """

    catalogue: Catalogue
    voices: Mapping[Language, Voice]
    settings: Settings
    entries: Mapping[str, Entry]
    layers: Layers
    past: Past
    values: Mapping[str, Values]
    records: Records
    data: Path
    shelf: Shelf | None = None

    def writer(self, entry: Entry) -> Writer:
        """What fills in the marks of a page that is written by hand."""
        voice = self.voices[entry.language]
        behind = self.settings.revised.sections(entry)
        return Writer(entry, self.catalogue, voice, self.settings.publisher, behind)


def read_site(
    data: Path, project: Path, site_url: str, repository: str, publisher: Mapping[str, str]
) -> Site:
    """Read, check and lay out a data folder with the project's hand-written pages.

    Raises BadRecordsError with the whole report.
    """
    checked = check_folder(data, today(), docs=project / "docs")
    if has_errors(checked.findings):
        raise BadRecordsError(as_text(checked.findings, shown(data), report_language()))
    records = catalogue(checked.documents)
    voices = {language: Voice(language, records.ui, records.sources) for language in LANGUAGES}
    settings = Settings(
        site_url=_with_slash(site_url),
        repository=_with_slash(repository),
        today=today(),
        assets=versions(project / "docs" / "assets"),
        publisher=publisher,
        revised=revised(checked.parity.behind),
    )
    layers = read_layers(layers_of(data))
    past = read_past(data, checked.documents)
    found = [
        entry
        for voice in voices.values()
        for entry in with_changes(
            pages(records, layers, voice, checked.prose), past, records, voice
        )
    ]
    entries = {entry.file: entry for entry in found}
    values = {document.path: document.values for document in checked.documents}
    return Site(records, voices, settings, entries, layers, past, values, checked.records, data)


def versions(assets: Path) -> dict[str, str]:
    """A short hash of each static file, so that a new version gets a new address."""
    return {
        path.relative_to(assets).as_posix(): hashlib.sha256(_content(path, assets)).hexdigest()[:8]
        for path in sorted(assets.rglob("*"))
        if path.is_file()
    }


def _content(path: Path, assets: Path) -> bytes:
    """What a file depends on: scripts in a folder import each other."""
    if path.suffix != ".js" or path.parent == assets:
        return path.read_bytes()
    return b"".join(script.read_bytes() for script in sorted(path.parent.glob("*.js")))


def _with_slash(address: str) -> str:
    return address.rstrip("/") + "/"


def report_language() -> Language:
    """The language in which findings are told."""
    return "nl" if os.environ.get("PANORAMA_LANG") == "nl" else "fr"
