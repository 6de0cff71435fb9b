"""`panorama links`: addresses of other sites in records and pages, and whether they answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from panorama.links.collect import collect
from panorama.neutral import code

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from panorama.links.probe import Answer, State

_TITLES: dict[State, str] = {
    "gone": "N’existe plus / Bestaat niet meer",
    "moved": "A changé d’adresse / Heeft een nieuw adres",
    "unsure": "Ne répond pas à un programme / Reageert niet op een programma",
}
SHOWN = 100  # addresses of a kind in an issue


def run_links(data: Path, *, check: bool, seconds: float, layout: str) -> int:
    """Print the list, or what the addresses answered; never blocks: other sites are not ours."""
    places = collect(data, data.parent / "docs")
    if not check:
        print(_LISTS[layout](places), end="")
        return 0
    from panorama.links.probe import probe

    answers = [answer for answer in probe(places, seconds) if answer.state != "fine"]
    print(_LAYOUTS[layout](answers, places), end="")
    return 0


def _list_as_json(places: dict[str, list[str]]) -> str:
    rows = [{"address": address, "places": found} for address, found in places.items()]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


_LISTS: dict[str, Callable[[dict[str, list[str]]], str]] = {
    "text": lambda places: "".join(f"{address}\n" for address in places),
    "json": _list_as_json,
    "markdown": lambda places: "".join(_point(*one) for one in places.items()),
}


def as_text(answers: list[Answer], places: dict[str, list[str]]) -> str:
    """One line an address and place."""
    return "".join(
        f"{place}: {answer.state} {answer.address} {answer.detail}".rstrip() + "\n"
        for answer in answers
        for place in places[answer.address]
    )


def as_json(answers: list[Answer], places: dict[str, list[str]]) -> str:
    """An array of objects with address, state, detail and places."""
    rows = [
        {
            "address": answer.address,
            "state": answer.state,
            "detail": answer.detail,
            "places": places[answer.address],
        }
        for answer in answers
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_markdown(answers: list[Answer], places: dict[str, list[str]]) -> str:
    """The body of an issue; nothing where every address answers."""
    parts = []
    for state, title in _TITLES.items():
        found = [answer for answer in answers if answer.state == state]
        if found:
            parts += [f"### {title} ({len(found)})\n\n"]
            parts += [_point(one.address, places[one.address], one.detail) for one in found[:SHOWN]]
            parts += ["\n"]
    return "".join(parts)


def _point(address: str, places: list[str], detail: str = "") -> str:
    answered = f" → {code(detail)}" if detail else ""
    return f"- {code(address)}{answered}\n  {', '.join(map(code, places))}\n"


_LAYOUTS = {"text": as_text, "json": as_json, "markdown": as_markdown}
