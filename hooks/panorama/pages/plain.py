"""A page as plain text: what its templates say, without what they look like."""

from __future__ import annotations

import re
from html.parser import HTMLParser

VOID = {"br", "img", "input", "link", "meta", "hr", "col", "source"}
# What a reader of the text can do without: navigation, buttons, drawings (their facts are said).
LEFT_OUT = {"script", "style", "svg", "nav", "button", "form", "details", "template"}
LEFT_OUT_CLASSES = {"visually-hidden", "actions", "page-terms", "drawing"}
BREAKS = {"p", "div", "section", "header", "article", "ul", "ol", "dl", "table", "tr", "li", "br"}
BREAKS |= {"h1", "h2", "h3", "dt", "dd", "address", "summary", "caption", "figcaption"}
# What only its looks set apart from the words around it: what begins so, and what ends so.
APART_BEFORE, APART_AFTER = {"soft", "facts"}, {"chip"}
_SIGNS = ".:;,!?()–·|"
UNDERLINED = {"h1": "=", "h2": "-"}
STARTS = {"li": "- ", "dd": "  "}


def plain_text(html: str, element: str = "content") -> str:
    """The text of the element with an id, as lines; headings are underlined, lists have dashes."""
    reader = _Reader(element)
    reader.feed(html)
    text = "\n".join(reader.lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


class _Reader(HTMLParser):
    """Collects lines while inside the wanted element and outside of what is left out."""

    def __init__(self, element: str) -> None:
        super().__init__()
        self.element = element
        self.lines: list[str] = []
        self.words = ""
        self.start = ""
        self.depth = self.inside = self.skipping = self.chip = 0
        self.is_apart = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in VOID:
            self.depth += 1
            if given.get("id") == self.element:
                self.inside = self.depth
            classes = set((given.get("class") or "").split())
            is_left_out = tag in LEFT_OUT or "hidden" in given or classes & LEFT_OUT_CLASSES
            if is_left_out and not self.skipping:
                self.skipping = self.depth
            self.is_apart = self.is_apart or bool(classes & APART_BEFORE)
            if classes & APART_AFTER:
                self.chip = self.depth
        if tag in BREAKS:
            self._end_line()
        if tag in {"h1", "h2", "h3"}:
            self._add("")
        if tag in {"td", "th"} and self.words.strip():
            self.words += " | "
        self.start = STARTS.get(tag, self.start)

    def handle_endtag(self, tag: str) -> None:
        if tag in BREAKS:
            said = self._end_line()
            if said and tag in UNDERLINED:
                self._add(UNDERLINED[tag] * len(said))
            if tag in {"p", "h1", "h2", "ul", "dl", "table"} and not self.start:
                self._add("")
        if tag in STARTS:
            self.start = ""
        if tag in VOID:
            return
        if self.skipping == self.depth:
            self.skipping = 0
        if self.inside == self.depth:
            self.inside = 0
        if self.chip == self.depth:
            self.chip = 0
            self.is_apart = True
        self.depth -= 1

    def handle_data(self, data: str) -> None:
        if not self.inside or self.skipping:
            return
        before, after = self.words.rstrip(), data.lstrip()
        if self.is_apart and after:
            self.is_apart = False
            if before and before[-1] not in _SIGNS and after[0] not in _SIGNS:
                self.words = f"{before} · "
        self.words += data

    def _end_line(self) -> str:
        """Finish a line; an entry of a list has its sign on the first one only."""
        said = re.sub(r"[ \t\r\n]+", " ", self.words).strip(" ")
        self.words, self.is_apart = "", False
        if said:
            self._add(self.start + said)
            self.start = " " * len(self.start)
        return said

    def _add(self, line: str) -> None:
        if self.inside and not self.skipping:
            self.lines.append(line)
