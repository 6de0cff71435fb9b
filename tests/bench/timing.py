"""Whole commands timed in turns, so that a busy machine slows all of them."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def run(program: str, *arguments: str, folder: Path | None = None) -> None:
    """Run a program of this environment; one that fails is nothing to compare with."""
    command = [str(Path(sys.executable).with_name(program)), *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)


def alternated(runs: int, *steps: Callable[[], object]) -> list[float]:
    """Seconds of the best run of each step, the steps being taken in turns."""
    best = [float("inf")] * len(steps)
    for _ in range(runs):
        for index, step in enumerate(steps):
            start = time.perf_counter()
            step()
            best[index] = min(best[index], time.perf_counter() - start)
    return best
