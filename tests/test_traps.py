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
| tree-sitter holds the GIL | here: every handler is quick, for fresh readings wait behind it |
| `node.id` changes for unchanged statements | here: no forbidden call is used |
| `first_child_for_byte` past the end kills the process | here: no forbidden call is used |
| tree-sitter 0.26.0 uses memory after freeing it | here: the broken release is shut out |
| an incremental tree differs from a fresh one in broken code | here: a pause or a save settles the tree; the source's |
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
SHARE = 0.7  # of what it takes to read a program, for one message about it


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


async def test_every_handler_is_quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A handler that holds the loop holds up everything, a cancellation too. Measured in CPU time, best of five.

    On a busy machine a second of a processor does less, so what a handler may take is a share of what it takes to read
    the program once, which is measured before them and after them: no more than 10 ms on a machine at rest.
    The program is long, its text is broken behind a run that failed, and there is a question about that.
    """
    monkeypatch.setenv("GADFLY_STATE", str(tmp_path / "state"))
    async with wired() as wire:
        await wire.initialize({"experimental": {"gadfly": {"panel": 1}}})
        uri = await _long_failing_program(wire, tmp_path)
        versions = iter(range(2, 100))
        await _broken(wire, uri, next(versions))
        here = {"start": {"line": 2500, "character": 4}, "end": {"line": 2500, "character": 4}}
        document = {"textDocument": {"uri": uri}}
        asked: dict[str, Callable[[], Any]] = {
            "textDocument/hover": lambda: at(2500, 6, uri),
            "textDocument/codeAction": lambda: {**document, "range": here, "context": {"diagnostics": []}},
            "textDocument/codeLens": lambda: document,
            "gadfly/dialogue": lambda: {"uri": uri},
        }
        reading = [_reading() for _ in range(5)]
        spent = {method: min([await _spent(wire, method, make()) for _ in range(5)]) for method, make in asked.items()}
        spent["textDocument/didSave"] = min([await _save(wire, uri, next(versions)) for _ in range(5)])
        spent["textDocument/didChange"] = min(_change(wire, uri, next(versions)) for _ in range(5))
        allowed = SHARE * min([*reading, *(_reading() for _ in range(5))])
        assert {method: seconds for method, seconds in spent.items() if seconds > allowed} == {}


def _reading() -> float:
    """What it takes to read the program once."""
    text = FUNCTION * 1250
    start = time.process_time()
    Source.parse(text)
    return time.process_time() - start


async def _long_failing_program(wire: Wire, folder: Path) -> str:
    """A program of 5,000 lines whose tests ran and disagree with it; its uri."""
    path = folder / "long.py"
    path.write_text(FUNCTION * 1250, "utf-8")
    test = "from long import add\n\ndef test_it():\n    assert add(1) == [2]\n"
    (folder / "test_long.py").write_text(test, "utf-8")
    wire.open(path.as_uri(), path.read_text("utf-8"))
    await wire.ask("workspace/executeCommand", {"command": "gadfly.run", "arguments": [path.as_uri()]})
    [headline] = await wire.until(lambda: _headlines(wire, path.as_uri()))
    assert headline["range"]["start"]["line"] == 4996  # the last of that name is the one that counts
    return path.as_uri()


def _headlines(wire: Wire, uri: str) -> list[dict[str, Any]]:
    published = [each for each in wire.sent("textDocument/publishDiagnostics") if each["uri"] == uri]
    return [each for each in published[-1]["diagnostics"] if each["code"] == "tests"] if published else []


async def _broken(wire: Wire, uri: str, version: int) -> None:
    wire.change(uri, version, typed(2, 4, "if ("))
    await wire.diagnostics(uri, version)
    assert len(_headlines(wire, uri)) == 1


async def _save(wire: Wire, uri: str, version: int) -> float:
    wire.change(uri, version, typed(6, 4, "x"))
    await wire.diagnostics(uri, version)
    start = time.process_time()
    wire.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    spent = time.process_time() - start
    await wire.until(lambda: not wire.server._tasks)  # what follows is not the handler's
    return spent


def _change(wire: Wire, uri: str, version: int) -> float:
    start = time.process_time()
    wire.change(uri, version, typed(2500, 4, "x"))
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


EDITS: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "broken": ("", [typed(1, 0, "  if ("), typed(0, 0, "class A(:\n")]),
    "lone CR": ("x = 1\ry = 2\r", [typed(1, 0, "if x:\r  "), typed(2, 3, "\r"), typed(0, 1, "\r")]),
    "CR that meets its LF": ("a = 1\n", [typed(0, 5, "\r"), typed(0, 0, "def f(:\r\n"), typed(1, 0, " ")]),
}


@pytest.mark.parametrize("way", ["pause", "save"])
@pytest.mark.parametrize("edits", EDITS)
async def test_a_pause_or_a_save_settles_the_tree(monkeypatch: pytest.MonkeyPatch, way: str, edits: str) -> None:
    """Then it is the one of a fresh reading, and so is what is shown."""
    monkeypatch.setattr(pace, "PAUSE", 0.05 if way == "pause" else 600)
    before, changes = EDITS[edits]
    async with wired() as wire:
        await wire.initialize()
        wire.open(URI, f"{before}{FUNCTION}")
        for version, change in enumerate(changes, 2):
            wire.change(URI, version, change)
        document = wire.server.documents.get(URI)
        assert document is not None
        assert not document.source.is_settled
        if way == "save":
            wire.notify("textDocument/didSave", {"textDocument": {"uri": URI}})
        settled = await wire.until(lambda: _settled(wire))
        fresh = Source.parse(document.source.text)
        assert str(settled.tree.root_node) == str(fresh.tree.root_node)
        assert _nodes(settled) == _nodes(fresh)
        wire.open("untitled:fresh.py", document.source.text)
        expected = await wire.diagnostics("untitled:fresh.py", 1)
        await wire.until(lambda: _last(wire, URI) == expected)


def _settled(wire: Wire) -> Source | None:
    now = wire.server.documents.get(URI)
    return now.source if now is not None and now.source.is_settled else None


def _nodes(source: Source) -> list[Any]:
    found = [source.tree.root_node]
    for node in found:
        found.extend(node.children)
    return [(node.type, node.range) for node in found]


def _last(wire: Wire, uri: str) -> Any:
    return [each["diagnostics"] for each in wire.sent("textDocument/publishDiagnostics") if each["uri"] == uri][-1]


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


def at(line: int, character: int, uri: str = URI) -> dict[str, Any]:
    return {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}


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
