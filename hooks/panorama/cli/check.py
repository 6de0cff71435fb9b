"""`panorama check`: prints findings and says how it went."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from panorama.checking.check import check_folder
from panorama.checking.report import FORMATS, as_text, shown
from panorama.cli.bases import changed_since, no_base
from panorama.findings import Finding, has_errors
from panorama.today import today

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.checking.report import Format, Language

_SUMMARY = {
    "fr": "{files} fiches lues : {errors} erreur(s), {warnings} avertissement(s)",
    "nl": "{files} fiches gelezen: {errors} fout(en), {warnings} waarschuwing(en)",
}
_OUTSIDE = {
    "fr": "panorama : {path} n’est ni un fichier ni un dossier de {data}",
    "nl": "panorama: {path} is geen bestand of map van {data}",
}


def run_check(
    data: Path, only: list[Path], language: Language, layout: Format, base: str = ""
) -> int:
    """Check a data folder, print the findings of all its files or of some; the exit status.

    What changed since a `base` comes first, and is all that is annotated on GitHub, which shows few
    annotations: the rest is lines of text there.
    """
    wanted = []
    for path in only:
        if not path.exists() or not path.resolve().is_relative_to(data.resolve()):
            print(_OUTSIDE[language].format(path=path, data=data), file=sys.stderr)
            return 2
        wanted.append(path.resolve().relative_to(data.resolve()).as_posix())
    # What is read stays until the end: to look for garbage in it costs a quarter of the time.
    gc.disable()
    checked = check_folder(data, today())
    findings = [finding for finding in checked.findings if _is_wanted(finding, wanted)]
    changed = changed_since(data, base) if base else {finding.path for finding in findings}
    if changed is None:
        print(no_base(data, base, language), file=sys.stderr)
        return 2
    own = [finding for finding in findings if finding.path in changed]
    rest = [finding for finding in findings if finding.path not in changed]
    if layout == "json":
        own, rest = own + rest, []
    report = FORMATS[layout](own, shown(data), language)
    report += "\n" * bool(report and rest) + as_text(rest, shown(data), language)
    if report:
        print(report)
    print(summary(len(checked.documents), findings, language), file=sys.stderr)
    return 1 if has_errors(findings) else 0


def _is_wanted(finding: Finding, wanted: list[str]) -> bool:
    return not wanted or any(
        finding.path == path or finding.path.startswith(f"{path}/") or path == "."
        for path in wanted
    )


def summary(files: int, findings: list[Finding], language: Language) -> str:
    """How many files were read and what was found."""
    errors = sum(finding.severity == "error" for finding in findings)
    return _SUMMARY[language].format(files=files, errors=errors, warnings=len(findings) - errors)
