"""What goes to a model's server and what of its replies comes in, where a server or the environment means it ill."""

from __future__ import annotations

import asyncio
import gzip
import json
import subprocess
import sys
import threading

import openai  # noqa: F401 - importing it takes a second, which is not what is measured
import pytest

from gadfly_server.models.request import WordingRequest
from gadfly_server.models.stream import LARGEST
from gadfly_server.models.worder import Worder
from gadfly_server.settings import Models
from helpers.servers import Answer, Asked, serving, spoken, words

REQUEST = WordingRequest(2, "count", "How many times does the body of the loop on line 4 run for `[2, 4]`?")
GOOD = "For `[2, 4]`, how often does Python go through the body of the loop on line 4?"
SAID = json.dumps({"question": GOOD})
LEAVES = """
import asyncio, socket, threading
from gadfly_server.models.request import WordingRequest
from gadfly_server.models.worder import Worder
from gadfly_server.settings import Models
known = socket.getaddrinfo
socket.getaddrinfo = lambda host, *more, **named: (
    threading.Event().wait() if "school" in str(host) else known(host, *more, **named))
async def harmless(_): return False
async def main():
    worder = Worder(Models("mock", "http://gateway.school.example/v1", seconds=6), tell=print)
    await worder.word(WordingRequest(2, "count", "How many times does line 4 run?"), harmless)
    await worder.close()
asyncio.run(main())
"""
ACCOUNT = {
    "OPENAI_ORG_ID": "org-of-mine",
    "OPENAI_PROJECT_ID": "project-of-mine",
    "OPENAI_CUSTOM_HEADERS": "X-Api-Key: key-of-mine\nAuthorization: Bearer key-of-mine",
}


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GADFLY_MODEL_KEY", "sk-for-this-server")


async def word(url: str, told: list[str], seconds: float = 20.0) -> str:
    worder = Worder(Models("mock", url, seconds=seconds), tell=told.append)
    try:
        return await worder.word(REQUEST, harmless)
    finally:
        await worder.close()


async def harmless(_: str) -> bool:
    return False


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_nobody_is_sent_anything_whom_the_user_has_not_named(status: int) -> None:
    told: list[str] = []
    with serving(words(GOOD)) as elsewhere:

        def sends_there(asked: Asked) -> Answer:
            return Answer(status=status, headers=(("Location", elsewhere.url + asked.path.removeprefix("/v1")),))

        with serving(sends_there) as server:
            assert not await word(server.url, told)
    assert server.asked
    assert not elsewhere.asked
    assert told == [f"The model's server sends us to another address (HTTP {status})."]


async def test_a_server_of_ones_own_learns_nothing_of_an_account_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in ACCOUNT.items():
        monkeypatch.setenv(name, value)
    with serving(words(GOOD)) as server:
        assert await word(server.url, []) == GOOD
    assert server.asked[0].key == "sk-for-this-server"
    assert "of-mine" not in str(server.asked[0].headers)


@pytest.mark.parametrize("packing", ["gzip", "gzip, gzip", "deflate"])
async def test_a_packed_reply_is_not_unpacked(packing: str) -> None:
    told: list[str] = []
    packed = (("Content-Encoding", packing),)
    with serving(lambda asked: Answer(gzip.compress(spoken(asked, SAID)), headers=packed)) as server:
        assert not await word(server.url, told)
    assert server.asked[0].headers["accept-encoding"] == "identity", "it was not asked for"
    assert told == ["The model's server sent something that is no reply."]


async def test_of_a_failure_no_more_is_read_than_tells_its_kind() -> None:
    never, told = threading.Event(), list[str]()
    endless = Answer(b" " * (LARGEST + 1), 401, cut=1_000_000_000, after=never, at=LARGEST + 1)
    with serving(lambda _: endless) as server:
        assert not await word(server.url, told, seconds=30)
        never.set()
    assert told == ["The model's server does not take the key (HTTP 401)."], "and not that it is too slow"


async def test_nobody_waits_at_the_end_for_a_name_that_is_looked_up_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    run = [sys.executable, "-c", LEAVES]
    left = await asyncio.to_thread(subprocess.run, run, capture_output=True, text=True, timeout=60, check=True)
    assert left.stdout.startswith("The model")


async def test_a_name_that_nobody_knows_is_told() -> None:
    told: list[str] = []
    assert not await word("http://there-is-none.invalid/v1", told)
    assert told == ["The model's server cannot be reached, or broke off."]
