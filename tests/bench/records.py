"""How many records a second `panorama check` checks, beside check-jsonschema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.timing import alternated, run

if TYPE_CHECKING:
    from pathlib import Path

TARGET = 3.0


def compare_checks(data: Path, runs: int) -> str:
    """Figures of both on the organisations of a data folder.

    Ours checks every other record of the folder in the same time, with references and dates; only
    the organisations are counted. Formats are ours alone, so the other tool skips them.
    """
    files = sorted((data / "organisations").glob("*.yml"))
    schema = data / "schemas" / "organisation.schema.json"

    def theirs() -> None:
        # Its references to common.schema.json start from the base address.
        options = ("--schemafile", str(schema), "--base-uri", schema.as_uri())
        run("check-jsonschema", *options, *map(str, files))

    mine, other = alternated(runs, lambda: run("panorama", "check", "--data", str(data)), theirs)
    return (
        f"check   {len(files)} organisations\n"
        f"        panorama check     {len(files) / mine:7.0f} records a second ({mine:.2f} s)\n"
        f"        check-jsonschema   {len(files) / other:7.0f} records a second ({other:.2f} s)\n"
        f"        ratio              {other / mine:7.2f} times as fast (target: {TARGET:g} or more)"
    )
