"""The marks that editors write: what is one, where it stands, and what is left without it."""

from __future__ import annotations

import pytest

from panorama.reading.marks import ADDRESSES, IN_PROSE, malformed, marks, unmarked

Found = tuple[str, str, str]


def found(text: str) -> list[Found]:
    """Words, kind and key of each mark of a text."""
    return [(mark.text, mark.kind, mark.key) for mark in marks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le [non-recours](lexicon:non-recours)", [("non-recours", "lexicon", "non-recours")]),
        # The words are the editor's own: elision, plural, inflection, signs, several words, none.
        ("l’[aller-vers](lexicon:aller-vers)", [("aller-vers", "lexicon", "aller-vers")]),
        ("[l’aller-vers](lexicon:aller-vers)", [("l’aller-vers", "lexicon", "aller-vers")]),
        ("les [non-recours](lexicon:x).", [("non-recours", "lexicon", "x")]),
        ("[outreachende](lexicon:aller-vers) teams", [("outreachende", "lexicon", "aller-vers")]),
        ("[deux\nlignes](lexicon:x)", [("deux\nlignes", "lexicon", "x")]),
        ("[« zorg »](lexicon:zorg) !", [("« zorg »", "lexicon", "zorg")]),
        ("[**gras** (oui)](lexicon:x)", [("**gras** (oui)", "lexicon", "x")]),
        ("[](figure:raq/workers)", [("", "figure", "raq/workers")]),
        ("[](figure:raq/quartiers@2021)", [("", "figure", "raq/quartiers@2021")]),
        ("[](number:nord/population)", [("", "number", "nord/population")]),
        ("[3.2.1.3, note 34](source:panorama-1)", [("3.2.1.3, note 34", "source", "panorama-1")]),
        # Several on a line, touching, and at both ends.
        (
            "[a](lexicon:a)[b](lexicon:b), [](figure:c/d)",
            [("a", "lexicon", "a"), ("b", "lexicon", "b"), ("", "figure", "c/d")],
        ),
        # What is no kind of mark yet is one all the same: the check says that it is unknown.
        ("[a](lexique:a)", [("a", "lexique", "a")]),
        ("[a](javascript:alert)", [("a", "javascript", "alert")]),
        ("[a](lexicon:)", [("a", "lexicon", "")]),
        ("![a](lexicon:a)", [("a", "lexicon", "a")]),
        ("[[a](lexicon:a)]", [("a", "lexicon", "a")]),
    ],
)
def test_words_in_brackets_with_a_kind_and_a_key_are_a_mark(
    text: str, expected: list[Found]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "aucune marque",
        "[a] (lexicon:a)",
        "[a]\n(lexicon:a)",
        "(lexicon:a)",
        "[a]",
        "[a](lexicon:a",
        "[a](lexicon/a)",
        "[a](#lexicon)",
        "[a](../lexicon/index.md)",
        "[a][lexicon:a]",
        "lexicon:a",
    ],
)
def test_nothing_else_is_a_mark(text: str) -> None:
    assert found(text) == []
    assert unmarked(text) == text


@pytest.mark.parametrize(
    "address",
    [
        "https://example.be/a",
        "http://example.be/a:b",
        "mailto:info@example.be",
        "tel:+3222233774",
    ],
)
def test_a_link_to_another_place_is_no_mark(address: str) -> None:
    assert address.partition(":")[0] in ADDRESSES
    text = f"[a]({address}) et [b](lexicon:b)"
    assert found(text) == [("b", "lexicon", "b")]
    assert unmarked(text) == f"[a]({address}) et b"


@pytest.mark.parametrize(
    "text", ["[a](lexicon:a) b [](figure:c/d)", "é[ï\nü](lexicon:ï)\n\n[3.1](source:x)."]
)
def test_a_mark_knows_where_it_stands(text: str) -> None:
    for mark in marks(text):
        assert text[mark.start : mark.end] == f"[{mark.text}]({mark.kind}:{mark.key})"
    assert len(found(text)) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l’[aller-vers](lexicon:aller-vers), [ici](lexicon:b).", "l’aller-vers, ici."),
        ("[a](lexicon:a)[b](lexicon:b)", "ab"),
        # Only terms can be marked in a record: what an editor must still see stays.
        ("[](figure:raq/workers) et [a](lexicon:a)", "[](figure:raq/workers) et a"),
        ("[a](lexique:a)", "[a](lexique:a)"),
        ("[link](x)", "[link](x)"),
    ],
)
def test_a_text_without_its_marks_is_its_words(text: str, words: str) -> None:
    assert unmarked(text) == words


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("[a](lexicon:a) [](figure:b/c) [3](source:d)", []),
        ("[a](https://example.be) [b](../b/index.md) [c][d]\n\n[d]: https://example.be", []),
        ("lexicon: a, (source:b) [figure:c]", []),
        ("é [a](lexicon: a)", [(2, "[a](lexicon: a)")]),
        ("[a]( source:b)", [(0, "[a]( source:b)")]),
        ("[a](Lexicon:a) [b](FIGURE:c/d)", [(0, "[a](Lexicon:a)"), (15, "[b](FIGURE:c/d)")]),
        ('[a](lexicon:a "b")', [(0, '[a](lexicon:a "b")')]),
        ("[](<number:a/b>)", [(0, "[](<number:a/b>)")]),
        ("[a][1]\n\n [1]: <lexicon:a>\n", [(8, "[1]: <lexicon:a>")]),
        ("[a](lexicon:a){.b}", [(0, "[a](lexicon:a)")]),
        ("![a](lexicon:a)", [(1, "[a](lexicon:a)")]),
    ],
)
def test_what_is_meant_as_a_mark_but_is_none_is_told(
    text: str, places: list[tuple[int, str]]
) -> None:
    assert list(malformed(text)) == places


def test_no_kind_of_mark_is_a_kind_of_address() -> None:
    assert not set(IN_PROSE) & set(ADDRESSES)
