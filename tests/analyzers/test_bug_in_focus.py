"""Where a program has several bugs, the test in focus is talked about with the places of its own bug."""

from __future__ import annotations

from pathlib import Path

from gadfly_analyzers.bug_in_focus import bug_of_test_first
from gadfly_analyzers.execution.results import Outcome, TestResult
from gadfly_analyzers.localize.suspects import Suspect


def ran(name: str, *lines: int) -> TestResult:
    return TestResult(name, name, Path("test_it.py"), 1, "", Outcome.FAILED, 0.0, frozenset(lines))


def suspect(line: int, score: float, bug: int) -> Suspect:
    return Suspect(line, line, score, (), bug)


FIRST, SECOND = ran("test_sum", 2, 3), ran("test_gap", 9, 10)
BOTH = ran("test_both", 2, 3, 9, 10)
RANKED = (suspect(3, 0.8, 0), suspect(9, 0.1, 0), suspect(10, 0.4, 1))


def lines(suspects: tuple[Suspect, ...]) -> list[tuple[int, int]]:
    return [(each.line, each.bug) for each in suspects]


def test_the_bug_that_the_test_came_by_comes_first() -> None:
    assert lines(bug_of_test_first(RANKED, SECOND, (FIRST, SECOND))) == [(10, 0), (3, 1), (9, 1)]


def test_what_the_test_came_by_anyway_stays_first() -> None:
    for test in (FIRST, BOTH):
        assert bug_of_test_first(RANKED, test, (FIRST, SECOND, BOTH)) is RANKED


def test_what_no_test_runs_is_no_other_tests_bug() -> None:
    head = (suspect(1, 0.8, 0), suspect(10, 0.4, 1))
    assert bug_of_test_first(head, SECOND, (FIRST, SECOND)) is head


def test_where_nothing_was_run_nothing_changes() -> None:
    elsewhere = ran("test_elsewhere", 20)
    assert bug_of_test_first(RANKED, elsewhere, (FIRST, SECOND)) is RANKED
    assert bug_of_test_first((), SECOND, (FIRST, SECOND)) == ()
