"""Runs of some tests only, and of tests that do not end, in little time."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from gadfly_analyzers.execution.limits import Limits, hasty
from gadfly_analyzers.execution.probe import clock
from gadfly_analyzers.execution.results import Outcome, ProblemKind, RunResult
from gadfly_analyzers.execution.runner import Runner
from helpers.assignments import AMPLE, HERE, results, write

pytestmark = pytest.mark.asyncio(loop_scope="module")

LONGER = replace(AMPLE, test_seconds=1.5, hurried_seconds=1.5)
PROGRAM = """
    import time

    def half(n):
        while n > 100:
            pass
        if n == 100:
            time.sleep(0.6)
        return n // 2
"""
TESTS = """
    from work import half

    def test_endless():
        assert half(101) == 50

    def test_slow():
        assert half(100) == 50

    def test_quick():
        assert half(4) == 2

    def test_endless_too():
        assert half(102) == 51
"""


def outcomes(run: RunResult) -> dict[str, str]:
    return {test.name: test.outcome.value for test in run.tests}


async def test_only_some_tests(runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, PROGRAM, TESTS)
    told = await runner.run(assignment, interpreter=HERE, limits=AMPLE, only=["test_work.py::test_quick"])
    assert outcomes(told) == {"test_quick": "passed"}
    assert told.loaded_lines == {2, 4}


async def test_tests_that_are_not_there(runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, PROGRAM, TESTS)
    told = await runner.run(assignment, interpreter=HERE, limits=AMPLE, only=["test_work.py::test_gone"])
    assert not told.tests
    (tmp_path / "conftest.py").write_text("1 / 0\n")
    told = await runner.run(assignment, interpreter=HERE, limits=AMPLE, only=["test_work.py::test_quick"])
    assert [problem.kind for problem in told.problems] == [ProblemKind.TESTS_DO_NOT_LOAD]


async def test_haste_stops_what_does_not_end_soon_and_a_second_run_tells_what_was_slow(
    runner: Runner, tmp_path: Path
) -> None:
    assignment = write(tmp_path, PROGRAM, TESTS)
    first = await results(runner, assignment, limits=hasty(AMPLE))
    assert outcomes(first) == {
        "test_endless": "stopped",
        "test_slow": "stopped",
        "test_quick": "passed",
        "test_endless_too": "stopped",
    }
    assert [test.stop.reason for test in first.tests if test.stop] == [
        "stopped after 0.3 s",
        "stopped after 0.04 s",
        "stopped after 0.04 s",
    ]
    assert first.tests[0].lines >= {5}
    stopped = [test.id for test in first.tests if test.outcome is Outcome.STOPPED]
    again = await runner.run(assignment, interpreter=HERE, limits=LONGER, only=stopped)
    assert outcomes(again) == {"test_endless": "stopped", "test_slow": "passed", "test_endless_too": "stopped"}
    whole = first.renewed(again)
    assert outcomes(whole) == {**outcomes(first), "test_slow": "passed"}
    assert [test.stop.reason for test in whole.tests if test.stop] == ["stopped after 1.5 s"] * 2
    assert whole.seconds == first.seconds + again.seconds


async def test_haste_goes_on_in_the_next_process(runner: Runner, tmp_path: Path) -> None:
    tests = """
        def endless():
            while True:
                try:
                    while True:
                        pass
                except BaseException:
                    pass

        def test_one():
            endless()

        def test_two():
            endless()
    """
    limits = replace(AMPLE, test_seconds=0.5, hurried_seconds=0.1)
    told = await results(
        runner, write(tmp_path, "", tests.replace("def end", "import work\n\n        def end")), limits=limits
    )
    assert [test.stop.reason for test in told.tests if test.stop] == ["stopped after 0.5 s", "stopped after 0.1 s"]


async def test_haste_never_gives_more_time_than_there_was() -> None:
    assert hasty(Limits(test_seconds=0.2, hurried_seconds=0.02)) == Limits(test_seconds=0.2, hurried_seconds=0.02)


async def test_a_recording_ends_when_it_is_full(runner: Runner, tmp_path: Path) -> None:
    tests = "from work import half\n\ndef test_endless():\n    assert half(101) == 50\n"
    limits = replace(AMPLE, trace_events=100)
    assignment = write(tmp_path, PROGRAM, tests)
    trace = await runner.trace(assignment, "test_work.py::test_endless", interpreter=HERE, limits=limits)
    assert (len(trace.events), trace.complete, trace.stopped) == (100, False, "after 100 steps")


async def test_who_only_sleeps_is_given_no_more_time_for_a_busy_machine(runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, PROGRAM, TESTS)
    limits = hasty(replace(AMPLE, lag_seconds=60.0))
    ended = outcomes(await runner.run(assignment, interpreter=HERE, limits=limits))
    assert (ended["test_endless"], ended["test_endless_too"]) == ("stopped", "stopped")
    assert (ended["test_slow"], ended["test_quick"]) == ("stopped", "passed")


async def test_waiting_for_a_processor_is_counted() -> None:
    queue = clock.opened(clock.QUEUE)
    if not hasattr(os, "sched_setaffinity") or queue < 0:
        pytest.skip("this system counts it nowhere")
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(cores)})
    rival = subprocess.Popen([sys.executable, "-I", "-c", "while True: pass"])
    try:
        before, until = clock.waiting(queue), time.monotonic() + 60
        while clock.waiting(queue) < before + 0.05 and time.monotonic() < until:
            pass
        assert clock.waiting(queue) >= before + 0.05
    finally:
        rival.kill()
        rival.wait()
        os.sched_setaffinity(0, cores)
        os.close(queue)
    assert clock.waiting(-1) == 0.0
