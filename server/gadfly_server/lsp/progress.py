"""Work-done progress: shown while tests run, cancellable, and forgotten at its end."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from lsprotocol import types

if TYPE_CHECKING:
    from gadfly_server.lsp.app import GadflyServer


class Progress:
    """The tokens that are in use, each with what stops its work. pygls' own never lets go of one."""

    def __init__(self, ls: GadflyServer) -> None:
        self._ls = ls
        self._numbers = itertools.count(1)
        self.tokens: dict[int | str, Callable[[], object]] = {}

    def cancel(self, token: int | str) -> None:
        """Stop the work behind a token; one that ended already is no fault."""
        if stop := self.tokens.get(token):
            stop()

    @asynccontextmanager
    async def shown(self, title: str, stop: Callable[[], object], *, when: bool = True) -> AsyncIterator[None]:
        """Show progress while the body runs; the body never waits for the client."""
        if not (when and self._ls.client.shows_progress):
            yield
            return
        token = f"gadfly-{next(self._numbers)}"
        self.tokens[token] = stop
        begun = self._ls.start(self._begin(token, title))
        try:
            yield
        finally:
            self.tokens.pop(token, None)
            begun.add_done_callback(lambda task: self._end(token, task))

    async def _begin(self, token: str, title: str) -> None:
        await self._ls.protocol.ask(
            types.WINDOW_WORK_DONE_PROGRESS_CREATE, types.WorkDoneProgressCreateParams(token=token)
        )
        self._tell(token, {"kind": "begin", "title": title, "cancellable": True})

    def _end(self, token: str, begun: asyncio.Task[Any]) -> None:
        if not begun.cancelled() and begun.exception() is None:
            self._tell(token, {"kind": "end"})

    def _tell(self, token: str, value: dict[str, Any]) -> None:
        self._ls.protocol.send(types.PROGRESS, {"token": token, "value": value})
