"""A reply is read as it comes: cut, slow and endless ones are told apart before their time is over."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Callable

import openai  # noqa: F401 - importing it takes a second, which is not what is measured
import pytest

from gadfly_server.models.budget import Budget
from gadfly_server.models.faults import fault
from gadfly_server.models.request import WordingRequest
from gadfly_server.models.worder import Worder
from gadfly_server.settings import ClassModels, Models
from helpers.servers import Answer, Asked, fails, serving, streamed, whole, words

QUESTION = "How many times does the body of the loop on line 4 run for `[2, 4]`?"
REQUEST = WordingRequest(2, "count", QUESTION)
GOOD = "For `[2, 4]`, how often does Python go through the body of the loop on line 4?"
SAID = json.dumps({"question": GOOD})
FORMS = ["Responses", "Chat Completions"]
Script = Callable[[Asked], Answer]


async def harmless(_: str) -> bool:
    return False


async def word(url: str, told: list[str] | None = None, seconds: float = 5.0) -> str:
    worder = Worder(Models("mock", url, seconds=seconds), tell=(told if told is not None else []).append)
    try:
        return await worder.word(REQUEST, harmless)
    finally:
        await worder.close()


def in_form(form: str, answer: Script) -> Script:
    """A server that speaks this form alone."""
    return lambda asked: answer(asked) if asked.responses == (form == "Responses") else fails(404)(asked)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("reply", [streamed, whole])
async def test_a_reply_may_come_in_pieces_or_whole(form: str, reply: Callable[[Asked, str], bytes]) -> None:
    with serving(in_form(form, lambda asked: Answer(reply(asked, SAID)))) as server:
        assert await word(server.url) == GOOD
    assert all(asked.streams for asked in server.asked)


CUT: dict[str, Script] = {
    "ends without an end": lambda asked: Answer(streamed(asked, SAID, end="")),
    "the connection breaks": lambda asked: Answer(streamed(asked, SAID)[:-200], cut=200),
    "too long for its server": lambda asked: Answer(streamed(asked, SAID, end="length")),
    "an error in the middle": lambda asked: Answer(
        streamed(asked, SAID[:20], end="") + b'data: {"error": {"message": "x"}}\n\n'
    ),
    "no JSON in the middle": lambda asked: Answer(streamed(asked, SAID, end="") + b"data: {\n\n"),
    "another kind of event": lambda asked: Answer(b'data: {"choices": 3}\n\ndata: [1]\n\n'),
    "nothing but an end": lambda _: Answer(b"data: [DONE]\n\n"),
    "nothing": lambda _: Answer(b"data: \n\n"),
    "never ends": lambda asked: Answer(streamed(asked, "How? " * 20_000)),
    "one line that never ends": lambda _: Answer(b"data: " + b"x" * 1_000_000),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("cut", CUT)
async def test_nothing_is_taken_of_what_did_not_come_whole(form: str, cut: str) -> None:
    told: list[str] = []
    with serving(in_form(form, CUT[cut])) as server:
        assert not await word(server.url, told)
    assert told


@pytest.mark.parametrize("form", FORMS)
async def test_what_does_not_begin_in_time_is_left_early(form: str) -> None:
    never, told = threading.Event(), list[str]()

    def slow(asked: Asked) -> Answer:
        body = streamed(asked, SAID)
        return Answer(body, after=never, at=body.index(b"\n\n") + 2 if asked.responses else 0)

    with serving(in_form(form, slow)) as server:
        assert not await word(server.url, told, seconds=2)
        never.set()
    assert told == ["The model's server is too slow."], "and not that the whole time is over"


async def test_what_begins_and_does_not_go_on_is_left_when_the_time_is_over() -> None:
    never, told = threading.Event(), list[str]()
    with serving(lambda asked: Answer(streamed(asked, SAID), after=never, at=600)) as server:
        assert not await word(server.url, told, seconds=1)
        never.set()
    assert told == ["The model took longer than 1 s."]


async def test_after_faults_in_a_row_the_next_request_waits() -> None:
    told: list[str] = []
    with serving(fails(429)) as server:
        worder = Worder(Models("mock", server.url, seconds=5), tell=told.append)
        for _ in range(4):
            assert not await worder.word(REQUEST, harmless)
        await worder.close()
    assert len(told) == 2, "the third and the fourth question did not even ask"


async def test_a_budget_that_the_server_counts_is_called_by_its_name() -> None:
    body = json.dumps({"error": {"message": "Budget has been exceeded!", "type": "budget_exceeded", "code": "429"}})
    for status in (400, 429):
        with serving(lambda _, status=status: Answer(body.encode(), status)) as server:  # type: ignore[misc]
            worder = Worder(Models("mock", server.url))
            assert not await worder.word(REQUEST, harmless)
            assert worder.access.note == "The budget that the model's server counts is used up."
            assert not await worder.word(REQUEST, harmless)
            await worder.close()
        assert len(server.asked) == 1, "it is not asked in another form, and not again"


async def test_a_class_lays_down_who_may_be_asked_and_how_much() -> None:
    with serving(words(GOOD)) as server:
        worder = Worder(Models("mock", server.url))
        assert not await worder.word(REQUEST, harmless, ClassModels(off=True))
        assert worder.access.note == "Models are turned off for this program."
        assert not await worder.word(REQUEST, harmless, ClassModels(only="https://gateway.school.example/v1"))
        assert worder.access.note == "For this program only the model of your class may be asked."
        assert not await worder.word(REQUEST, harmless, ClassModels(names=("another",)))
        assert not server.asked
        assert await worder.word(REQUEST, harmless, ClassModels(only=f"{server.url}/", requests=1)) == GOOD
        assert not await worder.word(REQUEST, harmless, ClassModels(requests=1))
        assert worder.access.note == "Today's requests or tokens for the model are used up."
        await worder.close()
    assert len(server.asked) == 1


async def test_tokens_count_where_the_server_does_not_and_for_what_was_in_vain() -> None:
    for script in (
        lambda asked: Answer(streamed(asked, SAID).replace(b'"total_tokens": 50', b"")),
        CUT["ends without an end"],
        CUT["never ends"],
    ):
        models = Models("mock")
        budget = Budget(models)
        before = budget.used()[1]
        with serving(script) as server:
            await word(server.url)
        assert budget.used()[1] - before > 300, "rules, data and reply, four letters a token"
        budget.close()


async def test_each_request_by_which_the_form_of_the_protocol_is_found_out_counts() -> None:
    for status, form in ((500, None), (404, "chat"), (400, None)):
        budget = Budget(Models("mock"))
        before = budget.used()[0]

        def replies(asked: Asked, status: int = status, form: str | None = form) -> Answer:
            return Answer(streamed(asked, SAID)) if form and "messages" in asked.body else Answer(b"{}", status=status)

        with serving(replies) as server:
            await word(server.url)
        assert len(server.asked) > 1
        assert budget.used()[0] - before == len(server.asked)
        budget.close()


@pytest.mark.parametrize("form", FORMS)
async def test_what_comes_whole_is_read_no_further_than_a_stream(form: str) -> None:
    told: list[str] = []
    with serving(in_form(form, lambda asked: Answer(whole(asked, "{" * 200_000)))) as server:
        assert not await word(server.url, told)
    assert told == ["The model's reply is far too long."], "nobody looks for JSON in it for half a minute"


async def test_a_wording_that_is_far_too_long_is_not_looked_through() -> None:
    told: list[str] = []
    with serving(words(GOOD * 40)) as server:
        assert not await word(server.url, told)
    assert told[0] == "A wording was refused: it is far too long."


async def test_a_count_of_tokens_beyond_all_reason_costs_no_wording() -> None:
    with serving(lambda asked: Answer(streamed(asked, SAID).replace(b": 50}", b": 1" + b"0" * 30 + b"}"))) as server:
        assert await word(server.url) == GOOD


@pytest.mark.parametrize("named", ["9" * 400, "31536000", "Fri, 31 Dec 2100 23:59:59 GMT"])
def test_no_server_is_waited_for_longer_than_an_hour(named: str) -> None:
    assert fault(429, {"retry-after": named}, {}).wait == 3600


@pytest.mark.parametrize("named", ["", "soon", "-1", "Fri, 31 Dec 99999 23:59:59 GMT"])
def test_a_time_that_is_none_is_none(named: str) -> None:
    assert fault(429, {"retry-after": named}, {}).wait is None


@pytest.mark.parametrize("at", [None, 600])
async def test_what_nobody_waits_for_any_more_counts_all_the_same(at: int | None) -> None:
    never, budget = threading.Event(), Budget(Models("mock"))
    before = budget.used()[1]
    with serving(lambda asked: Answer(streamed(asked, SAID), after=never, at=at)) as server:
        assert not await word(server.url, seconds=2)
        assert budget.used()[1] - before > 200, "the server has it, and may go on with it"
        worder, before = Worder(Models("mock", server.url, seconds=30)), budget.used()[1]
        asking = asyncio.ensure_future(worder.word(REQUEST, harmless))
        while len(server.asked) < 2:
            await asyncio.sleep(0.01)
        asking.cancel()  # as when the student answers
        await asyncio.wait([asking])
        await worder.close()
        never.set()
    assert budget.used()[1] - before > 200
    budget.close()


async def test_a_slow_wording_is_over_by_the_clock() -> None:
    never = threading.Event()
    with serving(lambda asked: Answer(streamed(asked, SAID), after=never)) as server:
        before = time.monotonic()
        assert not await word(server.url, seconds=0.4)
        assert time.monotonic() - before < 3
        never.set()
