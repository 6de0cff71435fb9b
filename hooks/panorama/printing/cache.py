"""Documents are kept by what goes into them, so that only what shows something new is set again."""

from __future__ import annotations

import hashlib
import os
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from panorama.printing.document import Printed
from panorama.printing.press import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent
MAKERS = ("press.py", "rows.py", "document.py")
TOOLS = ("typst", "pikepdf", "pillow")
KEPT = 30 * 24 * 3600  # seconds after which an entry that no build uses is thrown away


@dataclass(frozen=True)
class Cache:
    """A folder with one file a document; `salt` stands for everything that all share."""

    folder: Path
    salt: bytes

    def key(self, template: str, content: bytes) -> str:
        """A name for a document that changes with anything that it is made from."""
        made = hashlib.sha256(self.salt + template.encode() + b"\0" + content)
        return made.hexdigest()[:32]

    def get(self, key: str) -> Printed | None:
        """What an earlier build made."""
        path = self.folder / key
        try:
            found = msgspec.msgpack.decode(path.read_bytes(), type=Printed)
        except (OSError, msgspec.DecodeError):
            return None
        os.utime(path)
        return found

    def put(self, key: str, printed: Printed) -> None:
        """Keep a document; two builds at once do not disturb each other."""
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = self.folder / f"{key}.{os.getpid()}"
        fresh.write_bytes(msgspec.msgpack.encode(printed))
        fresh.replace(self.folder / key)

    def tidy(self) -> None:
        """Throw away what no build has used for long."""
        oldest = time.time() - KEPT
        for path in self.folder.glob("[0-9a-f]*"):
            if path.is_file() and path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)


def cache(folder: Path, fonts: Path) -> Cache:
    """The cache of a folder, for these fonts, templates and tools."""
    parts = [
        fonts.name.encode(),
        *(path.read_bytes() for path in sorted(TEMPLATES.glob("*.typ"))),
        *((HERE / name).read_bytes() for name in MAKERS),
        *_versions(TOOLS),
    ]
    return Cache(folder, hashlib.sha256(b"\0".join(parts)).digest())


def _versions(tools: Sequence[str]) -> list[bytes]:
    return [version(tool).encode() for tool in tools]
