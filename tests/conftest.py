"""What several kinds of test need: sites, built once, and servers with their headers."""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from panorama.building.site import build
from panorama.cli.serve import SiteHandler
from panorama.paths import PROJECT
from tests.hostile import Attack, hostile_data

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True)
class Hostile:
    """A site whose texts attack, the records it was built from, and what was written in them."""

    site: Path
    data: Path
    attack: Attack


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the project's own records."""
    folder = tmp_path_factory.mktemp("built") / "site"
    assert build(PROJECT / "data", folder, "fr") == 0
    return folder


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    """A site whose texts attack wherever a text may stand."""
    folder = tmp_path_factory.mktemp("hostile")
    attack = hostile_data(folder / "data")
    assert build(folder / "data", folder / "site", "fr") == 0
    return Hostile(folder / "site", folder / "data", attack)


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """Address of a server on this machine that shows the site with its headers."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_base(hostile: Hostile) -> Iterator[str]:
    """Address of a server that shows the site whose texts attack."""
    with served(hostile.site) as address:
        yield address


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder while the address is needed."""
    handler = functools.partial(SiteHandler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
