"""Folders of broken records, each with the full report that `panorama check` gives of it.

A case is the valid folder with the files of `broken/<case>/data/` and `broken/<case>/docs/`, or of
one of them, laid over it. After a wanted change of a message or a rule, `.venv/bin/python -m
tests.checking.golden` writes the reports anew; the difference shows whether the change did what was
wanted.
"""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from pathlib import Path

from panorama.checking.check import Checked, check_folder
from panorama.checking.report import Language, as_text

HERE = Path(__file__).resolve().parent
VALID = HERE / "valid" / "data"
BROKEN = HERE / "broken"
LANGUAGES: tuple[Language, ...] = ("fr", "nl")
TODAY = dt.date(2025, 7, 1)

# Files that an editor or git would change or not keep, by case.
BYTES: dict[str, dict[str, bytes]] = {
    "files": {
        "devices/mark.yml": b"\xef\xbb\xbfid: mark\n",
        "lexicon/encoding.yml": "id: encoding\nterms: {fr: été, nl: ".encode() + b"\xe9}\n",
        "lexicon/control.yml": b'id: control\nterms: {fr: "\\e[31m", nl: "\x1b[31m"}\n',
        "lexicon/control-escaped.yml": b'id: control-escaped\nterms: {fr: "\\e[31m"}\n',
        "lexicon/invisible.yml": "id: invisible\nterms: {fr: l\u2019\u200beau\u202e}\n".encode(),
        "lexicon/invisible-escaped.yml": b'id: invisible-escaped\n"\\u200b": "\\u202e\\uFEFF"\n',
        "lexicon/line-ends.yml": b"id: line-ends\r\nterms: {}\r\nterms: {}\r\n",
        "lexicon/tab.yml": b"id: tab\nterms:\n\tfr: un\n\tnl: een\n",
        "lexicon/heavy.yml": b"id: heavy\n" + b"# twelve more.\n" * 4400,
        "lexicon/deepest.yml": b"id: deepest\nterms: " + b"[" * 30000 + b"]" * 30000,
        "lexicon/.swap.yml": b"\x00",
        "schemas/any.txt": b"\x00",
    },
}
# Files of the valid folder that a case is without.
REMOVED: dict[str, list[str]] = {"lists": ["bassins.yml", "ui.yml"]}


def cases() -> list[str]:
    """Names of the broken folders."""
    return sorted(path.name for path in BROKEN.iterdir() if path.is_dir())


def lay_out(case: str, folder: Path) -> Path:
    """The data folder of a case, written with its pages below an empty folder."""
    for layer in (VALID.parent, BROKEN / case):
        for part in ("data", "docs"):
            if (layer / part).is_dir():
                shutil.copytree(layer / part, folder / part, dirs_exist_ok=True)
    data = folder / "data"
    for name in REMOVED.get(case, []):
        (data / name).unlink()
    for name, content in BYTES.get(case, {}).items():
        (data / name).parent.mkdir(exist_ok=True)
        (data / name).write_bytes(content)
    return data


def checked(case: str, folder: Path) -> Checked:
    """What a check of a case finds on a day that stays the same."""
    return check_folder(lay_out(case, folder), TODAY)


def expected(case: str, language: Language) -> Path:
    """The file that holds the report of a case."""
    return BROKEN / case / f"expected.{language}.txt"


def main() -> None:
    """Write the reports of all cases."""
    for case in cases():
        with tempfile.TemporaryDirectory() as folder:
            findings = checked(case, Path(folder)).findings
        for language in LANGUAGES:
            report = as_text(findings, "data/", language)
            expected(case, language).write_text(report + "\n", "utf-8")


if __name__ == "__main__":
    main()
