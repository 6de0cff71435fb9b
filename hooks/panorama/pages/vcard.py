"""An organisation's general contacts as a vCard 4.0 (RFC 6350)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panorama.model.records import Address

if TYPE_CHECKING:
    from panorama.model.catalogue import Catalogue
    from panorama.model.records import Organisation
    from panorama.pages.voice import Voice

FOLD = 75  # octets of a line, RFC 6350 section 3.2


def vcard(record: Organisation, catalogue: Catalogue, voice: Voice) -> str:
    """What is known, in one language; nothing is said of what is not."""
    contacts = record.contacts
    site = voice.website(contacts.website)
    fields = [
        ("FN", escaped(voice.plain(record.names))),
        ("ORG", escaped(voice.plain(record.names))),
        ("KIND", "org"),
        ("LANG", voice.language),
        ("TEL;VALUE=uri", "" if voice.missing(contacts.phone) else voice.tel(contacts.phone)),
        ("EMAIL", "" if voice.missing(contacts.email) else escaped(contacts.email)),
        ("URL", "" if voice.missing(site) else site),
        ("REV", f"{record.checked.on.replace('-', '')}T000000Z"),
    ]
    lines = [f"{name}:{value}" for name, value in fields if value]
    if isinstance(record.address, Address):
        lines.append(_address(record.address, catalogue, voice))
    return "".join(
        f"{folded(line)}\r\n" for line in ("BEGIN:VCARD", "VERSION:4.0", *lines, "END:VCARD")
    )


def escaped(value: str) -> str:
    """Text with the signs that mean something in a vCard marked."""
    for sign in ("\\", ",", ";"):
        value = value.replace(sign, f"\\{sign}")
    return value.replace("\n", "\\n")


def folded(line: str) -> str:
    """A long line cut into lines of 75 octets, never inside a character."""
    parts, size = [""], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > FOLD:
            parts.append(" ")
            size = 1
        parts[-1] += character
        size += octets
    return "\r\n".join(parts)


def _address(address: Address, catalogue: Catalogue, voice: Voice) -> str:
    commune = catalogue.communes.get(address.commune)
    place = voice.plain(commune.names) if commune else ""
    code = "" if voice.missing(address.postcode) else address.postcode
    parts = ("", "", voice.plain(address.street), place, "", code, "Belgium")
    return "ADR:" + ";".join(escaped(part) for part in parts)
