"""Whatever a record says stays text: in pages, in attributes, in JSON-LD."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from panorama.building.site import build
from panorama.checking.check import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

MARKUP = "<script>window.hit=1</script><img src=x onerror=hit()>"
BREAKING = "\"'></title></script><b>bold</b>"
TEMPLATE = "{{ 7 * 7 }} {% raw %} ${7*7} [link](x) *star* &amp;"
HOSTILE = f"{MARKUP} {BREAKING} {TEMPLATE}"


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose texts attack wherever a text may stand."""
    folder = tmp_path_factory.mktemp("hostile")
    data = folder / "data"
    shutil.copytree(PROJECT / "data", data)
    text = json.dumps(HOSTILE, ensure_ascii=False)
    both = f"{{fr: {text}, nl: {text}}}"
    for path, fields in {
        "organisations/fdssb.yml": ("names", "summary", "note"),
        "lexicon/aller-vers.yml": ("terms", "short", "explanation"),
        "devices/raq.yml": ("names", "summary"),
        "sources/panorama-1.yml": ("used_for", "note"),
    }.items():
        overwrite(data / path, fields, both)
    overwrite(data / "sources" / "panorama-1.yml", ("title", "publisher"), text)
    assert build(data, folder / "site", "fr") == 0
    return folder / "site"


def overwrite(path: Path, fields: tuple[str, ...], value: str) -> None:
    """Replace top-level fields of a record, with what is indented under them."""
    kept: list[str] = []
    skipping = False
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith((" ", "-")):
            skipping = line.partition(":")[0] in fields
        if not skipping:
            kept.append(line)
    lines = kept + [f"{field}: {value}" for field in fields]
    path.write_text("\n".join(lines) + "\n", "utf-8")


@pytest.mark.parametrize("prefix", ["", "nl/"])
@pytest.mark.parametrize(
    "path",
    [
        "",
        "compare/",
        "devices/",
        "devices/raq/",
        "organisations/",
        "organisations/fdssb/",
        "lexicon/",
        "lexicon/aller-vers/",
        "sources/",
        "search/",
    ],
)
def test_hostile_text_shows_as_text(hostile_site: Path, prefix: str, path: str) -> None:
    page = (hostile_site / prefix / path / "index.html").read_text("utf-8")
    soup = BeautifulSoup(page, "lxml")
    assert not soup.select("b, img, [onerror]")
    assert [script for script in soup.select("script") if not script.get("src")] == soup.select(
        'script[type="application/ld+json"]'
    )
    shown = soup.get_text()
    assert "window.hit=1" in shown
    assert "{{ 7 * 7 }}" in shown
    assert "[link](x)" in shown
    assert "&amp;" in shown
    assert "window.hit=1</script>" not in page


@pytest.mark.parametrize("path", ["devices/raq", "organisations/fdssb", "lexicon/aller-vers"])
def test_hostile_text_survives_in_structured_data(hostile_site: Path, path: str) -> None:
    soup = BeautifulSoup((hostile_site / path / "index.html").read_text("utf-8"), "lxml")
    script = soup.select_one('script[type="application/ld+json"]')
    assert script
    assert json.loads(str(script.string))["name"] == HOSTILE
