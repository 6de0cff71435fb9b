"""What changed as an Atom feed (RFC 4287), one a language.

An entry's id is a tag (RFC 4151) of the site, the day and the record, so it stays the same from
build to build and a reader of the feed sees each change once.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET  # what is written here is never parsed

from markupsafe import Markup, escape

from panorama.history.pages import PATH
from panorama.pages.entry import localised
from panorama.pages.site import capital

if TYPE_CHECKING:
    from panorama.history.days import DayLines, Line
    from panorama.history.pages import Changes
    from panorama.history.say import Teller
    from panorama.pages.environment import Settings

FILE = "feed.xml"
NEWEST = 40  # entries
SAID = 3  # changes of a record in a title
# Any day on which the site’s name was its own; what matters is that it never moves.
_SINCE = dt.date(2026, 1, 1)
_ATOM = "http://www.w3.org/2005/Atom"


def feed(changes: Changes, teller: Teller, settings: Settings) -> bytes:
    """The newest changes; none but a subtitle that says why where the history is not known."""
    voice = teller.voice
    entries = [(day, line) for day in changes.days for line in day.lines][:NEWEST]
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": voice.language})
    page = settings.absolute(localised(PATH, voice.language))
    _text(root, "id", _tag(settings, voice.language, _SINCE, "feed"))
    _text(root, "title", f"{voice.t('changes.title')} – {voice.t('site.name')}")
    _text(root, "subtitle", changes.notices[0] if changes.notices else "")
    _text(root, "updated", _moment(changes.days[0].when if changes.days else _midnight(settings)))
    _text(ET.SubElement(root, "author"), "name", voice.t("site.name"))
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=page + FILE)
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=page)
    for day, line in entries:
        _entry(root, day, line, teller, settings)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entry(root: ET.Element, day: DayLines, line: Line, teller: Teller, settings: Settings) -> None:
    language = teller.voice.language
    entry = ET.SubElement(root, "entry")
    date = day.date.isoformat()
    _text(entry, "id", _tag(settings, language, day.date, line.slug))
    _text(entry, "title", title(line, teller))
    _text(entry, "updated", _moment(day.when))
    path = line.records[0].path if not line.is_group and line.records else ""
    address = settings.absolute(localised(path or f"{PATH}#day-{date}", language))
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=address)
    content = _text(entry, "content", str(_html(day, line, teller, settings)))
    content.set("type", "html")


def title(line: Line, teller: Teller) -> str:
    """`Brusano : le téléphone a changé`, or what many records have in common."""
    what = ", ".join(line.what)
    if line.is_group:
        return capital(what)
    if len(line.what) > SAID:
        what = teller.say("several", count=len(line.what))
    return teller.say("subject", name=line.records[0].name, what=what)


def _html(day: DayLines, line: Line, teller: Teller, settings: Settings) -> Markup:
    points = Markup().join(Markup("<li>{}</li>").format(capital(what)) for what in line.what)
    language = teller.voice.language
    links = Markup(", ").join(
        Markup('<a href="{}">{}</a>').format(
            settings.absolute(localised(one.path, language)), one.name
        )
        if one.path
        else escape(one.name)
        for one in line.records
    )
    date = teller.voice.date(day.date.isoformat())
    return Markup("<p>{} – {}</p><ul>{}</ul>").format(date, links, points)


def _tag(settings: Settings, language: str, day: dt.date, slug: str) -> str:
    return f"tag:{settings.domain},{day.isoformat()}:{language}/{PATH}{slug}"


def _midnight(settings: Settings) -> dt.datetime:
    return dt.datetime.combine(settings.today, dt.time(), dt.UTC)


def _moment(when: dt.datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _text(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = text
    return element
