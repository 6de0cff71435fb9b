"""What a shell completes: subcommands, options, and the records that there are."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse


def complete(parser: argparse.ArgumentParser) -> None:
    """Answer a shell that asks what may come next, and end; nothing otherwise."""
    if "_ARGCOMPLETE" in os.environ:
        import argcomplete

        argcomplete.autocomplete(parser)


def records_of(prefix: str, parsed_args: argparse.Namespace, **_: Any) -> list[str]:
    """Addresses of records that start as what was typed."""
    from panorama.cli.records import addresses

    return [name for name in addresses(parsed_args.data) if name.startswith(prefix)]


def pages_of(prefix: str, parsed_args: argparse.Namespace, **_: Any) -> list[str]:
    """Addresses that have a page to show: those of records, and of entries of lists."""
    from panorama.cli.records import addresses, entries

    known = [*addresses(parsed_args.data), *entries(parsed_args.data)]
    return [name for name in known if name.startswith(prefix)]


def shell_code(shell: str) -> str:
    """What a shell runs once to know the command."""
    from argcomplete.shell_integration import shellcode

    return str(shellcode(["panorama"], shell=shell))
