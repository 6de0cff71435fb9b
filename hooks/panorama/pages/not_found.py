"""The page for addresses that do not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from panorama.pages.entry import Entry, localised

if TYPE_CHECKING:
    from collections.abc import Mapping

    from panorama.model.catalogue import Language
    from panorama.pages.voice import Voice


def not_found(voices: Mapping[Language, Voice], site_url: str) -> Entry:
    """One page in both languages, with links that work from any address."""
    base = urlsplit(site_url).path or "/"
    words = [_words(voice, base) for voice in voices.values()]
    return Entry(
        language="fr",
        path="404/",
        template="404.html",
        title=" / ".join(one["title"] for one in words),
        description=" ".join(one["text"] for one in words),
        data={"voices": words},
        base=base,
    )


def _words(voice: Voice, base: str) -> dict[str, str]:
    return {
        "language": voice.language,
        "name": voice.t("site.name"),
        "skip": voice.t("skip"),
        "title": voice.t("not-found.title"),
        "text": voice.t("not-found.text"),
        "home": base + localised("", voice.language),
        "home_title": voice.t("trail.home"),
        "search": base + localised("search/", voice.language),
        "search_title": voice.t("nav.search"),
    }
