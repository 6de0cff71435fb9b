"""Where each lexicon term is used: in the records' texts, in their lists of terms, in chapters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from panorama.model.records import Item, Label, everything
from panorama.reading.marks import marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panorama.model.catalogue import Catalogue, Language
    from panorama.model.records import Record
    from panorama.pages.voice import Voice
    from panorama.reading.prose import Prose


@dataclass(frozen=True)
class Use:
    """A page that a term is used on."""

    kind: str
    path: str
    title: str


def uses(catalogue: Catalogue, pages: list[Prose], voice: Voice) -> dict[str, list[Use]]:
    """For each term, the pages that mark or list it: chapters, schemes, organisations, terms."""
    found: dict[str, dict[str, Use]] = {term: {} for term in catalogue.terms}
    for terms, use in (*_in_prose(pages, voice), *_in_records(catalogue, voice)):
        for term in terms:
            if use.path != f"lexicon/{term}/":
                found[term].setdefault(use.path, use)
    return {term: list(places.values()) for term, places in found.items()}


def _in_prose(pages: list[Prose], voice: Voice) -> Iterator[tuple[list[str], Use]]:
    for page in pages:
        if page.language == voice.language:
            kind = "device" if page.address.startswith("devices/") else "chapter"
            terms = [one.mark.key for one in page.marks if one.mark.kind == "lexicon"]
            yield terms, Use(kind, page.address, voice.typeset(page.meta["title"]))


def _in_records(catalogue: Catalogue, voice: Voice) -> Iterator[tuple[list[str], Use]]:
    for device in catalogue.devices.values():
        use = Use("device", f"devices/{device.id}/", voice.whole_name(device))
        yield [*device.terms, *marked(device, voice.language)], use
    for organisation in catalogue.organisations.values():
        title = voice.say(organisation.names)
        yield (
            marked(organisation, voice.language),
            Use("organisation", f"organisations/{organisation.id}/", title),
        )
    for term in catalogue.terms.values():
        yield (
            marked(term, voice.language),
            Use("term", f"lexicon/{term.id}/", voice.say(term.terms)),
        )


def marked(record: Record, language: Language) -> list[str]:
    """Ids of the terms that are marked anywhere in a record's texts of a language, each once."""
    labels = (value for value in everything(record) if isinstance(value, Label | Item))
    texts = (getattr(label, language) for label in labels)
    found = (mark.key for text in texts for mark in marks(text) if mark.kind == "lexicon")
    return list(dict.fromkeys(found))
