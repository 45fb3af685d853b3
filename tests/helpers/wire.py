"""A server in this process, and both ends of its wire in the test's hands."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from gadfly_server.lsp.app import GadflyServer
from gadfly_server.lsp.frames import Frames
from gadfly_server.lsp.transport import Outlet

PATIENCE = 60.0  # seconds, for an answer on a machine that is busy: nothing is measured by it


class Wire:
    """Speaks to the server as a client does, in bytes, and keeps what it sends."""

    def __init__(self, server: GadflyServer) -> None:
        self.server = server
        self.notifications: list[dict[str, Any]] = []
        self.requests: list[dict[str, Any]] = []
        self.answers: dict[str, Callable[[Any], Any]] = {}
        self.keeps = True
        self.stray: Callable[[dict[str, Any]], Any] | None = None  # hears responses that no ``ask`` waits for
        self.data = bytearray()
        self._frames = Frames()
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._changed = asyncio.Event()
        server.protocol.set_writer(Outlet(self._take, server.stop))

    def notify(self, method: str, params: Any = None) -> None:
        self.server.receive([_body({"method": method, "params": params})])

    def prepare(self, method: str, params: Any = None) -> tuple[int, bytes, asyncio.Future[dict[str, Any]]]:
        """A request that is not yet sent, and the future of its response."""
        number = next(self._numbers)
        self._waiting[number] = asyncio.get_running_loop().create_future()
        return number, _body({"id": number, "method": method, "params": params}), self._waiting[number]

    async def ask(self, method: str, params: Any = None) -> Any:
        """The result of a request; an error fails the test."""
        response = await self.response(method, params)
        assert "error" not in response, response["error"]
        return response.get("result")

    async def response(self, method: str, params: Any = None) -> dict[str, Any]:
        """The whole response to a request."""
        _, body, response = self.prepare(method, params)
        self.server.receive([body])
        return await asyncio.wait_for(response, PATIENCE)

    async def initialize(self, capabilities: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
        params = {"processId": None, "rootUri": None, "capabilities": capabilities or {}, **more}
        result: dict[str, Any] = await self.ask("initialize", params)
        self.notify("initialized", {})
        return result

    def open(self, uri: str, text: str) -> None:
        item = {"uri": uri, "languageId": "python", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def change(self, uri: str, version: int, *changes: dict[str, Any]) -> None:
        self.notify("textDocument/didChange", changed(uri, version, *changes))

    def sent(self, method: str) -> list[Any]:
        """The parameters of all notifications of a kind so far."""
        return [each["params"] for each in self.notifications if each["method"] == method]

    async def until(self, claim: Callable[[], Any]) -> Any:
        """Wait for messages until a claim holds; return what it gave."""

        async def wait() -> Any:
            while not (found := claim()):
                self._changed.clear()
                with contextlib.suppress(asyncio.TimeoutError):  # what changes without a message is seen a bit later
                    await asyncio.wait_for(self._changed.wait(), 0.02)
            return found

        return await asyncio.wait_for(wait(), PATIENCE)

    async def diagnostics(self, uri: str, version: int) -> list[dict[str, Any]]:
        """The diagnostics that were published for a version."""
        published = await self.until(
            lambda: [
                each
                for each in self.sent("textDocument/publishDiagnostics")
                if each["uri"] == uri and each.get("version") == version
            ]
        )
        found: list[dict[str, Any]] = published[-1]["diagnostics"]
        return found

    def _take(self, data: bytes) -> None:
        self.data += data
        for body in self._frames.feed(data):
            self._handle(json.loads(body))
        self._changed.set()

    def _handle(self, message: dict[str, Any]) -> None:
        if "method" not in message:
            waiting = self._waiting.pop(message["id"], None)
            if waiting is None and self.stray:
                self.stray(message)
            else:
                assert waiting is not None, message
                waiting.set_result(message)
        elif "id" not in message:
            if self.keeps:
                self.notifications.append(message)
        else:
            self.requests.append(message)
            if answer := self.answers.get(message["method"]):
                result = {"id": message["id"], "result": answer(message.get("params"))}
                asyncio.get_running_loop().call_soon(self.server.receive, [_body(result)])


@asynccontextmanager
async def wired() -> AsyncIterator[Wire]:
    """A conversation with a fresh server, ended properly at the end."""
    server = GadflyServer()
    running = asyncio.ensure_future(server.run())
    try:
        wire = Wire(server)
        yield wire
        assert "workspace/applyEdit" not in [each["method"] for each in wire.requests]  # invariant 1
    finally:
        server.stop(0)
        await running


def changed(uri: str, version: int, *changes: dict[str, Any]) -> dict[str, Any]:
    """The parameters of a didChange."""
    return {"textDocument": {"uri": uri, "version": version}, "contentChanges": list(changes)}


def typed(line: int, character: int, text: str, until: tuple[int, int] | None = None) -> dict[str, Any]:
    """An incremental change: text typed at a place, or over the range up to ``until``."""
    end = until or (line, character)
    place = {"line": line, "character": character}
    return {"range": {"start": place, "end": {"line": end[0], "character": end[1]}}, "text": text}


def _body(message: dict[str, Any]) -> bytes:
    return json.dumps({"jsonrpc": "2.0", **message}).encode()
