"""Every page that is made from the records, in one language."""

from __future__ import annotations

import textwrap
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING, Any

from panorama.maps.locators import organisation_scene
from panorama.maps.scenes import scheme_scene
from panorama.maps.shapes import Survey
from panorama.pages import structured
from panorama.pages.agenda import by_year
from panorama.pages.chapters import by_address, neighbours, prose_data, prose_pages
from panorama.pages.editing import editing_page
from panorama.pages.entry import Entry, due, named
from panorama.pages.facets import facets
from panorama.pages.places import place_pages
from panorama.pages.relations import cited_by, hosted_by, parts_of
from panorama.pages.schemas import schema_pages
from panorama.pages.uses import uses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from panorama.model.catalogue import Catalogue, Language
    from panorama.model.records import Device, Organisation, Source, Term
    from panorama.pages.uses import Use
    from panorama.pages.voice import Voice
    from panorama.places.layers import Layers
    from panorama.reading.prose import Prose

DESCRIPTION = 180  # characters
# Parts of the site, in the order of the header's navigation.
SECTIONS = ("compare", "communes", "map", "devices", "organisations", "context", "lexicon")
SUBJECTS = (
    "panorama", "raq", "chw", "cpps", "ces", "other-schemes", "context", "access", "outreach",
    "case-manager", "community", "law", "organisations", "language", "maps",
)  # fmt: skip
ROWS = (
    "coordinated_by", "funded_by",
    "presentation", "objectives", "by_whom", "for_whom", "where", "how", "does_not",
    "how_to_reach", "conditions", "period", "lines",
)  # fmt: skip


def pages(
    catalogue: Catalogue, layers: Layers, voice: Voice, prose: list[Prose]
) -> Iterator[Entry]:
    """All pages, the home page first."""
    yield from _fixed(catalogue, voice)
    yield from place_pages(catalogue, layers, voice)
    yield from prose_pages(prose, catalogue, voice)
    yield from schema_pages(catalogue, voice)
    yield editing_page(voice)
    depth = by_address(prose)
    survey = Survey(catalogue, layers, voice)
    for device in catalogue.devices.values():
        yield _device(device, survey, depth)
    for organisation in catalogue.organisations.values():
        yield _organisation(organisation, survey)
    found = uses(catalogue, prose, voice)
    for term in catalogue.terms.values():
        yield _term(term, found[term.id], voice)


def _fixed(catalogue: Catalogue, voice: Voice) -> Iterator[Entry]:
    yield _page(voice, "", "home", structured={"@type": "WebSite", "name": voice.t("site.name")})
    yield _page(voice, "compare/", "compare", kind="page", data={"rows": ROWS})
    yield _page(voice, "devices/", "devices", kind="page")
    yield _page(
        voice,
        "organisations/",
        "organisations",
        kind="page",
        data={
            "letters": by_letter(catalogue.organisations.values(), voice, lambda o: o.names),
            "facets": facets(catalogue),
        },
    )
    yield _page(
        voice,
        "lexicon/",
        "lexicon",
        kind="page",
        data={"letters": by_letter(catalogue.terms.values(), voice, lambda term: term.terms)},
    )
    ordered = sorted(catalogue.terms.values(), key=lambda term: sort_key(voice.say(term.terms)))
    yield _page(
        voice,
        "lexicon/fr-nl/",
        "bilingual",
        kind="page",
        data={"terms": ordered},
        trail=(("lexicon/", voice.t("lexicon.title")),),
    )
    yield _page(voice, "agenda/", "agenda", kind="page", data={"years": by_year(catalogue)})
    yield _page(voice, "sources/", "sources", kind="page", data=_sources(catalogue))
    yield _page(voice, "about/freshness/", "freshness", data={"rows": by_due_day(catalogue)})
    yield _page(voice, "print/", "print", kind="page")
    yield _page(voice, "search/", "search")


def _page(voice: Voice, path: str, name: str, **more: Any) -> Entry:
    return Entry(
        language=voice.language,
        path=path,
        template=f"{name}.html",
        title=voice.t(f"{name}.title"),
        description=voice.t(f"{name}.description"),
        section=name if name in SECTIONS else "",
        **more,
    )


def _device(record: Device, survey: Survey, prose: Mapping[tuple[Language, str], Prose]) -> Entry:
    voice = survey.voice
    path = f"devices/{record.id}/"
    depth = prose.get((voice.language, path))
    return Entry(
        language=voice.language,
        path=path,
        template="device.html",
        title=voice.whole_name(record),
        description=voice.say(record.summary),
        section="devices",
        kind="device",
        names=named(record.names, record.abbreviation, record.former_names),
        source=f"data/devices/{record.id}.yml",
        checked=record.checked,
        trail=(("devices/", voice.t("devices.title")),),
        data={
            "device": record,
            "rows": ROWS,
            "map": scheme_scene(survey, record) if record.kind == "core" else None,
            **neighbours(path, prose, voice),
            **(prose_data(depth, survey.catalogue) if depth else {"prose": None}),
        },
        structured=structured.device(record, voice),
    )


def _organisation(record: Organisation, survey: Survey) -> Entry:
    catalogue, voice = survey.catalogue, survey.voice
    quartiers = hosted_by(catalogue, record.id)
    return Entry(
        language=voice.language,
        path=f"organisations/{record.id}/",
        template="organisation.html",
        title=voice.say(record.names),
        description=described(voice.say(record.summary)),
        section="organisations",
        kind="organisation",
        names=named(record.names, record.abbreviations, record.other_names),
        source=f"data/organisations/{record.id}.yml",
        checked=record.checked,
        trail=(("organisations/", voice.t("organisations.title")),),
        data={
            "organisation": record,
            "parts": parts_of(catalogue, record.id),
            "quartiers": quartiers,
            "map": organisation_scene(survey, record, quartiers),
        },
        structured=structured.organisation(record, voice),
    )


def _term(record: Term, found: list[Use], voice: Voice) -> Entry:
    return Entry(
        language=voice.language,
        path=f"lexicon/{record.id}/",
        template="term.html",
        title=capital(voice.say(record.terms)),
        description=voice.say(record.short),
        section="lexicon",
        kind="term",
        names=named(record.terms, record.abbreviations, record.synonyms),
        source=f"data/lexicon/{record.id}.yml",
        checked=record.checked,
        trail=(("lexicon/", voice.t("lexicon.title")),),
        data={"term": record, "uses": found},
        structured=structured.term(record, voice),
    )


def _sources(catalogue: Catalogue) -> dict[str, Any]:
    def order(source: Source) -> tuple[int, str, str]:
        return (SUBJECTS.index(source.subject), " ".join(source.authors) or "~", source.title)

    ordered = sorted(catalogue.sources.values(), key=order)
    groups = [(key, list(group)) for key, group in groupby(ordered, lambda s: s.subject)]
    return {"groups": groups, "cited_by": cited_by(catalogue)}


def by_letter(
    records: Iterable[Any], voice: Voice, name: Callable[[Any], Any]
) -> list[tuple[str, list[Any]]]:
    """Records in alphabetical order of their names in this language, by first letter."""
    ordered = sorted(records, key=lambda record: sort_key(voice.say(name(record))))
    return [
        (letter, list(group))
        for letter, group in groupby(ordered, lambda r: initial(voice.say(name(r))))
    ]


def sort_key(text: str) -> str:
    """Lower case without accents or leading punctuation, as French and Dutch indexes sort."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).lstrip("’'«‘ ")


def initial(text: str) -> str:
    """The letter under which a name stands in an index; figures stand under #."""
    first = sort_key(text)[:1].upper()
    return first if first.isalpha() else "#"


def capital(text: str) -> str:
    """A text with a capital at its beginning, the rest untouched."""
    return text[:1].upper() + text[1:]


def described(text: str) -> str:
    """A text as the description of a page: what search engines show of it."""
    return textwrap.shorten(text, DESCRIPTION, placeholder=" …")


def by_due_day(catalogue: Catalogue) -> list[tuple[str, Any]]:
    """Folder and record of everything that is checked, the one due first on top."""
    kinds: dict[str, Mapping[str, Any]] = {
        "devices": catalogue.devices,
        "quartiers": catalogue.quartiers,
        "organisations": catalogue.organisations,
        "lexicon": catalogue.terms,
        "sources": catalogue.sources,
    }
    rows = [(folder, record) for folder, found in kinds.items() for record in found.values()]
    return sorted(rows, key=lambda row: due(row[1].checked))
