"""What is said of a run that was stopped before its first test: nobody is blamed who was not seen to take the time."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Any

import pytest

from gadfly_analyzers.execution import runner as running
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import Outcome, Problem, ProblemKind
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.story import Message, Story
from helpers.assignments import AMPLE, results, write

LIMITS = Limits(test_seconds=2, wall_seconds=10)
PROGRAM = "def half(n):\n    return n / 2\n"
TESTS = "from work import half\n\ndef test_half():\n    assert half(4) == 2\n"
DEFENDED = {"kind": "defended", "by": []}


def stopped(story: Story, *messages: Message, faults: str = "", all_over: bool = False) -> Problem:
    """Give what is said of a run that fell silent after these messages."""
    for message in messages:
        story.hear(message)
    story.out_of_time(all_over=all_over)
    story.hear({"kind": "ended", "status": signal.SIGKILL, "why": "late", "faults": faults})
    [problem] = story.problems
    return problem


def collecting(path: Path | None) -> dict[str, Any]:
    return {"kind": "collecting", "path": None if path is None else str(path)}


def test_a_run_of_which_nothing_was_heard_speaks_against_no_file(tmp_path: Path) -> None:
    problem = stopped(Story(write(tmp_path, PROGRAM, TESTS), LIMITS), DEFENDED)
    assert problem.kind is ProblemKind.WORKER_DIED
    assert problem.message.startswith("The Python that runs the tests did not come to them within 5 s.")


def test_a_program_is_not_blamed_for_the_time_in_which_its_tests_are_found(tmp_path: Path) -> None:
    assignment = write(tmp_path, PROGRAM, TESTS)
    found = (collecting(None), collecting(assignment.tests[0]), collecting(None))
    problem = stopped(Story(assignment, LIMITS), DEFENDED, *found)
    assert problem.message == "`test_work.py` does not load: stopped after 5 s."
    assert problem.kind is ProblemKind.TESTS_DO_NOT_LOAD


def test_tests_that_the_program_carries_do_not_have_it_blamed(tmp_path: Path) -> None:
    assignment = write(tmp_path, PROGRAM + "\nassert half(4) == 2\n")
    problem = stopped(Story(assignment, LIMITS), DEFENDED, collecting(assignment.program))
    assert problem.kind is ProblemKind.WORKER_DIED


def test_a_program_that_was_seen_at_a_line_is_named_with_it(tmp_path: Path) -> None:
    assignment = write(tmp_path, PROGRAM, TESTS)
    faults = f'Current thread 0x1 (most recent call first):\n  File "{assignment.program}", line 2 in <module>\n'
    problem = stopped(Story(assignment, LIMITS), DEFENDED, collecting(assignment.tests[0]), faults=faults)
    assert problem.kind is ProblemKind.PROGRAM_DOES_NOT_LOAD
    assert problem.line == 2


def test_long_tests_may_take_all_the_time_before_any_code_runs(tmp_path: Path) -> None:
    assignment = write(tmp_path, PROGRAM, TESTS)
    story = Story(assignment, LIMITS)
    usual = story.patience()
    story.hear({"kind": "preparing", "path": str(assignment.tests[0])})
    assert story.patience() == LIMITS.wall_seconds > usual
    problem = stopped(story, all_over=True)
    assert problem.message == "`test_work.py` does not load: stopped after 10 s."
    story.hear(DEFENDED)
    assert story.patience() == usual


def found(*ids: str) -> list[Message]:
    """Give what a run says before its first test."""
    tests = [{"id": id_, "name": id_, "line": 3, "path": "test_work.py", "source": ""} for id_ in ids]
    return [DEFENDED, {"kind": "found", "tests": tests}, {"kind": "collected", "lines": []}]


def test_a_test_that_began_while_the_one_before_was_late_has_its_own_time(tmp_path: Path) -> None:
    first, second = "test_work.py::test_0", "test_work.py::test_1"
    story = Story(write(tmp_path, PROGRAM, TESTS), LIMITS)
    for message in (*found(first, second), {"kind": "start", "id": first}):
        story.hear(message)
    story.out_of_time(all_over=False)
    told = {"outcome": "stopped", "stop": {"reason": "stopped after 2 s", "line": 2}, "lines": [2], "calls": []}
    for message in ({"kind": "result", "id": first, **told}, {"kind": "start", "id": second}):
        story.hear(message)
    story.hear({"kind": "ended", "status": signal.SIGKILL, "why": "late", "faults": ""})
    assert [test.id for test in story.told(1).tests] == [first]
    assert story.remaining == [second]
    assert story.test_seconds == LIMITS.hurried_seconds


def test_a_test_that_began_when_the_time_of_all_was_over_is_one_that_did_not_run(tmp_path: Path) -> None:
    story = Story(write(tmp_path, PROGRAM, TESTS), LIMITS)
    for message in found("test_work.py::test_0"):
        story.hear(message)
    story.out_of_time(all_over=True)
    story.hear({"kind": "start", "id": "test_work.py::test_0"})
    story.hear({"kind": "ended", "status": signal.SIGKILL, "why": "late", "faults": ""})
    story.over()
    [test] = story.told(1).tests
    assert test.outcome is Outcome.UNRUN
    assert test.stop is not None
    assert test.stop.reason == "not started, since all tests together took 10 s"


@pytest.mark.asyncio(loop_scope="module")
async def test_it_is_told_that_many_tests_are_being_found(
    runner: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[tuple[str, str | None]] = []

    class Listening(Story):
        def hear(self, message: Message) -> None:
            heard.append((message["kind"], message.get("path")))
            super().hear(message)

    monkeypatch.setattr(running, "Story", Listening)
    many = "import pytest\nfrom work import half\n\n@pytest.mark.parametrize('n', range(220))\n"
    assignment = write(tmp_path, PROGRAM, f"{many}def test_half(n):\n    assert half(n) == n / 2\n")
    run = await results(runner, assignment, limits=AMPLE)
    assert len(run.tests) == 220
    tests = str(assignment.tests[0])
    assert heard[0] == ("preparing", tests)
    begun, found = heard.index(("collecting", tests)), heard.index(("found", None))
    assert heard[begun + 1 : found] == [("collecting", None)] * ((found - begun) - 1)
    assert found - begun > 4
