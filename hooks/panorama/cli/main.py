"""The `panorama` command: its arguments and exit codes."""

from __future__ import annotations

import argparse
import functools
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from panorama.checking.report import FORMATS
from panorama.cli.completing import complete, shell_code
from panorama.cli.editors import EDITORS, add_completion, add_editors, add_lists, run_editors
from panorama.cli.failing import failed
from panorama.cli.reviewers import REVIEWERS, add_reviewers, run_reviewers
from panorama.cli.words import Parser, language_of, sayer
from panorama.paths import PROJECT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from panorama.checking.report import Language
    from panorama.cli.editors import Commands
    from panorama.cli.words import Say

INTERRUPTED = 130  # as shells have it for Ctrl+C
_NO_FOLDER = {
    "fr": "panorama : {data} : dossier introuvable",
    "nl": "panorama: {data}: map niet gevonden",
}


def parser(language: Language) -> Parser:
    """Arguments of every subcommand, explained in a language."""
    say = sayer(language)
    shared = _shared(language, say)
    whole = _whole(language, say)
    subparser: Any = functools.partial(Parser, language)
    commands = whole.add_subparsers(
        title=say("commandes", "commando’s"),
        dest="command",
        required=True,
        metavar="COMMAND",
        parser_class=subparser,
    )
    _add_check(commands, shared, say)
    text = say(
        "compter les fiches et ce qu’il reste à faire",
        "de fiches tellen en tonen wat er nog te doen is",
    )
    add_lists(commands.add_parser("report", parents=[shared], help=text, description=text), say)
    add_editors(commands, shared, say)
    add_reviewers(commands, shared, say)
    add_completion(commands, shared, say)
    _add_site(commands, shared, say)
    return whole


def _shared(language: Language, say: Say) -> argparse.ArgumentParser:
    """What every subcommand takes."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--data",
        type=Path,
        default=PROJECT / "data",
        metavar="DIR",
        help=say("un autre dossier de fiches", "een andere map met fiches"),
    )
    shared.add_argument(
        "--lang", choices=("fr", "nl"), default=language, help=say("langue", "taal")
    )
    return shared


def _whole(language: Language, say: Say) -> Parser:
    whole = Parser(
        language,
        prog="panorama",
        description=say(
            "Tenir à jour les fiches du Panorama : les vérifier, les corriger, construire le site.",
            "De fiches van het Panorama bijhouden: nakijken, verbeteren, de site bouwen.",
        ),
        epilog=say(
            "Codes de sortie : 0 tout va bien, ou des avertissements seulement ; 1 des erreurs dans"
            " les\nfiches, ou quelque chose a échoué ; 2 la commande est mal appelée, rien n’a été"
            " touché.",
            "Exitcodes: 0 alles in orde, of enkel waarschuwingen; 1 fouten in de fiches, of iets"
            " mislukte;\n2 het commando is verkeerd aangeroepen, er is niets veranderd.",
        ),
    )
    whole.add_argument("--lang", choices=("fr", "nl"), default=language, help=say("langue", "taal"))
    return whole


def _add_check(commands: Commands, shared: argparse.ArgumentParser, say: Say) -> None:
    text = say("vérifier les fiches", "de fiches nakijken")
    check = commands.add_parser("check", parents=[shared], help=text, description=text)
    check.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help=say("ne montrer que ces fichiers ou dossiers", "enkel deze bestanden of mappen tonen"),
    )
    check.add_argument(
        "--base",
        default="",
        metavar="REF",
        help=say(
            "d’abord ce qui a changé depuis cet état : main",
            "eerst wat sinds deze toestand gewijzigd is: main",
        ),
    )
    check.add_argument(
        "--format",
        choices=sorted(FORMATS),
        default="text",
        help=say("forme de la réponse", "vorm van het antwoord"),
    )


def _add_site(commands: Commands, shared: argparse.ArgumentParser, say: Say) -> None:
    for name, text in (
        ("build", say("construire le site dans site/", "de site bouwen in site/")),
        ("serve", say("construire et montrer le site", "de site bouwen en tonen")),
    ):
        command = commands.add_parser(name, parents=[shared], help=text, description=text)
        command.add_argument(
            "--site-dir",
            type=Path,
            default=PROJECT / "site",
            metavar="DIR",
            help=say("où le site est écrit", "waar de site geschreven wordt"),
        )
        if name == "serve":
            command.add_argument("--port", type=int, default=8000, help=say("port", "poort"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 clean or warnings only, 1 errors, 2 misuse."""
    words = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # not every terminal knows every letter
            stream.reconfigure(errors="replace")
    whole = parser(language_of(words, os.environ))
    complete(whole)
    try:
        given = whole.parse_args(words)
        status = _answer(given)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads, `head` for instance, has seen enough
        _stop_printing()
        return 0
    except OSError as error:
        if error.filename is not None:
            raise
        _stop_printing()
        print(failed(error, given.lang), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _stop_printing() -> None:
    """What is still to be printed goes nowhere, without a word at the end of the program."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _answer(given: argparse.Namespace) -> int:
    if given.command == "completion":
        print(shell_code(given.shell))
        return 0
    if not given.data.is_dir():
        print(_NO_FOLDER[given.lang].format(data=given.data), file=sys.stderr)
        return 2
    return _run(given)


def _run(given: argparse.Namespace) -> int:
    """Import only what the subcommand needs: `check` is run often and answers at once."""
    if given.command in EDITORS:
        return run_editors(given)
    if given.command in REVIEWERS:
        return run_reviewers(given)
    if given.command == "check":
        from panorama.cli.check import run_check

        return run_check(given.data, given.paths, given.lang, given.format, given.base)
    if given.command == "report":
        from panorama.cli.report import run_report

        return run_report(given.data, given.lang, given.format, given.what)
    if given.command == "build":
        from panorama.building.site import build

        return build(given.data, given.site_dir, given.lang)
    from panorama.cli.serve import serve

    return serve(given.data, given.site_dir, given.lang, given.port)
