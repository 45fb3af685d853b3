"""One server for a class, over TCP: everybody has a state of their own, and proves who they are."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import re
import shutil
import sys
import urllib.request
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from class_load import SECRET, measured
from classload.client import Client, Refused
from gadfly_server.home import token_of
from helpers import examples

PATIENCE = 40.0
KEY = "sixteen characters"


@asynccontextmanager
async def serving(tmp_path: Path, *words: str) -> AsyncIterator[tuple[int, list[str]]]:
    """A server that listens; its port, and what it said before that."""
    secret = tmp_path / "secret"
    secret.write_text(f"{KEY}\n", "utf-8")
    command = ["-I", "-m", "gadfly_server", "serve", "--tcp", "127.0.0.1:0", "--students", str(secret), *words]
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


async def test_each_student_has_a_dialogue_of_their_own(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(examples.FOLDER / "average", tmp_path / "average"))
    async with serving(tmp_path) as (port, _):
        ada, bob = await Client.connected(port), await Client.connected(port)
        await ada.greet(student("Ada"))
        await bob.greet(student("Bob"))
        uri = await opened(ada, folder)
        view = await asked(ada, uri)
        question = view["question"]["id"]  # type: ignore[index] # it has one
        answered = await ada.ask("gadfly/answer", {"uri": uri, "question": question, "answer": "3"})
        await ada.close()
        await opened(bob, folder)
        assert (await bob.ask("gadfly/dialogue", {"uri": uri}))["turns"] == []
        again = await Client.connected(port)
        await again.greet(student("Ada"))
        await opened(again, folder)
        kept = await again.ask("gadfly/dialogue", {"uri": uri})
        assert [turn["text"] for turn in kept["turns"]] == [turn["text"] for turn in answered["turns"]]
    folders = [path for path in (tmp_path / "state" / "students").iterdir() if path.is_dir()]
    assert not any("Ada" in path.name or "Bob" in path.name for path in folders)


@pytest.mark.parametrize(
    "who",
    [
        None,
        {"name": "Ada"},
        {"name": "Ada", "token": "0" * 64},
        {"name": "Ada", "token": "ü"},
        student("Bob") | {"name": "Ada"},
        "Ada",
    ],
    ids=["nobody", "no token", "wrong", "no ASCII", "another's", "text"],
)
async def test_who_cannot_prove_a_name_is_refused_and_told_what_to_do(tmp_path: Path, who: dict[str, str]) -> None:
    async with serving(tmp_path) as (port, _):
        client = await Client.connected(port)
        with pytest.raises(Refused, match=r"--token NAME"):
            await asyncio.wait_for(client.greet(who), PATIENCE)
        await asyncio.wait_for(client.close(), PATIENCE)
        welcome = await Client.connected(port)  # the server goes on
        await asyncio.wait_for(welcome.greet(student("Ada")), PATIENCE)
    assert not (tmp_path / "state" / "students").exists()


async def test_a_stranger_is_not_listened_to(tmp_path: Path) -> None:
    async with serving(tmp_path) as (port, _):
        client = await Client.connected(port)
        with pytest.raises((Refused, ConnectionError)):
            await asyncio.wait_for(client.ask("workspace/executeCommand", {"command": "gadfly.memory"}), PATIENCE)
        with pytest.raises((Refused, ConnectionError)):
            await asyncio.wait_for(client.greet(student("Ada")), PATIENCE)


async def test_a_stranger_fills_no_memory(tmp_path: Path) -> None:
    async with serving(tmp_path) as (port, _):
        for beginning in (b"Content-Length: 999999999\r\n\r\n", b""):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(beginning + b"x" * (2 << 20))
            with contextlib.suppress(ConnectionError):
                assert await asyncio.wait_for(reader.read(), PATIENCE) == b""
            writer.close()


async def test_neither_strangers_nor_one_student_keep_a_class_out(tmp_path: Path) -> None:
    async with serving(tmp_path, "--most", "14") as (port, _):
        waiting = [await Client.connected(port) for _ in range(80)]
        greedy = [await Client.connected(port) for _ in range(12)]
        for client in greedy:
            await asyncio.wait_for(client.greet(student("Ada")), PATIENCE)
        one_more = await Client.connected(port)
        with pytest.raises((Refused, ConnectionError)):
            await asyncio.wait_for(one_more.greet(student("Ada")), PATIENCE)
        bob = await Client.connected(port)
        await asyncio.wait_for(bob.greet(student("Bob")), PATIENCE)
        assert len(waiting) == 80


async def test_no_more_come_in_than_there_is_room_for(tmp_path: Path) -> None:
    async with serving(tmp_path, "--most", "1") as (port, _):
        first, second = await Client.connected(port), await Client.connected(port)
        await asyncio.wait_for(first.greet(student("Ada")), PATIENCE)
        with pytest.raises((Refused, ConnectionError)):
            await asyncio.wait_for(second.greet(student("Bob")), PATIENCE)
        await first.close()
        while True:  # until the server has noticed
            third = await Client.connected(port)
            try:
                await asyncio.wait_for(third.greet(student("Bob")), PATIENCE)
            except (Refused, ConnectionError):
                continue
            break


async def test_figures_for_prometheus(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(examples.FOLDER / "average", tmp_path / "average"))
    async with serving(tmp_path, "--metrics", "127.0.0.1:0") as (port, said):
        address = re.search(r"http://\S+", said[0])
        assert address, said
        client = await Client.connected(port)
        await client.greet(student("Ada"))
        uri = await opened(client, folder)
        view = await asked(client, uri)
        question = view["question"]["id"]  # type: ignore[index] # it has one
        await client.ask("gadfly/answer", {"uri": uri, "question": question, "answer": "3"})
        shown = (await asyncio.to_thread(urllib.request.urlopen, address[0])).read().decode()
        assert re.search(r"^gadfly_clients 1.0$", shown, re.MULTILINE)
        assert re.search(r'^gadfly_turn_wait_seconds_count\{urgent="yes"\} [1-9]', shown, re.MULTILINE)
        assert re.search(r"^gadfly_answer_seconds_count 1.0$", shown, re.MULTILINE)
        assert "Ada" not in shown


def test_tokens_are_told_by_who_has_the_secret(tmp_path: Path) -> None:
    from gadfly_server.lsp.serve import main

    secret = tmp_path / "secret"
    secret.write_text(KEY, "utf-8")
    assert main(["--students", str(secret), "--token", "Ada"]) == 0
    with pytest.raises(SystemExit):
        main(["--token", "Ada"])
    with pytest.raises(SystemExit):
        main(["--stdio", "--students", str(secret)])


async def test_a_small_class_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("READ_SECONDS", "THINK_SECONDS"):
        monkeypatch.setattr(f"classload.student.{name}", (0.1, 0.3))
    monkeypatch.setattr("classload.student.KEY_SECONDS", 0.01)
    assert len(SECRET) >= 16
    report = await measured(argparse.Namespace(students=3, minutes=0.1, processes=2, at_once=1, image=None))
    assert "- turns that were shown and lost: 0; saves without a reply within a minute: 0" in report
