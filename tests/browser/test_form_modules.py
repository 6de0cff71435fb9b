"""The form's pure functions in Chromium: edits by position, addresses, lines that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from panorama.reading.yaml_values import parse

if TYPE_CHECKING:
    from playwright.sync_api import Page

Edit = tuple[str, list[Any], str, str]
CALL = """async ([module, name, values]) => {
  const found = await import(new URL(`/assets/edit/${module}.js`, location.href).href);
  return found[name](...values);
}"""
RECORD = """# above
id: a
names: {fr: 'Été', nl: "Zomer"} # beside
roles: [host, partner]
phone:
since:
  # about the first
  - value: 2021
    as_of: 2024
  - {value: 2022, as_of: 2025} # second
text:
  fr: |-
    un

    deux
  nl: plain
end: "1"
"""
TEXT = "text:\n  fr: |-\n    un\n\n    deux\n  nl: plain"
ORDER = ["id", "names", "other", "roles", "phone", "since", "text", "note", "end"]


def call(page: Page, module: str, name: str, *values: Any) -> Any:
    """What a function of a module answers."""
    return page.evaluate(CALL, [module, name, list(values)])


# What is done, and what of the record it changes into what.
EDITS: list[Edit] = [
    ("put", [["names", "fr"], "L'été"], "'Été'", "'L''été'"),
    ("put", [["names", "nl"], 'a"b'], '"Zomer"', '"a\\"b"'),
    ("put", [["phone"], "02 123 45 67"], "phone:\n", "phone: 02 123 45 67\n"),
    ("put", [["phone"], "112"], "phone:\n", 'phone: "112"\n'),
    ("put", [["phone"], "no"], "phone:\n", "phone: no\n"),
    ("put", [["phone"], "a: b"], "phone:\n", 'phone: "a: b"\n'),
    ("put", [["phone"], "a #b"], "phone:\n", 'phone: "a #b"\n'),
    ("put", [["phone"], "!x"], "phone:\n", 'phone: "!x"\n'),
    ("put", [["phone"], "- x"], "phone:\n", 'phone: "- x"\n'),
    ("put", [["phone"], "un\n\ndeux"], "phone:\n", "phone: |-\n  un\n\n  deux\n"),
    ("put", [["id"], None], "id: a\n", "id:\n"),
    ("put", [["roles", 1], "a, b"], "partner]", '"a, b"]'),
    ("put", [["since", 0, "value"], "2020"], "value: 2021", 'value: "2020"'),
    ("put", [["since", 0, "source"], {"id": "x"}], "2024\n", "2024\n    source: {id: x}\n"),
    ("put", [["since", 1, "note"], "x"], "2025}", "2025, note: x}"),
    ("put", [["text", "fr"], "trois"], "    un\n\n    deux\n", "    trois\n"),
    ("put", [["text", "nl"], "a\nb"], "nl: plain", "nl: |-\n    a\n    b"),
    ("put", [["text"], "unknown"], TEXT, "text: unknown"),
    ("put", [["other"], "x", ORDER], "# beside\n", "# beside\nother: x\n"),
    ("put", [["note"], {"fr": "a", "nl": "b"}, ORDER], "plain\n", "plain\nnote: {fr: a, nl: b}\n"),
    ("put", [["end"], "2"], '"1"', '"2"'),
    ("remove", [["roles", 0]], "[host, partner]", "[partner]"),
    ("remove", [["names", "nl"]], ', nl: "Zomer"', ""),
    ("remove", [["phone"]], "phone:\n", ""),
    ("remove", [["end"]], 'end: "1"\n', ""),
    ("remove", [["since", 0, "value"]], "value: 2021\n    as_of", "as_of"),
    ("remove", [["since", 1]], "  - {value: 2022, as_of: 2025} # second\n", ""),
    ("append", [["roles"], "host"], "partner]", "partner, host]"),
    ("append", [["since"], {"value": "x"}], "# second\n", "# second\n  - {value: x}\n"),
    ("append", [["phone"], "x"], "phone:\n", "phone: [x]\n"),
    ("swap", [["roles"], 0], "host, partner", "partner, host"),
    (
        "swap",
        [["since"], 0],
        "- value: 2021\n    as_of: 2024\n  - {value: 2022, as_of: 2025} # second\n",
        "- {value: 2022, as_of: 2025} # second\n  - value: 2021\n    as_of: 2024\n",
    ),
]  # fmt: skip


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_changes_its_own_place_only(open_page: Page, ending: str, edit: Edit) -> None:
    name, values, old, new = edit
    assert RECORD.count(old) == 1
    after = call(open_page, "editing", name, RECORD.replace("\n", ending), *values)
    assert after == RECORD.replace(old, new).replace("\n", ending)
    read, findings = parse("a.yml", after.replace("\r\n", "\n"))
    assert findings == []
    assert read


def test_the_last_entry_leaves_an_empty_list(open_page: Page) -> None:
    once = call(open_page, "editing", "remove", RECORD, ["since", 0])
    twice = call(open_page, "editing", "remove", once, ["since", 0])
    assert twice.splitlines()[5] == "since: []"


VALUES = [
    "a", "1", "0.5", "true", "~", "", "a: b", "a:", "#a", "a #b", "'", '"', "\\n", "a\nb", "\na",
    "a\n", " a", "a\t", "{a", "a}", "[", "- a", "-a", "?", "%", "@x", "`", "|", ">", "é", "…",
    "---", "--- a", "null", "1e3", "0x1", "2024-01-01", "*a", "&a", "!a", "a,b",
]  # fmt: skip


@pytest.mark.parametrize("path", [["phone"], ["roles", 0], ["text", "fr"], ["names", "fr"]])
def test_any_text_is_read_back_as_it_was_meant(open_page: Page, path: list[Any]) -> None:
    for value in VALUES:
        after = call(open_page, "editing", "put", RECORD, path, value)
        read, findings = parse("a.yml", after)
        assert findings == [], value
        assert read
        found = read.value
        for step in path:
            found = found[step]
        assert found == value


HOST = "https://git.example/p/"
PATH = "data/lexicon/a.yml"


@pytest.mark.parametrize(
    ("platform", "is_new", "start", "is_filled"),
    [
        ("github", True, "new/main", True),
        ("github", False, f"edit/main/{PATH}", False),
        ("gitlab", True, "-/new/main", False),
        ("gitlab", False, f"-/edit/main/{PATH}", False),
        ("gitea", True, "_new/main/", True),
        ("gitea", False, f"_edit/main/{PATH}", False),
    ],
)
def test_the_page_for_a_proposal_is_the_platform_s(
    open_page: Page, platform: str, start: str, *, is_new: bool, is_filled: bool
) -> None:
    text = "id: a\ntext: “é & # +”\n"
    host = {"repository": HOST, "platform": platform, "branch": "main"}
    page = call(open_page, "sending", "proposal", host, PATH, text, is_new)
    parts = urlsplit(page["address"])
    assert parts.path == urlsplit(HOST + start).path
    assert page["isFilled"] is is_filled
    query = parse_qs(parts.query)
    assert query.get("value", [text]) == [text]
    assert ("value" in query) is is_filled
    assert query.get("filename", query.get("file_name", [PATH])) == [PATH]
    long = call(open_page, "sending", "proposal", host, PATH, text * 500, is_new)
    assert long["isFilled"] is False
    assert len(long["address"]) < 300


def test_a_mail_says_what_changes_and_is_never_too_long(open_page: Page) -> None:
    short = call(open_page, "sending", "mail", "a@b.be", "S & é", "x\n+ y", "cut")
    assert short == "mailto:a@b.be?subject=S%20%26%20%C3%A9&body=x%0D%0A%2B%20y"
    long = call(open_page, "sending", "mail", "", "S", "é" * 5000, "cut")
    assert long.startswith("mailto:?")
    assert long.endswith("cut")
    assert len(long) < 10_000


def test_lines_that_differ_are_told_from_those_that_do_not(open_page: Page) -> None:
    lines = call(open_page, "differing", "differing", "a\nb\nc\nd", "a\nx\nc\ny\nd")
    signs = {"same": " ", "gone": "-", "new": "+"}
    assert [signs[line["sort"]] + line["text"] for line in lines] == [
        " a", "-b", "+x", " c", "+y", " d"
    ]  # fmt: skip
