"""A giant program keeps nobody waiting: it is read for the first time beside the loop."""

from __future__ import annotations

import asyncio
import time

import pytest

from gadfly_analyzers.check import Checker
from gadfly_analyzers.source import Source
from gadfly_server.lsp.documents import LONG
from helpers.wire import Wire, wired

pytestmark = pytest.mark.asyncio

URI = "file:///nowhere/giant.py"
QUESTIONABLE = "def same(one, other):\n    one == other\n    return one\n\n\n"
GIANT = QUESTIONABLE * 5_000
PULLS = {
    "textDocument": {"diagnostic": {}},
    "workspace": {"diagnostics": {"refreshSupport": True}},
}


async def hover(wire: Wire) -> object:
    place = {"textDocument": {"uri": URI}, "position": {"line": 1, "character": 6}}
    return await wire.ask("textDocument/hover", place)


async def test_a_hover_is_answered_while_a_giant_program_is_read() -> None:
    checked = time.thread_time()
    Checker().check(Source.parse(GIANT))
    whole = time.thread_time() - checked
    async with wired() as wire:
        await wire.initialize()
        wire.open(URI, GIANT)
        await asyncio.sleep(0)
        spent = time.thread_time()  # of this thread, the loop's: what others take of a busy machine does not count
        assert await hover(wire) is None  # nothing is known yet
        assert time.thread_time() - spent < whole / 4
        assert len(await wire.diagnostics(URI, 1)) == 5_000
        assert time.thread_time() - spent < whole
        assert await hover(wire) is not None


async def test_who_types_while_a_giant_program_is_read_sees_the_newest_version_checked() -> None:
    async with wired() as wire:
        await wire.initialize()
        wire.open(URI, GIANT)
        for version in range(2, 12):
            await asyncio.sleep(0)
            place = {"line": 0, "character": 0}
            wire.change(URI, version, {"range": {"start": place, "end": place}, "text": QUESTIONABLE})
        assert len(await wire.diagnostics(URI, 11)) == 5_010


async def test_a_giant_text_in_the_place_of_another_is_read_too() -> None:
    async with wired() as wire:
        await wire.initialize()
        wire.open(URI, GIANT)
        await asyncio.sleep(0)
        wire.change(URI, 2, {"text": "x = 1\n" + GIANT})
        assert len(await wire.diagnostics(URI, 2)) == 5_000
        wire.change(URI, 3, {"text": QUESTIONABLE})
        assert len(await wire.diagnostics(URI, 3)) == 1


async def test_who_asks_too_early_is_told_to_ask_again() -> None:
    async with wired() as wire:
        wire.answers["workspace/diagnostic/refresh"] = lambda _: None
        await wire.initialize(PULLS)
        wire.open(URI, GIANT)
        asked = {"textDocument": {"uri": URI}}
        assert (await wire.ask("textDocument/diagnostic", asked))["items"] == []
        wire.requests.clear()
        while not (await wire.ask("textDocument/diagnostic", asked))["items"]:  # settings bring such a request, too
            await wire.until(lambda: wire.requests)
            assert wire.requests.pop()["method"] == "workspace/diagnostic/refresh"
        assert len((await wire.ask("textDocument/diagnostic", asked))["items"]) == 5_000


async def test_a_program_of_the_usual_length_is_checked_at_once() -> None:
    text = QUESTIONABLE * (LONG // len(QUESTIONABLE))
    async with wired() as wire:
        await wire.initialize(PULLS)
        wire.open(URI, text)
        items = (await wire.ask("textDocument/diagnostic", {"textDocument": {"uri": URI}}))["items"]
        assert len(items) == LONG // len(QUESTIONABLE)


async def test_what_is_longer_than_any_program_is_not_read_and_the_student_is_told() -> None:
    """What is read of a text takes some hundred times as much memory: one of 64 MiB took eight gigabytes."""
    async with wired() as wire:
        await wire.initialize(PULLS)
        wire.open(URI, "x == 3\n")
        wire.change(URI, 2, {"text": "x == 3\n" * 300_000})
        [told] = wire.sent("window/showMessage")
        assert told["message"].startswith("This program is too long. Gadfly reads up to 2000000 characters.")
        [shown] = (await wire.ask("textDocument/diagnostic", {"textDocument": {"uri": URI}}))["items"]
        assert shown["message"] == told["message"]
        assert len(wire.server.documents) == 0
        wire.open(URI, "x == 3\n")  # as an editor does with the next smaller text
        assert len((await wire.ask("textDocument/diagnostic", {"textDocument": {"uri": URI}}))["items"]) == 1


async def test_letters_count_and_not_their_bytes() -> None:
    place = {"line": 0, "character": 0}
    async with wired() as wire:
        await wire.initialize()
        wire.open(URI, "# " + "ж" * 1_200_000 + "\n")
        wire.change(URI, 2, {"range": {"start": place, "end": place}, "text": "x == 3\n"})
        assert len(await wire.diagnostics(URI, 2)) == 1
        assert not wire.sent("window/showMessage")
        wire.change(URI, 3, {"range": {"start": place, "end": place}, "text": "# " + "x" * 900_000 + "\n"})
        [told] = wire.sent("window/showMessage")
        assert len(wire.server.documents) == 0
        [shown] = wire.sent("textDocument/publishDiagnostics")[-1]["diagnostics"]
        assert shown["message"] == told["message"]
        wire.notify("textDocument/didClose", {"textDocument": {"uri": URI}})
        assert wire.sent("textDocument/publishDiagnostics")[-1]["diagnostics"] == []
