"""The one module that MkDocs loads: it hands the package's pages to MkDocs, event by event.

mkdocs-static-i18n builds the second language by building again inside `on_post_build`, so every
event comes once a language. It drops generated files that are not there when it sorts files into
languages (priority -100) and fails on those that have content by then, so pages are declared
before (empty) and filled after. What is read in `on_pre_build` is kept in `config.extra`; nothing
is kept in this module.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, InclusionLevel

from panorama.building.extras import write_extras
from panorama.building.printing import printed
from panorama.building.read import BadRecordsError, Site, read_site
from panorama.pages.environment import prepare
from panorama.pages.not_found import not_found

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from panorama.model.catalogue import Language

PROJECT = Path(__file__).resolve().parent.parent


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Leave the sitemap to the package, which knows the languages of every page."""
    config.theme.static_templates.discard("sitemap.xml")
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Read and check the records; say everything that is wrong and stop where anything is.

    Once for both languages: what is read holds the pages of both.
    """
    if config.plugins["i18n"].building:
        return
    data = Path(config.extra.get("data_dir") or PROJECT / "data")
    extra = config.extra
    try:
        site = read_site(
            data, PROJECT, str(config.site_url), str(extra["repository"]), extra["publisher"]
        )
        settings = replace(site.settings, platform=str(extra["platform"]))
        config.extra["site"] = printed(replace(site, settings=settings), data, PROJECT)
    except BadRecordsError as found:
        raise Abort(str(found)) from None


def _declare(files: Files, config: MkDocsConfig) -> Files:
    for entry in _site(config).entries.values():
        if not files.get_file_from_path(entry.file):  # some are written by hand
            place = (config.docs_dir, config.site_dir, config.use_directory_urls)
            files.append(File(entry.file, *place))
    for file in list(files):
        if file.src_dir != config.docs_dir:
            files.remove(file)  # styles and scripts of the theme, which no page of this site loads
    return files


def _fill(files: Files, config: MkDocsConfig) -> Files:
    for entry in _site(config).entries.values():
        file = files.get_file_from_path(entry.file)
        if file and not (Path(config.docs_dir) / entry.file).is_file():
            file.content_string = ""
            file.generated_by = "panorama"
        if file and entry.path:  # the header has its own navigation; MkDocs wants a home page
            file.inclusion = InclusionLevel.NOT_IN_NAV
    return files


on_files = CombinedEvent(event_priority(0)(_declare), event_priority(-101)(_fill))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Make the theme's environment safe, in the voice of the language that is being built."""
    del files
    site = _site(config)
    prepare(env, site.catalogue, site.voices[_language(config)], site.settings)
    return env


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: object
) -> dict[str, Any]:
    """Give a page's template its entry, and what is written by hand for it."""
    del nav
    site = _site(config)
    entry = site.entries[page.file.src_uri]
    context["entry"] = entry
    context["written"] = site.writer(entry).parts(page.content or "")
    return context


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """The page for unknown addresses is one for both languages."""
    if template_name == "404.html":
        context["entry"] = not_found(_site(config).voices, str(config.site_url))
    return context


@event_priority(-150)
def on_post_build(config: MkDocsConfig) -> None:
    """Once both languages are there: fonts, search index and the files that are not pages."""
    if not config.plugins["i18n"].building:
        write_extras(_site(config), PROJECT, Path(config.site_dir))


def _site(config: MkDocsConfig) -> Site:
    site: Site = config.extra["site"]
    return site


def _language(config: MkDocsConfig) -> Language:
    return "nl" if config.plugins["i18n"].current_language == "nl" else "fr"
