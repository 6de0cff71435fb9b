"""The voices and settings of the pages' tests."""

from __future__ import annotations

from tests.pages.conftest import project, records, settings, small

__all__ = ["project", "records", "settings", "small"]
