"""The day that an editor has on the calendar."""

from __future__ import annotations

import datetime as dt


def today() -> dt.date:
    """The day where this machine is: after midnight in Brussels it is still yesterday in UTC."""
    return dt.datetime.now().astimezone().date()
