"""What several kinds of test need: sites, built once, and servers with their headers."""

from __future__ import annotations

import contextlib
import fcntl
import functools
import http.server
import os
import pickle
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import pytest

from panorama.building.site import build
from panorama.cli.serve import SiteHandler
from panorama.paths import PROJECT
from tests.hostile import Attack, hostile_data

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


Made = TypeVar("Made")


@dataclass(frozen=True)
class Hostile:
    """A site whose texts attack, the records it was built from, and what was written in them."""

    site: Path
    data: Path
    attack: Attack


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of one run of the tests see."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """The built site of the project's own records."""

    def make(folder: Path) -> Path:
        assert build(PROJECT / "data", folder / "site", "fr") == 0
        return folder / "site"

    return once(shared / "built", make)


@pytest.fixture(scope="session")
def hostile(shared: Path) -> Hostile:
    """A site whose texts attack wherever a text may stand."""

    def make(folder: Path) -> Hostile:
        attack = hostile_data(folder / "data")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("PANORAMA_PRINT", "draft")  # texts that attack are too long for one page
            assert build(folder / "data", folder / "site", "fr") == 0
        return Hostile(folder / "site", folder / "data", attack)

    return once(shared / "hostile", make)


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


def once(folder: Path, make: Callable[[Path], Made]) -> Made:
    """Make in a folder what takes long; who asks later reads what the first noted."""
    folder.mkdir(exist_ok=True)
    note = folder / "made"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not note.exists():
            note.write_bytes(pickle.dumps(make(folder)))
        made: Made = pickle.loads(note.read_bytes())  # noqa: S301 - written just above
        return made


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder while the address is needed."""
    handler = functools.partial(SiteHandler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
