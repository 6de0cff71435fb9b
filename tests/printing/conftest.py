"""The project's own records, printed once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from panorama.building.printing import printed
from panorama.building.read import Site, read_site
from panorama.paths import PROJECT

if TYPE_CHECKING:
    from panorama.printing.shelf import Shelf


@pytest.fixture(scope="session")
def printed_site() -> Site:
    """The site with its documents."""
    address = "https://panorama.example/"
    site = read_site(PROJECT / "data", PROJECT, address, "https://git.example/", {})
    return printed(site, PROJECT / "data", PROJECT)


@pytest.fixture(scope="session")
def shelf(printed_site: Site) -> Shelf:
    """Every document of the site."""
    assert printed_site.shelf
    return printed_site.shelf
