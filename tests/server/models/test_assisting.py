"""A model reads answers, answers what is asked besides and writes examples; what it is wrong about goes nowhere."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from gadfly_analyzers.execution.alone import prints
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
from gadfly_server.models import asides
from gadfly_server.models.example import ExampleRequest, example_in, objection
from gadfly_server.models.worder import Worder
from gadfly_server.sessions import Session
from gadfly_server.settings import Models, Settings
from gadfly_server.tutor.dialogue import answer
from gadfly_server.tutor.hearing import Heard
from gadfly_server.tutor.kept import from_json, to_json
from gadfly_server.tutor.planner import plan
from gadfly_server.tutor.turns import Dialogue, ask
from gadfly_server.wording import speaking
from helpers.servers import Answer, Asked, Script, serving, spoken

pytestmark = pytest.mark.asyncio(loop_scope="module")

PROGRAM = """\
def total_of(numbers):
    total = 0
    for i in range(1, len(numbers)):
        total = total + numbers[i]
    return total
"""
TESTS = """\
from work import *

def test_two():
    assert total_of([2, 4]) == 6

def test_none():
    assert total_of([]) == 0
"""
EXAMPLE = {
    "program": "for seat in range(3):\n    print('Seat', seat)\n",
    "prints": "Seat 0\nSeat 1\nSeat 2\n",
}
Replying = Callable[[Asked], Answer]


@pytest.fixture(scope="module")
async def runner() -> AsyncIterator[Runner]:
    async with Runner() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "work.py").write_text(PROGRAM, "utf-8")
    (tmp_path / "test_work.py").write_text(TESTS, "utf-8")
    return tmp_path


def replies(**roles: object) -> Replying:
    """Answer each role with what is set for it; a role is known by what it is given."""
    known = {"answer": "understandings", "aside": "asked", "example": "idea"}

    def reply(asked: Asked) -> Answer:
        role = next((name for name, key in known.items() if key in asked.data), "wording")
        told = roles.get(role, {"question": ""})
        return Answer(spoken(asked, told if isinstance(told, str) else json.dumps(told)))

    return reply


async def opened(
    runner: Runner, folder: Path, server: Script, seconds: float = 30.0, language: str = "en"
) -> tuple[Session, Worder]:
    worder = Worder(Models("mock", server.url, seconds=seconds))
    session = Session(folder / "work.py", runner, settings=Settings(language=language), worder=worder)
    await session.refresh(Source.parse(PROGRAM))
    return session, worder


async def to_explain(session: Session) -> None:
    """Go on to the question that is answered in free words."""
    assert session.facts is not None
    question = next(each for each in plan(session.facts) if each.kind == "explain")
    session.dialogue = ask(session.dialogue, question)


WORDS = "the sum only ever grows by total plus something"


async def test_an_answer_in_free_words_is_read_with_the_words_that_show_it(runner: Runner, folder: Path) -> None:
    told = {"understanding": "mechanism", "quote": "grows by total plus"}
    with serving(replies(answer=told)) as server:
        session, worder = await opened(runner, folder, server)
        await to_explain(session)
        before, facts = session.dialogue, session.facts
        after = await session.answer(WORDS)
        assert facts is not None
        assert answer(before, facts, WORDS).turns[len(before.turns)].marked == "unclear", "without a model"
        said = next(turn for turn in after.turns[len(before.turns) :] if turn.speaker == "student")
        assert (said.marked, said.heard) == ("right", ("mechanism", "grows by total plus"))
        assert from_json(json.loads(json.dumps(to_json(after)))) == after
        assert answer(before, facts, WORDS, Heard(*said.heard)).turns[-1].text == after.turns[-1].text, "a replay"
        session.close()
        await worder.close()
    reading = [each.data for each in server.asked if "understandings" in each.data]
    assert len(reading) == 1
    assert set(reading[0]) == {"question", "code", "answer", "understandings"}


GERMAN = "die Summe wird nur in der Schleife größer, also total plus irgendwas"


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        ("also total plus irgendwas", "right"),
        ("in der Schleife gro\u0308ßer, also total", "right"),  # the same letters, written as other signs
        ("total plus something", "unclear"),  # translated
        ("die Summe wird nur", "unclear"),  # nothing of the program is in it
        ("total wird 99", "unclear"),  # made up
    ],
)
async def test_a_german_answer_is_read_by_its_own_words(runner: Runner, folder: Path, quote: str, verdict: str) -> None:
    with serving(replies(answer={"understanding": "mechanism", "quote": quote})) as server:
        session, worder = await opened(runner, folder, server, language="de")
        with speaking("de"):
            await to_explain(session)
        before, facts = session.dialogue, session.facts
        after = await session.answer(GERMAN)
        assert facts is not None
        with speaking("de"):
            assert answer(before, facts, GERMAN).turns[len(before.turns)].marked == "unclear", "without a model"
        said = next(turn for turn in after.turns[len(before.turns) :] if turn.speaker == "student")
        assert said.marked == verdict
        session.close()
        await worder.close()
    asked = next(each for each in server.asked if "understandings" in each.data)
    assert asked.data["answer"] == GERMAN
    assert asked.data["question"].startswith("In deinen Worten")
    assert "in German" in asked.rules


MADE_UP: tuple[object, ...] = (
    {"understanding": "mechanism", "quote": "it starts too late"},
    {"understanding": "repaired", "quote": "grows by total plus"},
    {"understanding": "everything", "quote": "grows by total plus"},
    {"understanding": "mechanism", "quote": "total"},
    {"understanding": "expected", "quote": "grows by total plus"},
    {"understanding": "cause", "quote": "grows by total plus"},
    {"understanding": "none", "quote": ""},
    "not JSON",
)


async def test_what_it_made_up_counts_for_nothing(runner: Runner, folder: Path) -> None:
    with serving(replies()) as server:
        session, worder = await opened(runner, folder, server)
        await to_explain(session)
        before = session.dialogue
        for told in MADE_UP:
            server.answers = [replies(answer=told)]
            session.dialogue = before
            after = await session.answer(WORDS)
            assert after.turns[len(before.turns)].marked == "unclear"
            assert after.understood == before.understood
        server.answers = [replies(answer={"understanding": "mechanism", "quote": "total goes up by 99"})]
        session.dialogue = before
        after = await session.answer("well, total goes up by 99 in there")
        assert after.turns[len(before.turns)].marked == "unclear", "no wrong number becomes right"
        session.close()
        await worder.close()
    assert len(server.asked) >= len(MADE_UP)


async def test_words_that_answer_something_else_are_held_against_the_test(runner: Runner, folder: Path) -> None:
    text = "my program says 4 but the test wants 6 from it"
    with serving(replies(answer={"understanding": "symptom", "quote": "says 4 but the test wants 6"})) as server:
        session, worder = await opened(runner, folder, server)
        assert session.facts is not None
        count = next(each for each in plan(session.facts) if each.kind == "count")
        session.dialogue = ask(Dialogue(seen=session.dialogue.seen, bug=session.dialogue.bug), count)
        after = await session.answer(text)
        assert "symptom" in after.understood
        assert "“says 4 but the test wants 6”" in after.turns[-1].text
        assert after.question == count, "the question stays"
        session.close()
        await worder.close()


async def test_where_marking_is_certain_nobody_is_asked(runner: Runner, folder: Path) -> None:
    with serving(replies()) as server:
        session, worder = await opened(runner, folder, server)
        for text in ("6", "it is 6", "?", "7", "skip", "what does append do?"):
            await session.answer(text)
        await session.worded()
        session.close()
        await worder.close()
    assert not [each for each in server.asked if "understandings" in each.data]


async def test_a_slow_model_is_waited_for_no_longer_than_allowed(runner: Runner, folder: Path) -> None:
    never = threading.Event()
    with serving(lambda asked: Answer(spoken(asked, "{}"), after=never)) as server:
        session, worder = await opened(runner, folder, server, seconds=0.5)
        await to_explain(session)
        before = time.monotonic()
        after = await session.answer(WORDS)
        assert time.monotonic() - before < 5
        assert after.turns[-1].speaker == "tutor"
        never.set()
        session.close()
        await worder.close()


async def test_what_is_asked_besides_is_answered_at_once_and_then_in_a_models_words(
    runner: Runner, folder: Path
) -> None:
    words = "It takes something that you have and puts it into the list, behind all the others."
    with serving(replies(aside={"answer": words})) as server:
        session, worder = await opened(runner, folder, server)
        question = session.dialogue.question
        after = await session.answer("what does append do?")
        assert after.turns[-1].text.startswith("`append` puts an item at the end of a list.")
        assert after.question == question
        await session.worded()
        assert session.dialogue.turns[-1].shown == words
        session.close()
        await worder.close()
    asked = next(each.data for each in server.asked if "asked" in each.data)
    assert set(asked) == {"asked", "known"}


TOO_MUCH = (
    "It puts an item at the front of a list.",
    "Change the loop on line 3 so that it starts earlier.",
    "Use `range(len(numbers))` and all is well.",
    "In your program `total` is added up in the loop.",
    "It puts 5 items at the end of a list.",
    "It puts an item at the end of a list. Do you see?",
    "Es hängt etwas an das Ende der Liste und das ist alles.",
    "Obviously it puts an item at the end of a list.",
    "It puts an item at the end. In the work of a friend, it stood in the loop by accident.",
    "It puts an item at the end, so put it behind the loop.",
    "It puts an item at the end, so it usually comes after a loop.",
    "It puts an item at the end, and b-e-h-i-n-d the loop is the place for it.",
    "word " * 60,
)


async def test_an_answer_that_is_wrong_or_says_too_much_is_not_shown(runner: Runner, folder: Path) -> None:
    with serving(replies()) as server:
        session, worder = await opened(runner, folder, server)
        for words in TOO_MUCH:
            server.answers = [replies(aside={"answer": words})]
            await session.answer("what does append do?")
            await session.worded()
            assert not session.dialogue.turns[-1].worded, words
        session.close()
        await worder.close()
    assert [each for each in server.asked if "asked" in each.data]


@pytest.mark.parametrize(
    "words",
    [
        "It puts an item at the end of a list. Nice that you ask!",
        "It takes a list and puts what you give it behind the last item.",
        "It adds an item to a list: the list grows, and the new item is the last one.",
    ],
)
async def test_what_a_word_means_can_be_said(words: str) -> None:
    known = "`append` puts an item at the end of a list."
    assert not asides.objection({"answer": words}, asides.AsideRequest("what does append do?", known, 2, frozenset()))


async def to_example(session: Session) -> str:
    """Climb until an example is shown, and give its text."""
    await session.answer("?")
    for number in range(14):
        await session.worded()
        if any(turn.kind == "analogue" for turn in session.dialogue.turns):
            break
        await session.answer("more")
        if any(turn.kind == "analogue" for turn in session.dialogue.turns):
            break
        if (question := session.dialogue.question) and session.dialogue.level < 4:
            await session.answer(question.choices[0] if question.choices else "1", question.id)
        changed = PROGRAM.replace("total = 0", f"total = {number % 3}")
        await session.refresh(Source.parse(changed))
    return next((turn.text for turn in session.dialogue.turns if turn.kind == "analogue"), "")


async def test_an_example_that_a_run_bears_out_is_shown(runner: Runner, folder: Path) -> None:
    with serving(replies(example=EXAMPLE)) as server:
        session, worder = await opened(runner, folder, server)
        text = await to_example(session)
        assert "print('Seat', seat)" in text
        question = session.dialogue.question
        assert question is not None
        assert question.oracle.answer == "Seat 0, then Seat 1, then Seat 2"
        after = await session.answer(question.oracle.answer, question.id)
        assert [turn.marked for turn in after.turns if turn.speaker == "student"][-1] == "right"
        session.close()
        await worder.close()
    asked = [each for each in server.asked if "idea" in each.data]
    assert asked
    assert "range(len(numbers))" not in json.dumps([each.body for each in asked])


OTHERS: tuple[dict[str, str], ...] = (
    {**EXAMPLE, "prints": "Seat 1\nSeat 2\nSeat 3\n"},
    {"program": "while True:\n    pass\n", "prints": "1\n2\n"},
    {**EXAMPLE, "program": "import os\n" + EXAMPLE["program"]},
    {"program": "for i in range(len(seats)):\n    total = total + seats[i]\n", "prints": "3\n"},
    {"program": PROGRAM + "print(total_of([1, 2]))\n", "prints": "2\n"},
    {**EXAMPLE, "program": "print(1)\n" * 20},
    {**EXAMPLE, "program": "print(open('/etc/passwd').read())\n"},
)


async def test_what_can_be_seen_of_an_example_before_it_runs() -> None:
    request = ExampleRequest("any", "", "", ())
    assert not objection(example_in(EXAMPLE, request), PROGRAM)
    for told in OTHERS[2:]:
        assert objection(example_in(told, request), PROGRAM)


async def test_what_an_example_prints_is_for_a_run_to_say(runner: Runner) -> None:
    here = Path(sys.executable)
    assert await prints(EXAMPLE["program"], EXAMPLE["prints"], runner, here)
    for told in OTHERS[:2]:
        assert not await prints(told["program"], told["prints"], runner, here)


async def test_without_a_good_one_the_catalogues_is_shown(runner: Runner, folder: Path) -> None:
    with serving(replies(example=OTHERS[0])) as server:
        session, worder = await opened(runner, folder, server)
        text = await to_example(session)
        assert text
        assert "Seat" not in text
        session.close()
        await worder.close()
    assert [each for each in server.asked if "idea" in each.data]
