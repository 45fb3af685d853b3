"""Wordings through LiteLLM's proxy, as a classroom's gateway has it: each student with a key of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from gadfly_server.models.request import WordingRequest
from gadfly_server.models.worder import Worder
from gadfly_server.settings import ClassModels, Models
from helpers.gateway import BUSY, PROXY, SPENT, STUDENT, gateway
from helpers.servers import Script, fails, serving, words

pytestmark = [
    pytest.mark.skipif(not PROXY.exists(), reason="no gateway is installed (make gateway)"),
    pytest.mark.xdist_group("gateway"),
]

QUESTION = "How many times does the body of the loop on line 4 run for `[2, 4]`?"
REQUEST = WordingRequest(2, "count", QUESTION)
GOOD = "For `[2, 4]`, how often does Python go through the body of the loop on line 4?"


@dataclass(frozen=True)
class Gateway:
    """The gateway's address, and the server behind it."""

    url: str
    upstream: Script


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    folder = tmp_path_factory.mktemp("gateway")
    with serving(words(GOOD)) as upstream, gateway(folder, upstream.url, json.dumps({"question": GOOD})) as url:
        yield Gateway(url, upstream)


async def harmless(_: str) -> bool:
    return False


async def word(
    place: Gateway, monkeypatch: pytest.MonkeyPatch, model: str, key: str, times: int = 1
) -> tuple[str, str]:
    """The last of some wordings, and the note on what went wrong."""
    monkeypatch.setenv("GADFLY_MODEL_KEY", key)
    worder = Worder(Models(model, place.url, seconds=30))
    try:
        for _ in range(times):
            worded = await worder.word(REQUEST, harmless, ClassModels(only=place.url))
        return worded, worder.access.note
    finally:
        await worder.close()


async def test_a_wording_comes_through_the_gateway_as_a_stream(place: Gateway, monkeypatch: pytest.MonkeyPatch) -> None:
    place.upstream.answers, place.upstream.asked = [words(GOOD)], []
    assert await word(place, monkeypatch, "passed-on", STUDENT) == (GOOD, "")
    [asked] = place.upstream.asked
    assert asked.responses
    assert asked.streams
    assert asked.has_schema
    assert asked.data["question"] == QUESTION
    assert asked.key == "upstream", "the student's key ends at the gateway"


async def test_what_has_no_responses_is_asked_by_chat(place: Gateway, monkeypatch: pytest.MonkeyPatch) -> None:
    place.upstream.answers, place.upstream.asked = (
        [lambda asked: (fails(404) if asked.responses else words(GOOD))(asked)],
        [],
    )
    assert await word(place, monkeypatch, "passed-on", STUDENT) == (GOOD, "")
    assert [asked.path.rpartition("/")[2] for asked in place.upstream.asked] == ["responses", "completions"]


async def test_a_form_that_the_gateway_breaks_is_left_for_the_other(
    place: Gateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await word(place, monkeypatch, "canned", STUDENT) == (GOOD, "")


async def test_a_wrong_key_is_not_let_in(place: Gateway, monkeypatch: pytest.MonkeyPatch) -> None:
    note = "The model's server does not take the key (HTTP 401)."
    assert await word(place, monkeypatch, "canned", "sk-nobody") == ("", note)


async def test_a_student_who_asks_too_often_is_told_by_the_gateway(
    place: Gateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.upstream.answers = [words(GOOD)]
    note = "The model's server is busy or broken (HTTP 429)."
    assert await word(place, monkeypatch, "passed-on", BUSY, times=2) == ("", note)


async def test_a_budget_that_the_gateway_counts_is_called_by_its_name(
    place: Gateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = "The budget that the model's server counts is used up."
    assert await word(place, monkeypatch, "canned", SPENT) == ("", note)


async def test_a_fault_behind_the_gateway_costs_a_wording_and_nothing_else(
    place: Gateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.upstream.answers = [fails(500)]
    worded, note = await word(place, monkeypatch, "passed-on", STUDENT)
    assert not worded
    assert note
