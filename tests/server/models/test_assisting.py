"""A model reads answers and writes examples; what it is wrong about goes nowhere."""

from __future__ import annotations

import ast
import builtins
import io
import json
import re
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from gadfly_analyzers.execution.alone import prints
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
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
    known = {"answer": "understandings", "example": "idea"}

    def reply(asked: Asked) -> Answer:
        role = next((name for name, key in known.items() if key in asked.data), "wording")
        told = roles.get(role, {"question": ""})
        told = told(asked.data) if callable(told) else told
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
KNOWN = "well my program says 4 but the test wants 6 from it"


@pytest.mark.parametrize(
    ("language", "text", "understanding", "quote", "said"),
    [
        ("en", KNOWN, "symptom", "says 4 but the test wants 6", "That is so: the test wants `6` and gets `4`."),
        ("en", KNOWN, "expected", "the test wants 6", "That is so: the test wants `6`."),
        ("en", "the loop on line 3 it must be", "region", "the loop on line 3", "Line 3 runs in this test."),
        ("en", "i guess that i on line 4 is 1", "mechanism", "i on line 4 is 1", "The run has it the same way."),
        ("de", "es kommt 4 statt 6 dabei heraus", "symptom", "kommt 4 statt 6", "So ist es: Der Test will `6` und"),
        ("de", "der Test möchte da 6 haben, oder", "expected", "mo\u0308chte da 6 haben", "Der Test will `6`."),
    ],
)  # fmt: skip
async def test_what_a_model_reads_is_said_as_the_run_has_it(
    runner: Runner, folder: Path, language: str, text: str, understanding: str, quote: str, said: str
) -> None:
    told = {"understanding": understanding, "quote": quote}
    with serving(replies(answer=told)) as server, speaking(language):
        session, worder = await opened(runner, folder, server, language=language)
        await to_explain(session)
        before, facts = session.dialogue, session.facts
        after = await session.answer(text)
        assert facts is not None
        turn = next(turn for turn in after.turns[len(before.turns) :] if turn.speaker == "student")
        assert (turn.marked, turn.heard) == ("unclear", (understanding, quote))
        assert understanding in after.understood
        assert said in after.turns[-1].text
        assert understanding not in answer(before, facts, text).understood or understanding in before.understood
        assert from_json(json.loads(json.dumps(to_json(after)))) == after
        assert answer(before, facts, text, Heard(*turn.heard)).turns[-1].text == after.turns[-1].text, "a replay"
        session.close()
        await worder.close()
    reading = [each.data for each in server.asked if "understandings" in each.data]
    assert len(reading) == 1
    assert set(reading[0]) == {"question", "code", "answer", "understandings"}
    assert reading[0]["answer"] == text


FALSE = (
    ("my program says 6 but the test wants 4 from it", "symptom", "says 6 but the test wants 4"),
    ("my program says 6 but the test wants 4 from it", "expected", "the test wants 4"),
    ("banana 4 pizza 6 total numbers", "symptom", "banana 4 pizza 6"),
    ("it surely is not the loop on line 3", "region", "loop on line 3"),
    ("line 3 has nothing to do with it", "region", "line 3 has nothing to do"),
    ("it must be line 99 of the program", "region", "line 99 of the program"),
    ("i guess that i on line 4 is 0", "mechanism", "i on line 4 is 0"),
    ("i guess that i on line 4 should be 1", "mechanism", "i on line 4 should be 1"),
    ("it is a lie that i on line 4 is 1", "mechanism", "i on line 4 is 1"),
    ("it is a lie that the test wants 6", "expected", "the test wants 6"),
    ("my program says 4 but the test wants -6", "symptom", "says 4 but the test wants -6"),
    ("the moon total numbers made of cheese", "mechanism", "total numbers made of cheese"),
    ("the moon total numbers made of cheese", "cause", "total numbers made of cheese"),
)


@pytest.mark.parametrize(("text", "understanding", "quote"), FALSE)
async def test_nothing_false_or_empty_is_agreed_with(
    runner: Runner, folder: Path, text: str, understanding: str, quote: str
) -> None:
    with serving(replies(answer={"understanding": understanding, "quote": quote})) as server:
        session, worder = await opened(runner, folder, server)
        await to_explain(session)
        before = session.dialogue
        after = await session.answer(text)
        assert after.turns[len(before.turns)].marked == "unclear"
        assert after.understood == before.understood
        assert not any("That is so" in turn.text or "the same way" in turn.text for turn in after.turns)
        session.close()
        await worder.close()


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


FRUIT = ("apple", "peach", "plum", "lemon", "mango", "melon", "guava", "fig", "lime", "kiwi")


def of_fruit(data: dict[str, Any]) -> dict[str, str]:
    """What an obedient model writes: the example that it is given, with other names."""
    tree = ast.parse(data["example"])
    own = [getattr(node, field, None) for node in ast.walk(tree) for field in ("id", "name", "arg")]
    named = dict(zip(dict.fromkeys(name for name in own if name and name not in vars(builtins)), FRUIT, strict=False))
    program = re.sub(r"(?<!['.])\b\w+\b", lambda word: named.get(word[0], word[0]), data["example"])
    printed = io.StringIO()
    with redirect_stdout(printed):
        exec(program, {})
    return {"program": program, "prints": printed.getvalue()}


async def test_an_example_that_a_run_bears_out_is_shown(runner: Runner, folder: Path) -> None:
    with serving(replies(example=of_fruit)) as server:
        session, worder = await opened(runner, folder, server)
        text = await to_example(session)
        asked = [each for each in server.asked if "idea" in each.data]
        written = of_fruit(asked[-1].data)
        assert written["program"].strip() in text
        question = session.dialogue.question
        assert question is not None
        assert question.oracle.answer == ", then ".join(written["prints"].splitlines())
        after = await session.answer(question.oracle.answer, question.id)
        assert [turn.marked for turn in after.turns if turn.speaker == "student"][-1] == "right"
        session.close()
        await worder.close()
    assert "range(len(numbers))" not in json.dumps([each.body for each in asked])


OTHERS: tuple[dict[str, str], ...] = (
    {**EXAMPLE, "prints": "Seat 1\nSeat 2\nSeat 3\n"},
    {"program": "while True:\n    pass\n", "prints": "1\n2\n"},
)
ALSO_SHOWS = "for chair in range(4):\n    print('Chair', chair)\n"
OTHERWISE = (
    "for seat in range(1, 3):\n    print('Seat', seat)\n",
    "for seat in range(len('ab')):\n    print('Seat', seat)\n",
    "for seat in range(3):\n    print(seat, 'Seat')\n",
    "for seat in range(3):\n    print('Seat', seat)\nprint('Seat')\n",
    "for seat in range(3):\n    print('Seat', range)\n",
    "for seat in reversed(3):\n    print('Seat', seat)\n",
    "seat = 3\nwhile seat:\n    print('Seat', seat)\n    seat -= 1\n",
    "import os\nfor seat in range(3):\n    print('Seat', seat)\n",
    "for seat in range(3):  # here\n    print('Seat', seat)\n",
    "for seat in range(3):\n    open('Seat', seat)\n",
    "for seat in range(True):\n    print('Seat', seat)\n",
    "for seat in range('3'):\n    print('Seat', seat)\n",
    "for i in range(len(seats)):\n    total = total + seats[i]\n",
)


@pytest.mark.parametrize("program", OTHERWISE)
async def test_an_example_is_the_catalogues_about_something_else(program: str) -> None:
    request = ExampleRequest("any", "", ALSO_SHOWS, ())
    assert not objection(example_in(EXAMPLE, request), request, PROGRAM)
    told = {"program": program, "prints": EXAMPLE["prints"]}
    assert objection(example_in(told, request), request, PROGRAM) == "is not the same program about something else"


async def test_an_example_is_not_the_students_program() -> None:
    theirs = "def heap(stones):\n    return stones[0]\n\nprint(heap([5, 7]))\nprint(heap([7, 5]))\n"
    told = {"program": theirs.replace("heap", "castle").replace("stones", "shells"), "prints": "5\n7\n"}
    request = ExampleRequest("any", "", theirs, ())
    assert objection(example_in(told, request), request, theirs) == "is the student's program under other names"
    assert not objection(example_in(told, request), request, PROGRAM)


SOLUTIONS = {
    "in a function": "def money(coins):\n    return sum(coins)\n\nprint(money([2, 5]))\n",
    "with a helper": (
        "def add(bag, coin):\n    return bag + coin\n\ndef money(coins):\n    bag = 0\n"
        "    for coin in coins:\n        bag = add(bag, coin)\n    return bag\n\nprint(money([3, 4]))\n"
    ),
    "not of an empty list": "def money(coins):\n    bag = coins[0]\n    for coin in coins[1:]:\n        bag += coin\n"
    "    return bag\n\nprint(money([2, 5]))\n",
    "in no function": "coins = [2, 5]\nbag = 0\nfor coin in coins:\n    bag += coin\nprint(bag)\n",
    "step by step": "coins = [2, 5]\nbag = k = 0\n"
    "while k < len(coins):\n    bag += coins[k]\n    k += 1\nprint('All', bag)\n",
}


@pytest.mark.parametrize("name", [*SOLUTIONS])
async def test_what_makes_a_failing_test_pass_is_a_solution(runner: Runner, folder: Path, name: str) -> None:
    with serving(replies()) as server:
        session, worder = await opened(runner, folder, server)
        assert session.examination is not None
        checker = session.examination.checker
        assert checker is not None
        harmless = (EXAMPLE["program"], PROGRAM.replace("total_of", "money"))
        shown = [await checker.verdict(f"Look: `{program}`", 5) for program in (SOLUTIONS[name], *harmless)]
        assert [each.leaks for each in shown] == [True, False, False]
        session.close()
        await worder.close()


@pytest.mark.parametrize(
    ("written", "passes"),
    [
        (("'Up'", "'Kite'", "n"), True),
        (("'Red Kites'", "'Puppies'", "foxes"), True),
        (("'Start at zero'", "'Kite'", "kite"), False),
        (("'Start'", "'Kite'", "kite"), False),
        (("'Kite'", "'zero'", "kite"), False),
        (("'Kite'", "'Boat'", "begin_at_zero"), False),
        (("'Kite'", "'Boat'", "boatAtZero"), False),
        (("'dedent'", "'Boat'", "boat"), False),
        (("'s t a r t'", "'Boat'", "boat"), False),
        (("'s'", "'Boat'", "b"), False),
        (("'Kite'", "'Boat'", "b"), True),
        (("'Up'", "'Boat'", "boat"), True),
        (("'Kite'", "'Down'", "boat"), True),
        (("'Down'", "'Up'", "boat"), False),
        (("'Kite'", "'Boat'", "down"), False),
        (("'Kite <= Boat'", "'Boat'", "boat"), False),
        (("'Kite 0'", "'Boat'", "boat"), False),
        (("'Ⓩⓔⓡⓞ'", "'Boat'", "boat"), False),
        (("'K\\x69te'", "'Boat'", "boat"), False),
        (("'st' 'one'", "'Boat'", "boat"), False),
        (("'Anfang'", "'Boat'", "boat"), False),
    ],
)
async def test_an_example_speaks_of_things_of_every_day(written: tuple[str, str, str], passes: bool) -> None:
    request = ExampleRequest("any", "", "def up(n):\n    print('Up')\n    print('Down')\n\nup(1)\n", ())
    first, second, name = written
    program = f"def train({name}):\n    print({first})\n    print({second})\n\ntrain(1)\n"
    refused = objection(example_in({"program": program, "prints": "Kite\nBoat\n"}, request), request, PROGRAM)
    assert refused == ("" if passes else "has a name or a text that is of no such thing")


@pytest.mark.parametrize(("number", "passes"), [("3", True), ("0xADD", False), ("1_000", False), ("0b11", False)])
async def test_numbers_of_an_example_are_written_in_digits(number: str, passes: bool) -> None:
    request = ExampleRequest("any", "", ALSO_SHOWS, ())
    told = {**EXAMPLE, "program": f"for seat in range({number}):\n    print('Seat', seat)\n"}
    refused = objection(example_in(told, request), request, PROGRAM)
    assert refused == ("" if passes else "has a name or a text that is of no such thing")


async def test_a_word_of_the_catalogue_stands_where_it_stood_also_in_lists() -> None:
    theirs = "names = ['Ana Lee', 'Tom']\nprint('First:', names[0])\nprint('Second:', names[1])\n"
    request = ExampleRequest("any", "", theirs, ())
    for values, first, second, passes in (
        ("'Cat', 'Dog', 'Ana Lee'", "First:", "Second:", True),
        ("'Cat', 'Dog'", "Second:", "First:", False),
        ("'Cat', 'Lee Ana'", "First:", "Second:", False),
        ("'s', 't', 'a', 'r', 't'", "First:", "Second:", False),
    ):
        program = f"cats = [{values}]\nprint('{first}', cats[0])\nprint('{second}', cats[1])\n"
        told = {"program": program, "prints": "First: Cat\nSecond: Dog\n"}
        assert (not objection(example_in(told, request), request, PROGRAM)) is passes


async def test_an_example_has_other_values(folder: Path) -> None:
    told = {"program": "print('Ages')\nfor age in (11, 12):\n    print(age)\n", "prints": "Ages\n11\n12\n"}
    request = ExampleRequest("any", "", "print('Prices')\nfor price in (4, 5, 6):\n    print(price)\n", ())
    assert not objection(example_in(told, request), request, "def price(n):\n    return 5 if n > 13 else 10\n")
    assert objection(example_in(told, request), request, "def price(n):\n    return 5 if n > 12 else 10\n")


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
