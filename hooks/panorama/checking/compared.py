"""What the rules compare one record with, in plain values, for the checker of the site's form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from panorama.checking.records import ANY, matches
from panorama.checking.report import TRANSLATED, WORDS, messages
from panorama.checking.rules import NO_COMMUNE, REFERENCES, distinctive
from panorama.reading.marks import ADDRESSES, IN_PROSE, IN_RECORDS

if TYPE_CHECKING:
    from panorama.checking.records import Records
    from panorama.places.layers import Layers

LAYERS = ("commune", "quartier", "sector", "bassin")


def compared(records: Records) -> dict[str, Any]:
    """Ids by kind, where records name each other, what only one may have, and the sentences.

    `ranks` are those that have a row, of each list of lines that can be read: of one or of none.
    """
    return {
        "ids": records.ids,
        "references": REFERENCES,
        "noCommune": NO_COMMUNE,
        "nis": records.nis,
        "ranks": [
            [rank for _, rank in matches(lines.value, ("rows", ANY, "ranks", ANY))]
            for lines in records.of("lines")
        ],
        "distinctive": [
            (what, value.lower(), document.path)
            for document in records.documents
            for _, what, value in distinctive(document)
        ],
        "marks": {"records": IN_RECORDS, "prose": IN_PROSE, "addresses": ADDRESSES},
        "sentences": {"messages": messages(), "words": WORDS, "translated": TRANSLATED},
    }


def ground(layers: Layers) -> dict[str, Any]:
    """For each sector the units that it lies in, by layer, and the borders of the communes."""
    return {
        "columns": {layer: layers.column(layer) for layer in LAYERS},
        "communes": layers.communes,
    }
