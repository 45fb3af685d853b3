"""The traps of our libraries, and which test would fail if we fell into one.

| trap | guarded by |
|---|---|
| pygls splits lines where LSP does not, and edits its own copy | tests/server/lsp/test_documents.py |
| pygls keeps a future for every notification | here: nothing is kept per message; tests/e2e/test_lsp_memory.py |
| stdin is read on the pool that slow handlers use | here: slow handlers do not make the server deaf |
| a cancelled command runs on | here: a cancelled command ends; tests/e2e/test_lsp_runs.py: its child is gone |
| sync handlers hold up everything | here: every handler is quick |
| progress tokens are never dropped | here: progress is forgotten at its end |
| pygls clips a column past the end one too few | tests/server/lsp/test_documents.py: a column past the end |
| each conversion splits the whole text | here: a conversion costs the same in a long file |
| tree-sitter holds the GIL | nothing to guard: parsing is incremental and no thread is asked to help |
| `node.id` changes for unchanged statements | here: no forbidden call is used |
| `first_child_for_byte` past the end kills the process | here: no forbidden call is used |
| tree-sitter 0.26.0 uses memory after freeing it | here: the broken release is shut out |
| an incremental tree differs from a fresh one in broken code | here: a pause settles the tree; the source's own tests |
"""

from __future__ import annotations

import ast
import asyncio
import re
import time
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from gadfly_analyzers.findings import Span
from gadfly_analyzers.source import Source
from gadfly_server.lsp import convert, pace
from helpers.pipe import piped
from helpers.wire import Wire, typed, wired

ROOT = Path(__file__).parent.parent
URI = "untitled:student.py"
PROGRESS = {"window": {"workDoneProgress": True}}
FUNCTION = "def add(item, basket=[]):\n    basket.append(item)\n    return basket\n\n"


async def test_nothing_is_kept_per_message() -> None:
    async with wired() as wire:
        await wire.initialize()
        wire.open(URI, FUNCTION)
        for version in range(2, 200):
            wire.change(URI, version, typed(0, 0, "#"))
            wire.notify("workspace/didChangeConfiguration", {"settings": {}})
            wire.notify("workspace/didChangeWatchedFiles", {"changes": []})
            wire.notify("$/setTrace", {"value": "off"})
        await wire.diagnostics(URI, 199)
        await wire.ask("textDocument/hover", at(0, 0))
        await wire.until(lambda: not wire.server.protocol._request_futures)
        assert not wire.server.protocol._result_types
        assert not wire.server._tasks


async def test_a_cancelled_command_ends() -> None:
    ended = asyncio.Event()
    begun = asyncio.Event()

    async def endless(ls: Any) -> None:
        try:
            begun.set()
            await asyncio.Event().wait()
        finally:
            ended.set()

    async with wired() as wire:
        wire.server.command("test.endless")(endless)
        await wire.initialize()
        number, body, response = wire.prepare("workspace/executeCommand", {"command": "test.endless"})
        wire.server.receive([body])
        await asyncio.wait_for(begun.wait(), 5)
        wire.notify("$/cancelRequest", {"id": number})
        assert (await asyncio.wait_for(response, 5))["error"]["code"] == -32800
        await asyncio.wait_for(ended.wait(), 5)


async def test_progress_is_forgotten_at_its_end() -> None:
    async with wired() as wire:
        wire.answers["window/workDoneProgress/create"] = lambda _: None
        await wire.initialize(PROGRESS)
        for _ in range(50):
            async with wire.server.work.shown("Running", lambda: None):
                pass
        await wire.until(lambda: [each["value"]["kind"] for each in wire.sent("$/progress")].count("end") == 50)
        assert not wire.server.work.tokens
        assert not wire.server.protocol.progress.tokens
        await wire.until(lambda: not wire.server.protocol._request_futures)


async def test_progress_that_the_client_never_answers_is_forgotten_too() -> None:
    async with wired() as wire:
        await wire.initialize(PROGRESS)
        async with wire.server.work.shown("Running", lambda: None):
            pass
        assert not wire.server.work.tokens


async def test_cancelling_progress_stops_its_work() -> None:
    async with wired() as wire:
        wire.answers["window/workDoneProgress/create"] = lambda _: None
        await wire.initialize(PROGRESS)
        stopped = asyncio.Event()
        async with wire.server.work.shown("Running", stopped.set):
            [begun] = await wire.until(lambda: wire.sent("$/progress"))
            wire.notify("window/workDoneProgress/cancel", {"token": begun["token"]})
            await asyncio.wait_for(stopped.wait(), 5)


async def test_every_handler_is_quick() -> None:
    """A handler that holds the loop holds up everything, a cancellation too. Measured in CPU time, best of five."""
    async with wired() as wire:
        await wire.initialize()
        wire.open(URI, FUNCTION * 1250)
        await wire.diagnostics(URI, 1)
        versions = iter(range(2, 100))
        here = {"start": {"line": 2500, "character": 4}, "end": {"line": 2500, "character": 4}}
        document = {"textDocument": {"uri": URI}}
        asked: dict[str, Callable[[], Any]] = {
            "textDocument/hover": lambda: at(2500, 6),
            "textDocument/codeAction": lambda: {**document, "range": here, "context": {"diagnostics": []}},
            "textDocument/codeLens": lambda: document,
            "gadfly/dialogue": lambda: {"uri": URI},
        }
        spent = {method: min([await _spent(wire, method, make()) for _ in range(5)]) for method, make in asked.items()}
        spent["textDocument/didChange"] = min(_change(wire, next(versions)) for _ in range(5))
        assert {method: seconds for method, seconds in spent.items() if seconds > 0.010} == {}


def _change(wire: Wire, version: int) -> float:
    start = time.process_time()
    wire.change(URI, version, typed(2500, 4, "x"))
    return time.process_time() - start


async def _spent(wire: Wire, method: str, params: Any) -> float:
    _, body, response = wire.prepare(method, params)
    start = time.process_time()
    wire.server.receive([body])
    spent = time.process_time() - start
    await response
    return spent


def test_a_conversion_costs_the_same_in_a_long_file() -> None:
    short, long = (Source.parse("s = '😀'; x = [1, 2]\n" * lines) for lines in (200, 20_000))

    def seconds(source: Source) -> float:
        def once() -> float:
            start = time.perf_counter()
            for byte in range(2000, 2100):
                convert.to_range(source, Span(byte, byte + 5), convert.UTF16)
            return time.perf_counter() - start

        return min(once() for _ in range(7))

    assert seconds(long) < 10 * seconds(short)


async def test_a_pause_settles_the_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "PAUSE", 0.05)
    async with wired() as wire:
        await wire.initialize()
        wire.open(URI, FUNCTION)
        wire.change(URI, 2, typed(1, 0, "  if ("), typed(0, 0, "class A(:\n"))
        document = wire.server.documents.get(URI)
        assert document is not None
        assert not document.source.is_settled

        def settled() -> bool:
            now = wire.server.documents.get(URI)
            return now is not None and now.source.is_settled

        await wire.until(settled)
        found = await wire.diagnostics(URI, 2)
        wire.open("untitled:fresh.py", document.source.text)
        assert found == await wire.diagnostics("untitled:fresh.py", 1)


def test_no_forbidden_call_is_used() -> None:
    files = [*(ROOT / "analyzers").rglob("*.py"), *(ROOT / "server").rglob("*.py")]
    texts = {path: path.read_text("utf-8") for path in files}
    at_trees = {path: text for path, text in texts.items() if "tree_sitter" in text}
    assert len(at_trees) >= 3
    used = {
        (str(path), node.attr)
        for path, text in at_trees.items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Attribute)
    }
    forbidden = {"first_child_for_byte", "first_named_child_for_byte", "id"}
    assert [use for use in used if use[1] in forbidden] == []


def test_the_broken_release_is_shut_out() -> None:
    requirements = metadata.requires("gadfly") or []
    [requirement] = [each for each in requirements if re.match(r"tree-sitter(?![\w-])", each)]
    assert "!=0.26.0" in requirement
    assert metadata.version("tree-sitter") != "0.26.0"


def at(line: int, character: int) -> dict[str, Any]:
    return {"textDocument": {"uri": URI}, "position": {"line": line, "character": character}}


DEAF = """
import sys, threading
from gadfly_server.lsp.app import GadflyServer
from gadfly_server.lsp.transport import serve_stdio

released = threading.Event()

def make():
    server = GadflyServer()

    @server.feature("test/slow")
    @server.thread()
    def slow(ls, params):
        released.wait()

    @server.feature("test/release")
    def release(ls, params):
        released.set()

    return server

sys.exit(serve_stdio(make))
"""


async def test_slow_handlers_do_not_make_the_server_deaf() -> None:
    """Forty handlers block; what comes behind them is read and answered, and only then are they released."""
    async with piped("-c", DEAF) as pipe:
        await pipe.ask("initialize", {"processId": None, "capabilities": {}})
        blocked = [pipe.begin("test/slow", {}) for _ in range(40)]
        for _ in range(3):  # one after the other, for messages that come together are read together
            assert await pipe.ask("textDocument/hover", at(0, 0)) is None
        assert not any(each.done() for each in blocked)
        pipe.notify("test/release", {})
        await asyncio.wait_for(asyncio.gather(*blocked), 15)
