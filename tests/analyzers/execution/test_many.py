"""Very many tests: what each of them costs does not grow with how many there are, and what was cut short is said so."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.probe import intact, wishes
from gadfly_analyzers.execution.results import Outcome, ProblemKind
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.story import Story
from gadfly_analyzers.localize.ranking import suspects
from gadfly_analyzers.source import Source
from gadfly_analyzers.symptoms.evidence import Evidence
from gadfly_analyzers.symptoms.naming import symptoms_of
from helpers.assignments import AMPLE, results, write

HALF = "def half(n):\n    return n / 2\n"
SLOW = "import time\ndef half(n):\n    time.sleep(0.2)\n    return n / 2\n"
MANY = """
    import pytest
    from work import half

    @pytest.mark.parametrize("n", range({number}))
    def test_half(n):
        assert half(n) == n / 2 + (n == 0)
"""


def calls_of(work: Callable[[], Any]) -> int:
    """Count the calls, also of generators, by which something is done."""
    count = 0

    def seen(_frame: Any, event: str, _arg: Any) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def told(folder: Path, number: int) -> Story:
    """Give the story of a run that has heard of so many tests."""
    folder.mkdir()
    story = Story(write(folder, HALF, MANY.format(number=number)), AMPLE)
    names = [f"test_work.py::test_half[{n}]" for n in range(number)]
    test = {"path": "test_work.py", "line": 4, "source": ""}
    story.hear({"kind": "found", "tests": [{**test, "id": name, "name": name} for name in names]})
    story.hear({"kind": "collected", "lines": []})
    for name in names:
        story.hear({"kind": "start", "id": name})
        story.hear({"kind": "result", "id": name, "outcome": "passed"})
    return story


def test_hearing_of_a_test_costs_as_much_after_many_tests_as_after_few(tmp_path: Path) -> None:
    few, many = told(tmp_path / "few", 10), told(tmp_path / "many", 1000)
    last = {"kind": "start", "id": "test_work.py::test_half[0]"}

    def listen(story: Story) -> None:
        story.hear(last)
        story.patience()

    assert calls_of(lambda: listen(many)) == calls_of(lambda: listen(few))


def skipped(folder: Path, number: int) -> Callable[[], None]:
    """Ask of each of so many tests, half of which want to be skipped, whether it may be."""
    folder.mkdir()
    one = "@pytest.mark.{mark}\ndef test_{n}():\n    assert half(2) == 1\n\n"
    texts = (one.format(n=n, mark="skip" if n % 2 else "filterwarnings") for n in range(number))
    assignment = write(folder, HALF, "import pytest\nfrom work import half\n" + "".join(texts))
    file, program = str(assignment.tests[0]), str(assignment.program)
    items = [(n % 2 == 1, SimpleNamespace(fspath=file, name=f"test_{n}")) for n in range(number)]

    def ask() -> None:
        for may, item in items:
            assert wishes.may_not_count(item, pytest.skip.Exception("no"), program) is may

    return ask


def test_a_skipped_test_costs_as_much_among_many_as_among_few(tmp_path: Path) -> None:
    few, many = skipped(tmp_path / "few", 60), skipped(tmp_path / "many", 600)
    assert calls_of(many) < 20 * calls_of(few)


def test_looking_whether_all_is_as_it_was_takes_few_steps() -> None:
    watch = intact.Watch({}, "work.py")
    assert calls_of(watch.put_back) < len(watch.places) / 2


def test_what_is_not_as_it_was_is_noticed_and_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    watch = intact.Watch({}, "work.py")
    before = vars(intact.Own)["mend"]
    monkeypatch.setattr(intact.Own, "mend", lambda own: True)
    assert watch.put_back()
    assert vars(intact.Own)["mend"] is before
    code = intact.codes_in.__code__
    intact.codes_in.__code__ = intact.stands.__code__  # the same function, which does another thing
    assert watch.put_back()
    assert intact.codes_in.__code__ is code
    assert not watch.put_back()


@pytest.mark.asyncio(loop_scope="module")
async def test_tests_for_which_there_was_no_time_are_not_said_to_disagree(runner: Runner, tmp_path: Path) -> None:
    limits = Limits(test_seconds=20, wall_seconds=1.5)
    run = await results(runner, write(tmp_path, SLOW, MANY.format(number=30)), limits=limits)
    outcomes = [test.outcome for test in run.tests]
    assert outcomes[:2] == [Outcome.FAILED, Outcome.PASSED]
    unrun = outcomes.count(Outcome.UNRUN)
    assert unrun > 15
    assert len(run.failing) <= 2  # that of n = 0, and perhaps the one that was cut
    assert not run.agrees
    assert run.cut is not None
    assert run.cut.kind is ProblemKind.CUT
    assert run.cut.message == f"Not run: {unrun} of 30 tests, since all tests together took 1.5 s."


@pytest.mark.asyncio(loop_scope="module")
async def test_tests_run_however_long_their_texts_are_together(runner: Runner, tmp_path: Path) -> None:
    comment = f"    # {'🐝' * 1000}\n"  # an emoji is twelve letters of a message
    tests = MANY.format(number=400).replace("        assert", f"    {comment}        assert")
    run = await results(runner, write(tmp_path, HALF, tests))
    assert not run.problems
    assert [test.outcome for test in run.tests] == [Outcome.FAILED, *[Outcome.PASSED] * 399]
    assert all(test.source.count("🐝") == 1000 for test in run.tests)


@pytest.mark.asyncio(loop_scope="module")
async def test_tests_that_did_not_run_speak_against_no_line(runner: Runner, tmp_path: Path) -> None:
    limits = Limits(test_seconds=20, wall_seconds=1.5)
    run = await results(runner, write(tmp_path, SLOW, MANY.format(number=30)), limits=limits)
    told_of = [line for suspect in suspects(Source.parse(SLOW), run) for line in suspect.evidence]
    assert any(f"of {len(run.failing)} failing test" in line for line in told_of)
    families = {symptom.family for test in run.tests[2:] for symptom in symptoms_of(Evidence(test, others=run.tests))}
    assert "unrun" in families
    assert "endless" not in families


@pytest.mark.asyncio(loop_scope="module")
async def test_whom_there_was_no_time_for_runs_when_asked_again(runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, SLOW, MANY.format(number=6))
    run = await results(runner, assignment, limits=Limits(test_seconds=0.5, wall_seconds=0.7))
    left = [test.id for test in run.stopped]
    again = await runner.run(assignment, interpreter=Path(sys.executable), only=left, limits=AMPLE)
    whole = run.renewed(again)
    assert [test.outcome for test in whole.tests] == [Outcome.FAILED, *[Outcome.PASSED] * 5]
    assert whole.cut is None
