"""The subcommands for reviewers: their arguments, and what each of them calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panorama.cli.tables import TABLES

if TYPE_CHECKING:
    import argparse

    from panorama.cli.editors import Commands
    from panorama.cli.words import Say

LONGEST = 3600  # seconds
REVIEWERS = ("changes", "links")


def add_reviewers(commands: Commands, shared: argparse.ArgumentParser, say: Say) -> None:
    """Their arguments."""
    text = say(
        "lire les faits modifiés depuis un état du projet",
        "lezen welke feiten gewijzigd zijn sinds een toestand van het project",
    )
    changes = commands.add_parser("changes", parents=[shared], help=text, description=text)
    changes.add_argument(
        "--base",
        required=True,
        metavar="REF",
        help=say("branche, étiquette ou commit : main", "branch, tag of commit: main"),
    )
    _add_format(changes, say, "github")
    changes.add_argument(
        "--site-url",
        default="",
        metavar="URL",
        help=say(
            "adresse du site, pour les pages citées (celle de mkdocs.yml)",
            "adres van de site, voor de genoemde pagina’s (dat van mkdocs.yml)",
        ),
    )
    text = say("les liens vers d’autres sites", "de links naar andere sites")
    links = commands.add_parser("links", parents=[shared], help=text, description=text)
    links.add_argument(
        "--check",
        action="store_true",
        help=say("demander à chaque site s’il répond", "elke site vragen of die antwoordt"),
    )
    links.add_argument(
        "--seconds",
        type=duration,
        default=20,
        help=say("combien de temps attendre un site", "hoelang op een site wachten"),
    )
    _add_format(links, say)


def _add_format(parser: argparse.ArgumentParser, say: Say, *more: str) -> None:
    parser.add_argument(
        "--format",
        choices=(*TABLES, *more),
        default="text",
        help=say("forme de la réponse", "vorm van het antwoord"),
    )


def duration(text: str) -> float:
    """Seconds to wait; ValueError where nobody can wait so long or so little."""
    seconds = float(text)
    if not 0 < seconds <= LONGEST:
        raise ValueError(text)
    return seconds


def run_reviewers(given: argparse.Namespace) -> int:
    """Call one of them; each is imported when it is called."""
    if given.command == "changes":
        from panorama.cli.changes import run_changes

        return run_changes(given.data, given.base, given.lang, given.format, given.site_url)
    from panorama.cli.links import run_links

    return run_links(given.data, check=given.check, seconds=given.seconds, layout=given.format)
