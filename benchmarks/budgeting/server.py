"""A language server of any kind as a child of this process, and as much of an editor as typing takes."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

URI = "file:///budget/program.py"
GADFLY = (sys.executable, "-I", "-m", "gadfly_server", "serve", "--stdio")
EMPTY = "from pygls.lsp.server import LanguageServer; LanguageServer('empty', '1').start_io()"
PYGLS = (sys.executable, "-I", "-c", EMPTY)


class Server:
    """Waits for what it asks for: one message at a time is what a person types."""

    def __init__(self, command: Sequence[str]) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to, self._from = self._process.stdin, self._process.stdout
        self._numbers = itertools.count(1)
        self._versions = itertools.count(1)
        self.pid = self._process.pid

    def __enter__(self) -> Server:
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self._send({"method": "initialized", "params": {}})
        return self

    def __exit__(self, *_: object) -> None:
        self.ask("shutdown", None)
        self._send({"method": "exit"})
        self._process.communicate()

    def open(self, text: str) -> None:
        """Show a program, and wait for what is found in it."""
        item = {"uri": URI, "languageId": "python", "version": next(self._versions), "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": item}})
        self._published(item["version"])

    def type(self, line: int, start: int, end: int, text: str) -> None:
        """Put a text between two places of a line, and wait for what is found then."""
        version = next(self._versions)
        span = {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}}
        params = {
            "textDocument": {"uri": URI, "version": version},
            "contentChanges": [{"range": span, "text": text}],
        }
        self._send({"method": "textDocument/didChange", "params": params})
        self._published(version)

    def ask(self, method: str, params: Any) -> None:
        """Send a request, and wait for its response."""
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._message()
            if message.get("id") == number and "method" not in message:
                return

    def _published(self, version: Any) -> None:
        while True:
            message = self._message()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["version"] == version:
                return

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._to.flush()

    def _message(self) -> dict[str, Any]:
        """Read the next message; what the server asks is answered with nothing."""
        size = 0
        while (line := self._from.readline().strip()) or not size:
            if line.lower().startswith(b"content-length:"):
                size = int(line.split(b":")[1])
            elif not line and self._process.poll() is not None:
                raise ConnectionError(f"{self._process.args!r} has ended")
        message: dict[str, Any] = json.loads(self._from.read(size))
        if "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})
        return message
