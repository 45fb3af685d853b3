"""A storm over a server in a process of its own; tests/server/lsp/test_storms.py has the many small ones."""

from __future__ import annotations

import asyncio
from random import Random
from typing import Any

from helpers.pipe import Pipe, piped
from helpers.storms import ACTIONS, Storm
from helpers.wire import wired

PULLS: dict[str, Any] = {
    "textDocument": {"diagnostic": {}},
    "workspace": {"diagnostics": {"refreshSupport": True}},
    "general": {"positionEncodings": ["utf-16"]},
}
REFRESH = "workspace/diagnostic/refresh"
HELLO: dict[str, Any] = {"processId": None, "capabilities": PULLS}


async def test_after_a_storm_it_says_what_a_fresh_one_says_and_a_pipe_closed_amid_a_message_ends_it() -> None:
    chance = Random(4)
    async with piped() as pipe:
        await pipe.ask("initialize", HELLO)
        storm = Storm(pipe.send, "utf-16")
        pipe.stray = storm.hear
        actions, weights = zip(*ACTIONS, strict=True)
        for action in chance.choices(actions, weights, k=250):
            action(storm, chance)
        assert storm.texts
        expected = await fresh(storm)
        await asyncio.wait_for(agreeing(pipe, storm, expected), 60)
        await pipe.until(lambda: not storm.asked)
        assert storm.wrong == []
        pipe.send(b'Content-Length: 100\r\n\r\n{"jsonrpc"')
        assert pipe.process.stdin is not None
        pipe.process.stdin.close()
        assert await pipe.ends() == 1


async def agreeing(pipe: Pipe, storm: Storm, expected: dict[str, Any]) -> None:
    """Ask until the answers are as expected: broken code is read closely in a pause, of which a refresh tells."""
    while await said(pipe, storm) != expected:
        pipe.notifications.clear()
        await pipe.until(lambda: [each for each in pipe.notifications if each["method"] == REFRESH])


async def said(pipe: Pipe, storm: Storm) -> dict[str, Any]:
    return {
        uri: (await pipe.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}}))["items"] for uri in storm.texts
    }


async def fresh(storm: Storm) -> dict[str, Any]:
    async with wired() as wire:
        await wire.initialize(PULLS, initializationOptions={"settings": storm.settings})
        for uri, text in storm.texts.items():
            wire.open(uri, text)
        return {
            uri: (await wire.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}}))["items"]
            for uri in storm.texts
        }
