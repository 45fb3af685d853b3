"""When to do what a change asks for: at once when idle, else in steps; and something more in a long pause."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

STEP = 0.010
PAUSE = 1.0


class Pace:
    """Calls ``show`` for the uris that changed, never twice within a step, and ``settle`` when a uri rests."""

    def __init__(self, show: Callable[[str], object], settle: Callable[[str], object]) -> None:
        self._show = show
        self._settle = settle
        self._changed: dict[str, None] = {}
        self._next: asyncio.TimerHandle | None = None
        self._ready = 0.0
        self._resting: dict[str, asyncio.TimerHandle] = {}

    def changed(self, uri: str) -> None:
        """Show this uri as soon as the pace allows: after all messages that are here already."""
        self._changed[uri] = None
        if self._next is None:
            loop = asyncio.get_running_loop()
            self._next = loop.call_at(max(self._ready, loop.time()), self._step)

    def edited(self, uri: str) -> None:
        """The same, and settle once nothing was typed for a while."""
        self.changed(uri)
        self._stop_resting(uri)
        self._resting[uri] = asyncio.get_running_loop().call_later(PAUSE, self._rest, uri)

    def forget(self, uri: str) -> None:
        """Drop what is still to be done for a uri."""
        self._changed.pop(uri, None)
        self._stop_resting(uri)

    def stop(self) -> None:
        """Drop everything."""
        if self._next:
            self._next.cancel()
        for uri in tuple(self._resting):
            self._stop_resting(uri)

    def _step(self) -> None:
        self._next = None
        changed, self._changed = self._changed, {}
        for uri in changed:
            self._show(uri)
        self._ready = asyncio.get_running_loop().time() + STEP

    def _rest(self, uri: str) -> None:
        del self._resting[uri]
        self._settle(uri)

    def _stop_resting(self, uri: str) -> None:
        if handle := self._resting.pop(uri, None):
            handle.cancel()
