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
from gadfly_analyzers.execution.trial import Trials
from gadfly_analyzers.patience import BRIEF_EVENTS
from gadfly_analyzers.trace.recording import Trace
from helpers.looks import doubtful, look

pytestmark = pytest.mark.asyncio
PATIENT = Limits(wall_seconds=60, lag_seconds=30)
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


@pytest.mark.parametrize(
    "first", ["", "def test_even():\n    assert until(0, 2) == 3\n"], ids=["alone", "beside another"]
)
async def test_nobody_waits_for_loops_that_go_away_from_their_end(tmp_path: Path, first: str) -> None:
    tests = "\n".join([first, *(f"def test_{n}():\n    assert until({n}, {n + 3}) == {n + 4}\n" for n in range(3))])
    waiting = _Waiting()
    async with waiting as runner:
        seen, _ = await look(runner, tmp_path, UNTIL, f"from program import until\n\n{tests}")
    assert (waiting.times, seen.endless, doubtful(seen)) == (0, None, [])
    assert seen.run is not None
    assert len(seen.run.stopped) == 3
    assert seen.suspects[0].line == 2


RING = """
    def throws(fields, step):
        place, count, seen = step, 1, []
        while place != fields:
            place = (place + step) % fields
            seen.append(place)
            count += 1
        return count
"""


@pytest.mark.parametrize(
    ("condition", "waited"),
    [("place != fields", 0), ("place != fields and count < 10 ** 12", 1), ("place != len(seen) + 10 ** 12", 1)],
    ids=["counted", "ends at a count", "ends at a length"],
)
async def test_nobody_waits_for_a_loop_that_comes_round_while_it_counts(
    tmp_path: Path, condition: str, waited: int
) -> None:
    program = RING.replace("place != fields", condition)
    tests = "".join(f"def test_{n}():\n    assert throws({n}, 2) == 1\n" for n in (5, 7))
    waiting = _Waiting()
    async with waiting as runner:
        await look(runner, tmp_path, program, f"from program import throws\n\n{tests}", limits=Limits(test_seconds=0.5))
    assert waiting.times == waited


CHAIN = """
    class Link:
        def __init__(self, value, after=None):
            self.value = value
            self.after = after
            self.left = 10 ** 9

        def shrink(self):
            self.left -= 1
            return self.left > 0

    def count(values, wanted):
        link, found = None, 0
        for value in reversed(values):
            link = Link(value, link)
        first = link
        while link is not None:
            {body}
        return found
"""


@pytest.mark.parametrize(
    ("body", "waited"),
    [
        ("if link.value == wanted:\n                link = link.after", 0),
        ("link.after.after = link\n            link = link.after", 0),
        ("first.left -= 1\n            if first.left == 0:\n                return found", 1),
        ("if not link.shrink():\n                return found", 1),
    ],
    ids=["stands still", "goes round", "ends at an attribute", "ends in a method"],
)
async def test_nobody_waits_for_a_loop_over_objects_in_which_all_comes_again(
    tmp_path: Path, body: str, waited: int
) -> None:
    tests = "".join(f"def test_{n}():\n    assert count([3, 1, 2, 4, 5, 6, 7], {n}) == 2\n" for n in (1, 2))
    program = CHAIN.replace("{body}", body)
    waiting = _Waiting()
    async with waiting as runner:
        seen, _ = await look(
            runner, tmp_path, program, f"from program import count\n\n{tests}", limits=Limits(test_seconds=0.5)
        )
    assert seen.run is not None
    assert (len(seen.run.stopped), waiting.times) == (2, waited)


async def test_a_loop_that_may_yet_end_is_waited_for(tmp_path: Path) -> None:
    tests = "".join(f"def test_{n}():\n    assert until({n}, 10**12) == 10**12\n" for n in (0, 2))
    waiting = _Waiting()
    async with waiting as runner:
        await look(runner, tmp_path, UNTIL, f"from program import until\n\n{tests}", Limits(test_seconds=0.5))
    assert waiting.times == 1


class _Budgeted(Runner):
    """Notes how many steps the first search of a program may take."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: list[int] = []

    async def search(self, assignment: Assignment, run: RunResult, candidates: Any, **named: Any) -> Trials:
        self.steps.append(named["budget"].steps)
        return await super().search(assignment, run, candidates, **named)


async def test_less_is_tried_where_a_test_was_waited_for_in_vain(tmp_path: Path) -> None:
    budgeted, limits = _Budgeted(), Limits(test_seconds=0.5)
    async with budgeted as runner:
        await look(runner, tmp_path, UNTIL, "from program import until\n\ndef test():\n    assert until(0, 3) == 3\n")
        sure = budgeted.steps[0]
        budgeted.steps.clear()
        tests = "from program import until\n\ndef test():\n    assert until(0, 10**12) == 10**12\n"
        await look(runner, tmp_path, UNTIL, tests, limits)
    assert budgeted.steps[0] < sure


async def test_what_has_neither_loop_nor_recursion_to_look_at_is_not_recorded_to_see_that_it_never_ends(
    tmp_path: Path,
) -> None:
    program = "def total(n):\n    return sum(range(n + 1))\n"
    tests = "".join(f"def test_{n}():\n    assert total({n}) == 0\n" for n in (1, 10**12))
    counting = _Counting()
    async with counting as runner:
        seen, _ = await look(
            runner, tmp_path, program, f"from program import total\n\n{tests}", limits=Limits(test_seconds=0.5)
        )
    assert seen.run is not None
    [stuck] = seen.run.stopped
    assert counting.recorded[stuck.id] == 0


SLOW = """
    import time

    def sleep(seconds):
        time.sleep(seconds)
        return seconds

    def work(seconds):
        end, passes = time.process_time() + seconds, 0
        while time.process_time() < end:
            passes += 1
        return seconds

    def fib(n):
        if n < 2:
            return n
        return fib(n - 1) + fib(n - 2)

    def scaled(number):
        while number < 10:
            number -= 1
        return number
"""


@pytest.mark.parametrize(
    "slow",
    [["sleep(1.4) == 1.4"], ["work(1.4) == 1.4"], ["sleep(0.5) == 0.5", "work(0.3) == 0.3"], ["fib(25) == 75025"]],
    ids=["sleeps", "works", "several", "recurses"],
)
@pytest.mark.parametrize("other", ["sleep(0) == 1", "scaled(5) == 10"])
async def test_a_slow_test_that_agrees_is_never_said_to_disagree(tmp_path: Path, slow: list[str], other: str) -> None:
    checks = [f"def test_{n}():\n    assert {each}\n" for n, each in enumerate([other, *slow])]
    async with Runner() as runner:
        seen, stages = await look(
            runner, tmp_path, SLOW, "\n".join(["from program import *\n", *checks]), limits=PATIENT
        )
    assert seen.run is not None
    assert [test.name for test in seen.run.failing if test.name not in doubtful(seen)] == ["test_0"]
    assert not doubtful(seen) or seen.run.stopped[0].name == "test_0"  # which then took all the time
    assert all(stage.run == seen.run for stage in stages if stage.run_is_over)


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
