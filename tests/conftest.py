"""What several kinds of test need: the site, built once, and a server with its headers."""

from __future__ import annotations

import functools
import http.server
import threading
from typing import TYPE_CHECKING

import pytest

from panorama.building.site import build
from panorama.checking.check import PROJECT
from panorama.cli.serve import SiteHandler

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the project's own records."""
    folder = tmp_path_factory.mktemp("built") / "site"
    assert build(PROJECT / "data", folder, "fr") == 0
    return folder


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """Address of a server on this machine that shows the site with its headers."""
    handler = functools.partial(SiteHandler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
