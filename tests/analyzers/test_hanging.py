"""What is run again, and recorded again, of tests that do not end: as little as can be."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.patience import BRIEF_EVENTS
from gadfly_analyzers.trace.recording import Trace
from helpers.looks import doubtful, look

pytestmark = pytest.mark.asyncio

UNTIL = """
    def until(start, goal):
        while start != goal:
            start += 2
        return start
"""


class _Waiting(Runner):
    """Counts how often some tests are run once more."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    async def run(self, assignment: Assignment, **named: Any) -> RunResult:
        self.times += "only" in named
        return await super().run(assignment, **named)


async def test_nobody_waits_for_tests_that_end_at_once_in_a_repaired_program(tmp_path: Path) -> None:
    tests = "\n".join(f"def test_{n}():\n    assert until({n}, {n + 3}) == {n + 4}\n" for n in range(3))
    async with _Waiting() as runner:
        seen, [_, sharper, _] = await look(runner, tmp_path, UNTIL, f"from program import until\n\n{tests}")
    assert (runner.times, seen.endless, doubtful(seen)) == (0, None, [])
    assert seen.run is not None
    assert len(seen.run.stopped) == 3
    assert seen.suspects[0].line == sharper.suspects[0].line == 2
    assert sharper.trace is not None


async def test_who_cannot_be_helped_has_time(tmp_path: Path) -> None:
    tests = "\n".join(f"def test_{n}():\n    assert until({n}, {n + 3}) == {n}.5\n" for n in range(3))
    limits = Limits(test_seconds=0.5)
    async with _Waiting() as runner:
        seen, stages = await look(runner, tmp_path, UNTIL, f"from program import until\n\n{tests}", limits=limits)
    assert (runner.times, len(doubtful(seen))) == (1, 2)
    assert [stage.run_is_over for stage in stages[:2]] == [False, True]


class _Counting(Runner):
    """Counts how often each test of the student's own program is recorded."""

    def __init__(self) -> None:
        super().__init__()
        self.recorded: Counter[str] = Counter()

    async def trace(self, assignment: Assignment, test_id: str, **named: Any) -> Trace:
        self.recorded[test_id] += "text" not in named
        return await super().trace(assignment, test_id, **named)


async def test_a_test_that_is_stopped_once_more_is_not_recorded_once_more(tmp_path: Path) -> None:
    program = "def average(values):\n    n = 0\n    while n >= 0:\n        n += 1\n    return n\n"
    counting = _Counting()
    async with counting as runner:
        seen, _ = await look(runner, tmp_path, program, limits=Limits(test_seconds=0.5, trace_events=500))
        assert seen.endless is None
        assert seen.trace is not None
        assert counting.recorded[seen.trace.test] == 1


@pytest.mark.parametrize(("times", "recorded"), [(2, 1), (1_500, 2)], ids=["short", "long"])
async def test_what_does_not_end_is_recorded_until_it_recurs(tmp_path: Path, times: int, recorded: int) -> None:
    loop = f"    while True:\n        for number in range({times}):\n            total = number\n"
    counting = _Counting()
    async with counting as runner:
        seen, _ = await look(runner, tmp_path, f"def average(values):\n    total = 0\n{loop}")
        assert seen.trace is not None
        assert seen.endless is not None
        assert (seen.endless.line, counting.recorded[seen.trace.test]) == (3, recorded)
        assert (len(seen.trace.events) == BRIEF_EVENTS) == (recorded == 1)


@pytest.mark.parametrize(
    "body",
    [
        "while left:\n        left += 1\n    return left",
        "return left if left < 2 else average(values, left - 1) + average(values, left - 2)",
    ],
    ids=["loop", "recursion"],
)
async def test_what_goes_on_with_ever_other_values_is_not_recorded_at_length(tmp_path: Path, body: str) -> None:
    counting = _Counting()
    async with counting as runner:
        limits = Limits(test_seconds=0.5)
        seen, _ = await look(runner, tmp_path, f"def average(values, left=60):\n    {body}\n", limits=limits)
        assert seen.trace is not None
        assert counting.recorded[seen.trace.test] == 1
