"""Typing for hours costs no memory: pygls alone would keep 1.9 kB for every keystroke."""

from __future__ import annotations

import platform
from functools import partial
from itertools import count, islice
from pathlib import Path
from typing import Any

import pytest

from helpers.pipe import Pipe, piped
from helpers.wire import changed, typed

URI = "untitled:student.py"
TEXT = "def add(item, basket=b is 3):\n    basket.append(item)\n    return basket\n" * 20
LARGE = f"x = 1  # {'x' * 1_000_000}\n"
KEYSTROKES = 20_000
PIECE = 50
HELLO: dict[str, Any] = {"processId": None, "capabilities": {}}


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="reads /proc")
async def test_twenty_thousand_keystrokes() -> None:
    async with piped() as pipe:
        await pipe.ask("initialize", HELLO)
        item = {"uri": URI, "languageId": "python", "version": 1, "text": TEXT}
        pipe.notify("textDocument/didOpen", {"textDocument": item})
        versions = count(2)
        await type_much(pipe, versions, 2_000)
        before = resident(pipe.process.pid)
        await type_much(pipe, versions, KEYSTROKES)
        assert resident(pipe.process.pid) <= 1.05 * before


async def type_much(pipe: Pipe, versions: Any, keystrokes: int) -> None:
    """Type and delete a letter in turn; wait for the diagnostics of each piece."""
    for _ in range(keystrokes // PIECE):
        for version in islice(versions, PIECE):
            change = typed(1, 4, "x") if version % 2 else typed(1, 4, "", until=(1, 5))
            pipe.notify("textDocument/didChange", changed(URI, version, change))
        await pipe.until(partial(published, pipe, version))
        pipe.notifications.clear()


def published(pipe: Pipe, version: int) -> bool:
    return any(each["params"].get("version") == version for each in pipe.notifications)


def resident(pid: int) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1])


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="elsewhere the system decides")
async def test_large_texts_that_were_closed_leave_no_holes_among_what_stays() -> None:
    without = await held_among(0)
    assert await held_among(20) <= 1.15 * without


async def held_among(large: int) -> int:
    """Give the pages that a server holds of twenty programs between which it had large texts."""
    async with piped() as pipe:
        await pipe.ask("initialize", HELLO)
        for number in range(20):
            if number < large:
                await show(pipe, f"untitled:large{number}.py", LARGE)
            await show(pipe, f"untitled:small{number}.py", TEXT * 10)
        for number in range(large):
            pipe.notify("textDocument/didClose", {"textDocument": {"uri": f"untitled:large{number}.py"}})
        await show(pipe, URI, TEXT)
        return resident(pipe.process.pid)


async def show(pipe: Pipe, uri: str, text: str) -> None:
    """Open a document, and wait for what is found in it."""
    item = {"uri": uri, "languageId": "python", "version": 1, "text": text}
    pipe.notify("textDocument/didOpen", {"textDocument": item})
    await pipe.until(lambda: any(each["params"].get("uri") == uri for each in pipe.notifications))
