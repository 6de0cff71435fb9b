"""`panorama serve`: the built site on this machine, built again when something changes."""

from __future__ import annotations

import functools
import http.server
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from watchdog.events import FileSystemEventHandler
from watchdog.observers import Observer

from panorama.building.site import build
from panorama.pages.policy import headers_for
from panorama.paths import PROJECT

if TYPE_CHECKING:
    from watchdog.events import FileSystemEvent

    from panorama.checking.report import Language

WATCHED = ("docs", "overrides", "hooks")
QUIET = 0.4  # seconds without a change before building: editors save in several steps
_READY = {
    "fr": "panorama : http://127.0.0.1:{port}/ (Ctrl+C pour arrêter)",
    "nl": "panorama: http://127.0.0.1:{port}/ (Ctrl+C om te stoppen)",
}

_TAKEN = {
    "fr": "panorama : le port {port} est déjà pris ; arrêtez l’autre serveur ou donnez --port",
    "nl": "panorama: poort {port} is al in gebruik; stop de andere server of geef --port",
}


class SiteHandler(http.server.SimpleHTTPRequestHandler):
    """Static files with the site's headers, and its own page for unknown addresses."""

    def end_headers(self) -> None:
        """Send the headers that `_headers` asks a host to send."""
        for name, value in headers_for(urlsplit(getattr(self, "path", "")).path).items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show 404.html for what does not exist."""
        page = Path(self.directory) / "404.html"
        if code != http.HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class's name)
        """Say nothing: what matters here is what the build prints."""


class _Changes(FileSystemEventHandler):
    """Rings once for a burst of changes."""

    def __init__(self) -> None:
        self.happened = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in {"created", "modified", "moved", "deleted"}:
            path = str(event.src_path)
            if "__pycache__" not in path and not path.endswith(("~", ".swp")):
                self.happened.set()


def serve(data: Path, site_dir: Path, language: Language, port: int) -> int:
    """Build, serve and watch until interrupted. A build that fails leaves the last one served."""
    built = build(data, site_dir, language)
    if built and not site_dir.is_dir():
        return built
    handler = functools.partial(SiteHandler, directory=str(site_dir))
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError:
        print(_TAKEN[language].format(port=port), file=sys.stderr)
        return 1
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(_READY[language].format(port=server.server_port), flush=True)
    changes = _Changes()
    observer = Observer()
    for path in [data, *(PROJECT / name for name in WATCHED)]:
        observer.schedule(changes, str(path), recursive=True)
    observer.start()
    try:
        _rebuild_forever(changes, data, site_dir, language)
    except KeyboardInterrupt:
        observer.stop()
        server.shutdown()
    return 0


def _rebuild_forever(changes: _Changes, data: Path, site_dir: Path, language: Language) -> None:
    while True:
        changes.happened.wait()
        while changes.happened.is_set():
            changes.happened.clear()
            changes.happened.wait(QUIET)
        build(data, site_dir, language)
