"""Records' texts with their marked terms as links, and where terms are used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from panorama.pages.entry import localised
from panorama.reading.marks import marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panorama.pages.entry import Entry

# What `term_link` writes; nothing else on a page has this shape.
LINK = re.compile(r'<a class="term" href="[^"]*" data-term="([a-z0-9-]+)">(.*?)</a>', re.DOTALL)
# A term is explained once a section, and once a row of a table.
SECTION = re.compile(r"(?=<h2|<tr)")


def term_link(entry: Entry, term: str, words: Markup) -> Markup:
    """A marked term: a link to its page, which a script turns into a definition on the spot."""
    href = entry.to(localised(f"lexicon/{term}/", entry.language))
    return Markup('<a class="term" href="{}" data-term="{}">{}</a>').format(href, term, words)


def with_terms(text: str, entry: Entry) -> Markup:
    """A record's text, escaped, its marks as links; on a term's own page it is not marked."""
    parts: list[Markup] = []
    end = 0
    for mark in marks(text):
        words = escape(mark.text)
        is_here = entry.path == f"lexicon/{mark.key}/"
        link = words if is_here else term_link(entry, mark.key, words)
        parts += [escape(text[end : mark.start]), link]
        end = mark.end
    return Markup("").join([*parts, escape(text[end:])])


def first_uses(html: Markup) -> Markup:
    """A page with the first use of a term in each section as link, later ones as plain words."""
    return Markup("").join(Markup(_first(part)) for part in SECTION.split(str(html)))  # noqa: S704


def _first(section: str) -> str:
    seen: set[str] = set()

    def kept(link: re.Match[str]) -> str:
        term, words = link.groups()
        is_first = term not in seen
        seen.add(term)
        return link[0] if is_first else words

    return LINK.sub(kept, section)


def terms_of(html: Markup) -> list[str]:
    """Ids of the terms that a page marks, each once, in the order of the page."""
    return list(dict.fromkeys(_ids(html)))


def _ids(html: Markup) -> Iterator[str]:
    return (found[1] for found in LINK.finditer(str(html)))
