"""The named formats of the schemas, at their edges."""

from __future__ import annotations

import pytest

from panorama.checking.formats import is_day, is_period, is_web_address, is_web_address_or_missing


@pytest.mark.parametrize("text", ["2024-02-29", "0001-01-01", "2025-12-31"])
def test_a_day_is_a_full_date_of_the_calendar(text: str) -> None:
    assert is_day(text)
    assert is_period(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "2025", "2025-06", "2025-6-30", "2025-02-29", "2025-00-10", "2025-13-01"),
        *("2025-06-31", "20250630", "2025-W01-1", "2025/06/30", "30-06-2025", " 2025-06-30"),
        *("2025-06-30\n", "2025-06-30T00:00", "0000-01-01", "٢٠٢٥-٠٦-٣٠", "+025-06-30"),
    ],
)
def test_nothing_else_is_a_day(text: str) -> None:
    assert not is_day(text)


@pytest.mark.parametrize(
    "text",
    [
        *("2025", "2025-06", "2025-06-30", "2024/2025", "2024-06/2025-06", "2024/2024"),
        *("2024-01-31/2024-02", "2024-06/2024", "2024/2024-01", "2024-12/2025-01-01"),
    ],
)
def test_a_period_is_a_date_or_two_in_order(text: str) -> None:
    assert is_period(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "/", "2025/", "/2025", "2025-13", "25", "2025-6", "juin 2025", "2025 ", "2025\n"),
        *("2025/2024", "2024-09/2024-06", "2024-06-30/2024-06-29", "2024-06/2024-05-31"),
        *("2024/2025/2026", "2024-2025", "2024–2025", "2024-06-30/2025-02-30", "٢٠٢٥", "0000"),
    ],
)
def test_nothing_else_is_a_period(text: str) -> None:
    assert not is_period(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.be",
        "http://example.be/",
        "HTTPS://Example.BE/a",
        "https://www.sub-domain.example.brussels/a/b.pdf?c=d&e=%20#f",
        "https://example.be:8080/a@b",
        "https://example.be/règles_(été)",
        "https://127.0.0.1/a",
    ],
)
def test_a_web_address_is_absolute_and_has_a_host(text: str) -> None:
    assert is_web_address(text)
    assert is_web_address_or_missing(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "example.be", "www.example.be/a", "//example.be", "/a", "#a", "mailto:a@example.be"),
        *("https://", "https:///a", "https:example.be", "https://localhost", "https://.be"),
        *("https://example..be", "https://[::1]/", "https://[", "ftp://example.be"),
        *("javascript:alert(1)", "JavaScript://example.be/%0aalert(1)", "data:text/html,a"),
        *("file:///etc/passwd", " https://example.be", "https://example.be ", "https://a b.be"),
        *("https://example.be/a b", "https://example.be/\n", "java\tscript:alert(1)"),
        *('https://example.be/"a', "https://example.be/'a", "https://example.be/<a>"),
        *("https://example.be\\@evil.be", "https://user@example.be", "https://:a@example.be"),
        *("https://example.be@evil.be", "https://exa\u0301mple.be", "https://ехample.be"),
    ],
)
def test_nothing_else_is_a_web_address(text: str) -> None:
    assert not is_web_address(text)
    assert not is_web_address_or_missing(text)


@pytest.mark.parametrize("text", ["unknown", "not-applicable"])
def test_what_is_missing_is_said_in_a_word(text: str) -> None:
    assert is_web_address_or_missing(text)
    assert not is_web_address(text)


@pytest.mark.parametrize("value", [None, True, 2025, 20.25, ["2025"], {"fr": "2025"}])
def test_other_types_are_left_to_the_type_keyword(value: object) -> None:
    assert is_day(value)
    assert is_period(value)
    assert is_web_address(value)
    assert is_web_address_or_missing(value)
