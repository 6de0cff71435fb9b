"""`panorama show`: what the page of a record will say."""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader

from panorama.building.read import BadRecordsError, read_site
from panorama.cli.records import ENTRIES, unknown
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
WIDTH, NARROWEST = 80, 30  # columns: where none are known, and what a word needs


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
    width = shutil.get_terminal_size((WIDTH, 0)).columns
    print(set_in(plain_text(html, element), max(width, NARROWEST)), end="")
    return 0


def set_in(text: str, width: int) -> str:
    """Lines no wider than a terminal; the rest of a long one stands below its first word."""
    return "".join(f"{line}\n" for one in text.splitlines() for line in _lines(one, width))


def _lines(line: str, width: int) -> list[str]:
    if line and not line.strip("=-"):
        return [line[:width]]
    start = re.match(r"(?:- | *)", line)
    indent = " " * len(start[0] if start else "")
    return textwrap.wrap(
        line, width, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    ) or [""]


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
