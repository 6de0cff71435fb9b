"""`panorama show`: what the page of a record will say."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader

from panorama.building.read import BadRecordsError, read_site
from panorama.cli.records import unknown
from panorama.editing.files import record_path
from panorama.pages.environment import prepare
from panorama.pages.plain import plain_text
from panorama.paths import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Template

    from panorama.building.read import Site
    from panorama.checking.report import Language
    from panorama.pages.entry import Entry

# Addresses of links are left out of the text, so any will do.
SITE, REPOSITORY = "https://panorama.example/", "https://git.panorama.example/"
KINDS = ("device", "organisation", "place", "term")
ENTRIES = ("communes", "bassins")  # records without a file of their own


def run_show(data: Path, name: str, language: Language) -> int:
    """Print a page of the site as the records stand; the exit status."""
    path = record_path(data, name)
    address = (path or name).strip("/").removesuffix(".yml")
    if path is None and address.partition("/")[0] not in ENTRIES:
        print(unknown(data, name, language), file=sys.stderr)
        return 2
    try:
        site = read_site(data, data.parent, SITE, REPOSITORY, {})
    except BadRecordsError as report:
        print(report, file=sys.stderr)
        return 1
    found = page_of(site, address, language)
    if found is None:
        print(unknown(data, name, language), file=sys.stderr)
        return 2
    entry, element = found
    html = template(site, language).render(entry=entry, written=[])
    print(plain_text(html, element), end="")
    return 0


def page_of(site: Site, address: str, language: Language) -> tuple[Entry, str] | None:
    """The page that shows a record, and the element of it that does."""
    folder, _, name = address.partition("/")
    if folder == "sources" and name in site.catalogue.sources:
        return site.entries[f"{language}/sources/index.md"], name
    entry = site.entries.get(f"{language}/{address}/index.md")
    return (entry, "content") if entry and entry.kind in KINDS else None


def template(site: Site, language: Language) -> Template:
    """What lays out a page, as MkDocs has it; what is written by hand can be left out."""
    env = Environment(loader=FileSystemLoader(PROJECT / "overrides"), autoescape=True)
    prepare(env, site.catalogue, site.voices[language], site.settings)
    return env.get_template("main.html")
