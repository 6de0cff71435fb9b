"""The subcommands for editors: their arguments, and what each of them calls."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from panorama.cli.completing import pages_of, records_of
from panorama.cli.failing import WENT_BACK, failed
from panorama.cli.tables import TABLES
from panorama.editing.together import go_back
from panorama.editing.verifying import HOW
from panorama.reading.records import FOLDERS

if TYPE_CHECKING:
    import argparse

    from panorama.cli.words import Say

    # The class of what `add_subparsers` gives has no public name.
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001

EDITORS = ("new", "rename", "show", "translated", "verify")
CHANGING = ("rename", "translated", "verify")
SHELLS = ("bash", "zsh", "fish")


def add_editors(commands: Commands, shared: argparse.ArgumentParser, say: Say) -> None:
    """Their arguments."""

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, parents=[shared], help=text, description=text)

    new = command("new", say("commencer une fiche", "een fiche beginnen"))
    new.add_argument(
        "kind",
        choices=sorted(FOLDERS.values()),
        metavar="KIND",
        help=say("sorte de fiche : {0}", "soort fiche: {0}").format(", ".join(FOLDERS.values())),
    )
    new.add_argument("id", metavar="ID", help=say("par exemple maison-x", "bijvoorbeeld huis-x"))
    verify = command("verify", say("noter une vérification", "noteren dat iets nagekeken is"))
    _add_record(verify, say, "records", "+")
    verify.add_argument(
        "--how",
        choices=HOW,
        required=True,
        help=say(
            "par téléphone (call), sur place (visit), sur le site (website), d’après les documents"
            " (document)",
            "telefonisch (call), ter plaatse (visit), op de website (website), op basis van de"
            " documenten (document)",
        ),
    )
    verify.add_argument(
        "--on", default="", metavar="DATE", help=say("aujourd’hui si absent", "anders vandaag")
    )
    show = command("show", say("lire ce que dira la page", "lezen wat de pagina zal zeggen"))
    _add_record(show, say, "record")
    rename = command(
        "rename", say("changer l’identifiant d’une fiche", "de id van een fiche wijzigen")
    )
    _add_record(rename, say, "old")
    rename.add_argument("new", metavar="NEW", help=say("le nouvel identifiant", "de nieuwe id"))
    translated = command(
        "translated",
        say("noter que les deux langues vont de pair", "noteren dat beide talen gelijklopen"),
    )
    _add_record(translated, say, "records", "*")


def _add_record(
    parser: argparse.ArgumentParser, say: Say, name: str, count: str | None = None
) -> None:
    action = parser.add_argument(
        name,
        nargs=count,
        metavar="OLD" if name == "old" else "RECORD",
        help=say(
            "fichier ou adresse : organisations/brusano", "bestand of adres: organisations/brusano"
        ),
    )
    action.completer = pages_of if name == "record" else records_of  # type: ignore[attr-defined]


def add_lists(report: argparse.ArgumentParser, say: Say) -> None:
    """What a report may list instead of its counts."""
    report.add_argument(
        "--format",
        choices=TABLES,
        default="text",
        help=say("forme de la réponse", "vorm van het antwoord"),
    )
    lists = report.add_mutually_exclusive_group()
    for name, text in (
        ("overdue", say("fiches à revérifier", "fiches opnieuw na te kijken")),
        ("missing", say("ce que personne ne sait", "wat niemand weet")),
        ("translations", say("traductions à revoir", "te herziene vertalingen")),
    ):
        lists.add_argument(
            f"--{name}", dest="what", action="store_const", const=name, default="", help=text
        )


def add_completion(commands: Commands, shared: argparse.ArgumentParser, say: Say) -> None:
    """How a shell learns to complete what is typed."""
    text = say("compléter les mots dans le shell", "woorden aanvullen in de shell")
    how = say(
        'Une fois, à la fin de ~/.bashrc (ou ~/.zshrc) : eval "$(panorama completion bash)"\n'
        "fish : panorama completion fish > ~/.config/fish/completions/panorama.fish",
        'Eén keer, aan het einde van ~/.bashrc (of ~/.zshrc): eval "$(panorama completion bash)"\n'
        "fish: panorama completion fish > ~/.config/fish/completions/panorama.fish",
    )
    completion = commands.add_parser("completion", parents=[shared], help=text, description=how)
    completion.add_argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS))


def run_editors(given: argparse.Namespace) -> int:
    """Call one of them; what the system does not allow is said, and nothing is half done."""
    try:
        if given.command in CHANGING and go_back(given.data):
            print(WENT_BACK[given.lang], file=sys.stderr)
        return _called(given)
    except OSError as error:
        if error.filename is None:
            raise
        print(failed(error, given.lang), file=sys.stderr)
        return 1


def _called(given: argparse.Namespace) -> int:
    """Each is imported when it is called."""
    if given.command == "new":
        from panorama.cli.new import run_new

        return run_new(given.data, given.kind, given.id, given.lang)
    if given.command == "rename":
        from panorama.cli.rename import run_rename

        return run_rename(given.data, given.old, given.new, given.lang)
    if given.command == "show":
        from panorama.cli.show import run_show

        return run_show(given.data, given.record, given.lang)
    if given.command == "translated":
        from panorama.cli.translated import run_translated

        return run_translated(given.data, given.records, given.lang)
    from panorama.cli.verify import run_verify

    return run_verify(given.data, given.records, given.how, given.on, given.lang)
