"""Places of words in a file, and edits that change nothing else."""

from __future__ import annotations

import pytest

from panorama.editing.spans import Edit, edited, rewritten, spans
from panorama.editing.verifying import verified


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("checked: {on: 2024-01-01, how: call}\n", "checked: {on: 2025-02-03, how: visit}\n"),
        ("checked: {how: call, on: 2024-01-01}", "checked: {how: visit, on: 2025-02-03}"),
        (
            "checked:  { on: '2024-01-01' , how: \"call\", every: 12 } # oui\n",
            "checked:  { on: '2025-02-03' , how: \"visit\", every: 12 } # oui\n",
        ),
        (
            "a: 1\nchecked:\n  # vu\n  on: 2024-01-01   # le jour\n\n  how: call\nz: [1,\n 2]\n",
            "a: 1\nchecked:\n  # vu\n  on: 2025-02-03   # le jour\n\n  how: visit\nz: [1,\n 2]\n",
        ),
        (
            "# é 😀 ‘x’\r\nchecked:\r\n  on: 2024-01-01\r\n  how: call\r\n# fin\r\n",
            "# é 😀 ‘x’\r\nchecked:\r\n  on: 2025-02-03\r\n  how: visit\r\n# fin\r\n",
        ),
        (
            "checked:\n  on: >-\n    2024-01-01\n  how: |\n    call\n",
            "checked:\n  on: 2025-02-03\n  how: visit\n",
        ),
        (
            "on: 2024-01-01\nhow: call\nchecked: {on: 2024-01-01, how: call}\n",
            "on: 2024-01-01\nhow: call\nchecked: {on: 2025-02-03, how: visit}\n",
        ),
    ],
)
def test_only_the_two_values_are_renewed(before: str, after: str) -> None:
    assert verified(before, "visit", "2025-02-03") == after


@pytest.mark.parametrize(
    "text",
    ["", "id: x\n", "checked: 2024\n", "checked: {on: 2024-01-01}\n", "checked: {on: [a], how: b}"],
)
def test_a_record_without_such_a_place_is_not_renewed(text: str) -> None:
    assert verified(text, "visit", "2025-02-03") is None


@pytest.mark.parametrize(
    ("written", "word", "rewritten_as"),
    [
        ("id: a\n", "b-1", "id: b-1\n"),
        ("id: 'a'\n", "b", "id: 'b'\n"),
        ('id: "a"\n', "b", 'id: "b"\n'),
        ("id: a\n", "107", 'id: "107"\n'),
        ("id: a\n", "null", 'id: "null"\n'),
        ("id: a\n", "1e3", 'id: "1e3"\n'),
        ("id: a\n", "0x10", 'id: "0x10"\n'),
        ("id: a\n", "12-3", "id: 12-3\n"),
        ("id: a\n", "no", "id: no\n"),
        ("id: {id: a}\n", "b", "id: {id: b}\n"),
    ],
)
def test_a_word_stays_a_word(written: str, word: str, rewritten_as: str) -> None:
    (span,) = (span for span in spans(written).values() if span.value == "a")
    assert edited(written, [rewritten(span, word, written)]) == rewritten_as


def test_edits_are_counted_in_the_text_as_it_was() -> None:
    edits = [Edit(4, 5, "LONG"), Edit(0, 1, "x"), Edit(4, 5, "LONG")]
    assert edited("a b c d", edits) == "x b LONG d"
