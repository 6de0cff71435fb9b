"""Files of the site that are not pages: fonts, scheme colours, headers, search index."""

from __future__ import annotations

import json
import re
import shutil
from html import escape
from typing import TYPE_CHECKING

from panorama.building.form import write_form
from panorama.building.places import write_places
from panorama.describing.published import FOLDER, published
from panorama.history import feed
from panorama.history.pages import PATH as CHANGES
from panorama.history.say import Teller
from panorama.model.catalogue import LANGUAGES
from panorama.pages.agenda import FILE, calendar
from panorama.pages.bilingual import bilingual
from panorama.pages.entry import localised
from panorama.pages.policy import EMBED_POLICY, EMBEDDED, HEADERS
from panorama.pages.redirects import redirect_page
from panorama.pages.vcard import vcard
from panorama.search.index import write_index

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from panorama.building.read import Site
    from panorama.model.catalogue import Catalogue
    from panorama.pages.environment import Settings

FONT = "@fontsource/atkinson-hyperlegible-next"
WEIGHTS = ("400", "600", "700")
_IMPORT = re.compile(r'from "\./([\w-]+\.js)"')
SUBSETS = ("latin", "latin-ext")
EMBED = "map/embed/"  # shown in other sites, in the place of which search engines want map/


def write_extras(site: Site, project: Path, site_dir: Path) -> None:
    """Complete a site whose pages are written."""
    copy_fonts(project / "node_modules" / FONT, site_dir / "assets" / "fonts")
    (site_dir / "assets" / "devices.css").write_text(colours(site.catalogue), "utf-8")
    (site_dir / "_headers").write_text(headers(), "utf-8")
    (site_dir / "sitemap.xml").write_text(sitemap(addresses(site_dir), site.settings), "utf-8")
    (site_dir / "robots.txt").write_text(robots(site.settings), "utf-8")
    version_imports(site_dir / "assets", site.settings.assets)
    write_vcards(site, site_dir)
    write_agendas(site, site_dir)
    write_bilingual(site, site_dir)
    write_places(site, site_dir)
    write_schemas(site, site_dir)
    write_form(site, project / "node_modules", site_dir)
    write_redirects(site, site_dir)
    write_feeds(site, site_dir)
    if site.shelf:
        site.shelf.write(site_dir)
    write_index(site_dir)


def copy_fonts(package: Path, target: Path) -> None:
    """The font's files and its licence, which travels with them."""
    target.mkdir(parents=True, exist_ok=True)
    for weight in WEIGHTS:
        for subset in SUBSETS:
            name = f"atkinson-hyperlegible-next-{subset}-{weight}-normal.woff2"
            shutil.copyfile(package / "files" / name, target / name)
    shutil.copyfile(package / "LICENSE", target / "LICENSE")


def version_imports(assets: Path, versions: Mapping[str, str]) -> None:
    """Scripts import others at the address that changes with their content."""
    for script in assets.rglob("*/*.js"):
        folder = script.parent.relative_to(assets)

        def versioned(found: re.Match[str], folder: Path = folder) -> str:
            name = found[1]
            return f'from "./{name}?v={versions[(folder / name).as_posix()]}"'

        text = script.read_text("utf-8")
        script.write_text(_IMPORT.sub(versioned, text), "utf-8")


def colours(catalogue: Catalogue) -> str:
    """One colour variable a scheme, from its record, where every picture of it takes it."""
    return "".join(
        f".device-{device.id} {{ --scheme: {device.colour}; }}\n"
        for device in catalogue.devices.values()
    )


def headers() -> str:
    """Headers for hosts that read a `_headers` file (Netlify, Cloudflare Pages).

    Where two rules set a header, one host sends both values, unless `!` takes the first one off;
    the other sends the last and skips that line.
    """
    everywhere = "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
    name = "Content-Security-Policy"
    framed = (f"{path}*\n  ! {name}\n  {name}: {EMBED_POLICY}\n" for path in EMBEDDED)
    return f"/*\n{everywhere}" + "".join(framed)


def write_vcards(site: Site, site_dir: Path) -> None:
    """One vCard an organisation and language, beside its page."""
    for voice in site.voices.values():
        for record in site.catalogue.organisations.values():
            folder = site_dir / localised(f"organisations/{record.id}/", voice.language)
            card = vcard(record, site.catalogue, voice)
            (folder / "contact.vcf").write_text(card, "utf-8", newline="")


def write_agendas(site: Site, site_dir: Path) -> None:
    """The prevention themes as a calendar, one a language."""
    for voice in site.voices.values():
        path = localised(f"agenda/{FILE}", voice.language)
        (site_dir / path).write_bytes(calendar(site.catalogue, voice, site.settings))


def write_schemas(site: Site, site_dir: Path) -> None:
    """Each kind's schema in one file, for editors of records anywhere."""
    folder = site_dir / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in published(site.settings.site_url):
        text = json.dumps(schema, ensure_ascii=False, indent=2)
        (folder / name).write_text(f"{text}\n", "utf-8")


def write_redirects(site: Site, site_dir: Path) -> None:
    """A page at each address that a record once had; after the sitemap, which has none of them."""
    for voice in site.voices.values():
        for redirect in site.catalogue.redirects:
            folder = site_dir / localised(redirect.old, voice.language)
            folder.mkdir(parents=True, exist_ok=True)
            page = redirect_page(redirect, site.catalogue, voice, site.settings)
            (folder / "index.html").write_text(page, "utf-8")


def write_bilingual(site: Site, site_dir: Path) -> None:
    """The index of French and Dutch terms as a table for spreadsheets, beside its page."""
    for voice in site.voices.values():
        path = localised("lexicon/fr-nl/panorama-fr-nl.csv", voice.language)
        (site_dir / path).write_text(bilingual(site.catalogue, voice), "utf-8-sig", newline="")


def write_feeds(site: Site, site_dir: Path) -> None:
    """What changed as a feed, one a language, beside its page."""
    for voice in site.voices.values():
        changes = site.entries[f"{voice.language}/{CHANGES}index.md"].data["past"]
        path = localised(f"{CHANGES}{feed.FILE}", voice.language)
        (site_dir / path).write_bytes(feed.feed(changes, Teller(voice), site.settings))


def addresses(site_dir: Path) -> list[str]:
    """Path of every page of the default language, from the site's root, but the embedded one."""
    found = (path.parent.relative_to(site_dir).as_posix() for path in site_dir.rglob("index.html"))
    pages = {"" if path == "." else f"{path}/" for path in found}
    return sorted(path for path in pages - {EMBED} if not path.startswith("nl/"))


def sitemap(paths: list[str], settings: Settings) -> str:
    """Every page in both languages, each with its equivalents (sitemaps.org, xhtml:link)."""
    urls = []
    for path in paths:
        full = {name: escape(settings.absolute(localised(path, name))) for name in LANGUAGES}
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{name}" href="{address}"/>'
            for name, address in full.items()
        )
        urls += [f"<url><loc>{address}</loc>{links}</url>" for address in full.values()]
    head = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">'
    )
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *urls, "</urlset>", ""])


def robots(settings: Settings) -> str:
    """Everything may be read; the list of pages is here."""
    return f"User-agent: *\nAllow: /\nSitemap: {settings.absolute('sitemap.xml')}\n"
