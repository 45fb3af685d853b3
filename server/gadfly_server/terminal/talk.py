"""A dialogue with a person at a terminal: answers are read while saves of the program are watched."""

from __future__ import annotations

import asyncio
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from gadfly_server.memory import Memory
from gadfly_server.terminal.programs import Unusable, exit_code, read, session_of
from gadfly_server.terminal.show import Screen, prompt

if TYPE_CHECKING:
    from gadfly_server.sessions import Session

LOOK_EVERY = 0.3  # seconds between two looks at the file's time
_LEAVE = ("quit", "exit", "bye", ":q")
_NOTHING_NEW = "Nothing new is saved. Type an answer, or `?` if you do not know."
_GOODBYE = "See you. What you found out stays with you."

Stamp = tuple[tuple[int, int], ...]


async def talk(path: Path, tests: str | None) -> int:
    """Ask, mark and watch until the tests agree or the student leaves; returns the exit code."""
    console = Console(highlight=False)
    with console.status("Running the tests …"):
        manager = session_of(path, tests, memory=Memory())
        session = await manager.__aenter__()
    try:
        screen = Screen(console)
        screen.opening(session)
        await _converse(screen, session, path)
        return exit_code(session.facts)
    finally:
        await manager.__aexit__(None, None, None)


async def _converse(screen: Screen, session: Session, path: Path) -> None:
    console, lines = screen.console, _Lines()
    shown, stamp = 0, _stamp(path)
    while True:
        for turn in session.dialogue.turns[shown:]:
            if turn.speaker == "tutor":
                screen.turn(turn, session.source.text if session.source else "")
        shown = len(session.dialogue.turns)
        if session.status == "passing":
            return
        console.print(prompt(session.dialogue.question), end="", style="dim")
        line, stamp, saved = await _next(lines, path, stamp)
        if line is None and not saved:
            console.print(f"\n  {_GOODBYE}")
            return
        if saved or (line or "").strip().lower() == "run":
            await _again(console, session, path, saved=saved)
        elif line is not None and not line.strip():
            console.print(f"  {_NOTHING_NEW}", style="dim")
        elif line and line.strip().lower() in _LEAVE:
            console.print(f"  {_GOODBYE}")
            return
        elif line:
            await session.answer(line)


async def _next(lines: _Lines, path: Path, stamp: Stamp) -> tuple[str | None, Stamp, bool]:
    """The student's next line, or the news that the program or a test was saved."""
    line = asyncio.ensure_future(lines.get())
    while not (await asyncio.wait([line], timeout=LOOK_EVERY))[0]:
        now = _stamp(path)
        if now != stamp:
            line.cancel()
            return None, now, True
    return line.result(), stamp, False


async def _again(console: Console, session: Session, path: Path, *, saved: bool) -> None:
    try:
        source = read(path)
    except Unusable as problem:
        console.print(f"\n  {problem}", style="yellow")
        return
    seen = "I see a new version. Running" if saved else "Running"
    console.print(f"\n  {seen} the tests …", style="dim")
    before = session.dialogue
    await session.refresh(source)
    if session.dialogue is before:
        console.print("  Nothing changed in what the tests show.", style="dim")


def _stamp(path: Path) -> Stamp:
    """The times and sizes of the program and the Python files beside it."""
    found = []
    for file in sorted(path.resolve().parent.glob("*.py")):
        try:
            about = file.stat()
        except OSError:
            continue
        found.append((about.st_mtime_ns, about.st_size))
    return tuple(found)


class _Lines:
    """Lines from the terminal, read in a thread that may be left waiting at the end."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._queue: asyncio.Queue[str | None] = asyncio.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    async def get(self) -> str | None:
        """The next line; ``None`` at the end of the input."""
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
