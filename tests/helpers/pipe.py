"""A server in a process of its own, spoken to in bytes: for what a well-behaved client would never do."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from gadfly_server.lsp.frames import Frames

PATIENCE = 60.0  # seconds; on a busy machine a server takes half of them to start
SERVE = ("-m", "gadfly_server", "serve", "--stdio")


class Pipe:
    """The client's end of a conversation over stdio."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.notifications: list[dict[str, Any]] = []
        self.stray: Callable[[dict[str, Any]], Any] | None = None  # hears responses that no ``ask`` waits for
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self._numbers = itertools.count(1)
        self._changed = asyncio.Event()
        self._reading = asyncio.ensure_future(self._read())

    def notify(self, method: str, params: Any) -> None:
        self.write({"method": method, "params": params})

    def begin(self, method: str, params: Any = None) -> asyncio.Future[Any]:
        """Send a request; the future gives its result, or fails with the error's message."""
        number = next(self._numbers)
        self._waiting[number] = asyncio.get_running_loop().create_future()
        self.write({"id": number, "method": method, "params": params})
        return self._waiting[number]

    async def ask(self, method: str, params: Any = None) -> Any:
        return await asyncio.wait_for(self.begin(method, params), PATIENCE)

    def write(self, *messages: dict[str, Any]) -> None:
        """Write messages in one piece."""
        bodies = [json.dumps({"jsonrpc": "2.0", **message}).encode() for message in messages]
        self.send(b"".join(b"Content-Length: %d\r\n\r\n%b" % (len(body), body) for body in bodies))

    def send(self, data: bytes) -> None:
        """Write any bytes."""
        assert self.process.stdin is not None
        self.process.stdin.write(data)

    async def until(self, claim: Callable[[], Any]) -> Any:
        """Wait for messages until a claim holds; return what it gave."""

        async def wait() -> Any:
            while not (found := claim()):
                self._changed.clear()
                await self._changed.wait()
            return found

        return await asyncio.wait_for(wait(), PATIENCE)

    async def ends(self) -> int:
        """The exit code, once the process ends by itself."""
        return await asyncio.wait_for(self.process.wait(), PATIENCE)

    async def _read(self) -> None:
        frames = Frames()
        assert self.process.stdout is not None
        while data := await self.process.stdout.read(1 << 16):
            for body in frames.feed(data):
                self._handle(json.loads(body))
            self._changed.set()

    def _handle(self, message: dict[str, Any]) -> None:
        if "method" in message:
            self.notifications.append(message)
        elif self.stray and message["id"] not in self._waiting:
            self.stray(message)
        elif "error" in message:
            self._waiting.pop(message["id"]).set_exception(RuntimeError(message["error"]["message"]))
        else:
            self._waiting.pop(message["id"]).set_result(message.get("result"))


@asynccontextmanager
async def piped(*arguments: str, cwd: Path | None = None, isolated: bool = True) -> AsyncIterator[Pipe]:
    """Start Python with a server in it; whatever happens, it is gone at the end."""
    isolation = ["-I"] if isolated else []
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *isolation,
        *(arguments or SERVE),
        cwd=cwd,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    pipe = Pipe(process)
    try:
        yield pipe
        assert "workspace/applyEdit" not in [each["method"] for each in pipe.notifications]  # invariant 1
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
        await process.wait()
        await pipe._reading
