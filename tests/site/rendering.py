"""All pages from the templates alone, without MkDocs, noting the interface texts in them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader
from markdown import markdown

from panorama.building.printing import sources_of
from panorama.history.compare import Change
from panorama.history.pages import with_changes
from panorama.history.past import Past, Story
from panorama.model.records import Redirect
from panorama.pages.agenda import calendar
from panorama.pages.environment import prepare
from panorama.pages.not_found import not_found
from panorama.pages.prose import Writer
from panorama.pages.redirects import redirect_page
from panorama.pages.site import pages
from panorama.paths import PROJECT
from panorama.places.layers import read_layers
from panorama.printing.catalogue import documents
from panorama.printing.document import Sheet
from panorama.reading.prose import read_prose

if TYPE_CHECKING:
    from collections.abc import Collection

    from panorama.building.read import Site
    from panorama.model.catalogue import Catalogue, Language
    from panorama.model.records import Label
    from panorama.pages.revising import Revised
    from panorama.places.layers import Layers


# MkDocs's own extensions, and those of mkdocs.yml.
EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "def_list", "footnotes"]


class Noted(dict[str, "Label"]):
    """Interface texts that note which of them are asked for."""

    def __init__(self, texts: dict[str, Label]) -> None:
        super().__init__(texts)
        self.asked: set[str] = set()

    def __getitem__(self, key: str) -> Label:
        self.asked.add(key)
        return super().__getitem__(key)


@dataclass
class Rendered:
    """The HTML of all pages by language and path, and the keys of all interface texts asked for."""

    pages: dict[tuple[Language, str], str] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)


def rendered(
    site: Site,
    records: Catalogue,
    today: dt.date,
    revised: Revised | None = None,
    paths: Collection[str] = (),
) -> Rendered:
    """Lay out and render all pages of some records, or some, as if today were a given day."""
    result = Rendered()
    texts = Noted(dict(records.ui))
    voices = {
        language: dataclasses.replace(voice, ui=texts) for language, voice in site.voices.items()
    }
    settings = dataclasses.replace(
        site.settings, today=today, revised=revised or site.settings.revised
    )
    prose, _ = read_prose(PROJECT / "docs")
    entries = {
        entry.file: entry
        for voice in voices.values()
        for entry in with_changes(
            pages(records, _layers(), voice, prose), _past(records), records, voice
        )
    }
    if not paths:
        whole = dataclasses.replace(site, catalogue=records, voices=voices, entries=entries)
        paper = documents(sources_of(whole, PROJECT / "docs"))
        sheets = {one.name: Sheet(one, one.pages, 40, (364, 514)) for one in paper}
        settings = dataclasses.replace(settings, sheets=sheets)
    for language, voice in voices.items():
        env = Environment(loader=FileSystemLoader(PROJECT / "overrides"), autoescape=True)
        prepare(env, records, voice, settings)
        template = env.get_template("main.html")
        for entry in entries.values():
            if entry.language != language or (paths and entry.path not in paths):
                continue
            written = Writer(entry, records, voice, {}).parts(_markdown(entry.file))
            page = template.render(entry=entry, written=written)
            result.pages[language, entry.path] = page
        calendar(records, voice, settings)
        unknown = not_found(voices, settings.site_url)
        moved = Redirect(
            "organisations/avant",
            f"organisations/{next(iter(records.organisations))}",
            "2026-01-01",
        )
        redirect_page(moved, records, voice, settings)
        result.pages[language, "404"] = env.get_template("404.html").render(entry=unknown)
    result.asked = texts.asked
    return result


def _past(records: Catalogue) -> Past:
    """A past in which a telephone changed; nothing may have changed yet in the project's own."""
    noon = dt.datetime(2026, 1, 2, 12, tzinfo=dt.UTC)
    record = f"organisations/{next(iter(records.organisations))}"
    story = Story(noon.date(), noon, record, (Change("changed", "contacts.phone"),))
    return Past(start=dt.date(2026, 1, 1), imported=1, stories=(story,))


@functools.cache
def _markdown(file: str) -> str:
    """What is written by hand for a page, as MkDocs makes HTML of it; nothing for most."""
    path = PROJECT / "docs" / file
    body = path.read_text("utf-8").split("---\n", 2)[2] if path.is_file() else ""
    return str(markdown(body, extensions=EXTENSIONS))


@functools.cache
def _layers() -> Layers:
    """The project's own map layers, whose simplified shapes all renderings share."""
    return read_layers(PROJECT / "data" / "geo")
