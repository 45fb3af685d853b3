"""The whole look at a program, with a real interpreter behind it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from gadfly_analyzers.examine import read, smallest
from gadfly_analyzers.execution.assignment import find_assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import Call, Comparison, Outcome, ProblemKind, TestResult
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.localize.direction import Deviation, Direction
from gadfly_analyzers.predictions.predict import predict
from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.readings import Readings
from gadfly_analyzers.trace.recording import Trace
from gadfly_analyzers.values import Value
from helpers.looks import AVERAGE, PYTHON, TESTS, doubtful, look

with_one_runner = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def runner() -> AsyncIterator[Runner]:
    async with Runner() as started:
        yield started


@with_one_runner
async def test_a_failing_program_is_run_ranked_and_recorded(runner: Runner, tmp_path: Path) -> None:
    seen, [first, recorded, *sharper, last] = await look(runner, tmp_path, AVERAGE)
    assert seen.run is not None
    assert [test.name for test in seen.run.failing] == ["test_many", "test_two"]
    assert seen.focus is not None
    assert seen.focus.calls[-1].text == "average([2, 4])"
    assert seen.trace is not None
    assert seen.trace.complete
    assert {suspect.line for suspect in seen.suspects} == {2, 3, 4, 5}
    [activation] = Readings(seen.trace, seen.source).activations_of("average")
    assert len(activation.passes(3) or ()) == 1
    assert (first.trace, first.run, first.focus) == (None, seen.run, seen.focus)
    assert (recorded.trace, recorded.suspects) == (seen.trace, first.suspects)
    assert not any(stage.sharpened for stage in (first, recorded, *sharper))
    assert seen.sharpened
    *found, searched = sharper
    assert found
    assert [stage.ranked for stage in (recorded, *found, searched, last)] == [*[False] * len(sharper), True, True]
    assert [(each.line, each.score, each.certain) for each in searched.suspects] == [
        (each.line, each.score, each.certain) for each in last.suspects
    ]
    assert all(stage.suspects[0].score > recorded.suspects[0].score for stage in sharper)
    assert replace(seen, predictions=()) == last


@with_one_runner
async def test_what_misconceptions_predict_of_the_test_in_focus_comes_last(runner: Runner, tmp_path: Path) -> None:
    seen, stages = await look(runner, tmp_path, AVERAGE)
    assert all(stage.predictions == () for stage in stages)
    named = [each.misconception for each in seen.predictions]
    assert "index-starts-at-one" in named
    assert all(each.trace.complete for each in seen.predictions)
    again, _ = await look(runner, tmp_path, AVERAGE)
    assert again.predictions == seen.predictions


class CrowdedRunner(Runner):
    """One for whose places three others wait each."""

    @property
    def crowd(self) -> float:
        return 3.0


async def test_where_many_wait_everybody_gets_the_ranking_and_nobody_the_predictions(tmp_path: Path) -> None:
    async with CrowdedRunner() as runner:
        seen, [first, recorded] = await look(runner, tmp_path, AVERAGE)
    assert seen.sharpened
    assert (seen.predictions, seen.aside) == ((), None)
    assert (first.trace, recorded.trace) == (None, seen.trace)
    assert seen.suspects[0].score > recorded.suspects[0].score  # repairs were looked for, and told of once


@with_one_runner
async def test_an_endless_run_is_predicted_for_a_set_number_of_steps(runner: Runner, tmp_path: Path) -> None:
    program = """
        def average(values):
            total = 0
            at = 1
            while at != len(values):
                at += 2
                total = values[1]
            return total
    """
    tests = "from program import average\n\ndef test_it():\n    assert average([1, 2]) == 2\n"
    seen, _ = await look(runner, tmp_path, program, tests)
    again, _ = await look(runner, tmp_path, program, tests)
    [told] = [each.trace for each in seen.predictions if each.misconception == "index-starts-at-one"]
    assert (told.complete, told.stopped) == (False, "after 2000 steps")
    assert again.predictions == seen.predictions


@with_one_runner
async def test_trying_repairs_sharpens_the_ranking(runner: Runner, tmp_path: Path) -> None:
    seen, [first, *_] = await look(runner, tmp_path, AVERAGE)
    repairable = [each for each in seen.suspects if "make every test pass" in each.evidence[0]]
    assert repairable == list(seen.suspects[: len(repairable)])
    assert [each.line for each in repairable] == [3]  # that it may start with the first value is far less likely
    assert seen.suspects[0].score > max(each.score for each in first.suspects)


@with_one_runner
async def test_each_statement_that_can_be_repaired_is_told_of_as_soon_as_that_is_known(
    runner: Runner, tmp_path: Path
) -> None:
    program = "def three_more(n):\n    some = n + 1\n    more = some + 1\n    return more\n"
    tests = "from program import three_more\n\ndef test_a():\n    assert three_more(1) == 4\n\n"
    tests += "def test_b():\n    assert three_more(7) == 10\n"
    seen, stages = await look(runner, tmp_path, program, tests)
    told = [{each.line for each in stage.suspects if "every test pass" in each.evidence[0]} for stage in stages]
    known = {each.line for each in seen.suspects if "every test pass" in each.evidence[0]}
    assert [len(lines) for lines in told[: 2 + len(known)]] == [0, 0, *range(1, len(known) + 1)]
    assert len(known) > 1


@with_one_runner
async def test_what_is_off_is_told_by_a_word_and_a_place(runner: Runner, tmp_path: Path) -> None:
    program = AVERAGE.replace("(1, len(values))", "(len(values) - 1)")
    seen, stages = await look(runner, tmp_path, program)
    assert seen.direction == Direction(Deviation.LOOP_ENDS_ONE_EARLY, 3, 3)
    assert [stage.direction for stage in stages[:-1]] == [None] * (len(stages) - 1)


@with_one_runner
async def test_a_small_change_tells_what_is_off_and_not_a_large_one_that_would_do_as_well(
    runner: Runner, tmp_path: Path
) -> None:
    tests = TESTS.replace("[0, 3, 3, 2]) == 2", "[10, 20, 60]) == 30").replace("[2, 4, 6, 8]) == 5", "[0, 3, 9]) == 4")
    seen, _ = await look(runner, tmp_path, AVERAGE, tests)
    assert seen.direction == Direction(Deviation.LOOP_STARTS_LATE, 3, 3)  # and not the ones of a loop from the end


@with_one_runner
async def test_of_what_cannot_be_repaired_no_direction_is_told(runner: Runner, tmp_path: Path) -> None:
    seen, _ = await look(runner, tmp_path, AVERAGE, TESTS.replace("== 3", "== 3141.592"))
    assert seen.direction is None


@with_one_runner
async def test_a_line_that_cannot_be_read_is_a_direction(runner: Runner, tmp_path: Path) -> None:
    seen, _ = await look(runner, tmp_path, AVERAGE.replace("(1, len(values))", "(1, len(values)"))
    assert seen.direction is not None
    assert (seen.direction.deviation, seen.direction.line) == (Deviation.UNREADABLE, 3)


@with_one_runner
async def test_a_slow_test_is_given_its_time_once_the_others_are_known(runner: Runner, tmp_path: Path) -> None:
    program = AVERAGE.replace("(1, len", "(len")
    program += "\n    def slow():\n        import time\n        time.sleep(0.7)\n        return 1\n"
    tests = TESTS + "\n    def test_slow():\n        from program import slow\n        assert slow() == 1\n"
    seen, [hasty] = await look(runner, tmp_path, program, tests)
    assert seen.run is not None
    assert hasty.run is not None
    assert [test.name for test in hasty.run.failing] == ["test_slow"]
    assert seen.run.failing == ()


WAITING = """
    import time

    def wait(seconds):
        while seconds < 0:
            pass
        if seconds:
            time.sleep(seconds)
        return seconds
"""


def waiting(*seconds: float) -> str:
    tests = (f"def test_{number}():\n    assert wait({each}) == {each}\n" for number, each in enumerate(seconds))
    return "\n".join(["from program import wait\n", *tests])


@with_one_runner
async def test_a_slow_test_among_endless_ones_is_given_its_time(runner: Runner, tmp_path: Path) -> None:
    seen, _ = await look(runner, tmp_path, WAITING, waiting(-1, -2, 0.7, -3))
    assert seen.run is not None
    assert [test.name for test in seen.run.failing] == ["test_0", "test_1", "test_3"]
    assert doubtful(seen) == []


@with_one_runner
async def test_what_had_less_than_its_time_may_only_be_slow(runner: Runner, tmp_path: Path) -> None:
    limits = Limits(test_seconds=0.8, wall_seconds=20)
    seen, [hasty, *_] = await look(runner, tmp_path, WAITING, waiting(60, 0.1, 0.7, 0.7, 0.7), limits=limits)
    assert seen.run is not None
    assert hasty.run is not None
    assert len(hasty.run.failing) == 5
    assert [test.name for test in seen.run.failing] == ["test_0", "test_2", "test_3", "test_4"]
    assert doubtful(seen) == ["test_2", "test_3", "test_4"]


async def test_where_many_wait_nothing_is_run_again_beside_a_test_that_never_ends(tmp_path: Path) -> None:
    async with CrowdedRunner() as runner:
        seen, _ = await look(runner, tmp_path, WAITING, waiting(-1, 0.7, -2))
    assert doubtful(seen) == ["test_1", "test_2"]


EXPONENTIAL = """
    def ways(steps):
        if steps < 0:
            return 0
        if steps == 0:
            return 2
        return ways(steps - 1) + ways(steps - 2)
"""


@with_one_runner
async def test_of_a_program_that_takes_ever_longer_only_what_ended_is_counted(runner: Runner, tmp_path: Path) -> None:
    tests = "\n".join(f"def test_{n}():\n    assert ways({n}) == 1\n" for n in (3, 60, 61, 62, 63))
    limits = Limits(test_seconds=0.5)
    seen, _ = await look(runner, tmp_path, EXPONENTIAL, f"from program import ways\n\n{tests}", limits=limits)
    assert seen.run is not None
    assert [test.name for test in seen.run.stopped] == ["test_60", "test_61", "test_62", "test_63"]
    assert doubtful(seen) == ["test_61", "test_62", "test_63"]


@with_one_runner
async def test_a_passing_program_has_no_focus_and_no_trace(runner: Runner, tmp_path: Path) -> None:
    seen, stages = await look(runner, tmp_path, AVERAGE.replace("(1, len", "(len"))
    assert seen.run is not None
    assert len(seen.run.tests) == 3
    assert (seen.run.failing, seen.focus, seen.trace, seen.suspects, stages) == ((), None, None, (), [])


@with_one_runner
async def test_a_broken_program_is_not_run(runner: Runner, tmp_path: Path) -> None:
    seen, stages = await look(runner, tmp_path, "def f(x=[]):\n    return x\n\ndef average(values)\n    return 1\n")
    assert (seen.run, seen.focus, seen.trace, stages) == (None, None, None, [])
    assert (seen.suspects[0].line, seen.suspects[0].evidence) == (
        4,
        ("Python stopped reading on line 4.", "A small change of this line lets Python read the whole program."),
    )
    assert [finding.rule for finding in seen.findings] == ["syntax-place"]
    assert seen.source.line_of(seen.findings[0].span.start) == 3


@with_one_runner
async def test_an_endless_program_leaves_a_partial_trace(runner: Runner, tmp_path: Path) -> None:
    program = "def average(values):\n    n = 0\n    while n >= 0:\n        n += 1\n    return n\n"
    seen, _ = await look(runner, tmp_path, program, limits=Limits(test_seconds=0.3, trace_events=500))
    assert seen.focus is not None
    assert seen.focus.outcome is Outcome.STOPPED
    assert {suspect.line for suspect in seen.suspects} == {2, 3, 4}
    assert seen.trace is not None
    assert len(seen.trace.events) == 500
    assert not seen.trace.complete


@with_one_runner
async def test_what_keeps_tests_from_running_is_a_problem(runner: Runner, tmp_path: Path) -> None:
    seen, _ = await look(
        runner, tmp_path, AVERAGE, "from program import mean\n\ndef test_mean():\n    assert mean([1]) == 1\n"
    )
    assert [(problem.kind, problem.line) for problem in seen.problems] == [(ProblemKind.TESTS_DO_NOT_LOAD, 1)]
    assert seen.focus is None


@with_one_runner
async def test_a_program_without_tests_has_that_problem(runner: Runner, tmp_path: Path) -> None:
    seen, _ = await look(runner, tmp_path, AVERAGE, None)
    assert [problem.kind for problem in seen.problems] == [ProblemKind.NO_TESTS]


@with_one_runner
async def test_cancelling_ends_the_run(runner: Runner, tmp_path: Path) -> None:
    program = "def average(values):\n    while True:\n        pass\n"
    task = asyncio.ensure_future(look(runner, tmp_path, program, limits=Limits(test_seconds=30.0, wall_seconds=60.0)))
    done, _ = await asyncio.wait([task], timeout=0.5)
    assert not done
    task.cancel()
    done, _ = await asyncio.wait([task], timeout=5)
    assert task.cancelled()
    again, _ = await look(runner, tmp_path, AVERAGE)
    assert again.run is not None
    assert len(again.run.failing) == 2


SHARING = """
    def collect(item, basket=[]):
        basket.append(item)
        return basket

    def other(item, box=[]):
        return box

    def same(x):
        return x is 3

    board = [[0] * 3] * 3
"""


@with_one_runner
@pytest.mark.parametrize(
    ("tests", "asked"),
    [
        ("def test_a():\n    assert program.collect(1) == [2]\n", ["basket=[]", "x is 3", "board"]),
        ("def test_a():\n    assert program.collect(1) == [1]\n", ["x is 3"]),
        ("import nowhere\n", ["x is 3"]),
        (None, ["x is 3"]),
    ],
    ids=["fails", "passes", "does not load", "none"],
)
async def test_what_is_asked_about_is_certain_or_on_the_way_of_a_failing_test(
    runner: Runner, tmp_path: Path, tests: str | None, asked: list[str]
) -> None:
    seen, stages = await look(runner, tmp_path, SHARING, tests and f"import program\n\n{tests}")
    lines = [seen.source.lines[seen.source.line_of(each.span.start)] for each in seen.asked]
    assert len(lines) == len(asked)
    assert all(part in line for part, line in zip(asked, lines, strict=True))
    assert len(seen.findings) == 4
    assert seen.run_is_over
    assert all(stage.asked == seen.asked for stage in stages)


def test_the_text_alone_can_be_read(tmp_path: Path) -> None:
    seen = read(tmp_path / "program.py", Source.parse("def f(x=[]):\n    return x\n"))
    assert [finding.rule for finding in seen.findings] == ["mutable-default"]
    assert seen.run is None
    assert seen.asked == ()


def result(name: str, lines: range, text: str = "f(1)", **more: object) -> TestResult:
    value = Value("1", "int", True)
    call = Call("f", 1, text, bool(more.get("literal", True)), value, None)
    comparison = Comparison("==", value, value, "f(1)") if more.get("expected", True) else None
    outcome = more.get("outcome", Outcome.FAILED)
    assert isinstance(outcome, Outcome)
    return TestResult(
        name, name, Path("t.py"), 1, "", outcome, 0.0, frozenset(lines), calls=(call,), comparison=comparison
    )


def test_the_smallest_test_is_one_that_can_be_talked_about() -> None:
    candidates: tuple[TestResult, ...] = (
        result("no_program", range(0)),
        result("no_literal", range(1), literal=False),
        result("no_expected", range(1), expected=False),
        result("stopped", range(1), outcome=Outcome.STOPPED),
        result("long", range(5)),
        result("long_call", range(3), "f([1, 2])"),
        result("best", range(3), "f(2)"),
        result("second", range(3), "f(3)"),
    )
    order = []
    while candidates:
        found = smallest(candidates)
        assert found is not None
        order.append(found.name)
        candidates = tuple(test for test in candidates if test is not found)
    assert order == [
        "best", "second", "long_call", "long", "stopped", "no_literal", "no_expected", "no_program"
    ]  # fmt: skip
    assert smallest(()) is None


class FillingRunner(Runner):
    """One for whose places others wait as soon as the first prediction is made."""

    made = 0

    @property
    def crowd(self) -> float:
        return 1.0 if self.made else 0.0

    async def trace(self, *args: Any, text: bytes | None = None, **more: Any) -> Trace:
        told = await super().trace(*args, text=text, **more)
        self.made += text is not None and self.predicts
        return told

    predicts = False


async def test_where_others_come_meanwhile_nothing_is_predicted_by_halves(tmp_path: Path) -> None:
    runner = FillingRunner()
    async with runner:
        _, stages = await look(runner, tmp_path, AVERAGE)
        runner.predicts = True
        last = stages[-1]
        assert last.focus is not None
        found = await predict(last.source, find_assignment(last.program), last.focus.id, runner, PYTHON)
    assert runner.made >= 1
    assert found == ()
