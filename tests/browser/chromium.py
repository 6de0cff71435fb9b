"""Finds Chromium, or installs it: Debian's package when root, Playwright's own otherwise."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
# Without these, headless Chromium asks for hosts that a closed network refuses.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find() -> str | None:
    """Path of a Chromium on this machine."""
    named = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if named:
        return named
    return str(MAC) if MAC.exists() else _playwright()


def _playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """Try both ways; what they say is shown."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("   Chromium: apt-get install chromium")
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", "chromium"]):
            subprocess.run(["apt-get", *command], env=environment, check=False)
    if not find():
        print("   Chromium: playwright install chromium")
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    """Exit status 0 when there is a Chromium to test in."""
    if not find():
        install()
    found = find()
    print(f"   Chromium: {found or 'not found and not installable: the tests need it'}")
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
