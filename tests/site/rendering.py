"""All pages from the templates alone, without MkDocs, noting the interface texts in them."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from panorama.pages.environment import prepare
from panorama.pages.prose import not_found, prose
from panorama.pages.site import pages
from panorama.paths import PROJECT
from panorama.places.layers import read_layers

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from panorama.building.read import Site
    from panorama.model.catalogue import Catalogue, Language
    from panorama.model.records import Label
    from panorama.pages.entry import Entry
    from panorama.pages.voice import Voice

PROSE = {"title": "A title", "description": "A description"}


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
    """The HTML of all pages by language and path, and the keys of interface texts in them."""

    pages: dict[tuple[Language, str], str] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)


def rendered(site: Site, records: Catalogue, today: dt.date) -> Rendered:
    """Lay out and render all pages of some records, as if today were a given day."""
    result = Rendered()
    texts = Noted(dict(records.ui))
    voices = {
        language: dataclasses.replace(voice, ui=texts) for language, voice in site.voices.items()
    }
    settings = dataclasses.replace(site.settings, today=today)
    for language, voice in voices.items():
        env = Environment(loader=FileSystemLoader(PROJECT / "overrides"), autoescape=True)
        prepare(env, records, voice, settings)
        template = env.get_template("main.html")
        for entry in entries(records, voice):
            result.pages[language, entry.path] = template.render(entry=entry)
        unknown = not_found(voices, settings.site_url)
        result.pages[language, "404"] = env.get_template("404.html").render(entry=unknown)
    result.asked = texts.asked
    return result


def entries(records: Catalogue, voice: Voice) -> Iterator[Entry]:
    """The pages of the records, and those that are written by hand."""
    yield from pages(records, read_layers(PROJECT / "data" / "geo"), voice)
    for path in sorted((PROJECT / "docs" / voice.language).rglob("index.md")):
        file = path.relative_to(PROJECT / "docs").as_posix()
        yield prose(file, PROSE, Markup("<p>Text</p>"))
