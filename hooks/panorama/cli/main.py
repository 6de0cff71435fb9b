"""The `panorama` command: `check`, `report`, `build` and `serve`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from panorama.checking.report import FORMATS
from panorama.paths import PROJECT

if TYPE_CHECKING:
    from collections.abc import Sequence


def parser() -> argparse.ArgumentParser:
    """Arguments of every subcommand."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--data", type=Path, default=PROJECT / "data", metavar="DIR")
    shared.add_argument("--lang", choices=("fr", "nl"), default="fr")
    whole = argparse.ArgumentParser(prog="panorama", description=__doc__)
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser(
        "check", parents=[shared], help="vérifier les fiches / de fiches nakijken"
    )
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    check.add_argument("--format", choices=sorted(FORMATS), default="text")
    report = commands.add_parser(
        "report", parents=[shared], help="compter les fiches / de fiches tellen"
    )
    report.add_argument("--format", choices=("text", "json"), default="text")
    for name, text in (
        ("build", "construire le site dans site/ / de site bouwen in site/"),
        ("serve", "construire et montrer le site / de site bouwen en tonen"),
    ):
        command = commands.add_parser(name, parents=[shared], help=text)
        command.add_argument("--site-dir", type=Path, default=PROJECT / "site", metavar="DIR")
        if name == "serve":
            command.add_argument("--port", type=int, default=8000)
    return whole


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 clean or warnings only, 1 errors, 2 misuse."""
    given = parser().parse_args(arguments)
    if not given.data.is_dir():
        print(f"panorama: {given.data}: dossier introuvable / map niet gevonden", file=sys.stderr)
        return 2
    return _run(given)


def _run(given: argparse.Namespace) -> int:
    """Import only what the subcommand needs: `check` is run often and answers at once."""
    if given.command == "check":
        from panorama.cli.check import run_check

        return run_check(given.data, given.paths, given.lang, given.format)
    if given.command == "report":
        from panorama.cli.report import run_report

        return run_report(given.data, given.lang, given.format)
    if given.command == "build":
        from panorama.building.site import build

        return build(given.data, given.site_dir, given.lang)
    from panorama.cli.serve import serve

    return serve(given.data, given.site_dir, given.lang, given.port)
