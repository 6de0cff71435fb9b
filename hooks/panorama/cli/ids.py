"""What a record may be called."""

from __future__ import annotations

import re

from panorama.pages.site import sort_key
from panorama.reading.records import RECORD_NAME

LONGEST = 60  # characters of an id, as the schemas have it
# Names that Windows keeps for its devices, and that of the page of a whole folder.
RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]|index")


def is_id(name: str) -> bool:
    """Whether a record can be called so, on every system and as the address of a page."""
    return (
        len(name) <= LONGEST
        and bool(RECORD_NAME.fullmatch(f"{name}.yml"))
        and not RESERVED.fullmatch(name)
    )


def likely(name: str) -> str:
    """An id near to what was typed: `Maison médicale` becomes `maison-medicale`."""
    found = re.sub(r"[^a-z0-9]+", "-", sort_key(name))[:LONGEST].strip("-") or "maison-medicale"
    return f"{found}-2" if RESERVED.fullmatch(found) else found
