"""How one language's records become content: texts without marks, chips, contacts, dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from panorama.pages.entry import localised
from panorama.pages.prose import Writer
from panorama.printing.code import code
from panorama.printing.content import Cell, Chip, Foot, Origin, Picture, Words, breakable
from panorama.reading.marks import marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from panorama.model.catalogue import Catalogue
    from panorama.model.records import (
        Citation,
        Contacts,
        Device,
        Item,
        Label,
        Missing,
        Organisation,
        Period,
    )
    from panorama.pages.entry import Entry
    from panorama.pages.environment import Settings
    from panorama.pages.voice import Voice


@dataclass(frozen=True)
class Pen:
    """What a document in one language is written with."""

    catalogue: Catalogue
    voice: Voice
    settings: Settings

    def writer(self, entry: Entry) -> Writer:
        """What fills in the marks of a page that is written by hand."""
        behind = self.settings.revised.sections(entry)
        return Writer(entry, self.catalogue, self.voice, self.settings.publisher, behind)

    def t(self, key: str, **details: object) -> str:
        """An interface text."""
        return breakable(self.voice.t(key, **details))

    def pair(self, name: str, value: str) -> str:
        """A name and what it is, with the colon of the language."""
        return self.t("print.pair", name=name, value=value)

    def day(self, period: Period) -> str:
        """A date that stays on its line."""
        return self.voice.date(period).replace(" ", "\u00a0")

    def say(self, label: Label | Item) -> str:
        """A record's text, ready to be set."""
        return breakable(self.voice.say(label))

    def words(self, label: Label | Item) -> Words:
        """A record's text; an item that says that something is missing is shown as such."""
        return Words(self.say(label), missing=getattr(label, "missing", False))

    def missing(self, word: Missing) -> Words:
        """What is not known or does not apply, in words."""
        return Words(self.t(f"missing.{word}"), missing=True)

    def chip(self, device: Device) -> Chip:
        """A scheme as it is drawn everywhere."""
        return Chip(
            device.id,
            self.say(device.abbreviation),
            self.say(device.names),
            device.colour,
            device.pattern,
        )

    def reach(self, contacts: Contacts) -> tuple[Words, ...]:
        """How to call, write or look up; empty where nothing is known."""
        voice, found = self.voice, []
        if not voice.missing(contacts.phone):
            phone = voice.phone(contacts.phone).replace(" ", "\u00a0")
            found.append(Words(phone, href=voice.tel(contacts.phone), strong=True))
        if not voice.missing(contacts.email):
            found.append(Words(breakable(contacts.email), href=f"mailto:{contacts.email}"))
        site = voice.website(contacts.website)
        if not voice.missing(site):
            found.append(Words(breakable(shortened(site)), href=site))
        return tuple(found)

    def reach_or_missing(self, contacts: Contacts) -> tuple[Words, ...]:
        """The same; says so where nothing is known."""
        return self.reach(contacts) or (Words(self.t("who.no-contact"), missing=True),)

    def reach_short(self, contacts: Contacts) -> tuple[Words, ...]:
        """One way to reach, for lists: by phone where there is one; empty where none is known."""
        return self.reach(contacts)[:1]

    def runs(self, text: str, to: Callable[[str], str]) -> tuple[Words, ...]:
        """A record's text as written, its marked terms leading to where they are explained."""
        found: list[Words] = []
        end = 0
        for mark in marks(text):
            found.append(Words(breakable(text[end : mark.start])))
            found.append(Words(breakable(mark.text), href=to(f"lexicon/{mark.key}/")))
            end = mark.end
        found.append(Words(breakable(text[end:])))
        return tuple(one for one in found if one.text)

    def organisation(self, name: str) -> Organisation:
        """A record by its id."""
        return self.catalogue.organisations[name]

    def cited(self, citations: Iterable[Citation]) -> str:
        """Sources by author and year, with their sections."""
        found = self.voice.t("list.semicolon").join(said for _, said in self.voice.cited(citations))
        return breakable(found)

    def checked(self, record: Device | Organisation) -> str:
        """When a record was last compared with its sources, and how."""
        checked = record.checked
        how = self.voice.t(f"checked.{checked.how}")
        return self.voice.t("checked.line", date=self.voice.date(checked.on), how=how)

    def foot(self, path: str, *facts: str) -> Foot:
        """Facts, address and code of the page that a document is taken from."""
        address = self.settings.absolute(localised(path, self.voice.language))
        return Foot(
            facts=(*filter(None, facts), self.t("foot.unofficial"), self.t("print.licence")),
            address=address,
            short=breakable(shortened(address)),
            code=Picture(code(address), self.voice.t("print.code", address=address)),
        )


def cell(file: str, field: str, *items: Words) -> Cell:
    """Statements with the field that they come from."""
    return Cell(items, Origin(file, field))


def shortened(address: str) -> str:
    """An address as people write it."""
    return address.split("://", 1)[-1].removeprefix("www.").rstrip("/")
