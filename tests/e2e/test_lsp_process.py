"""The server as a process: how it starts, and that nothing of it is left when its client is gone."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gadfly_server.lsp import lifetime
from helpers.pipe import Pipe, piped

HELLO: dict[str, Any] = {"processId": None, "capabilities": {}}
URI = "untitled:student.py"
ITEM = {"uri": URI, "languageId": "python", "version": 1, "text": "def add(basket=b is 3):\n    return basket\n"}


async def first_diagnostics(pipe: Pipe) -> list[Any]:
    pipe.notify("initialized", {})
    pipe.notify("textDocument/didOpen", {"textDocument": ITEM})
    published = await pipe.until(
        lambda: [each for each in pipe.notifications if each["method"] == "textDocument/publishDiagnostics"]
    )
    found: list[Any] = published[-1]["params"]["diagnostics"]
    return found


async def test_a_students_module_names_do_not_kill_it(tmp_path: Path) -> None:
    for name in ("random", "types", "logging", "string", "token", "asyncio", "gadfly_server"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('the student wins')\n")
    async with piped(cwd=tmp_path) as pipe:
        assert (await pipe.ask("initialize", HELLO))["serverInfo"]["name"] == "gadfly"
        assert len(await first_diagnostics(pipe)) == 1


async def test_goodbye(tmp_path: Path) -> None:
    async with piped(cwd=tmp_path) as pipe:
        await pipe.ask("initialize", HELLO)
        assert await pipe.ask("shutdown") is None
        pipe.notify("exit", None)
        assert await pipe.ends() == 0


async def test_stdin_closes() -> None:
    async with piped() as pipe:
        await pipe.ask("initialize", HELLO)
        assert pipe.process.stdin is not None
        pipe.process.stdin.close()
        assert await pipe.ends() == 1


@pytest.mark.parametrize(
    "junk",
    [
        b"\xff\xfe\x00 nonsense\r\n\r\n",
        b"Content-Length: 999999999999\r\n\r\n",
        b"Content-Length: -1\r\n\r\n{}",
        b"Content-Length: 3\r\n\r\n\xff\x00{",
        b"Content-Length: 9\r\nContent-Length: 2\r\n\r\n{}",
        b"Content-Length: 12\r\n\r\n[[[[[[[[[[[[",
        b"Content-Len",
    ],
)
async def test_junk_before_a_message_and_an_end_in_the_middle_of_one(junk: bytes) -> None:
    async with piped() as pipe:
        assert pipe.process.stdin is not None
        pipe.process.stdin.write(junk)
        assert (await pipe.ask("initialize", HELLO))["serverInfo"]["name"] == "gadfly"
        pipe.process.stdin.write(b'Content-Length: 100\r\n\r\n{"jsonrpc"')
        pipe.process.stdin.close()
        assert await pipe.ends() == 1


async def test_the_clients_process_vanishes() -> None:
    client = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        async with piped() as pipe:
            await pipe.ask("initialize", {**HELLO, "processId": client.pid})
            client.communicate(b"\n")
            assert await pipe.ends() == 1
    finally:
        client.kill()
        client.wait()


def test_a_client_that_we_cannot_see_is_not_missed() -> None:
    done = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    assert not lifetime.can_watch(int(done.stdout))
    assert lifetime.can_watch(os.getpid()) or sys.platform == "win32"


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
async def test_it_is_told_to_end() -> None:
    async with piped() as pipe:
        await pipe.ask("initialize", HELLO)
        os.kill(pipe.process.pid, signal.SIGTERM)
        assert await pipe.ends() == 1


async def test_whoever_prints_does_not_spoil_the_conversation() -> None:
    noisy = (
        "import os, sys; from gadfly_server.lsp.app import GadflyServer; from gadfly_server.lsp import transport\n"
        "def make():\n"
        "    print('to whom?'); sys.stdout.flush(); os.write(1, b'and raw')\n"
        "    return GadflyServer()\n"
        "sys.exit(transport.serve_stdio(make))"
    )
    async with piped("-c", noisy) as pipe:
        assert (await pipe.ask("initialize", HELLO))["serverInfo"]["name"] == "gadfly"


async def test_what_is_still_worked_out_does_not_keep_it() -> None:
    busy = (
        "import asyncio, sys, threading\n"
        "from gadfly_server.lsp import lifetime, transport\n"
        "from gadfly_server.lsp.app import GadflyServer\n"
        "lifetime.FAREWELL = 0.1\n"
        "def make():\n"
        "    asyncio.get_running_loop().run_in_executor(None, threading.Event().wait)\n"
        "    return GadflyServer()\n"
        "sys.exit(transport.serve_stdio(make))"
    )
    async with piped("-c", busy) as pipe:
        await pipe.ask("initialize", HELLO)
        await pipe.ask("shutdown")
        pipe.notify("exit", None)
        assert await pipe.ends() == 0


async def test_tcp_serves_one_client_after_another() -> None:
    server = await asyncio.create_subprocess_exec(
        *(sys.executable, "-I", "-m", "gadfly_server", "serve", "--tcp", "127.0.0.1:0"), stderr=asyncio.subprocess.PIPE
    )
    try:
        assert server.stderr is not None
        warned, said = [(await asyncio.wait_for(server.stderr.readline(), 20)).decode() for _ in range(2)]
        assert "everybody on this computer can connect" in warned
        found = re.search(r"127\.0\.0\.1:(\d+)", said)
        assert found, said
        for _ in range(2):
            reader, writer = await asyncio.open_connection("127.0.0.1", int(found[1]))
            body = b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"capabilities":{}}}'
            writer.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
            answer = await asyncio.wait_for(reader.readuntil(b'"version"'), 20)
            assert b'"serverInfo"' in answer
            writer.close()
        assert server.returncode is None
    finally:
        server.kill()
        await server.wait()


def test_it_starts_with_no_more_than_it_needs() -> None:
    asked = "import sys; import gadfly_server.lsp.serve, gadfly_server.lsp.app; print(*sorted(sys.modules), sep='\\n')"
    done = subprocess.run([sys.executable, "-I", "-c", asked], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "lsprotocol.types" in loaded
    heavy = {
        "openai",
        "typer",
        "rich",
        "pytest",
        "platformdirs",
        "gadfly_server.sessions",
        "gadfly_server.tutor.dialogue",
    }
    assert loaded & (heavy | {"gadfly_analyzers.execution.runner", "gadfly_analyzers.examine"}) == set()


@pytest.mark.parametrize("arguments", [["--nonsense"], ["--stdio", "--tcp", "x:1"]])
def test_wrong_usage_is_told(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-m", "gadfly_server", "serve", *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "usage" in done.stderr
