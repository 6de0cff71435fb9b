"""Two versions of a record: by what their fields say, never by how the file is written."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from panorama.history.compare import Change, compare
from panorama.history.facts import facts, records_of
from panorama.history.items import by_item, narrowed

BASE: dict[str, Any] = {
    "id": "maison",
    "names": {"fr": "Maison", "nl": "Huis"},
    "roles": ["host"],
    "summary": {"fr": "Un.", "nl": "Een."},
    "hours": "unknown",
    "contacts": {
        "phone": "02 123 45 67",
        "email": "unknown",
        "website": {"fr": "https://example.be/fr", "nl": "https://example.be/nl"},
        "as_of": 2024,
        "sources": [{"id": "a"}],
    },
    "comparison": {
        "how": {"items": [{"fr": "Va.", "nl": "Gaat."}], "as_of": 2024, "sources": [{"id": "a"}]}
    },
    "figures": [
        {
            "id": "staff",
            "label": {"fr": "Équipe", "nl": "Team"},
            "unit": "fte",
            "values": [{"value": 2, "as_of": 2023, "source": {"id": "a"}}],
        }
    ],
    "sources": [{"id": "a", "section": "1"}],
    "checked": {"on": "2024-10-01", "how": "call"},
}
FIGURE = BASE["figures"][0]
STATEMENT = BASE["comparison"]["how"]
CASES: list[tuple[str, dict[str, Any], list[tuple[str, str]]]] = [
    ("nothing", {}, []),
    ("phone", {"contacts": BASE["contacts"] | {"phone": "112"}}, [("changed", "contacts.phone")]),
    ("known", {"contacts": BASE["contacts"] | {"email": "a@b"}}, [("known", "contacts.email")]),
    ("lost", {"contacts": BASE["contacts"] | {"phone": "unknown"}},
     [("unknown", "contacts.phone")]),
    ("no use", {"hours": "not-applicable"}, [("not-applicable", "hours")]),
    ("website", {"contacts": BASE["contacts"] | {"website": "https://b.be"}},
     [("changed", "contacts.website")]),
    ("text", {"summary": {"fr": "Deux.", "nl": "Twee."}}, [("reworded", "summary")]),
    ("hours", {"hours": {"fr": "Le lundi.", "nl": "Maandag."}}, [("known", "hours")]),
    ("list", {"roles": ["host", "partner"]}, [("changed", "roles")]),
    ("more", {"note": {"fr": "N.", "nl": "N."}}, [("given", "note")]),
    ("name", {"names": {"fr": "Demeure", "nl": "Huis"}}, [("named", "names")]),
    ("row", {"comparison": {"how": STATEMENT | {"items": [{"fr": "Vient.", "nl": "Komt."}]}}},
     [("reworded", "comparison.how")]),
    ("row's date", {"comparison": {"how": STATEMENT | {"as_of": 2025}}},
     [("dated", "comparison.how")]),
    ("figure added", {"figures": [FIGURE | {"values": [
        *FIGURE["values"], {"value": 3, "as_of": "2024-06", "source": {"id": "a"}}]}]},
     [("figure-added", "figures.staff")]),
    ("figure corrected",
     {"figures": [FIGURE | {"values": [{"value": 3, "as_of": 2023, "source": {"id": "a"}}]}]},
     [("figure-changed", "figures.staff")]),
    ("figure gone", {"figures": []}, [("figure-removed", "figures.staff")]),
    ("figure's name", {"figures": [FIGURE | {"label": {"fr": "Gens", "nl": "Mensen"}}]},
     [("reworded", "figures.staff")]),
    ("source", {"sources": [{"id": "a", "section": "1"}, {"id": "b"}]}, [("source-added", "")]),
    ("other source", {"sources": [{"id": "b"}]}, [("source-added", "")]),
    ("section", {"sources": [{"id": "a", "section": "2"}]}, [("cited", "")]),
    ("checked", {"checked": {"on": "2025-01-01", "how": "visit"}}, [("checked", "checked")]),
    ("two", {"hours": "not-applicable", "checked": {"on": "2025-01-01", "how": "call"}},
     [("not-applicable", "hours"), ("checked", "checked")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("edit", "expected"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_an_edit_is_the_changes_that_a_reader_would_name(
    edit: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert [(one.what, one.field) for one in compare(BASE, BASE | edit)] == expected


def test_a_field_that_goes_is_withdrawn() -> None:
    less = {name: value for name, value in BASE.items() if name != "summary"}
    assert [(one.what, one.field) for one in compare(BASE, less)] == [("withdrawn", "summary")]


def test_one_language_alone_is_named() -> None:
    (change,) = compare(BASE, BASE | {"summary": {"fr": "Deux.", "nl": "Een."}})
    assert change.languages == ("fr",)


def test_a_source_that_nothing_names_any_more_is_removed() -> None:
    before = BASE | {"sources": [{"id": "b"}]}
    (change,) = compare(before, BASE | {"sources": [{"id": "a"}]})
    assert (change.what, change.before) == ("source-removed", "b")


@pytest.mark.parametrize(("before", "after", "what"), [
    (None, BASE, ["added"]), (BASE, None, ["removed"]), (None, None, []),
])  # fmt: skip
def test_records_come_and_go(before: Any, after: Any, what: list[str]) -> None:
    assert [change.what for change in compare(before, after)] == what


ITEMS: list[tuple[Any, Any, list[tuple[str, Any, Any]]]] = [
    ([1, 2], [2, 3], [("item-removed", 1, None), ("item-added", None, 3)]),
    ([1, 2], [2, 1], [("reordered", [1, 2], [2, 1])]),
    ([{"id": "a", "n": 1}], [{"id": "b", "n": 1}, {"id": "a", "n": 2}],
     [("item-changed", {"id": "a", "n": 1}, {"id": "a", "n": 2}),
      ("item-added", None, {"id": "b", "n": 1})]),
    ([{"n": 1}], [{"n": 2}], [("item-removed", {"n": 1}, None), ("item-added", None, {"n": 2})]),
    ([{"id": "a", "as_of": 1}, 2], [{"id": "a", "as_of": 2}], [("item-removed", 2, None)]),
    ("unknown", [1], [("changed", "unknown", [1])]),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "expected"), ITEMS)
def test_lists_are_compared_item_by_item(
    before: Any, after: Any, expected: list[tuple[str, Any, Any]]
) -> None:
    found = by_item(Change("changed", "roles", before, after))
    assert [(one.what, one.before, one.after) for one in found] == expected


def test_of_an_item_that_changed_its_name_and_what_changed_are_shown() -> None:
    before = {"kind": "a", "organisation": "o", "text": "long", "source": {"id": "x"}}
    change = Change("item-changed", "relations", before, before | {"kind": "b"})
    found = narrowed(change)
    assert found.before == {"kind": "a", "organisation": "o"}
    assert found.after == {"kind": "b", "organisation": "o"}


ODD: list[Any] = [
    None, True, 0, 1.5, "unknown", "", [], {}, [None], [[]], {"fr": None}, {"fr": "a", "nl": 1},
    {"items": None}, {"items": [None]}, {"values": None},
    {"id": [], "values": [None, {"as_of": {}}]},
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), list(product(ODD, ODD)))
def test_versions_of_any_shape_can_be_compared(old: Any, new: Any) -> None:
    fields = (*BASE, "population", "source", "terms")
    before = dict.fromkeys(fields, old) | {"figures": [old], "contacts": {"phone": old}}
    after = dict.fromkeys(fields, new) | {"figures": [new], "contacts": {"phone": new}}
    compare(before, after)
    compare(dict.fromkeys(fields, old), dict.fromkeys(fields, new))


@pytest.mark.parametrize(("path", "value", "keys"), [
    ("organisations/maison.yml", {"id": "other"}, ["organisations/maison"]),
    ("organisations/maison.yml", ["no", "record"], []),
    ("bassins.yml", [{"id": "nord"}, {"id": 3}, "x"], ["bassins/nord"]),
    ("lines.yml", {"rows": []}, ["lines/lines"]),
    ("ui.yml", {"menu": {}}, []),
])  # fmt: skip
def test_files_hold_records_by_their_address(path: str, value: Any, keys: list[str]) -> None:
    assert [key for key, _ in records_of(path, value)] == keys


def test_facts_are_named_by_their_fields() -> None:
    assert {"contacts.phone", "comparison.how", "figures.staff"} <= facts(BASE).keys()
    assert not {"id", "checked", "sources", "contacts.sources"} & facts(BASE).keys()
