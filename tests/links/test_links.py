"""Which addresses are found where, and what a server's answers mean."""

from __future__ import annotations

import http.server
import json
import shutil
import threading
from typing import TYPE_CHECKING

import pytest

from panorama.cli.main import main
from panorama.links.collect import collect
from panorama.links.probe import probe
from tests.checking.golden import VALID

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ANSWERS = {
    "/fine": (200, ""),
    "/gone": (404, ""),
    "/really-gone": (410, ""),
    "/refused": (403, ""),
    "/broken": (500, ""),
    "/elsewhere": (302, "/fine"),
    "/for-good": (301, "/fine"),
    "/for-good-then-not": (301, "/elsewhere"),
    "/for-good-to-nothing": (308, "/gone"),
    "/loop": (302, "/loop"),
    "/%C3%A9t%C3%A9": (200, ""),
}
STATES = [
    ("/fine", "fine"),
    ("/été", "fine"),
    ("/gone", "gone"),
    ("/really-gone", "gone"),
    ("/unheard-of", "gone"),
    ("/refused", "unsure"),
    ("/broken", "unsure"),
    ("/elsewhere", "fine"),
    ("/for-good", "moved"),
    ("/for-good-then-not", "fine"),
    ("/for-good-to-nothing", "gone"),
    ("/loop", "unsure"),
    ("/slow", "unsure"),
]


class Answering(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/slow":
            threading.Event().wait(1)
        status, target = ANSWERS.get(self.path, (404, ""))
        self.send_response(status)
        if target:
            self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class's name)
        """Say nothing."""


@pytest.fixture(scope="module")
def other() -> Iterator[str]:
    """Another site."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(("path", "state"), STATES)
def test_an_answer_is_fine_gone_moved_or_unsure(other: str, path: str, state: str) -> None:
    (answer,) = probe([other + path], seconds=0.4)
    assert (answer.address, answer.state) == (other + path, state)


def test_a_site_that_does_not_exist_is_unsure() -> None:
    (answer,) = probe(["http://127.0.0.1:1/"], seconds=0.4)
    assert answer.state == "unsure"


def test_the_new_address_is_said(other: str) -> None:
    (answer,) = probe([f"{other}/for-good"], seconds=2)
    assert answer.detail == f"{other}/fine"


@pytest.fixture
def folder(tmp_path: Path, other: str) -> Path:
    """Valid records and a page with addresses of the other site."""
    shutil.copytree(VALID, tmp_path / "data")
    file = tmp_path / "data/organisations/maison.yml"
    text = file.read_text("utf-8").replace("https://example.be/fr", f"{other}/gone")
    file.write_text(text.replace("https://example.be/nl", f"{other}/for-good"), "utf-8")
    source = tmp_path / "data/sources/rapport.yml"
    source.write_text(
        source.read_text("utf-8").replace("https://example.be/rapport", f"{other}/fine"), "utf-8"
    )
    (tmp_path / "docs/fr").mkdir(parents=True)
    (tmp_path / "docs/fr/index.md").write_text(
        f"Un [lien]({other}/gone).\n\n[]({other}/gone)\n", "utf-8"
    )
    return tmp_path


def test_addresses_have_their_places(folder: Path, other: str) -> None:
    assert collect(folder / "data", folder / "docs") == {
        f"{other}/fine": ["data/sources/rapport.yml:8"],
        f"{other}/for-good": ["data/organisations/maison.yml:13"],
        f"{other}/gone": [
            "data/organisations/maison.yml:13", "docs/fr/index.md:1", "docs/fr/index.md:3",
        ],
    }  # fmt: skip


def test_the_command_lists_and_checks_and_never_blocks(
    folder: Path, other: str, capsys: pytest.CaptureFixture[str]
) -> None:
    data = str(folder / "data")
    assert main(["links", "--data", data]) == 0
    assert capsys.readouterr().out.split() == [
        f"{other}/{name}" for name in ("fine", "for-good", "gone")
    ]
    assert main(["links", "--data", data, "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [one["address"] for one in listed] == [
        f"{other}/{name}" for name in ("fine", "for-good", "gone")
    ]
    assert listed[2]["places"][:2] == ["data/organisations/maison.yml:13", "docs/fr/index.md:1"]
    assert main(["links", "--data", data, "--format", "markdown"]) == 0
    assert f"- `{other}/gone`\n  `data/organisations/" in capsys.readouterr().out
    assert main(["links", "--data", data, "--check", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(one["address"], one["state"]) for one in found] == [
        (f"{other}/for-good", "moved"),
        (f"{other}/gone", "gone"),
    ]
    assert main(["links", "--data", data, "--check", "--format", "markdown"]) == 0
    body = capsys.readouterr().out
    assert (
        f"- `{other}/gone` → `404`\n  `data/organisations/maison.yml:13`, `docs/fr/index.md:1`, "
        in body
    )
    assert f"- `{other}/fine`" not in body


@pytest.mark.parametrize("seconds", ["-1", "0", "nan", "inf", "soon"])
def test_nobody_waits_for_less_than_nothing_or_for_ever(
    seconds: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(["links", "--check", "--seconds", seconds, "--lang", "fr"])
    assert end.value.code == 2
    assert f"--seconds : '{seconds}' ne convient pas" in capsys.readouterr().err
