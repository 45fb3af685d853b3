"""What is shown of what a model was or would be given is what it is given, for each kind of request."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
from gadfly_server.models.worder import Worder
from gadfly_server.sent import page
from gadfly_server.sessions import Session
from gadfly_server.settings import Models
from gadfly_server.tutor.planner import plan
from gadfly_server.tutor.turns import ask
from helpers.servers import Answer, Asked, serving, spoken

pytestmark = pytest.mark.asyncio(loop_scope="module")

PROGRAM = """\
def total_of(numbers):
    owner = "anna.meier@school.example"
    total = 0
    for i in range(1, len(numbers)):
        total = total + numbers[i]
    return total
"""
TESTS = "from work import *\n\ndef test_two():\n    assert total_of([2, 4]) == 6\n"
PURPOSES = ("put the open question", "read an answer", "answer what you ask besides", "write an example")


@pytest.fixture(scope="module")
async def runner() -> AsyncIterator[Runner]:
    async with Runner() as running:
        yield running


@pytest.fixture
def work(tmp_path: Path) -> Path:
    (tmp_path / "work.py").write_text(PROGRAM, "utf-8")
    (tmp_path / "test_work.py").write_text(TESTS, "utf-8")
    return tmp_path / "work.py"


def says_nothing(asked: Asked) -> Answer:
    told = {"understanding": "none", "quote": ""} if "understandings" in asked.data else {}
    return Answer(spoken(asked, json.dumps(told)))


def holds(shown: str, asked: Asked) -> bool:
    """Whether a page shows what was sent, first the rules and then what they are about."""
    return re.search(rf"{re.escape(asked.rules)}\n`+\n\n`+text\n{re.escape(asked.body['input'])}\n", shown) is not None


async def test_what_was_sent_is_shown_word_for_word(runner: Runner, work: Path) -> None:
    with serving(says_nothing) as server:
        worder = Worder(Models("mock", server.url, seconds=30))
        session = Session(work, runner, worder=worder)
        await session.refresh(Source.parse(PROGRAM))
        await session.worded()
        await session.answer("what are curly things with names good for?")
        await session.worded()
        assert session.facts is not None
        session.dialogue = ask(session.dialogue, next(each for each in plan(session.facts) if each.kind == "explain"))
        await session.answer("the sum only ever grows by total plus something")
        await session.worded()
        shown = page(session)
        session.close()
        await worder.close()
    kinds = {next(key for key in ("asked", "understandings", "said") if key in each.data) for each in server.asked}
    assert kinds == {"asked", "understandings", "said"}
    for key in kinds:
        last = [each for each in server.asked if key in each.data and "was refused" not in each.rules][-1]
        if key != "said":
            assert holds(shown, last), "it was the last one"
    assert "anna" not in shown
    assert shown.count("This was asked last:") >= 2


@pytest.mark.parametrize("strategy", ["gadfly", "critic"])
async def test_each_try_and_each_role_is_shown(runner: Runner, work: Path, strategy: str) -> None:
    def replies(asked: Asked) -> Answer:
        told = {"criticism": "It states too much."} if "draft" in asked.data else {"question": "It is 7. Why?"}
        return Answer(spoken(asked, json.dumps(told)))

    with serving(replies) as server:
        worder = Worder(Models("mock", server.url, seconds=30, strategy=strategy))
        session = Session(work, runner, worder=worder)
        await session.refresh(Source.parse(PROGRAM))
        await session.worded()
        shown = page(session)
        session.close()
        await worder.close()
    assert len(server.asked) == {"gadfly": 2, "critic": 4}[strategy]
    assert all(holds(shown, asked) for asked in server.asked)
    forms = [asked.body["text"]["format"]["schema"] for asked in server.asked]
    assert all(json.dumps(form) in shown for form in forms)


async def test_before_anything_is_sent_it_is_shown_what_would_be(runner: Runner, work: Path) -> None:
    session = Session(work, runner)
    await session.refresh(Source.parse(PROGRAM))
    shown = page(session)
    assert [purpose for purpose in PURPOSES if f"# To {purpose}" in shown] == [*PURPOSES]
    assert "What should `total_of([2, 4])` give?" in shown
    assert "(your answer, if I cannot read it)" in shown
    assert "(what you ask besides)" in shown
    assert "This was asked last:" not in shown


async def test_the_idea_of_an_example_is_not_shown_before_one_may_be_wanted(runner: Runner, work: Path) -> None:
    session = Session(work, runner)
    await session.refresh(Source.parse(PROGRAM))
    assert page(session).endswith("Nothing, as things are now.")
    assert '"idea"' not in page(session)
