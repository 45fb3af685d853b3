"""What trying repairs shows of a program, with a real interpreter behind it."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest
import pytest_asyncio

from gadfly_analyzers.examine import Examination, examine
from gadfly_analyzers.execution.assignment import find_assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.trial import Budget
from gadfly_analyzers.localize.hints import hints_of
from gadfly_analyzers.localize.hits import Hit
from gadfly_analyzers.localize.search import Search
from gadfly_analyzers.source import Source

with_one_runner = pytest.mark.asyncio(loop_scope="module")
PYTHON = Path(sys.executable)
TWO_BUGS = """
    def largest(numbers):
        best = numbers[0]
        for number in numbers:
            if number < best:
                best = number
        return best

    def shout(text):
        return text.lower() + "!"
"""
TWO_BUGS_TESTS = """
    from program import largest, shout

    def test_largest():
        assert largest([3, 9, 4]) == 9

    def test_largest_of_two():
        assert largest([1, 2]) == 2

    def test_shout():
        assert shout("hey") == "HEY!"
"""
BOTH_NEEDED = """
    def price(amount, each):
        total = amount + each
        discount = 10
        return total - discount
"""
BOTH_NEEDED_TESTS = """
    from program import price

    def test_three():
        assert price(3, 7) == 22

    def test_eight():
        assert price(8, 9) == 73
"""


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def runner() -> AsyncIterator[Runner]:
    async with Runner() as started:
        yield started


def written(folder: Path, program: str, tests: str) -> Path:
    (folder / "test_program.py").write_text(dedent(tests), "utf-8")
    path = folder / "program.py"
    path.write_text(dedent(program).removeprefix("\n"), "utf-8")
    return path


async def look(runner: Runner, path: Path) -> Examination:
    return await examine(Source.parse(path.read_text("utf-8")), find_assignment(path), runner, interpreter=PYTHON)


async def prepared(runner: Runner, path: Path, budget: Budget) -> Search:
    assignment = find_assignment(path)
    run: RunResult = await runner.run(assignment, interpreter=PYTHON)
    return Search(Source.parse(path.read_text("utf-8")), assignment, run, runner, PYTHON, Limits(), budget)


@with_one_runner
async def test_two_bugs_come_one_after_the_other(runner: Runner, tmp_path: Path) -> None:
    seen = await look(runner, written(tmp_path, TWO_BUGS, TWO_BUGS_TESTS))
    first = {each.bug: each for each in reversed(seen.suspects)}
    assert (first[0].line, first[1].line) == (4, 9)
    assert first[0].evidence[0] == "A small change of this statement can make 2 of 3 failing tests pass."
    assert first[1].evidence[0] == "A small change of this statement can make 1 of 3 failing tests pass."
    assert [each.bug for each in seen.suspects] == sorted(each.bug for each in seen.suspects)
    assert {each.line for each in seen.suspects if each.certain} == {4}  # nothing helps that leaves it


@with_one_runner
async def test_two_statements_that_only_together_can_be_repaired(runner: Runner, tmp_path: Path) -> None:
    path = written(tmp_path, BOTH_NEEDED, BOTH_NEEDED_TESTS)
    search = await prepared(runner, path, Budget(seconds=20.0))
    found = await search()
    assert not any(hit.whole for hit in found.hits if not hit.others)
    line_of = search.source.line_of
    together = {(line_of(hit.span.start) + 1, line_of(hit.others[0].start) + 1) for hit in found.hits if hit.whole}
    assert (2, 3) in {tuple(sorted(lines)) for lines in together}
    assert found.cures == {}


@with_one_runner
async def test_what_is_missing_below_a_loop_counts_as_at_the_statement_above_the_gap(
    runner: Runner, tmp_path: Path
) -> None:
    program = """
        def total(prices):
            result = 0
            for price in prices:
                result += price
    """
    tests = """
        from program import total

        def test_total():
            assert total([1, 2]) == 3
            assert total([7, 1, 1]) == 9
    """
    seen = await look(runner, written(tmp_path, program, tests))
    assert seen.suspects[0].line == 4


@with_one_runner
async def test_what_all_objects_share_is_at_fault_although_no_test_runs_it(runner: Runner, tmp_path: Path) -> None:
    program = """
        class Choir:
            singers = []

            def __init__(self, town):
                self.town = town

            def join(self, name):
                self.singers.append(name)

            def size(self):
                return len(self.singers) + 1
    """
    tests = """
        from program import Choir

        def test_each_has_its_own():
            one, other = Choir("Ulm"), Choir("Bern")
            one.join("Ann")
            assert other.singers == []
            assert one.singers == ["Ann"]

        def test_size():
            choir = Choir("Ulm")
            before = choir.size()
            assert before == len(choir.singers)

        def test_town():
            assert Choir("Ulm").town == "Ulm"
    """
    seen = await look(runner, written(tmp_path, program, tests))
    assert {each.bug: each.line for each in reversed(seen.suspects)} == {0: 11, 1: 2}


THREE_NEEDED = """
    def price(amount, each, tax):
        total = amount + each
        discount = 10
        more = tax + 2
        return total - discount + more
"""
THREE_NEEDED_TESTS = """
    from program import price

    def test_little_tax():
        assert price(3, 7, 2) == 25
        assert price(8, 9, 2) == 76

    def test_more_tax():
        assert price(3, 7, 4) == 29
        assert price(8, 9, 6) == 84
"""


@with_one_runner
async def test_a_third_statement_is_joined_with_two_that_help(runner: Runner, tmp_path: Path) -> None:
    search = await prepared(runner, written(tmp_path, THREE_NEEDED, THREE_NEEDED_TESTS), Budget(seconds=20.0))
    found = await search()
    assert any(hit.whole for hit in found.hits if len(hit.others) == 2)
    assert not any(hit.whole for hit in found.hits if len(hit.others) < 2)


HIDDEN = """
    def longest(lines):
        best = None
        for line in lines:
            if len(line) > len(best):
                best = line
        if best:
            return best[1:]
        return ""
"""
HIDDEN_TESTS = """
    from program import longest

    def test_one():
        assert longest(["ab"]) == "ab"

    def test_first():
        assert longest(["abc", "de"]) == "abc"

    def test_last():
        assert longest(["a", "bc de"]) == "bc de"

    def test_none():
        assert longest([]) == ""
"""


@with_one_runner
async def test_a_mistake_that_hides_another_is_found_with_it(runner: Runner, tmp_path: Path) -> None:
    search = await prepared(runner, written(tmp_path, HIDDEN, HIDDEN_TESTS), Budget(seconds=60.0))
    found = await search()
    assert not any(hit.repaired for hit in found.hits if not hit.others)
    line_of = search.source.line_of
    together = [sorted(line_of(span.start) + 1 for span, _ in hit.parts) for hit in found.hits if hit.whole]
    assert [2, 7] in together


@with_one_runner
@pytest.mark.parametrize("steps", [40_000_000, 100_000])
async def test_what_helps_is_joined_though_not_all_could_be_tried_if_there_are_steps_left(
    runner: Runner, tmp_path: Path, steps: int
) -> None:
    path = written(tmp_path, TWO_BUGS, TWO_BUGS_TESTS)
    search = await prepared(runner, path, Budget(candidates=250, steps=steps, seconds=20.0))
    found = await search()
    assert not found.complete
    assert any(hit.whole for hit in found.hits if hit.others) is (steps > 1_000_000)


@with_one_runner
async def test_each_hit_is_told_as_it_comes(runner: Runner, tmp_path: Path) -> None:
    search = await prepared(runner, written(tmp_path, TWO_BUGS, TWO_BUGS_TESTS), Budget())
    told: list[Hit] = []
    found = await search(told.append)
    assert set(told) == set(found.hits)
    assert found.complete
    assert sum(found.tried.values()) >= len([hit for hit in found.hits if not hit.others])


@with_one_runner
async def test_a_small_budget_is_kept(runner: Runner, tmp_path: Path) -> None:
    search = await prepared(runner, written(tmp_path, TWO_BUGS, TWO_BUGS_TESTS), Budget(candidates=5))
    found = await search()
    assert sum(found.tried.values()) == 5
    assert not found.complete


@with_one_runner
async def test_two_processes_find_what_one_finds(runner: Runner, tmp_path: Path) -> None:
    path = written(tmp_path, TWO_BUGS, TWO_BUGS_TESTS)
    one, two = [await (await prepared(runner, path, Budget(seconds=20.0, processes=n)))() for n in (1, 2)]
    assert one.hits == two.hits


@with_one_runner
async def test_cancelling_ends_the_search(runner: Runner, tmp_path: Path) -> None:
    program = "def work(n):\n    for i in range(9000):\n        n + i\n    return n + n * n + n - 1 + n * 2 - n\n"
    path = written(tmp_path, program, "from program import work\n\ndef test_it():\n    assert work(2) == 99\n")
    search = await prepared(runner, path, Budget(seconds=60.0, steps=10**9))
    task = asyncio.ensure_future(search())
    done, _ = await asyncio.wait([task], timeout=0.2)
    assert not done
    task.cancel()
    done, _ = await asyncio.wait([task], timeout=5)
    assert task.cancelled()


@with_one_runner
async def test_literals_of_the_tests_are_hints(runner: Runner, tmp_path: Path) -> None:
    path = written(tmp_path, TWO_BUGS, TWO_BUGS_TESTS)
    run = await runner.run(find_assignment(path), interpreter=PYTHON)
    assert {"'HEY!'", "9"} <= set(hints_of(run))


@with_one_runner
async def test_the_run_is_followed_to_where_it_first_goes_wrong(runner: Runner, tmp_path: Path) -> None:
    program = """
        def count(ages):
            found = 0
            for age in ages:
                if age > 65:
                    found = found + 1
            return found
    """
    tests = """
        from program import count

        def test_none():
            assert count([]) == 0

        def test_some():
            assert count([70, 65, 20, 66]) == 3

        def test_two():
            assert count([12, 80, 90]) == 2
    """
    seen = await look(runner, written(tmp_path, program, tests))
    assert seen.suspects[0].line == 4
    assert seen.divergence is not None
    assert (seen.divergence.line, seen.divergence.earlier, seen.divergence.name) == (4, 1, None)
    assert seen.suspects[0].evidence[-1] == (
        "In `test_some`, the run first goes another way than it should here when line 4 runs for the 2nd time."
    )


@with_one_runner
async def test_a_loop_without_progress_is_evidence(runner: Runner, tmp_path: Path) -> None:
    program = "def down(n):\n    m = n\n    while n > 0:\n        m = m - 1\n    return n\n"
    tests = "from program import down\n\ndef test_it():\n    assert down(3) == 0\n"
    seen = await look(runner, written(tmp_path, program, tests))
    assert seen.endless is not None
    assert seen.endless.line == 3
    [head] = [each for each in seen.suspects if each.line == 3]
    assert head.evidence[-1].startswith("In the last ")
    assert seen.suspects[0].line == 4


ONE_BUG = """
    def largest(numbers):
        best = numbers[0]
        for number in numbers:
            if number < best:
                best = number
        return best
"""
ONE_BUG_TESTS = """
    from program import largest

    def test_in_the_middle():
        assert largest([3, 9, 4]) == 9

    def test_at_the_end():
        assert largest([1, 2]) == 2

    def test_alone():
        assert largest([5]) == 5
"""


@with_one_runner
async def test_once_it_is_repaired_in_a_likely_way_what_is_unlikely_is_not_tried(
    runner: Runner, tmp_path: Path
) -> None:
    search = await prepared(runner, written(tmp_path, ONE_BUG, ONE_BUG_TESTS), Budget(seconds=60.0))
    usual, all_of_it = await search(), await replace(search, beside_likely=0.0)()
    assert sum(usual.tried.values()) < sum(all_of_it.tried.values())
    assert usual.hits == all_of_it.hits[: len(usual.hits)]
    assert [hit.span for hit in usual.hits if hit.whole]


@with_one_runner
async def test_where_nothing_repairs_it_all_is_tried(runner: Runner, tmp_path: Path) -> None:
    search = await prepared(runner, written(tmp_path, TWO_BUGS, TWO_BUGS_TESTS), Budget(seconds=60.0))
    usual, all_of_it = await search(), await replace(search, beside_likely=0.0)()
    assert usual.tried == all_of_it.tried
