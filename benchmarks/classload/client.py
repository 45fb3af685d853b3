"""The client's end of a conversation over TCP, as small as it can be: three hundred of them share a process."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
from pathlib import Path
from typing import Any

from gadfly_server.lsp.frames import Frames

CHUNK = 1 << 16


class Refused(Exception):  # noqa: N818 - it is an answer of the server
    """The server answered with an error."""


class Client:
    """One connection: requests, notifications, and the newest view of the dialogue."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writer = writer
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self._numbers = itertools.count(1)
        self._changed = asyncio.Event()
        self._gone = False
        self.view: dict[str, Any] = {}
        self.heard: list[tuple[str, Any]] = []  # what the server says to people
        self._reading = asyncio.ensure_future(self._read(reader))

    @classmethod
    async def connected(cls, port: int) -> Client:
        """Connect to a server on this machine."""
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def greet(
        self,
        student: dict[str, str] | None = None,
        root: Path | None = None,
        capabilities: dict[str, Any] | None = None,
        **more: Any,
    ) -> None:
        """Say hello as an editor with a panel does; a class server wants to know who it is.

        ``root`` is the folder that is open; ``more`` goes beside the student.
        """
        capabilities = capabilities or {"experimental": {"gadfly": {"panel": 1}}}
        options = {"student": student, **more} if student else more
        folder = root.as_uri() if root else None
        hello = {"processId": None, "rootUri": folder, "capabilities": capabilities, "initializationOptions": options}
        await self.ask("initialize", hello)
        self.tell("initialized", {})

    def tell(self, method: str, params: Any, number: int | None = None) -> None:
        """Send a notification; with a number it is a request whose answer nobody waits for."""
        self._send({"method": method, "params": params} | ({} if number is None else {"id": number}))

    def write(self, data: bytes) -> None:
        """Send what may be no message at all."""
        self._writer.write(data)

    async def hung_up(self) -> None:
        """Wait until the server has hung up."""
        await self._reading

    def stop_listening(self) -> None:
        """Take nothing more of what the server sends."""
        self._reading.cancel()

    @property
    def unsent(self) -> int:
        """How many bytes wait here because the server takes no more."""
        return self._writer.transport.get_write_buffer_size()

    def drop(self) -> None:
        """Hang up without a word, and without reading what came."""
        self._writer.transport.abort()

    async def ask(self, method: str, params: Any) -> Any:
        """Send a request and wait for its result."""
        if self._gone:
            raise Refused("the server hung up")
        number = next(self._numbers)
        self._waiting[number] = asyncio.get_running_loop().create_future()
        self._send({"id": number, "method": method, "params": params})
        return await self._waiting[number]

    async def next_view(self) -> dict[str, Any]:
        """Wait for the next view of the dialogue."""
        self._changed.clear()
        await self._changed.wait()
        return self.view

    async def close(self) -> None:
        """Hang up."""
        self._writer.close()
        await self._reading

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._writer.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))

    async def _read(self, reader: asyncio.StreamReader) -> None:
        frames = Frames()
        with contextlib.suppress(ConnectionError):
            while data := await reader.read(CHUNK):
                for body in frames.feed(data):
                    self._hear(json.loads(body))
        self._gone = True
        for future in self._waiting.values():
            future.set_exception(Refused("the server hung up"))

    def _hear(self, message: dict[str, Any]) -> None:
        if "method" not in message:
            future = self._waiting.pop(message["id"])
            if "error" in message:
                future.set_exception(Refused(message["error"]["message"]))
            else:
                future.set_result(message.get("result"))
        elif message["method"] == "gadfly/dialogue":
            self.view = message["params"]
            self._changed.set()
        elif message["method"] in ("window/showMessage", "window/logMessage"):
            self.heard.append((message["method"], message["params"]))
        elif "id" in message:  # a request, such as to register for changes
            self._send({"id": message["id"], "result": None})
