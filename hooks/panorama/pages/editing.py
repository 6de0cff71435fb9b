"""The page with a form for records, and the words in which its scripts speak."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from panorama.pages.entry import Entry
from panorama.reading.records import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from panorama.model.catalogue import Catalogue, Language
    from panorama.model.records import Source
    from panorama.pages.voice import Voice

PATH = "contribute/edit/"
LONGEST = 90  # characters of a source's name in a list
OWN_TEXTS = "edit."


def editing_page(voice: Voice) -> Entry:
    """One page for all records: its scripts read in the address which one is meant."""
    return Entry(
        language=voice.language,
        path=PATH,
        template="edit.html",
        title=voice.t("edit.title"),
        description=voice.t("edit.description"),
        trail=(("contribute/", voice.t("foot.contribute")),),
    )


def words(
    catalogue: Catalogue, voices: Mapping[Language, Voice], schemas: Iterable[Any]
) -> dict[str, Any]:
    """What records and the words of the schemas are called, and the texts of the form itself."""
    said = {language: _names(catalogue, voice) for language, voice in voices.items()}
    return {
        "names": {
            kind: {
                name: {language: said[language][kind][name] for language in said} for name in found
            }
            for kind, found in said["fr"].items()
        },
        "folders": {kind: folder for folder, kind in FOLDERS.items()},
        "labels": _labels(voices, schemas),
    }


def _names(catalogue: Catalogue, voice: Voice) -> dict[str, dict[str, str]]:
    """What is chosen from in a form, by kind and id."""
    return {
        "device": {key: voice.whole_name(one) for key, one in catalogue.devices.items()},
        "organisation": {key: voice.say(one.names) for key, one in catalogue.organisations.items()},
        "quartier": {
            key: f"{voice.say(catalogue.devices[one.device].abbreviation)} – {voice.say(one.names)}"
            for key, one in catalogue.quartiers.items()
        },
        "lexicon": {key: voice.say(one.terms) for key, one in catalogue.terms.items()},
        "source": {key: _source(one, voice) for key, one in catalogue.sources.items()},
        "communes": {key: voice.say(one.names) for key, one in catalogue.communes.items()},
        "bassins": {key: voice.say(one.names) for key, one in catalogue.bassins.items()},
    }


def _source(source: Source, voice: Voice) -> str:
    return textwrap.shorten(
        f"{voice.short_name(source)} – {source.title}", LONGEST, placeholder=" …"
    )


def _labels(
    voices: Mapping[Language, Voice], schemas: Iterable[Any]
) -> dict[str, dict[Language, str]]:
    """The form's own texts, and what the words of the schemas are called.

    A schema says under `words` where: `role.*` stands for `role.host` and the others.
    """
    prefixes = {name.partition("*")[0] for name in _named(list(schemas))} | {OWN_TEXTS}
    return {
        key: {
            language: voice.typeset(getattr(label, language)) for language, voice in voices.items()
        }
        for key, label in voices["fr"].ui.items()
        if key.startswith(tuple(prefixes))
    }


def _named(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("words"), str):
            yield part["words"]
        for one in part.values():
            yield from _named(one)
    elif isinstance(part, list):
        for one in part:
            yield from _named(one)
