"""The named formats of the schemas: dates, periods and web addresses."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import urlsplit

from jsonschema import FormatChecker

from panorama.model.records import is_known

FORMATS = FormatChecker(formats=())
_SHAPE = re.compile(r"\d{4}(-\d{2}){0,2}")
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE)


def is_date(text: str) -> bool:
    """Whether a text is YYYY, YYYY-MM or YYYY-MM-DD and in the calendar."""
    if not _SHAPE.fullmatch(text):
        return False
    try:
        dt.date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


@FORMATS.checks("day")
def is_day(value: object) -> bool:
    """A full date of the calendar; other types are the `type` keyword's concern."""
    return not isinstance(value, str) or (len(value) == len("2024-01-31") and is_date(value))


@FORMATS.checks("period")
def is_period(value: object) -> bool:
    """A date, or two with a slash between, the first not after the second."""
    if not isinstance(value, str):
        return True
    start, slash, end = value.partition("/")
    return is_date(start) and (
        not slash or (is_date(end) and start[: len(end)] <= end[: len(start)])
    )


@FORMATS.checks("web-address")
def is_web_address(value: object) -> bool:
    """An absolute http or https address with a host name and no spaces."""
    if not isinstance(value, str):
        return True
    try:
        parts = urlsplit(value)
        host = parts.hostname or ""
    except ValueError:
        return False
    return (
        parts.scheme in {"http", "https"}
        and bool(_HOST.fullmatch(host))
        and "@" not in parts.netloc
        and not re.search(r"[\s<>\"'`\\]", value)
    )


@FORMATS.checks("web-address-or-missing")
def is_web_address_or_missing(value: object) -> bool:
    """A web address, or one of the words for what is not known."""
    return not is_known(value) or is_web_address(value)
