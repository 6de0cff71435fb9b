"""JSON-LD of the pages, in schema.org's terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from panorama.model.records import is_known

if TYPE_CHECKING:
    from panorama.model.records import Device, Label, Organisation, Term
    from panorama.pages.voice import Voice

Graph = dict[str, Any]
REGION = {"@type": "AdministrativeArea", "name": "Région de Bruxelles-Capitale"}


def known(kind: str, **fields: Any) -> Graph:
    """A thing of a kind, with only the fields that have a value: what is unknown is not said."""
    said = {name: value for name, value in fields.items() if value and is_known(value)}
    return {"@type": kind, **said}


def device(record: Device, voice: Voice) -> Graph:
    """A scheme is a service for an area."""
    return known(
        "Service",
        name=voice.plain(record.names),
        alternateName=voice.plain(record.abbreviation),
        description=voice.plain(record.summary),
        areaServed=REGION,
        url=voice.website(record.contacts.website),
    )


def organisation(record: Organisation, voice: Voice) -> Graph:
    """An organisation with its general contacts."""
    address = record.address
    place = (
        None
        if isinstance(address, str)
        else known(
            "PostalAddress",
            streetAddress=voice.plain(address.street),
            postalCode=address.postcode,
            addressCountry="BE",
        )
    )
    return known(
        "Organization",
        name=voice.plain(record.names),
        alternateName=voice.both(record.abbreviations),
        description=voice.plain(record.summary),
        url=voice.website(record.contacts.website),
        telephone=record.contacts.phone,
        email=record.contacts.email,
        address=place,
    )


def term(record: Term, voice: Voice) -> Graph:
    """A lexicon term, with its equivalent in the other language."""
    return known(
        "DefinedTerm",
        name=voice.plain(record.terms),
        alternateName=[*voice.both(record.abbreviations), *voice.both(record.synonyms)],
        description=voice.plain(record.short),
    )


def place(names: Label, voice: Voice) -> Graph:
    """A quartier or a bassin: a part of the region without an authority of its own."""
    return known("Place", name=voice.plain(names), containedInPlace=REGION)
