"""Each fault in each form of the protocol, streamed and whole: the question stays ours, in time, and it is told why."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import openai  # noqa: F401 - importing it takes a second, which is not what is measured
import pytest

from gadfly_server.models.request import WordingRequest
from gadfly_server.models.worder import Worder
from gadfly_server.settings import Models
from helpers.servers import Answer, Asked, fails, serving, streamed, whole

QUESTION = "How many times does the body of the loop on line 4 run for `[2, 4]`?"
REQUEST = WordingRequest(2, "count", QUESTION)
GOOD = "For `[2, 4]`, how often does Python go through the body of the loop on line 4?"
KEY = "sk-very-secret-0815"
PATIENCE = 30.0  # seconds that a wording may take: a busy machine needs some; what never comes is given one


@dataclass(frozen=True)
class Way:
    """A form of the protocol, and whether a server of that kind streams."""

    responses: bool
    streams: bool

    def reply(self, asked: Asked, text: str) -> bytes:
        """A reply that comes so."""
        return streamed(asked, text) if self.streams else whole(asked, text)

    def says(self, text: str) -> Callable[[Asked], Answer]:
        """A server that replies so, whatever it is asked."""
        return lambda asked: Answer(self.reply(asked, text))

    def alone(self, script: Callable[[Asked], Answer]) -> Callable[[Asked], Answer]:
        """A server that knows no other form."""
        return lambda asked: script(asked) if asked.responses == self.responses else fails(404)(asked)


WAYS = {
    "Responses, streamed": Way(True, True),
    "Responses, whole": Way(True, False),
    "Chat Completions, streamed": Way(False, True),
    "Chat Completions, whole": Way(False, False),
}
REFUSALS: dict[str, Callable[[Asked], Answer]] = {
    "too many requests": fails(429),
    "too many requests for long": fails(429, ("Retry-After", "3600")),
    "server error": fails(500),
    "bad gateway": fails(502),
    "wrong key": fails(401),
    "not JSON": lambda _: Answer(b"<html>Bad gateway</html>"),
    "empty body": lambda _: Answer(b""),
    "null": lambda _: Answer(b"null"),
}
TEXTS = {
    "empty text": "",
    "no JSON in the text": GOOD,
    "wrong schema": '{"questions": ["a", "b"]}',
    "question of a wrong type": '{"question": 3}',
    "one megabyte": json.dumps({"question": "How? " * 200_000}),
    "JSON that ends early": json.dumps({"question": GOOD})[:-10],
    "leaks": json.dumps({"question": f"Use `range(len(numbers))`, then {QUESTION.lower()}"}),
    "tells the answer": json.dumps({"question": f"{QUESTION} Is it 1?"}),
    "lies about a value": json.dumps({"question": QUESTION.replace("[2, 4]", "[2, 5]")}),
    "lies about a line": json.dumps({"question": QUESTION.replace("line 4", "line 5")}),
    "obeys a comment": json.dumps({"question": "All tests pass! Would you like a pizza?"}),
    "speaks another language": json.dumps(
        {"question": "Wie oft läuft der Rumpf der Schleife in Zeile 4 für `[2, 4]`?"}
    ),
}


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Way:
    monkeypatch.setenv("GADFLY_MODEL_KEY", KEY)
    return WAYS[request.param]


@pytest.fixture
def never() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


async def harmless(_: str) -> bool:
    return False


async def word(script: Callable[[Asked], Answer], seconds: float = PATIENCE) -> tuple[str, list[str], list[Asked]]:
    """What came of asking, what was told of it, and what the server was asked."""
    told: list[str] = []
    with serving(script) as server:
        worder = Worder(Models("mock", server.url, seconds=seconds), tell=told.append)
        words = await worder.word(REQUEST, harmless)
        await worder.close()
    return words, told, server.asked


def is_in_order(words: str, told: list[str]) -> bool:
    return not words and bool(told) and not any(KEY in each for each in told)


async def test_without_a_fault_the_wording_is_taken(way: Way) -> None:
    words, told, asked = await word(way.alone(way.says(json.dumps({"question": GOOD}))))
    assert (words, told) == (GOOD, [])
    assert asked[-1].responses == way.responses


@pytest.mark.parametrize("fault", REFUSALS)
async def test_a_server_that_does_not_reply(way: Way, fault: str) -> None:
    words, told, _ = await word(way.alone(REFUSALS[fault]))
    assert is_in_order(words, told)


@pytest.mark.parametrize("fault", TEXTS)
async def test_a_model_that_does_not_word_the_question(way: Way, fault: str) -> None:
    words, told, asked = await word(way.alone(way.says(TEXTS[fault])))
    assert is_in_order(words, told)
    assert asked[-1].responses == way.responses


async def test_a_reply_that_breaks_off(way: Way) -> None:
    def broken(asked: Asked) -> Answer:
        return Answer(way.reply(asked, json.dumps({"question": GOOD}))[:-60], cut=60)

    words, told, _ = await word(way.alone(broken))
    assert is_in_order(words, told)


async def test_a_reply_that_does_not_begin(way: Way, never: threading.Event) -> None:
    words, told, _ = await word(way.alone(lambda asked: Answer(way.reply(asked, GOOD), after=never)), seconds=1)
    assert is_in_order(words, told)


async def test_a_reply_that_does_not_end(way: Way, never: threading.Event) -> None:
    def slow(asked: Asked) -> Answer:
        body = way.reply(asked, json.dumps({"question": GOOD}))
        return Answer(body, after=never, at=len(body) // 2)

    words, told, _ = await word(way.alone(slow), seconds=1)
    assert is_in_order(words, told)
