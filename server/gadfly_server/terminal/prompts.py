"""How lines come from a terminal: with keys, completion and history, or plainly."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol

from rich.console import Console

from gadfly_server.terminal.commands import WORDS

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyBindings

KEYS = {"c-t": "trace", "c-n": "notebook", "c-r": "run", "f1": "help"}


class Lines(Protocol):
    """Where lines come from."""

    async def get(self, prompt: str) -> str | None:
        """The next line; ``None`` at the end. What was typed when this is cancelled is not lost."""
        ...


def lines_of(console: Console, choices: Callable[[], Iterable[str]], *, plain: bool) -> Lines:
    """Lines with keys where the terminal has them; plain ones for a plain terminal, a pipe, or a screen reader."""
    whole = sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"
    return Plain(console) if plain or not whole else Keys(choices)


class Plain:
    """Lines as the terminal gives them, read in a thread that may be left waiting at the end."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._loop = asyncio.get_running_loop()
        self._queue: asyncio.Queue[str | None] = asyncio.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    async def get(self, prompt: str) -> str | None:
        """The next line; the terminal itself keeps what was typed already."""
        self._console.print(prompt, end="", style="dim", markup=False)
        return await self._queue.get()

    def _read(self) -> None:
        while line := sys.stdin.readline():
            self._put(line.rstrip("\r\n"))
        self._put(None)

    def _put(self, line: str | None) -> None:
        try:
            self._loop.call_soon_threadsafe(self._queue.put_nowait, line)
        except RuntimeError:
            return  # the dialogue is over


class Keys:
    """Lines that can be edited, completed and repeated; some keys stand for commands."""

    def __init__(self, choices: Callable[[], Iterable[str]]) -> None:
        from prompt_toolkit import PromptSession  # noqa: PLC0415 - takes a moment; a plain terminal does without
        from prompt_toolkit.completion import WordCompleter  # noqa: PLC0415 - the same
        from prompt_toolkit.output import ColorDepth  # noqa: PLC0415 - the same

        self._draft = ""
        self._session: PromptSession[str] = PromptSession(
            completer=WordCompleter(lambda: [*choices(), *WORDS], sentence=True),
            complete_while_typing=False,
            enable_history_search=False,
            key_bindings=_bindings(self._pressed),
            color_depth=ColorDepth.DEPTH_1_BIT,
            reserve_space_for_menu=4,
        )

    async def get(self, prompt: str) -> str | None:
        """The next line, begun with what was typed before a key or a save interrupted it."""
        draft, self._draft = self._draft, ""
        try:
            return await self._session.prompt_async(prompt, default=draft)
        except EOFError:
            return None
        except asyncio.CancelledError:
            self._draft = self._session.default_buffer.text
            raise

    def _pressed(self, command: str) -> None:
        self._draft = self._session.default_buffer.text
        self._session.app.exit(result=command)


def _bindings(pressed: Callable[[str], None]) -> KeyBindings:
    from prompt_toolkit.key_binding import KeyBindings  # noqa: PLC0415 - as above
    from prompt_toolkit.key_binding.key_processor import KeyPressEvent  # noqa: PLC0415 - the same

    bindings = KeyBindings()

    def bind(key: str, command: str) -> None:
        @bindings.add(key, eager=True)
        def _(_event: KeyPressEvent) -> None:
            pressed(command)

    for key, command in KEYS.items():
        bind(key, command)

    @bindings.add("escape", eager=True)
    def _(_event: KeyPressEvent) -> None:
        """Nothing: else the key after it would be taken for something else than what it says."""

    return bindings
