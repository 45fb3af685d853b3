"""Whatever is odd about a message: a request has its answer, and what the server waits for comes to an end."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
from typing import Any

import pytest
from lsprotocol import types

from gadfly_server.lsp import convert
from gadfly_server.lsp.frames import LeftOut
from gadfly_server.lsp.leftover import concerned
from gadfly_server.lsp.transport import _notice_who_vanishes
from helpers.wire import Wire, typed, wired

URI = "untitled:student.py"
SHOWN = types.ShowDocumentParams(uri=URI)
DIALOGUE = {"jsonrpc": "2.0", "method": "gadfly/dialogue", "params": {"uri": URI}}


async def answer(wire: Wire, message: dict[str, Any]) -> dict[str, Any]:
    """The response to a message of any form."""
    heard: list[dict[str, Any]] = []
    wire.stray = heard.append
    wire.server.receive([json.dumps(message).encode()])
    await wire.until(lambda: heard)
    return heard[0]


@pytest.mark.parametrize("number", [None, 1.5, float("nan"), {"a": 1}, [1]])
async def test_a_request_with_an_id_that_is_none_is_answered_with_none(number: object) -> None:
    async with wired() as wire:
        await wire.initialize()
        told = await answer(wire, {**DIALOGUE, "id": number})
        assert (told["id"], told["error"]["code"]) == (None, -32600)


@pytest.mark.parametrize(
    ("odd", "code"),
    [
        ({"jsonrpc": "3.0"}, -32600),
        ({"method": ["gadfly/dialogue"]}, -32600),
        ({"method": 5}, -32600),
        ({"method": "gadfly/unheardOf"}, -32601),
    ],
)
async def test_what_is_no_request_of_ours_is_answered_too(odd: dict[str, Any], code: int) -> None:
    async with wired() as wire:
        await wire.initialize()
        assert (await answer(wire, {**DIALOGUE, "id": "a", **odd}))["error"]["code"] == code


async def test_an_unknown_request_without_parameters_is_one() -> None:
    async with wired() as wire:
        await wire.initialize()
        told = await answer(wire, {"jsonrpc": "2.0", "id": "a", "method": "textDocument/unheardOf"})
        assert told["error"]["code"] == -32601


async def test_nothing_goes_before_the_greeting_and_there_is_one() -> None:
    async with wired() as wire:
        wire.open(URI, "x == 3\n")
        assert (await wire.response("gadfly/dialogue", {"uri": URI}))["error"]["code"] == -32002
        assert len(wire.server.documents) == 0
        await wire.initialize()
        again = await wire.response("initialize", {"processId": None, "capabilities": {}})
        assert again["error"]["code"] == -32600
        assert wire.server.documents.encoding == "utf-16"


async def test_who_waits_for_a_response_that_cannot_be_read_waits_no_more() -> None:
    async with wired() as wire:
        await wire.initialize()
        wire.answers["window/showDocument"] = lambda _: None
        waiting = asyncio.ensure_future(wire.server.protocol.ask("window/showDocument", SHOWN))
        await asyncio.wait([waiting], timeout=20)
        assert waiting.done()
        assert waiting.exception()


def test_what_stands_for_a_computer_and_is_none_names_no_file() -> None:
    assert [convert.to_path(uri) for uri in ("file://[::1/a.py", "file://zz]/a.py")] == [None, None]


async def test_two_halves_of_a_letter_that_come_one_by_one_are_that_letter() -> None:
    async with wired() as wire:
        await wire.initialize({"textDocument": {"diagnostic": {}}})
        wire.open(URI, "a = 'x'\nx == 3\n")
        wire.change(URI, 2, typed(0, 5, "\ud83d"))
        wire.change(URI, 3, typed(0, 6, "\ude00"))
        [document] = wire.server.documents
        assert document.source.text == "a = '😀x'\nx == 3\n"
        items = (await wire.ask("textDocument/diagnostic", {"textDocument": {"uri": URI}}))["items"]
        assert [each["range"]["start"]["line"] for each in items] == [1]


@pytest.mark.skipif(not hasattr(socket, "TCP_KEEPIDLE"), reason="the system has no such question")
def test_a_computer_that_vanishes_is_noticed_within_half_a_minute() -> None:
    with contextlib.closing(socket.socket()) as connection:
        _notice_who_vanishes(connection)
        idle, each, count = (
            connection.getsockopt(socket.IPPROTO_TCP, getattr(socket, f"TCP_KEEP{name}"))
            for name in ("IDLE", "INTVL", "CNT")
        )
        assert connection.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
        assert 20 <= idle + each * count <= 30


@pytest.mark.parametrize(
    "head",
    [
        b'{"jsonrpc": "2.0", "id": "u", "result": [{"uri": "file:///b.py", "te',
        b'{"id": 7, "params": {"a',
    ],
    ids=["response", "request"],
)
def test_no_document_is_unread_for_what_brings_no_text(head: bytes) -> None:
    assert not concerned(LeftOut(head, b'"}', 1 << 27), [URI])
    assert concerned(LeftOut(head.replace(b'"id"', b'"no"'), b'"}', 1 << 27), [URI])
