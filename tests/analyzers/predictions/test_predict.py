"""Predictions are bounded in time, can be stopped, and never fail with the program."""

from __future__ import annotations

import asyncio
from pathlib import Path
from textwrap import dedent

import pytest

from gadfly_analyzers.execution.assignment import find_assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.predictions.predict import ALL, predict
from gadfly_analyzers.predictions.prediction import Before, Passes, Returned, Runs, predicted
from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.readings import Readings
from gadfly_analyzers.trace.recording import Trace
from helpers import examples
from helpers.assignments import AMPLE, HERE, interpreters, write
from helpers.predictions import predictions, recorded

pytestmark = pytest.mark.asyncio(loop_scope="module")

# With a `return` that does not leave, this goes on for ever.
ENDLESS = dedent("""
    def position(items, wanted):
        at = 0
        while True:
            if items[at] == wanted:
                return at
            at = (at + 1) % len(items)

""").lstrip("\n")
TEST = "test_work.py::test_it"
TESTS = "from work import position\n\ndef test_it():\n    assert position([1, 2], 2) == 0\n"
AVERAGE = "test_average.py::test_two_numbers"


async def test_an_example_is_predicted_as_its_author_may_have_read_it(runner: Runner) -> None:
    source, assignment = (
        Source.parse(examples.program("average")),
        find_assignment(examples.FOLDER / "average/average.py"),
    )
    real = await runner.trace(assignment, AVERAGE, interpreter=HERE)
    found = await predict(source, assignment, AVERAGE, runner, HERE, AMPLE, real=real, seconds=30)
    ours = Readings(real, source)
    told = {}
    for each in found:
        theirs = Readings(each.trace, source)
        told[each.misconception] = predicted(theirs, ours, ours.activations[0], Passes(4))
    assert Passes(4).answer(ours.activations[0]) == 1
    assert told == {"division-gives-whole": 1, "index-starts-at-one": 1, "range-includes-end": 2}


async def test_what_does_not_end_is_cut(runner: Runner, tmp_path: Path) -> None:
    [found] = await predictions(runner, tmp_path, ENDLESS, "position([1, 2], 2)", "return-does-not-leave")
    real = await recorded(runner, tmp_path, ENDLESS, "position([1, 2], 2)")
    source = Source.parse(ENDLESS)
    ours, theirs = Readings(real, source), Readings(found.trace, source)
    assert not found.trace.complete
    assert found.trace.stopped
    run = ours.activations[0]
    assert [point.answer(run) for point in (Passes(3), Runs(6))] == [2, 1]
    assert [predicted(theirs, ours, run, point) for point in (Passes(3), Runs(6), Returned())] == [None] * 3
    value = predicted(theirs, ours, run, Before("at", 6, 3))
    assert value is not None
    assert value.text == "0"  # type: ignore[union-attr] # it is no count


async def test_the_time_for_all_is_bounded(runner: Runner, tmp_path: Path) -> None:
    assignment, source = write(tmp_path, ENDLESS, TESTS), Source.parse(ENDLESS)
    clock = asyncio.get_running_loop().time
    real = await runner.trace(assignment, TEST, interpreter=HERE, limits=AMPLE)
    began = clock()
    assert await predict(source, assignment, TEST, runner, HERE, AMPLE, real=real, seconds=0) == ()
    assert await predict(source, assignment, TEST, runner, HERE, AMPLE, seconds=0) == ()
    await predict(source, assignment, TEST, runner, HERE, Limits(test_seconds=60), real=real, seconds=0.5)
    assert clock() - began < 10


async def test_it_can_be_cancelled(runner: Runner, tmp_path: Path) -> None:
    assignment, source = write(tmp_path, ENDLESS, TESTS), Source.parse(ENDLESS)
    real = await runner.trace(assignment, TEST, interpreter=HERE, limits=AMPLE)
    asked = predict(source, assignment, TEST, runner, HERE, AMPLE, real=real, seconds=60)
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(asked, 0.05)
    if left := asyncio.all_tasks() - {asyncio.current_task()}:  # a run that told its all may still be ending
        assert not (await asyncio.wait(left, timeout=30))[1]
    found = await predict(source, assignment, TEST, runner, HERE, AMPLE, ["return-does-not-leave"], real=real)
    assert [each.misconception for each in found] == ["return-does-not-leave"]


async def test_what_is_no_program_or_no_test_is_not_predicted(runner: Runner, tmp_path: Path) -> None:
    broken = ENDLESS.replace("while True:", "while True")
    assert await predictions(runner, tmp_path / "broken", broken, "position([1], 1)", *ALL) == ()
    assert await predictions(runner, tmp_path / "load", "1 / 0\n" + ENDLESS, "position([1], 1)", *ALL) == ()
    assert await predictions(runner, tmp_path / "nothing", ENDLESS, "pass", *ALL) == ()
    assert await predictions(runner, tmp_path / "nobody", ENDLESS, "position([1], 1)") == ()
    assignment = write(tmp_path / "other", ENDLESS, TESTS)
    assert await predict(Source.parse(ENDLESS), assignment, "test_work.py::test_no", runner, HERE, AMPLE) == ()


async def test_a_belief_about_what_does_not_run_is_not_tried(runner: Runner, tmp_path: Path) -> None:
    program = "def f(n):\n    return n\n\ndef g(n):\n    return list(range(n))\n"
    assert await predictions(runner, tmp_path, program, "f(1)", *ALL) == ()


@pytest.mark.parametrize("version", interpreters())
async def test_every_python_can_run_it(runner: Runner, tmp_path: Path, version: str) -> None:
    program = dedent("""
        def add(item, basket=[]):
            basket.append([item] * 2)
            return basket[0:1]

        def has(items, wanted):
            for item in items:
                if items[1] is wanted or item ^ 2 == 3 or 4:
                    return True

        def told(word):
            word.upper()
            for letter in word:
                if letter == "a":
                    return len(word) / 2
            if has([2, 3], 9):
                add(word)
            number = number_of = add(1)
            return number + number_of + [f"{word[0:2]}{4 // 3}"]

    """).lstrip("\n")
    python = interpreters()[version]
    call = "told('bcd'); told('abc')"
    here = await predictions(runner, tmp_path, program, call, *ALL)
    there = await predictions(runner, tmp_path, program, call, *ALL, interpreter=python)
    assert len(here) > 8
    assert [each.misconception for each in there] == [each.misconception for each in here]
    assert [_given(each.trace, program) for each in there] == [_given(each.trace, program) for each in here]


def _given(trace: Trace, program: str) -> list[str]:
    return [each.value.text for each in Readings(trace, Source.parse(program)).returned("told")]
