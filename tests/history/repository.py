"""A real git repository with records, whose days a test chooses."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.checking.golden import VALID

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

# Neither is ever shown.
AUTHOR = "Quelqu’une de l’équipe"
SUBJECT = "Sujet que personne ne lit"
# What the machine has set for git has no say here.
ENVIRONMENT = {
    **{name: text for name, text in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": AUTHOR,
    "GIT_AUTHOR_EMAIL": "personne@example.be",
    "GIT_COMMITTER_NAME": AUTHOR,
    "GIT_COMMITTER_EMAIL": "personne@example.be",
}


@dataclass(frozen=True)
class Repository:
    """A folder under git with the valid records of the checks in `data/`."""

    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def git(self, *arguments: str, day: str = "2025-01-01") -> str:
        """Run a git command as if at noon of a day, or at a moment with its zone."""
        when = day if "T" in day else f"{day}T12:00:00+00:00"
        dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=ENVIRONMENT | dates,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout.strip()

    def commit(self, day: str) -> str:
        """Record everything as it stands; the commit's id."""
        self.git("add", "--all", ".")
        self.git("commit", "--quiet", "--allow-empty", "--message", SUBJECT, day=day)
        return self.git("rev-parse", "HEAD")

    def edit(self, path: str, *changes: tuple[str, str]) -> None:
        """Replace texts of a file of the data folder, each of which must be there."""
        file = self.data / path
        text = file.read_text("utf-8")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        file.write_text(text, "utf-8")

    def write(self, path: str, text: str) -> None:
        """A new file of the data folder."""
        (self.data / path).write_text(text, "utf-8")


def repository(folder: Path, texts: Mapping[str, str] | None = None) -> Repository:
    """A repository whose first commit, of 1 January 2025, holds the valid records.

    `texts` stand there instead of those of some files.
    """
    made = Repository(folder)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(VALID, made.data)
    for path, text in (texts or {}).items():
        made.write(path, text)
    made.git("init", "--quiet", "--initial-branch", "main")
    made.commit("2025-01-01")
    return made
