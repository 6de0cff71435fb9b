"""A client of yaml-language-server, which VS Code and other editors ask about YAML files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from panorama.paths import PROJECT

if TYPE_CHECKING:
    from panorama.findings import Position

NODE = Path(sys.executable).parent / "node"
SERVER = PROJECT / "node_modules/yaml-language-server/bin/yaml-language-server"
ABILITIES = {
    "textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
        "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
    }
}


class LanguageServer:
    """One server process; messages are JSON-RPC with a header (Language Server Protocol 3.17)."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [NODE, SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._asked = 0
        self._diagnostics: dict[str, list[Any]] = {}
        self._ask("initialize", processId=None, rootUri=PROJECT.as_uri(), capabilities=ABILITIES)
        self._send(method="initialized", params={})

    def close(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.communicate()

    def open(self, path: Path, text: str) -> None:
        """Show a text as that of a file; it need not be on the disk."""
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._send(method="textDocument/didOpen", params={"textDocument": document})

    def underlined(self, path: Path) -> list[Any]:
        """What is wrong with an open file: messages with their ranges, counted from 0."""
        while path.as_uri() not in self._diagnostics:
            self._take(self._read())
        return self._diagnostics[path.as_uri()]

    def hover(self, path: Path, place: Position) -> str:
        """What is shown of the thing at a place of an open file."""
        found = self._at("hover", path, place)
        return str(found["contents"]["value"]) if found else ""

    def completions(self, path: Path, place: Position) -> dict[str, str]:
        """What is proposed at a place of an open file, each with what is said of it."""
        found = self._at("completion", path, place)["items"]
        return {item["label"]: str(item.get("documentation", "")) for item in found}

    def _at(self, what: str, path: Path, place: Position) -> Any:
        position = {"line": place.line - 1, "character": place.column - 1}
        document = {"uri": path.as_uri()}
        return self._ask(f"textDocument/{what}", textDocument=document, position=position)

    def _ask(self, method: str, **params: Any) -> Any:
        self._asked += 1
        self._send(id=self._asked, method=method, params=params)
        while True:
            said = self._read()
            if said.get("id") == self._asked and "method" not in said:
                return said["result"]
            self._take(said)

    def _take(self, said: Any) -> None:
        """Keep what the server tells unasked, and answer what it asks: nothing is configured."""
        if said.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[said["params"]["uri"]] = said["params"]["diagnostics"]
        elif "id" in said and "method" in said:
            self._send(id=said["id"], result=None)

    def _send(self, **message: Any) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        self._process.stdin.flush()

    def _read(self) -> Any:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        if not length:
            message = "the language server has ended"
            raise EOFError(message)
        return json.loads(self._process.stdout.read(length))
