"""A new record: every field with what goes into it, in the editor's language, all still empty.

Lines with `##` explain, lines with `#` are fields that may be left out. What is required is empty,
so that a check says of each that it is still to be filled in.
"""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from panorama.describing.fields import BOTH, record_fields
from panorama.editing.spans import quoted
from panorama.pages.typography import NO_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from panorama.describing.fields import Field
    from panorama.model.catalogue import Language

WIDTH = 98
_EXPLAINS = "## "
_HEAD = {
    "fr": (
        (
            "Nouvelle fiche. Remplissez les champs vides. Les lignes avec ## expliquent ;"
            " effacez-les."
        ),
        (
            "Un champ précédé de # est facultatif : effacez le # et l’espace pour l’écrire, ou"
            " effacez-le. Chaque texte existe en français (fr) et en néerlandais (nl)."
        ),
        (
            "Ne devinez jamais, et n’écrivez ni nom ni numéro direct d’une personne. Ensuite :"
            " panorama check"
        ),
    ),
    "nl": (
        "Nieuwe fiche. Vul de lege velden in; de regels met ## geven uitleg, wis ze op het einde.",
        (
            "Een veld met # ervoor is facultatief: wis # en de spatie om het te gebruiken, of wis"
            " het helemaal. Elke tekst bestaat in het Frans (fr) en het Nederlands (nl)."
        ),
        (
            "Raad nooit, en schrijf geen naam of rechtstreeks nummer van een persoon. Daarna:"
            " panorama check"
        ),
    ),
}
_ONE = {"fr": "Un mot parmi : {words}.", "nl": "Een woord uit: {words}."}
_SOME = {"fr": "Un ou plusieurs mots parmi : {words}.", "nl": "Een of meer woorden uit: {words}."}
_MISSING = {
    "unknown": {
        "fr": "Ou le seul mot unknown : personne ne le sait.",
        "nl": "Of enkel het woord unknown: niemand weet het.",
    },
    "not-applicable": {
        "fr": "Ou not-applicable : sans objet.",
        "nl": "Of not-applicable: niet van toepassing.",
    },
}
_ALONE = {
    "fr": "Effacez alors les lignes en retrait en dessous.",
    "nl": "Wis dan de ingesprongen regels eronder.",
}
_EXAMPLE = {"fr": "Par exemple : {example}", "nl": "Bijvoorbeeld: {example}"}
_OPTIONAL = {"fr": "Facultatif.", "nl": "Facultatief."}
_ENTRIES = {
    "fr": "Pour en ajouter : effacez [] et les # des lignes suivantes.",
    "nl": "Om er toe te voegen: wis [] en de # van de volgende regels.",
}
_WORDS = {"fr": "Entre crochets : [un, deux].", "nl": "Tussen vierkante haken: [een, twee]."}


def skeleton(kind: str, name: str, language: Language) -> str:
    """The text of a new record's file."""
    lines = [f"{_EXPLAINS}{text}" for text in _HEAD[language]]
    for field in record_fields(kind).fields:
        lines += [f"id: {quoted(name)}"] if field.name == "id" else _written(field, language)
    return "\n".join(
        [f"# yaml-language-server: $schema=../schemas/{kind}.schema.json", *_set(lines), ""]
    )


def _set(lines: list[str]) -> Iterator[str]:
    """Explanations in lines of a readable length, each of them once."""
    said: set[str] = set()
    for line in lines:
        text = line.lstrip("# ")
        start = line.partition(_EXPLAINS)[0] + _EXPLAINS
        if not line.startswith(start):
            yield line
        elif text not in said:
            said.add(text)
            kept = re.sub(" (?=[:;?!])", NO_BREAK, text)
            wrapped = textwrap.wrap(
                kept, WIDTH, initial_indent=start, subsequent_indent=start, break_on_hyphens=False
            )
            yield from (one.replace(NO_BREAK, " ") for one in wrapped)


def _written(field: Field, language: Language) -> list[str]:
    """A field, after what is to be known about it; one that is optional is commented out."""
    shape = [*_shape(field, language)]
    if not field.is_required:
        shape = [f"# {line}" for line in shape]
    return [*_explained(field, language), *shape]


def _explained(field: Field, language: Language) -> Iterator[str]:
    """One line, however long; the two texts of a pair need none."""
    hints = [] if field.is_required else [_OPTIONAL[language]]
    said = [*hints, field.texts[language], *_hints(field, language)]
    if field.name not in BOTH and any(said):
        yield _EXPLAINS + " ".join(filter(None, said))


def _hints(field: Field, language: Language) -> Iterator[str]:
    item = field.item
    words = field.words or (item.words if item else ())
    if words:
        yield (_SOME if item else _ONE)[language].format(words=", ".join(words))
    for word in field.missing:
        yield _MISSING[word][language]
    if field.missing and (field.fields or field.fewest):
        yield _ALONE[language]
    example = field.example or (item.example if item else "")
    if example:
        yield _EXAMPLE[language].format(example=example)
    if item and not field.fewest:
        yield (_ENTRIES if item.fields else _WORDS)[language]


def _shape(field: Field, language: Language) -> Iterator[str]:
    """Name and value as they stand in a file, the values empty."""
    item = field.item
    if item and not field.fewest:
        yield f"{field.name}: []"
        entry = _entry(item, language) if item.fields else ()
        yield from (f"# {line}" for line in entry)
        return
    yield f"{field.name}:"
    if item:
        yield from _entry(item, language)
    for one in field.fields:
        yield from (f"  {line}" for line in _written(one, language))


def _entry(item: Field, language: Language) -> Iterator[str]:
    """One entry of a list, its first field beside the dash."""
    if not item.fields:
        yield "  -"
        return
    yield from (f"  {line}" for line in _explained(item, language))
    indent = "  "
    for line in (line for one in item.fields for line in _written(one, language)):
        is_first = indent == "  " and not line.startswith("#")
        yield f"  - {line}" if is_first else f"{indent}{line}"
        indent = "    " if is_first else indent
