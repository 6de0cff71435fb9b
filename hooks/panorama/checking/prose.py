"""The rules of hand-written pages: what they mark exists, and both languages say the same."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from panorama.checking.schema import schema_findings, suggestion
from panorama.findings import Finding, Position
from panorama.model.publisher import PUBLISHER
from panorama.reading.marks import ALONE, IN_PROSE, marks
from panorama.reading.prose import SECTION, Heading, Placed, Prose, address_of
from panorama.reading.records import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from panorama.checking.records import Records

DRAWINGS = ("lines",)
LINES = tuple("123456789")  # to write on, at most
# What must be the same in both languages: facts and where they come from.
SHARED = ("figure", "number", "source", "drawing")


def prose_findings(
    pages: list[Prose], unreadable: set[str], records: Records, shape: Any
) -> list[Finding]:
    """Everything that is wrong with some pages.

    Records with errors are not looked into, and pages that cannot be read (`unreadable`, their
    paths) are there all the same: neither makes others wrong.
    """
    known = _known(records)
    findings: list[Finding] = []
    shapely: list[Prose] = []
    for page in pages:
        found = list(schema_findings(Document(page.path, "prose", page.front), shape))
        findings += found
        shapely += [] if found else [page]
        findings += [] if found else _front(page, known)
        findings += _marks(page, known)
        findings += _headings(page)
    return [
        *findings,
        *_alone([*(page.path for page in pages), *unreadable]),
        *_differences(shapely),
    ]


def _known(records: Records) -> Mapping[str, Iterable[str]]:
    """What each kind of mark can name."""
    figures = Keys(figure_keys(records), unread(records))
    return {
        "lexicon": records.ids["lexicon"],
        "source": records.ids["source"],
        "figure": figures,
        "number": figures,
        "drawing": DRAWINGS,
        "space": LINES,
        "publisher": PUBLISHER,
    }


class Keys(list[str]):
    """Keys of figures; those of records that could not be read are taken for known."""

    def __init__(self, keys: list[str], owners: set[str]) -> None:
        super().__init__(keys)
        self.owners = owners

    def __contains__(self, key: object) -> bool:
        owner, _, field = str(key).partition("/")
        is_unread = owner in self.owners or (field == "population" and "bassins" in self.owners)
        return is_unread or super().__contains__(key)


def unread(records: Records) -> set[str]:
    """Ids of the schemes with errors of their own, and `bassins` where that list has some."""
    read = {document.value["id"] for document in records.of("device")}
    lists = {"bassins"} - {document.kind for document in records.of("bassins")}
    return lists | {name for name in records.ids["device"] if name not in read}


def figure_keys(records: Records) -> list[str]:
    """`raq/workers`, and `raq/workers@2025` for each of its dates, of every figure and date."""
    found: list[str] = []
    for document in records.of("device"):
        record = document.value
        dated = {name: record[name] for name in ("since", "funded_until")}
        figures = {figure["id"]: figure["values"] for figure in record["figures"]}
        for name, values in {**dated, **figures}.items():
            found += _with_dates(f"{record['id']}/{name}", values)
    for document in records.of("bassins"):
        for entry in document.value:
            values = entry["population"]["values"]
            found += _with_dates(f"{entry['id']}/population", values)
    return found


def _with_dates(key: str, values: Any) -> list[str]:
    """A figure's key alone and with each date; none for what is not known."""
    if not isinstance(values, list):
        return []
    return [key, *(f"{key}@{value['as_of']}" for value in values)]


def _marks(page: Prose, known: Mapping[str, Iterable[str]]) -> Iterator[Finding]:
    for placed in page.marks:
        mark = placed.mark
        if mark.kind not in IN_PROSE:
            near = suggestion(mark.kind, IN_PROSE)
            details = {"mark": mark.kind, "known": ", ".join(IN_PROSE), **near}
            yield Finding(page.path, placed.position, "unknown-mark", details)
        elif mark.key not in known[mark.kind]:
            yield _unresolved(page, placed.position, mark.kind, mark.key, known)
        elif mark.kind == "lexicon" and not mark.text.strip():
            yield Finding(page.path, placed.position, "empty-mark")
        elif mark.kind in ALONE and (mark.text or not placed.is_alone):
            yield Finding(page.path, placed.position, "not-alone")
    for place, words in page.malformed:
        yield Finding(page.path, place, "malformed-mark", {"mark": words})


def _unresolved(
    page: Prose, position: Position, kind: str, key: str, known: Mapping[str, Iterable[str]]
) -> Finding:
    said = "figure" if kind == "number" else kind
    details = {"id": key, "kind": said, **suggestion(key, known[kind])}
    return Finding(page.path, position, "unknown-reference", details)


def _front(page: Prose, known: Mapping[str, Iterable[str]]) -> Iterator[Finding]:
    for field, kind in (("figures", "figure"), ("reading", "source")):
        for index, key in enumerate(page.meta.get(field, [])):
            if key not in known[kind]:
                yield _unresolved(page, page.front.at((field, index)), kind, key, known)


def _headings(page: Prose) -> Iterator[Finding]:
    """Every heading can be linked to, by a name that stays when its words change."""
    seen: set[str] = set()
    for heading in page.headings:
        if heading.level < SECTION:
            yield Finding(page.path, heading.position, "title-heading")
        elif not heading.anchor:
            yield Finding(page.path, heading.position, "no-anchor", {"heading": heading.title})
        elif heading.anchor in seen:
            yield Finding(page.path, heading.position, "double-anchor", {"anchor": heading.anchor})
        if any(marks(heading.title)):
            yield Finding(page.path, heading.position, "mark-in-heading")
        seen.add(heading.anchor)
    for place in page.underlined:
        yield Finding(page.path, place, "underlined-heading")


def _alone(paths: list[str]) -> Iterator[Finding]:
    """Pages that exist in one language only."""
    count = Counter(address_of(path) for path in paths)
    for path in paths:
        if count[address_of(path)] == 1:
            yield Finding(path, Position(), "missing-counterpart")


def _differences(pages: list[Prose]) -> Iterator[Finding]:
    """What differs between the two languages, said of the Dutch page."""
    french = {page.address: page for page in pages if page.language == "fr"}
    dutch = {page.address: page for page in pages if page.language == "nl"}
    for address in sorted(french.keys() & dutch.keys()):
        yield from _compared(french[address], dutch[address])


def _compared(french: Prose, dutch: Prose) -> Iterator[Finding]:
    for field in ("figures", "reading"):
        if french.meta.get(field) != dutch.meta.get(field):
            place = dutch.front.at((field,))
            yield Finding(dutch.path, place, "front-differs", {"field": field})
    if _outline(french.headings) != _outline(dutch.headings):
        yield _first_difference(french, dutch)
        return
    for heading in (Heading(SECTION, "", "", Position()), *dutch.sections):
        theirs, mine = (_facts(page.marks, heading.anchor) for page in (french, dutch))
        if theirs != mine:
            details = {
                "section": heading.anchor or "–",
                "missing": ", ".join((theirs - mine).elements()) or "–",
                "extra": ", ".join((mine - theirs).elements()) or "–",
            }
            yield Finding(dutch.path, heading.position, "marks-differ", details)


def _outline(headings: Iterable[Heading]) -> list[tuple[int, str]]:
    return [(heading.level, heading.anchor) for heading in headings]


def _first_difference(french: Prose, dutch: Prose) -> Finding:
    theirs, mine = _outline(french.headings), _outline(dutch.headings)
    same = next(
        (place for place, pair in enumerate(zip(theirs, mine, strict=False)) if len(set(pair)) > 1),
        min(len(theirs), len(mine)),
    )
    place = dutch.headings[same].position if same < len(mine) else Position()
    details = {
        "expected": _said(theirs[same]) if same < len(theirs) else "–",
        "found": _said(mine[same]) if same < len(mine) else "–",
    }
    return Finding(dutch.path, place, "headings-differ", details)


def _said(heading: tuple[int, str]) -> str:
    return "#" * heading[0] + f" {{#{heading[1]}}}"


def _facts(placed: Iterable[Placed], section: str) -> Counter[str]:
    """Kind and key of the marks of a section that both languages share, with their number."""
    return Counter(
        f"{one.mark.kind}:{one.mark.key}" + (f" [{one.mark.text}]" if one.mark.text else "")
        for one in placed
        if one.section == section and one.mark.kind in SHARED
    )
