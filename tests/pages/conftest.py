"""A few valid records whose facts a test can name, in the voices of the site."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from panorama.checking.check import check_folder
from panorama.model.catalogue import LANGUAGES, catalogue
from panorama.pages.environment import Settings
from panorama.pages.voice import Voice
from panorama.paths import PROJECT
from panorama.today import today
from tests.checking.golden import TODAY, VALID

if TYPE_CHECKING:
    from panorama.model.catalogue import Catalogue, Language


@pytest.fixture(scope="session")
def project() -> Catalogue:
    """The project's own records."""
    return catalogue(check_folder(PROJECT / "data", today()).documents)


@pytest.fixture(scope="session")
def records(project: Catalogue) -> Catalogue:
    """The valid records of the checks, with the project's interface texts."""
    return dataclasses.replace(catalogue(check_folder(VALID, TODAY).documents), ui=project.ui)


@pytest.fixture(scope="session")
def small(records: Catalogue) -> dict[Language, Voice]:
    """The voices in which the valid records speak."""
    return {name: Voice(name, records.ui, records.sources) for name in LANGUAGES}


@pytest.fixture(scope="session")
def settings() -> Settings:
    """What a publisher sets."""
    return Settings("https://site.example/", "https://git.example/", TODAY, {}, {})
