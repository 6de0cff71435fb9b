"""git at the edge: which versions the files of a data folder had, and what they held.

Nothing here raises for what git says or cannot say: an answer that is not there is None. Authors
and subjects of commits are never asked for.
"""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SECONDS = 60  # after which git is taken not to answer
# Half of a record may be rewritten while it gets another name.
_RENAMED = "-M50%"
# What a machine may have set, as it is meant here.
_PLAIN = (
    "-c", "log.showSignature=false", "-c", "log.showRoot=true", "-c", "color.ui=false",
)  # fmt: skip
# Ways to write a change of file (git-diff, raw format): one path, or two.
_TWO_PATHS = ("R", "C")


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file of a commit, by its paths from the data folder and the ids of what it held.

    Path and id are empty where there was no file before, or is none after.
    """

    old: str
    new: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Commit:
    """What one step of the published branch did to the data folder."""

    when: dt.datetime
    files: tuple[FileChange, ...]


def is_shallow(data: Path) -> bool | None:
    """Whether the history is cut off; None where there is no history at all."""
    said = _git(data, "rev-parse", "--is-shallow-repository")
    return None if said is None else said.strip() == b"true"


def commits(data: Path) -> list[Commit] | None:
    """Every step of the branch, oldest first; what a merge brought in counts on the merge's day."""
    said = _git(
        data, *_PLAIN, "log",
        "--first-parent", "-m", "--reverse", "--raw", "-z", "--no-abbrev", _RENAMED,
        "--relative", "--format=tformat:@%ct", "--", ".",
    )  # fmt: skip
    return None if said is None else list(parsed(said.decode("utf-8", "surrogateescape")))


def parsed(log: str) -> Iterator[Commit]:
    """Commits of a raw log whose parts are separated by NUL."""
    fields = iter(log.split("\0"))
    when: dt.datetime | None = None
    files: list[FileChange] = []
    for field in fields:
        text = field.lstrip("\n")
        if text.startswith(":"):
            files.append(_file(text, fields))
        elif text.startswith("@"):
            if when:
                yield Commit(when, tuple(files))
            when, files = dt.datetime.fromtimestamp(int(text[1:]), dt.UTC), []
    if when:
        yield Commit(when, tuple(files))


def _file(head: str, fields: Iterator[str]) -> FileChange:
    """`:100644 100644 <id> <id> M` with the path or the two paths that follow."""
    *_, before, after, status = head.split(" ")
    old = next(fields)
    new = next(fields) if status.startswith(_TWO_PATHS) else old
    if status.startswith("C"):
        old, before = "", ""
    had, has = before.strip("0") != "", after.strip("0") != ""
    return FileChange(old if had else "", new if has else "", before * had, after * has)


def files_of(data: Path, commit: str) -> dict[str, str] | None:
    """Id of each file of the data folder in a commit, by its path from there."""
    said = _git(data, "ls-tree", "-r", "-z", commit)
    if said is None:
        return None
    rows = said.decode("utf-8", "surrogateescape").split("\0")
    return {
        path: head.split(" ")[2] for head, _, path in (row.partition("\t") for row in rows[:-1])
    }


def resolve(data: Path, reference: str) -> str | None:
    """The commit where what stands here left the branch or tag that a name means.

    None where the name means nothing here, and where the history is cut off before that commit:
    what the branch did since would be taken for what was done here.
    """
    said = _git(
        data, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}"
    )
    if said is None:
        return None
    found = said.decode("ascii").strip()
    forked = _git(data, "merge-base", found, "HEAD")
    if forked:
        return forked.decode("ascii").strip()
    return None if is_shallow(data) else found


def contents(data: Path, ids: Iterable[str]) -> dict[str, bytes]:
    """What files held, by id, in one pass; ids that the repository does not have are left out."""
    wanted = "".join(f"{name}\n" for name in dict.fromkeys(ids))
    said = _git(data, "cat-file", "--batch", given=wanted.encode("ascii")) if wanted else None
    found: dict[str, bytes] = {}
    start = 0
    while said and start < len(said):
        end = said.index(b"\n", start)
        head = said[start:end].split(b" ")
        start = end + 1
        if head[1] == b"blob":
            size = int(head[2])
            found[head[0].decode("ascii")] = said[start : start + size]
            start += size + 1
    return found


def uncommitted(data: Path) -> set[str]:
    """Paths of files that differ from the last commit, or are in none."""
    said = _git(
        data, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", "."
    )
    top = _git(data, "rev-parse", "--show-prefix")
    if said is None or top is None:
        return set()
    prefix = top.decode("utf-8", "surrogateescape").strip("\n")
    rows = said.decode("utf-8", "surrogateescape").split("\0")
    return {row[3:].removeprefix(prefix) for row in rows if row}


def changed_files(folder: Path, commit: str) -> list[str]:
    """Paths below a folder that are not what they were in a commit, those of no commit included."""
    said = _git(
        folder, "diff", "--name-only", "-z", "--no-renames", "--relative", commit, "--", "."
    )
    known = said.decode("utf-8", "surrogateescape").split("\0") if said else []
    return sorted({path for path in known if path} | uncommitted(folder))


def moved_files(folder: Path, commit: str) -> dict[str, str]:
    """Where files of a commit are now if git finds that they moved, by their paths then."""
    said = _git(
        folder, *_PLAIN, "diff", "--raw", "-z", "--no-abbrev", _RENAMED, "--diff-filter=R",
        "--relative", commit, "--", ".",
    )  # fmt: skip
    fields = iter(said.decode("utf-8", "surrogateescape").split("\0")) if said else iter(())
    files = (_file(head, fields) for head in fields if head.startswith(":"))
    return {file.old: file.new for file in files}


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What a git command prints; None where it fails or there is no git."""
    # A git that runs this (in a hook) must not lend it its own repository, and nothing is fetched.
    environment = {name: text for name, text in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603
            ["git", "-C", str(folder), *arguments],  # noqa: S607
            env=environment, input=given, capture_output=True, check=False, timeout=SECONDS,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    return None if done.returncode else done.stdout
