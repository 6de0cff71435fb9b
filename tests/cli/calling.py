"""The command as editors call it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PANORAMA = Path(sys.executable).with_name("panorama")


def panorama(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder; whatever it says, it never shows the inside of the program."""
    done = subprocess.run(
        [PANORAMA, *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **environment},
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, as it is."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
