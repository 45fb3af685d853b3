"""Changed versions of a program are tried, and only what they did for its tests is told."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.trial import Budget, Trials, Verdict
from helpers.assignments import HERE, interpreters, results, write
from helpers.trials import PATIENT, Change, candidate, names, tried, verdicts

pytestmark = pytest.mark.asyncio(loop_scope="module")

PROGRAM = """
    def largest(items):
        best = 0
        for item in items:
            if item < best:
                best = item
        return best

    def count(items, wanted):
        total = 1
        for item in items:
            if item == wanted:
                total += 1
        return total
"""
TESTS = """
    from work import count, largest

    def test_two():
        assert largest([1, 2]) == 2

    def test_three():
        assert largest([1, 3, 2]) == 3

    def test_none():
        assert largest([]) == 0

    def test_count():
        assert count([1, 1], 1) == 2
        assert count([1, 2], 3) == 0
"""
GREATER = ("item < best", "item > best")
ZERO = ("total = 1", "total = 0")
USELESS = [("best = item", "best = items"), ("item < best", "item <= best"), ("total += 1", "total +=")]


async def test_a_change_that_repairs_one_bug_of_two(runner: Runner, tmp_path: Path) -> None:
    found = await verdicts(runner, tmp_path, PROGRAM, TESTS, GREATER)
    assert names(found[0].passed) == {"test_two", "test_three"}
    assert not found[0].broken
    assert not found[0].whole


async def test_two_changes_that_repair_everything(runner: Runner, tmp_path: Path) -> None:
    found = await verdicts(runner, tmp_path, PROGRAM, TESTS, (GREATER, ZERO))
    assert names(found[0].passed) == {"test_two", "test_three", "test_count"}
    assert found[0].whole


async def test_a_change_that_breaks_what_passed(runner: Runner, tmp_path: Path) -> None:
    found = await verdicts(runner, tmp_path, PROGRAM, TESTS, ("return best", "return 2"))
    assert names(found[0].passed) == {"test_two"}
    assert names(found[0].broken) == {"test_none"}
    assert not found[0].whole


async def test_what_helps_nothing_is_not_told(runner: Runner, tmp_path: Path) -> None:
    trials = await tried(runner, write(tmp_path, PROGRAM, TESTS), *USELESS, GREATER)
    assert [verdict.number for verdict in trials.verdicts] == [3]
    assert (trials.reached, trials.tried, trials.complete) == (4, 3, True)  # one is no Python
    assert names(trials.failing) == {"test_two", "test_three", "test_count"}
    assert names(trials.passing) == {"test_none"}


async def test_a_test_that_comes_farther_than_before(runner: Runner, tmp_path: Path) -> None:
    found = await verdicts(runner, tmp_path, PROGRAM, TESTS, ("total = 1", "total = 2"))
    assert found == {}
    found = await verdicts(runner, tmp_path, PROGRAM, TESTS, ("total = 1", "total = 1 - items.count(1) // 2"))
    assert found == {0: Verdict(0, frozenset(), frozenset(), frozenset({"test_work.py::test_count"}), False)}


CRASHES = """
    def both(pairs):
        total = None
        for one, other in pairs:
            total += one
            total -= other.size
        return total
"""
CRASHES_TESTS = """
    from work import both

    def test_both():
        assert both([(3, 1), (4, 2)]) == 4
"""


async def test_a_test_that_comes_past_the_line_of_the_crash(runner: Runner, tmp_path: Path) -> None:
    further, same = ("total = None", "total = 0"), ("    total += one", "    one = one\n            total += one")
    earlier = ("for one, other in pairs", "for one, other in pairs.all")
    found = await verdicts(runner, tmp_path, CRASHES, CRASHES_TESTS, earlier, same, further)
    assert [(number, names(verdict.farther)) for number, verdict in found.items()] == [(2, {"test_both"})]


TURNS = """
    def kind(number):
        if number > 10:
            sign = "+"
        elif number < -10:
            sign = "-"
        else:
            return ""
        size = abs(number)
        return sign + str(size)
"""
TURNS_TESTS = """
    from work import kind

    def test_small():
        assert kind(-3) == "-3 "

    def test_none():
        assert kind(0) == ""
"""


async def test_which_lines_a_test_newly_comes_to_is_told_when_it_is_asked(runner: Runner, tmp_path: Path) -> None:
    opens, longer = ("number < -10", "number < 0"), ("if number > 10", "x = 1\n    if number < 1")
    nothing, deeper = ("abs(number)", "number"), ('return ""', "sign = str(\n                number)")
    assignment = write(tmp_path, TURNS, TURNS_TESTS)
    trials = await tried(runner, assignment, opens, nothing, longer, deeper, asked=[4, 6, 9, 10])
    assert {verdict.number: verdict.met for verdict in trials.verdicts} == {0: {6, 9, 10}, 2: {4, 9, 10}, 3: {9, 10}}
    assert not any(verdict.passed or verdict.farther for verdict in trials.verdicts)
    trials = await tried(runner, assignment, opens, nothing, longer, deeper)
    assert trials.verdicts == ()


LONG = """
    def ways(steps, sizes):
        if steps == 0:
            return 1
        if steps < 0:
            return 0
        first, *rest = sizes
        return ways(steps - first, sizes) + ways(steps, rest)
"""
LONG_TESTS = """
    from work import ways

    def test_none():
        assert ways(0, [1]) == 1

    def test_little():
        assert ways(2, [1, 5]) == 1

    def test_much():
        assert ways(140, [1, 5, 10, 25, 50]) == 786
"""


async def test_a_test_that_had_little_to_do_and_has_much_once_repaired(runner: Runner, tmp_path: Path) -> None:
    found = await verdicts(runner, tmp_path, LONG, LONG_TESTS, ("steps < 0", "steps < 0 or not sizes"))
    assert found[0].whole


async def test_a_test_that_takes_more_than_there_is_is_told_apart_from_one_that_fails(
    runner: Runner, tmp_path: Path
) -> None:
    cure = ("steps < 0", "steps < 0 or not sizes")
    assignment = write(tmp_path, LONG, LONG_TESTS)
    found = await tried(runner, assignment, cure, budget=Budget(steps=80_000, seconds=60))
    only = found.verdicts[0]
    assert (names(only.passed), names(only.cut), only.whole) == ({"test_little"}, {"test_much"}, False)


async def test_where_tests_are_heavy_two_that_stay_red_are_enough(runner: Runner, tmp_path: Path) -> None:
    heavy = """
        from work import total

        def test_one():
            assert total(1) == 1

        def test_two():
            assert total(2) == 3

        def test_many():
            assert total(9_000) == 40_504_500
    """
    program = """
        def total(n):
            found = 1
            for each in range(n):
                found += each
            return found + n
    """
    useless = ("found = 1", "found = 2")
    trials = await tried(runner, write(tmp_path, program, heavy), *[useless] * 20)
    assert trials.steps < 20 * 9_000
    repaired = await tried(runner, write(tmp_path, program, heavy), ("found = 1", "found = 0"))
    assert repaired.verdicts[0].whole


async def test_two_processes_tell_what_one_does(runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, PROGRAM, TESTS)
    changes: list[Change | tuple[Change, ...]] = [
        *USELESS,
        GREATER,
        ("return best", "return 2"),
        (GREATER, ZERO),
        ("return total", "return 0"),
    ]
    alone = await tried(runner, assignment, *changes)
    both = await tried(runner, assignment, *changes, budget=Budget(seconds=60, processes=2))
    assert [verdict.number for verdict in alone.verdicts] == [3, 4, 5]
    assert alone.verdicts == both.verdicts
    assert (alone.failing, alone.passing, alone.tried) == (both.failing, both.passing, both.tried)


@pytest.mark.parametrize("processes", [1, 2])
async def test_beside_what_suffices_only_what_is_worth_it_is_tried(
    runner: Runner, tmp_path: Path, processes: int
) -> None:
    changes: list[Change | tuple[Change, ...]] = [USELESS[0], (GREATER, ZERO), USELESS[1], GREATER, *USELESS, ZERO]
    budget = replace(PATIENT, processes=processes, suffices={1: 4})
    trials = await tried(runner, write(tmp_path, PROGRAM, TESTS), *changes, budget=budget)
    assert [verdict.number for verdict in trials.verdicts] == [1, 3]
    assert trials.reached == 4
    assert trials.complete


async def test_what_repairs_only_some_tests_does_not_suffice(runner: Runner, tmp_path: Path) -> None:
    budget = replace(PATIENT, suffices={0: 1})
    trials = await tried(runner, write(tmp_path, PROGRAM, TESTS), GREATER, *USELESS, ZERO, budget=budget)
    assert [verdict.number for verdict in trials.verdicts] == [0, 4]
    assert trials.reached == 5


async def test_as_many_candidates_and_steps_as_the_budget_has(runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, PROGRAM, TESTS)
    few = await tried(runner, assignment, *USELESS, GREATER, budget=Budget(candidates=2, seconds=60))
    assert (few.reached, few.tried, few.verdicts) == (2, 2, ())
    hundred = [USELESS[0], *[USELESS[1]] * 99]
    again = [await tried(runner, assignment, *hundred, budget=Budget(steps=60_000, seconds=60)) for _ in range(2)]
    assert not again[0].complete
    assert 10 < again[0].reached < 90
    assert [(one.reached, one.steps) for one in again] == [(again[0].reached, again[0].steps)] * 2
    left = Budget(100, 60_000, 60, 2).without(again[0])
    assert (left.candidates, left.steps, left.processes) == (100 - again[0].reached, 0, 2)
    nothing = await tried(runner, assignment, GREATER, budget=left)
    assert (nothing.reached, nothing.complete) == (0, False)


async def test_verdicts_come_while_others_are_still_tried(runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, PROGRAM, TESTS)
    run = await results(runner, assignment)
    endless = candidate(assignment, ("        total += 1", "        while True: pass"))
    heard = asyncio.Event()
    search = asyncio.ensure_future(
        runner.search(
            assignment,
            run,
            [candidate(assignment, GREATER), *[endless] * 3000],
            interpreter=HERE,
            budget=PATIENT,
            on_verdict=lambda verdict: heard.set(),
        )
    )
    await asyncio.wait_for(heard.wait(), 60)
    assert not search.done()
    search.cancel()
    with pytest.raises(asyncio.CancelledError):
        await search


async def test_a_program_whose_tests_pass_needs_no_trial(runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, PROGRAM, "from work import largest\ndef test(): assert largest([]) == 0")
    trials = await tried(runner, assignment, GREATER)
    assert replace(trials, seconds=0) == Trials(complete=False)


async def test_the_file_stays_as_it_is(runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, PROGRAM, TESTS)
    before = assignment.program.read_bytes(), sorted(path.name for path in tmp_path.iterdir())
    writing = "best = open('work.py', 'w').write(open('left.txt', 'w').write('x') and 'x')"
    trials = await tried(runner, assignment, ("best = 0", writing), ("best = 0", "best = __import__('os').mkdir('x')"))
    assert trials.tried == 2
    assert (assignment.program.read_bytes(), sorted(path.name for path in tmp_path.iterdir())) == before


@pytest.mark.parametrize("version", [version for version in interpreters() if version != "3.11"])
async def test_other_pythons(runner: Runner, tmp_path: Path, version: str) -> None:
    assignment = write(tmp_path, PROGRAM, TESTS)
    trials = await tried(runner, assignment, GREATER, (GREATER, ZERO), interpreter=interpreters()[version])
    assert [(len(verdict.passed), verdict.whole) for verdict in trials.verdicts] == [(2, False), (3, True)]


async def test_the_time_is_an_outer_bound(runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, PROGRAM, TESTS)
    run = await results(runner, assignment)
    never = candidate(assignment, ("return best", "return [one for one in iter(int, 1)]"))
    trials = await runner.search(
        assignment,
        run,
        [candidate(assignment, GREATER), *[never] * 500],
        interpreter=HERE,
        limits=Limits(),
        budget=Budget(seconds=1.5),
    )
    assert [verdict.number for verdict in trials.verdicts] == [0]
    assert not trials.complete
    assert 1 < trials.reached < 500
