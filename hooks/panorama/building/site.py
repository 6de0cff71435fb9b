"""Building the site: beside the previous one, which it replaces at once when all went well."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from panorama.building.exchange import replace
from panorama.paths import PROJECT

if TYPE_CHECKING:
    from panorama.checking.report import Language

_DONE = {
    "fr": "panorama : {pages} pages dans {site} en {seconds} s",
    "nl": "panorama: {pages} pagina’s in {site} in {seconds} s",
}
_NOT_OURS = {
    "fr": "panorama : {site} n’est ni vide ni un site construit ici ; rien n’a été touché",
    "nl": "panorama: {site} is niet leeg en geen site die hier gebouwd is; er is niets veranderd",
}
_KEPT = {
    "fr": "panorama : la construction a échoué ; {site} n’a pas changé",
    "nl": "panorama: het bouwen is mislukt; {site} is niet veranderd",
}


def build(data: Path, site_dir: Path, language: Language) -> int:
    """Build into `site_dir`; a failed or killed build leaves what was there.

    Exit status 0, 1 where the build failed, 2 where the folder is not one to replace.
    """
    site_dir = site_dir.resolve()
    if not is_replaceable(site_dir, data.resolve()):
        print(_NOT_OURS[language].format(site=site_dir), file=sys.stderr)
        return 2
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    start = time.monotonic()
    with tempfile.TemporaryDirectory(dir=site_dir.parent, prefix="site.") as work:
        fresh = Path(work) / "site"
        if not _mkdocs(data.resolve(), fresh, language):
            print(_KEPT[language].format(site=site_dir.name), file=sys.stderr)
            return 1
        try:
            replace(site_dir, fresh)
        except OSError as error:
            print(error, _KEPT[language].format(site=site_dir.name), sep="\n", file=sys.stderr)
            return 1
    pages = sum(1 for _ in site_dir.rglob("*.html"))
    seconds = round(time.monotonic() - start, 1)
    print(_DONE[language].format(pages=pages, site=site_dir.name, seconds=seconds))
    return 0


def is_replaceable(site_dir: Path, data: Path) -> bool:
    """Whether a folder may be replaced: new, empty or a site; never one that holds the sources."""
    if any(source.is_relative_to(site_dir) for source in (PROJECT, data)):
        return False
    if not site_dir.exists():
        return True
    if not site_dir.is_dir():
        return False
    return (site_dir / "pagefind" / "pagefind-entry.json").is_file() or not any(site_dir.iterdir())


def _mkdocs(data: Path, site_dir: Path, language: Language) -> bool:
    """Run MkDocs in a process of its own: it leaves changes behind when a build fails."""
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "PANORAMA_DATA": str(data),
        "PANORAMA_LANG": language,
    }
    command = [
        sys.executable, "-m", "mkdocs",
        "build", "--strict", "--config-file", str(PROJECT / "mkdocs.yml"),
        "--site-dir", str(site_dir),
    ]  # fmt: skip

    done = subprocess.run(command, env=environment, check=False)  # noqa: S603
    if done.returncode:
        shutil.rmtree(site_dir, ignore_errors=True)
    return done.returncode == 0
