"""A model's server may do what it likes: a wording passed every check, or the question stays as it was, in time."""

from __future__ import annotations

import json
import logging
import os
import re
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import openai  # noqa: F401 - importing it takes a second, which is not what is measured
import pytest

from gadfly_server.models.budget import Budget
from gadfly_server.models.reading import sentences
from gadfly_server.models.request import WordingRequest
from gadfly_server.models.stream import Heard
from gadfly_server.models.tidy import tidied
from gadfly_server.models.worder import Worder
from gadfly_server.settings import Models
from helpers.servers import Answer, Asked, certificate, fails, says, serving, spoken, words

QUESTION = "How many times does the body of the loop on line 4 run for `[2, 4]`?"
CODE = ((4, "    for i in range(1, len(numbers)):"), (5, "        total = total + numbers[i]"))
REQUEST = WordingRequest(2, "count", QUESTION, CODE)
GOOD = "For `[2, 4]`, how often does Python go through the body of the loop on line 4?"
WRONG = "For `[2, 4]`, how often does Python go through the body of the loop on line 5?"
KEY = "sk-very-secret-0815"
Script = Callable[[Asked], Answer]


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GADFLY_MODEL_KEY", KEY)


async def harmless(_: str) -> bool:
    return False


async def word(url: str, *, seconds: float = 5.0, told: list[str] | None = None, **more: object) -> str:
    worder = Worder(Models("mock", url, seconds=seconds, **more), tell=(told if told is not None else []).append)  # type: ignore[arg-type]
    try:
        return await worder.word(REQUEST, harmless)
    finally:
        await worder.close()


async def test_a_good_wording_is_taken() -> None:
    with serving(words(GOOD)) as server:
        assert await word(server.url) == GOOD
    assert [asked.path for asked in server.asked] == ["/v1/responses"]
    assert server.asked[0].key == KEY
    assert server.asked[0].has_schema
    assert server.asked[0].body["store"] is False
    assert server.asked[0].data["question"] == QUESTION


@pytest.mark.parametrize("sign", ["§", "**§** ", "§ `[2, 4]` "])
async def test_a_paragraph_sign_in_a_reply_is_a_sign_as_any_other(sign: str) -> None:
    told: list[str] = []
    with serving(words(f"{sign}{GOOD}")) as server:
        assert await word(server.url, seconds=30, told=told) in ("", f"{sign}{GOOD}", f"{sign}{GOOD}".replace("*", ""))
    assert len(server.asked) == 1 or told


def test_a_paragraph_sign_keeps_its_place() -> None:
    text = "Look at § 3, and at `a § b`. What is §? And `c`?"
    assert tidied(f"**{text}**") == text
    assert sentences(text) == ["Look at § 3, and at `a § b`.", "What is §?", "And `c`?"]


async def test_the_form_that_a_server_speaks_is_found_once_and_remembered() -> None:
    def old(asked: Asked) -> Answer:
        if asked.responses:
            return fails(404)(asked)
        return fails(400)(asked) if asked.has_schema else words(GOOD)(asked)

    with serving(old) as server:
        worder = Worder(Models("mock", server.url))
        assert await worder.word(REQUEST, harmless) == GOOD
        assert await worder.word(REQUEST, harmless) == GOOD
        await worder.close()
    forms = [(asked.path, asked.has_schema) for asked in server.asked]
    assert forms == [
        ("/v1/responses", True),
        ("/v1/chat/completions", True),
        ("/v1/chat/completions", False),
        ("/v1/chat/completions", False),
    ]


async def test_what_is_refused_is_asked_for_once_more_with_the_reason() -> None:
    told: list[str] = []
    with serving(words(WRONG), words(GOOD)) as server:
        assert await word(server.url, told=told) == GOOD
    assert "was refused" not in server.asked[0].rules
    assert "refused, because it leaves out a piece of code, a number or a name" in server.asked[1].rules
    assert told == ["A wording was refused: it leaves out a piece of code, a number or a name."]
    with serving(words(WRONG)) as server:
        assert not await word(server.url)
    assert len(server.asked) == 2


async def test_what_is_claimed_around_a_good_question_is_left_out() -> None:
    with serving(words(f"The loop starts too late. {GOOD}")) as server:
        assert await word(server.url) == GOOD
    assert len(server.asked) == 1


async def test_a_model_that_only_repeats_the_question_behind_a_claim_is_asked_once_more() -> None:
    with serving(words(f"The loop starts too late. {REQUEST.question}"), words(GOOD)) as server:
        assert await word(server.url) == GOOD
    assert "refused, because it" in server.asked[1].rules


async def test_what_leaks_is_refused() -> None:
    async def leaks(text: str) -> bool:
        return text == GOOD

    with serving(words(GOOD)) as server:
        worder = Worder(Models("mock", server.url))
        assert not await worder.word(REQUEST, leaks)
        await worder.close()
    assert "gives too much away" in server.asked[1].rules


FAULTS: dict[str, Script] = {
    "too many requests": fails(429),
    "too many requests for long": fails(429, ("Retry-After", "3600")),
    "too many requests until a day": fails(429, ("Retry-After", "Fri, 31 Dec 2100 23:59:59 GMT")),
    "budget used up": lambda _: Answer(b'{"error": {"type": "budget_exceeded", "code": "400"}}', 400),
    "server error": fails(500),
    "wrong key": fails(401),
    "no such model": fails(404),
    "bad request": fails(400),
    "not JSON": lambda _: Answer(b"<html>Bad gateway</html>"),
    "empty body": lambda _: Answer(b""),
    "JSON of another kind": lambda _: Answer(b'["a", 1]'),
    "null": lambda _: Answer(b"null"),
    "cut off": lambda asked: Answer(spoken(asked, json.dumps({"question": GOOD}))[:-20], cut=20),
    "empty text": says(""),
    "no JSON in the text": says(GOOD),
    "wrong schema": says('{"questions": ["a", "b"]}'),
    "question of a wrong type": says('{"question": 3}'),
    "one megabyte": says(json.dumps({"question": "How? " * 200_000})),
    "deep nesting": lambda _: Answer(b"[" * 60_000),
    "no server": lambda _: Answer(status=302, headers=(("Location", "http://127.0.0.1:1/"),)),
}


@pytest.mark.parametrize("fault", FAULTS)
async def test_after_a_fault_the_question_stays(fault: str) -> None:
    told: list[str] = []
    with serving(FAULTS[fault]) as server:
        before = time.monotonic()
        assert not await word(server.url, told=told)
        assert time.monotonic() - before < 5.5
    assert told
    assert not any(KEY in each for each in told)


@pytest.mark.parametrize("fault", ["server error", "not JSON", "cut off", "no JSON in the text", "wrong schema"])
async def test_a_fault_that_goes_away_costs_nothing_but_time(fault: str) -> None:
    once = FAULTS[fault]
    with serving(once, words(GOOD)) as server:
        assert await word(server.url) == GOOD


async def test_a_time_that_the_server_names_is_waited_for_if_there_is_so_much() -> None:
    with serving(fails(429, ("Retry-After", "1")), words(GOOD)) as server:
        assert await word(server.url) == GOOD
    with serving(fails(429, ("Retry-After", "60")), words(GOOD)) as server:
        worder = Worder(Models("mock", server.url))
        before = time.monotonic()
        assert not await worder.word(REQUEST, harmless)
        assert not await worder.word(REQUEST, harmless)
        assert time.monotonic() - before < 4
        await worder.close()
    assert len(server.asked) == 1, "until that time is over nobody asks"


async def test_a_slow_server_is_left_when_the_time_is_over() -> None:
    never, told = threading.Event(), list[str]()
    with serving(lambda asked: Answer(spoken(asked, GOOD), after=never)) as server:
        before = time.monotonic()
        assert not await word(server.url, seconds=2, told=told)
        assert time.monotonic() - before < 4
        never.set()
    assert told == ["The model's server is too slow."]


async def test_a_server_that_cannot_prove_who_it_is(tmp_path: Path) -> None:
    for tls in (None, certificate(tmp_path)):
        told: list[str] = []
        with serving(words(GOOD), tls=tls) as server:
            assert not await word(server.url.replace("http:", "https:"), told=told)
        assert told == ["The model's server cannot be reached, or broke off."]
        assert not server.asked


async def test_a_fault_of_ours_costs_nobody_a_question_and_is_told_as_what_it_is() -> None:
    async def breaks(_: str) -> bool:
        raise KeyError(KEY)

    told: list[str] = []
    with serving(words(GOOD)) as server:
        worder = Worder(Models("mock", server.url), tell=told.append)
        assert not await worder.word(REQUEST, breaks)
        assert worder.access.note == "Asking the model failed in Gadfly itself."
        await worder.close()
    assert re.fullmatch(r"KeyError at test_worder\.py:\d+", told[0])
    assert not any(KEY in each for each in told)


async def test_a_fault_of_ours_is_not_taken_for_one_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object, **__: object) -> None:
        raise ValueError(KEY)

    monkeypatch.setattr(Heard, "listen", broken)
    told: list[str] = []
    with serving(words(GOOD)) as server:
        assert not await word(server.url, told=told)
    assert told[0].startswith("ValueError at ")
    assert len(server.asked) == 1


async def test_a_key_that_no_header_can_hold_is_a_fault_of_the_client(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GADFLY_MODEL_KEY", "schl\N{LATIN SMALL LETTER U WITH DIAERESIS}ssel")
    told: list[str] = []
    with serving(words(GOOD)) as server:
        assert not await word(server.url, told=told)
    assert told
    assert "Gadfly itself" not in "".join(told)


async def test_nobody_there() -> None:
    told: list[str] = []
    assert not await word("http://127.0.0.1:9/v1", told=told)
    assert told == ["The model's server cannot be reached, or broke off."]


async def test_who_is_not_let_in_does_not_knock_again() -> None:
    with serving(fails(401)) as server:
        worder = Worder(Models("mock", server.url))
        assert not await worder.word(REQUEST, harmless)
        assert not await worder.word(REQUEST, harmless)
        await worder.close()
    assert len(server.asked) == 1


async def test_the_key_is_in_no_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for script in (words(GOOD), fails(401), fails(500), words(WRONG)):
        with serving(script) as server:
            await word(server.url)
    assert caplog.text
    assert KEY not in caplog.text


async def test_the_key_comes_from_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GADFLY_MODEL_KEY")
    monkeypatch.setenv("OPENAI_API_KEY", "meant-for-openai-alone")
    with serving(words(GOOD)) as server:
        await word(server.url, key_command=(sys.executable, "-c", "print('from-a-command')"))
        await word(server.url)
    assert server.asked[0].key == "from-a-command"
    assert server.asked[1].key != "meant-for-openai-alone"
    for command in ([sys.executable, "-c", "print('half-a-key'); raise SystemExit(3)"], [os.devnull]):
        told: list[str] = []
        assert not await word(server.url, key_command=tuple(command), told=told)
        assert told
        assert "half-a-key" not in told[0]


async def test_a_budget_is_shared_and_counted(tmp_path: Path) -> None:
    models = Models("mock", requests=3, tokens=1000)
    budget, other = Budget(models, tmp_path), Budget(models, tmp_path)
    with serving(words(GOOD)) as server:
        models = Models("mock", server.url, requests=3)
        worder = Worder(models, budget)
        assert await worder.word(REQUEST, harmless)
        assert other.take()
        assert await worder.word(REQUEST, harmless)
        assert not await worder.word(REQUEST, harmless)
        assert other.used() == (3, 100)
        await worder.close()
    assert len(server.asked) == 2
    tight = Budget(Models("mock", tokens=100), tmp_path)
    assert not tight.take()


@pytest.mark.parametrize("url", ["http://127.0.0.1:99999/v1", "http://[bad", "http://[::::]/v1", "http://"])
async def test_an_address_of_nothing_is_told(url: str) -> None:
    told: list[str] = []
    assert not await word(url, seconds=30, told=told)
    assert len(told) == 1
