"""What the form loads: the records as they stand, an index of them, and two libraries."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from panorama.checking.compared import compared, ground
from panorama.describing.published import published
from panorama.pages.editing import PATH, words
from panorama.reading.records import FOLDERS

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.building.read import Site

# Folder of the scripts in each package, by the folder of the site that it goes to.
LIBRARIES = {"yaml": "yaml/browser", "json-schema": "@cfworker/json-schema/dist/esm"}
# Where their licences are; the second package names its own (MIT) in its package.json only.
LICENCES = {"yaml": "yaml/LICENSE", "json-schema": "@cfworker/json-schema/package.json"}


def write_form(site: Site, packages: Path, site_dir: Path) -> None:
    """Everything beside the page itself."""
    copy_libraries(packages, site_dir / "assets" / "lib")
    copy_records(site.data, site_dir / "data")
    schemas = [schema for _, schema in published(site.settings.site_url)]
    found = {
        "index": {**compared(site.records), **words(site.catalogue, site.voices, schemas)},
        "ground": ground(site.layers),
    }
    for name, value in found.items():
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        (site_dir / PATH / f"{name}.json").write_text(text, "utf-8")


def copy_libraries(packages: Path, target: Path) -> None:
    """Scripts that browsers load as modules, with the licences that travel with them."""
    for name, folder in LIBRARIES.items():
        for script in sorted((packages / folder).rglob("*.js")):
            copy = target / name / script.relative_to(packages / folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(script, copy)
        licence = packages / LICENCES[name]
        shutil.copyfile(licence, target / name / licence.name)


def copy_records(data: Path, target: Path) -> None:
    """Each record's file, byte for byte, at the path that it has in the repository."""
    for folder in FOLDERS:
        (target / folder).mkdir(parents=True, exist_ok=True)
        for file in sorted((data / folder).glob("*.yml")):
            shutil.copyfile(file, target / folder / file.name)
