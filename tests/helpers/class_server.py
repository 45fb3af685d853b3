"""A server of a class in a process of its own, and what students' editors do with it."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from classload.client import Client
from gadfly_server.home import token_of
from helpers import examples

PATIENCE = 40.0
KEY = "sixteen characters"
SHOWN, LOGGED = "window/showMessage", "window/logMessage"


@asynccontextmanager
async def serving(
    tmp_path: Path, *words: str, students: Path | None = None, log: list[str] | None = None
) -> AsyncIterator[tuple[int, list[str]]]:
    """A server that listens; its port, and what it said before that. What it says later is in ``log`` at the end."""
    if students is None:
        students = tmp_path / "secret"
        students.write_text(f"{KEY}\n", "utf-8")
    command = ["-I", "-m", "gadfly_server", "serve", "--tcp", "127.0.0.1:0", "--students", str(students), *words]
    server = await asyncio.create_subprocess_exec(
        *(sys.executable, *command), stderr=asyncio.subprocess.PIPE, env={"GADFLY_STATE": str(tmp_path / "state")}
    )
    said: list[str] = []
    try:
        assert server.stderr is not None
        while not said or not said[-1].startswith("Gadfly listens"):
            line = (await asyncio.wait_for(server.stderr.readline(), PATIENCE)).decode()
            assert line, said
            said.append(line)
        yield int(said[-1].rpartition(":")[2]), said
    finally:
        server.kill()
        await server.wait()
        if log is not None and server.stderr is not None:
            log.append((await server.stderr.read()).decode())


def student(name: str) -> dict[str, str]:
    return {"name": name, "token": token_of(name, KEY.encode())}


async def opened(client: Client, folder: Path) -> str:
    uri = (folder / "average.py").as_uri()
    item = {"uri": uri, "languageId": "python", "version": 1, "text": examples.program("average")}
    client.tell("textDocument/didOpen", {"textDocument": item})
    return uri


async def asked(client: Client, uri: str) -> dict[str, object]:
    client.tell("textDocument/didSave", {"textDocument": {"uri": uri}})
    while not client.view.get("question"):
        await asyncio.wait_for(client.next_view(), PATIENCE)
    return client.view


async def told(client: Client, method: str) -> str:
    """What the server shows or logs, as soon as that is something."""
    until = asyncio.get_running_loop().time() + PATIENCE
    while asyncio.get_running_loop().time() < until:
        if said := [params["message"] for name, params in client.heard if name == method]:
            return "\n".join(said)
        await client.ask("gadfly/dialogue", {"uri": "file:///nowhere.py"})
    return ""


def kept_apart(tmp_path: Path) -> Path:
    """A students file that keeps each student to a folder, in which a program waits; Bob's has something private."""
    for name in ("Ada", "Bob"):
        shutil.copytree(examples.FOLDER / "average", tmp_path / "homes" / name)
    file = tmp_path / "students.toml"
    file.write_text(f'secret = "{KEY}"\nfolder = "{tmp_path}/homes/{{name}}"\n', "utf-8")
    return file
