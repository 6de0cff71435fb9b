"""The templates' side: escaping, and what they can call besides their entry."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from jinja2 import StrictUndefined, pass_context
from markupsafe import Markup

from panorama.drawings.ladder import ladder
from panorama.drawings.relations import Diagram, diagram
from panorama.drawings.timeline import timeline
from panorama.pages.entry import due, is_overdue, localised
from panorama.pages.maps import map_of
from panorama.pages.marked import first_uses, terms_of, with_terms
from panorama.pages.policy import META_POLICY
from panorama.pages.revising import Revised, flag
from panorama.places.coverage import hosts_of, quartiers_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from jinja2 import Environment
    from jinja2.runtime import Context

    from panorama.model.catalogue import Catalogue, Language
    from panorama.model.records import Device, Item, Label, Period
    from panorama.pages.entry import Entry
    from panorama.pages.voice import Voice
    from panorama.printing.document import Sheet


@dataclass(frozen=True)
class Settings:
    """What the publisher sets. Addresses end with a slash; `today` is the day of the build.

    `sheets` are the documents of /print/ by name, empty where none were printed. `platform` is what
    the repository is on: github, gitlab or gitea.
    """

    site_url: str
    repository: str
    today: dt.date
    assets: Mapping[str, str]
    publisher: Mapping[str, str]
    revised: Revised = field(default_factory=Revised)
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    platform: str = "github"

    @property
    def domain(self) -> str:
        """The site's name on the web, which makes ids unique among all sites."""
        return urlsplit(self.site_url).hostname or "localhost"

    def absolute(self, address: str) -> str:
        """Full address of a path from the site's root."""
        return self.site_url + address

    def source_file(self, path: str) -> str:
        """Where a file of the project can be read and corrected."""
        return f"{self.repository}blob/main/{path}"

    def error_report(self, title: str, body: str) -> str:
        """A prefilled report of an error."""
        return f"{self.repository}issues/new?title={quote(title)}&body={quote(body)}"


def prepare(env: Environment, catalogue: Catalogue, voice: Voice, settings: Settings) -> None:
    """Make an environment safe and give it one language's voice.

    Autoescape is on for everything and an undefined name is an error: MkDocs has neither.
    """
    env.autoescape = True
    env.undefined = StrictUndefined
    env.trim_blocks = True
    env.lstrip_blocks = True
    env.globals.update(
        catalogue=catalogue,
        voice=voice,
        settings=settings,
        t=voice.t,
        say=voice.say,
        tell=_tell,
        told=_told,
        first_uses=first_uses,
        terms_of=terms_of,
        date=voice.date,
        link=_link,
        link_in=_link_in,
        asset=_asset,
        due=due,
        is_overdue=lambda checked: is_overdue(checked, settings.today),
        localised=localised,
        dots_of=timeline,
        diagram_of=lambda device: _diagram(catalogue, voice, device),
        ladder=ladder(catalogue, voice),
        usual_period=usual_period,
        quartiers_of=lambda device: quartiers_of(catalogue, device),
        json_ld=json_ld,
        policy=META_POLICY,
        map_of=map_of,
    )


def usual_period(device: Device) -> Period | None:
    """What most cells of a scheme's comparison are true for; of as many, the first one's."""
    cells = [getattr(device.comparison, row) for row in device.comparison.__struct_fields__]
    found = Counter(cell.as_of for cell in cells if not isinstance(cell, str))
    return found.most_common(1)[0][0] if found else None


def _diagram(catalogue: Catalogue, voice: Voice, device: Device) -> Diagram:
    count = len(hosts_of(catalogue, device.id))
    return diagram(
        device,
        name=lambda organisation: voice.say(catalogue.organisations[organisation].names),
        missing=lambda word: voice.t(f"missing.{word}"),
        hosts=voice.quantity(count, "organisations") if count else "",
    )


@pass_context
def _tell(context: Context, label: Label | Item) -> Markup:
    """A record's text with its marked terms as links, and whether it is being revised."""
    return with_terms(context["voice"].written(label), context["entry"]) + _flag(context, label)


@pass_context
def _told(context: Context, label: Label) -> list[Markup]:
    """The paragraphs of a longer text, with their marked terms as links."""
    parts = [with_terms(part, context["entry"]) for part in context["voice"].paragraphs(label)]
    return [*parts[:-1], parts[-1] + _flag(context, label)]


def _flag(context: Context, label: Label | Item) -> Markup:
    """Nothing as long as both languages are in step."""
    voice: Voice = context["voice"]
    if not context["settings"].revised.has(label, voice.language):
        return Markup("")
    return Markup(" ") + flag(voice)


@pass_context
def _link(context: Context, path: str) -> str:
    """A page in the language of the page that links to it."""
    entry: Entry = context["entry"]
    return entry.to(localised(path, entry.language))


@pass_context
def _link_in(context: Context, path: str, language: Language) -> str:
    """A page in a language of one's choice."""
    entry: Entry = context["entry"]
    return entry.to(localised(path, language))


@pass_context
def _asset(context: Context, name: str) -> str:
    """A static file, with its version so that browsers may keep it."""
    entry: Entry = context["entry"]
    version = context["settings"].assets.get(name)
    address = entry.to(f"assets/{name}")
    return f"{address}?v={version}" if version else address


def json_ld(graph: dict[str, Any], **more: str) -> Markup:
    """JSON that cannot end the script element it stands in."""
    text = json.dumps({"@context": "https://schema.org", **graph, **more}, ensure_ascii=False)
    safe = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return Markup(safe)  # noqa: S704 (escaped for a script element in the line above)
