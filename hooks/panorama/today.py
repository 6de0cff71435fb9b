"""The day of Brussels, where the readers are and what the records speak of."""

from __future__ import annotations

import datetime as dt
import os
from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")


def today() -> dt.date:
    """Today's date, wherever this runs; SOURCE_DATE_EPOCH sets it where a build is repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = dt.datetime.fromtimestamp(int(epoch), BRUSSELS) if epoch else dt.datetime.now(BRUSSELS)
    return now.date()
