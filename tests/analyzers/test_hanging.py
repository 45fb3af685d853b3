"""What is run again, and recorded again, of tests that do not end: as little as can be."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.patience import BRIEF_EVENTS
from gadfly_analyzers.trace.recording import Trace
from helpers.looks import look

pytestmark = pytest.mark.asyncio


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
