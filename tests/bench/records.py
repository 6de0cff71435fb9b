"""How long `panorama check` takes on a few and on many records, beside check-jsonschema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from panorama.reading.records import list_folder
from tests.bench.synthetic import write_organisations
from tests.bench.timing import alternated, run

if TYPE_CHECKING:
    from pathlib import Path

RATIO = 3.0
SIZES = {500: 1.0, 10_000: 12.0}  # records, and the seconds that a check of them may take


def compare_checks(data: Path, sources: list[str], runs: int) -> str:
    """Figures of both, a data folder being filled with organisations to each of the sizes."""
    return "\n".join(_compared(data, sources, size, runs) for size in SIZES)


def _compared(data: Path, sources: list[str], size: int, runs: int) -> str:
    """Figures of both on as many records.

    Ours checks every record of the folder, with references and dates; the other tool checks the
    shape of the organisations alone, and no formats, which are ours.
    """
    folder = data / "organisations"
    others = [name for name in list_folder(data).kinds if "/synthetic-" not in name]
    write_organisations(folder, size - len(others), sources)
    files = sorted(folder.glob("*.yml"))
    schema = data / "schemas" / "organisation.schema.json"

    def theirs() -> None:
        # Its references to common.schema.json start from the base address.
        options = ("--schemafile", str(schema), "--base-uri", schema.as_uri())
        run("check-jsonschema", *options, *map(str, files))

    mine, other = alternated(runs, lambda: run("panorama", "check", "--data", str(data)), theirs)
    return (
        f"check   {size} records, {len(files)} of them organisations\n"
        f"        panorama check     {mine:7.2f} s, all (target: less than {SIZES[size]:g})\n"
        f"        check-jsonschema   {other:7.2f} s, organisations alone\n"
        f"        ratio              {other / mine:7.2f} times as fast (target: {RATIO:g} or more)"
    )
