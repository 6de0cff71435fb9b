"""Lighthouse gives 100 for accessibility, best practices and SEO."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from panorama.paths import PROJECT
from tests.browser.chromium import ARGUMENTS, find

CATEGORIES = ("accessibility", "best-practices", "seo")


# The last three are chapters.
PAGES = ["", "nl/compare/", "devices/chw/", "context/why/", "nl/context/organisation/"]


@pytest.mark.parametrize("path", PAGES)
def test_lighthouse_finds_nothing_to_improve(base: str, path: str, tmp_path: Path) -> None:
    node = Path(sys.executable).with_name("node")
    report = tmp_path / "report.json"
    command = [
        str(node if node.exists() else shutil.which("node")),
        str(PROJECT / "node_modules" / "lighthouse" / "cli" / "index.js"),
        base + path,
        "--quiet",
        "--output=json",
        f"--output-path={report}",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags=--headless {' '.join(ARGUMENTS)}",
    ]
    environment = {**os.environ, "CHROME_PATH": str(find())}
    subprocess.run(command, env=environment, check=True, timeout=180)
    result = json.loads(report.read_text("utf-8"))
    failed = [
        name for name, audit in result["audits"].items() if audit.get("score") not in (1, None)
    ]
    scores = {name: result["categories"][name]["score"] for name in CATEGORIES}
    assert failed == []
    assert scores == dict.fromkeys(CATEGORIES, 1)
