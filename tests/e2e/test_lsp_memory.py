"""Typing for hours costs no memory: pygls alone would keep 1.9 kB for every keystroke."""

from __future__ import annotations

from functools import partial
from itertools import count, islice
from pathlib import Path
from typing import Any

import pytest

from helpers.pipe import Pipe, piped
from helpers.wire import changed, typed

URI = "untitled:student.py"
TEXT = "def add(item, basket=b is 3):\n    basket.append(item)\n    return basket\n" * 20
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
