"""Renewing when and how a record was last compared with its sources."""

from __future__ import annotations

from typing import Literal, get_args

from panorama.editing.spans import edited, rewritten, spans

How = Literal["call", "visit", "website", "document"]
HOW: tuple[How, ...] = get_args(How)
ON_PATH, HOW_PATH = ("checked", "on"), ("checked", "how")


def verified(text: str, how: str, on: str) -> str | None:
    """A record's text with these two values in their places, or None where it has no such place."""
    found = spans(text)
    places = found.get(ON_PATH), found.get(HOW_PATH)
    if places[0] is None or places[1] is None:
        return None
    return edited(text, [rewritten(places[0], on, text), rewritten(places[1], how, text)])


def checked_on(text: str) -> str:
    """When a record was last compared with its sources, as it is written, or nothing."""
    found = spans(text).get(ON_PATH)
    return found.value if found else ""
