"""Help and mistakes of the command line in French and Dutch: argparse speaks English only."""

from __future__ import annotations

import argparse
import functools
import re
import sys
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from panorama.checking.report import Language

    Say = Callable[[str, str], str]

# Where an environment says which language to speak, the first one that is set.
VARIABLES = ("PANORAMA_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
_USAGE = {"fr": "utilisation : ", "nl": "gebruik: "}
_POSITIONAL = {"fr": "à donner", "nl": "op te geven"}
_OPTIONS = {"fr": "options", "nl": "opties"}
_HELP = {"fr": "montrer cette aide", "nl": "deze hulp tonen"}
# What argparse says of a mistake, and the same in the words of a language.
_MISTAKES: tuple[tuple[str, dict[Language, str]], ...] = (
    (
        r"the following arguments are required: (.*)",
        {"fr": "il manque : {0}", "nl": "dit ontbreekt: {0}"},
    ),
    (
        r"unrecognized arguments: (.*)",
        {"fr": "arguments inconnus : {0}", "nl": "onbekende argumenten: {0}"},
    ),
    (
        r"argument (.*): invalid choice: (.*) \(choose from (.*)\)",
        {
            "fr": "{0} : {1} n’existe pas ; choisissez parmi {2}",
            "nl": "{0}: {1} bestaat niet; kies uit {2}",
        },
    ),
    (
        r"argument (.*): expected .* argument.*",
        {"fr": "{0} demande une valeur", "nl": "{0} heeft een waarde nodig"},
    ),
    (
        r"argument (.*): invalid \w+ value: (.*)",
        {"fr": "{0} : {1} ne convient pas", "nl": "{0}: {1} is niet geschikt"},
    ),
    (
        r"argument (.*): not allowed with argument (.*)",
        {"fr": "{0} et {1} ne vont pas ensemble", "nl": "{0} en {1} gaan niet samen"},
    ),
)


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language of the call: `--lang`, else that of the environment, else French."""
    said = [arguments[i + 1] for i, word in enumerate(arguments[:-1]) if word == "--lang"]
    said += [word.partition("=")[2] for word in arguments if word.startswith("--lang=")]
    said += [environment[name] for name in VARIABLES if environment.get(name)]
    return "nl" if said and said[0].startswith("nl") else "fr"


def sayer(language: Language) -> Say:
    """A choice between two texts."""
    return lambda french, dutch: french if language == "fr" else dutch


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help whose first line is in a language."""

    def __init__(self, language: Language, prog: str, **options: Any) -> None:
        super().__init__(prog, max_help_position=32, **options)
        self.language = language

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(
            usage, actions, groups, _USAGE[self.language] if prefix is None else prefix
        )


class Parser(argparse.ArgumentParser):
    """A parser, and with it the parsers of its subcommands, in one language."""

    def __init__(self, language: Language, **options: Any) -> None:
        formatter: Any = functools.partial(_Formatter, language)
        super().__init__(add_help=False, formatter_class=formatter, **options)
        self.language = language
        self._positionals.title = _POSITIONAL[language]
        self._optionals.title = _OPTIONS[language]
        self.add_argument("-h", "--help", action="help", help=_HELP[language])

    def error(self, message: str) -> NoReturn:
        """Exit with 2, as for every call that is not one."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {mistake(message, self.language)}\n")


def mistake(message: str, language: Language) -> str:
    """What is wrong with a call, in the words of a language."""
    for pattern, sentences in _MISTAKES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return sentences[language].format(*found.groups())
    return message
