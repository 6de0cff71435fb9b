"""Pages that are written by hand: their marks become values, citations and definitions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from panorama.model.records import Citation, Dated
from panorama.model.values import find
from panorama.pages.entry import localised
from panorama.pages.marked import term_link
from panorama.pages.revising import flag
from panorama.pages.typography import typeset

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from panorama.model.catalogue import Catalogue
    from panorama.pages.entry import Entry
    from panorama.pages.voice import Voice

# As Python-Markdown writes a link whose address is a mark.
LINK = re.compile(
    r'<a href="(?P<kind>lexicon|figure|number|source|space|publisher):(?P<key>[^"]*)">'
    r"(?P<text>.*?)</a>",
    re.DOTALL,
)
CITED = re.compile(r'<p>((?:<a href="source:[^"]*">.*?</a>\s*)+)</p>', re.DOTALL)
SPACE = re.compile(r'<p><a href="space:(\d)"></a></p>')
DRAWING = re.compile(r'<p><a href="drawing:([a-z]+)"></a></p>')
SECTION = re.compile(r'<h2 id="(?P<anchor>[\w-]+)">.*?</h2>', re.DOTALL)
REMEMBER = '<h2 id="remember">'
EMPTY_HEAD = re.compile(r"<th>\s*</th>")
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
CODE_OR_TAG = re.compile(r"(<code>.*?</code>|<pre>.*?</pre>|<[^>]+>)", re.DOTALL)


EMPTY = Markup("")


@dataclass(frozen=True)
class Part:
    """A stretch of a page: HTML, or the name of a drawing that the template puts there.

    The first one of a page is what is to be remembered, empty where nothing is.
    """

    html: Markup = EMPTY
    drawing: str = ""


@dataclass(frozen=True)
class Writer:
    """What a page's marks are filled in from."""

    entry: Entry
    catalogue: Catalogue
    voice: Voice
    publisher: Mapping[str, str]
    revised: frozenset[str] = frozenset()  # sections whose translation is being revised

    def parts(self, html: str) -> list[Part]:
        """The HTML of a Markdown file (which editors write, so it is trusted), marks filled in."""
        flagged = SECTION.sub(self._flagged, html) if self.revised else html
        first, rest = _after_remember(self._filled(flagged))
        pieces = DRAWING.split(rest)
        return [
            Part(html=Markup(first)),  # noqa: S704 (see above)
            *(
                Part(drawing=piece) if place % 2 else Part(html=Markup(piece))  # noqa: S704
                for place, piece in enumerate(pieces)
            ),
        ]

    def _flagged(self, heading: re.Match[str]) -> str:
        is_behind = f"#{heading['anchor']}" in self.revised
        return heading[0] + (f"<p>{flag(self.voice)}</p>" if is_behind else "")

    def _filled(self, html: str) -> str:
        html = CITED.sub(lambda found: self._citations(found[1]), html)
        html = SPACE.sub(lambda found: str(_space(int(found[1]))), html)
        html = LINK.sub(lambda found: str(self._mark(found)), html)
        return self._tables("".join(self._typeset(html)))

    def _typeset(self, html: str) -> Iterator[str]:
        """Spaces of the language in texts; tags and code stay as they are."""
        for place, piece in enumerate(CODE_OR_TAG.split(html)):
            yield piece if place % 2 else typeset(piece, self.voice.language)

    def _mark(self, found: re.Match[str]) -> Markup:
        kind, key, text = found["kind"], found["key"], Markup(found["text"])  # noqa: S704
        if kind == "lexicon":
            return term_link(self.entry, key, text)
        if kind == "publisher":
            return self._publisher(key)
        if kind == "source":
            return self._links([_citation(found)])
        return self._value(key, bare=kind == "number")

    def _value(self, key: str, *, bare: bool) -> Markup:
        """A figure in words, as a link to where its date and source are shown."""
        found = find(self.catalogue, key)
        href = self.entry.to(localised(found.page, self.entry.language))
        return Markup('<a class="value" href="{}">{}</a>').format(href, self._said(key, bare=bare))

    def _said(self, key: str, *, bare: bool) -> str:
        found = find(self.catalogue, key)
        if isinstance(found.value, Dated) or found.figure is None:
            return self.voice.date(found.value.value)  # type: ignore[arg-type]
        if bare:
            return self.voice.amount(found.value.value)
        return self.voice.quantity(found.value.value, found.figure.unit)

    def _citations(self, html: str) -> str:
        """A paragraph of nothing but citations: each source once, with its sections."""
        cited = [_citation(found) for found in LINK.finditer(html)]
        names = {citation.id for citation in cited}
        label = self.voice.t("source.label." + ("one" if len(names) == 1 else "many"))
        return str(Markup('<p class="facts">{} {}</p>').format(label, self._links(cited)))

    def _links(self, citations: list[Citation]) -> Markup:
        links = [
            Markup('<a href="{}">{}</a>').format(
                self.entry.to(localised(f"sources/#{name}", self.entry.language)), words
            )
            for name, words in self.voice.cited(citations)
        ]
        return escape(self.voice.t("list.semicolon")).join(links)

    def _publisher(self, key: str) -> Markup:
        said = self.publisher.get(key)
        if said:
            return escape(said)
        return Markup('<span class="missing">{}</span>').format(self.voice.t("publisher.missing"))

    def _tables(self, html: str) -> str:
        """Tables scroll within the page where they are wider than it, by keyboard too."""
        number = 0

        def framed(table: re.Match[str]) -> str:
            nonlocal number
            number += 1
            name = escape(self.voice.t("prose.table", number=number))
            opening = f'<div class="scroll" role="region" tabindex="0" aria-label="{name}">'
            return opening + _with_heads(table[0]) + "</div>"

        return TABLE.sub(framed, html)


def _citation(found: re.Match[str]) -> Citation:
    """A source mark; its section is text again, which is escaped where it is shown."""
    return Citation(found["key"], Markup(found["text"]).striptags())  # noqa: S704 (see `parts`)


def _with_heads(table: str) -> str:
    """A table whose heads say that they are columns'; an empty one is no head."""
    return EMPTY_HEAD.sub("<td></td>", table).replace("<th>", '<th scope="col">')


def _after_remember(html: str) -> tuple[str, str]:
    """What is to be remembered, which stands before all else, and the rest."""
    end = html.find("<h2", 1) if html.startswith(REMEMBER) else 0
    return html[:end], html[end:]


def _space(lines: int) -> Markup:
    """Lines to write on, on paper."""
    return Markup('<p class="writing">{}</p>').format(Markup("<span></span>") * lines)
