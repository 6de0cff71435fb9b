"""`make bench`: the project's times beside those of the tools next door, as ratios.

Times differ from machine to machine and from hour to hour, so nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from panorama.paths import PROJECT
from tests.bench.maps import time_maps
from tests.bench.pages import compare_builds
from tests.bench.paper import time_paper
from tests.bench.records import compare_checks
from tests.bench.synthetic import write_organisations


def main() -> None:
    """Compare on the project's own records and many synthetic ones."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("only", nargs="?", choices=("check", "build", "maps", "print"))
    parser.add_argument(
        "--organisations", type=int, default=1000, metavar="N", help="for the build"
    )
    parser.add_argument("--runs", type=int, default=2, metavar="N", help="the best one counts")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench.") as folder:
        work = Path(folder)
        few, many = (shutil.copytree(PROJECT / "data", work / name) for name in ("few", "many"))
        sources = sorted(path.stem for path in (few / "sources").glob("*.yml"))
        write_organisations(many / "organisations", given.organisations, sources)
        if given.only in {None, "maps"}:
            print(time_maps(given.runs), flush=True)
        if given.only in {None, "check"}:
            print(compare_checks(few, sources, given.runs), flush=True)
        if given.only in {None, "build"}:
            print(compare_builds(many, work, given.runs), flush=True)
    if given.only in {None, "print"}:
        print(time_paper(), flush=True)


if __name__ == "__main__":
    main()
