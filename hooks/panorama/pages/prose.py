"""Pages that are written by hand, and the page for addresses that do not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from panorama.model.catalogue import LANGUAGES
from panorama.pages.entry import Entry, localised

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from panorama.model.catalogue import Language
    from panorama.pages.voice import Voice


def prose(file: str, meta: Mapping[str, Any], html: Markup) -> Entry:
    """The entry of a Markdown file (`fr/about/index.md`) with a title and a description."""
    language, _, path = file.removesuffix("index.md").partition("/")
    return Entry(
        language="nl" if language == "nl" else "fr",
        path=path,
        template="prose.html",
        title=str(meta["title"]),
        description=str(meta["description"]),
        kind="page",
        source=f"docs/{file}",
        data={"html": html},
    )


def not_found(voices: Mapping[Language, Voice], site_url: str) -> Entry:
    """One page in both languages, with links that work from any address."""
    base = urlsplit(site_url).path or "/"
    words = [
        (
            language,
            base + localised("", language),
            base + localised("search/", language),
            {
                "title": voices[language].t("not-found.title"),
                "text": voices[language].t("not-found.text"),
                "home": voices[language].t("trail.home"),
                "search": voices[language].t("nav.search"),
            },
        )
        for language in LANGUAGES
    ]
    return Entry(
        language="fr",
        path="404/",
        template="404.html",
        title=" / ".join(item[3]["title"] for item in words),
        description=voices["fr"].t("not-found.text"),
        data={"voices": words},
        base=base,
    )
