"""A page of the site: its address, what it is about and the template that shows it."""

from __future__ import annotations

import datetime as dt
import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from dateutil.relativedelta import relativedelta

if TYPE_CHECKING:
    from panorama.model.catalogue import Language
    from panorama.model.records import CheckedOn, Label, Labels


@dataclass(frozen=True)
class Entry:
    """One page in one language.

    `path` is the same in both languages and ends with a slash (`devices/raq/`), the home page's is
    empty. `kind` groups search results; pages without one are not searched;
    `names` are what a reader may call the thing, in both languages. `source` is the file
    to correct, from the project's root. `base` is set for the one page that is shown at any address
    (404): its links start there instead of being relative.
    """

    language: Language
    path: str
    template: str
    title: str
    description: str
    section: str = ""
    kind: str = ""
    names: tuple[str, ...] = ()
    source: str = ""
    checked: CheckedOn | None = None
    trail: tuple[tuple[str, str], ...] = ()
    data: dict[str, Any] = field(default_factory=dict)
    structured: dict[str, Any] = field(default_factory=dict)
    base: str = ""

    @property
    def address(self) -> str:
        """Path from the site's root: French at the root, Dutch under nl/."""
        return localised(self.path, self.language)

    @property
    def file(self) -> str:
        """The Markdown file that stands for the page: `fr/devices/raq/index.md`."""
        return f"{self.language}/{self.path}index.md"

    def to(self, target: str) -> str:
        """Address of a path from the site's root, as a link on this page."""
        return self.base + target if self.base else relative(self.address, target)


def localised(path: str, language: Language) -> str:
    """A path in a language: the address rule of the site, in its one place."""
    return path if language == "fr" else f"nl/{path}"


def relative(page: str, target: str) -> str:
    """Address of a target as seen from a page; both from the site's root."""
    path, mark, anchor = target.partition("#")
    found = posixpath.relpath(f"/{path}", f"/{page}")
    slash = "/" if (path.endswith("/") or not path) and found != "/" else ""
    return f"{found}{slash}{mark}{anchor}"


def due(checked: CheckedOn) -> dt.date:
    """The day from which a record wants to be compared with its sources again."""
    return dt.date.fromisoformat(checked.on) + relativedelta(months=checked.every)


def is_overdue(checked: CheckedOn, today: dt.date) -> bool:
    """Whether a record wants to be compared with its sources again."""
    return due(checked) < today


def named(*labels: Label | Labels | None) -> tuple[str, ...]:
    """Everything that a thing is called, each once."""
    found: list[str] = []
    for label in labels:
        if label is not None:
            for text in (label.fr, label.nl):
                found += [text] if isinstance(text, str) else text
    return tuple(dict.fromkeys(found))
