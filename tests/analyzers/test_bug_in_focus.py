"""Where a program has several bugs, the test in focus is talked about with the places of its own bug."""

from __future__ import annotations

from pathlib import Path

import pytest

from gadfly_analyzers.bug_in_focus import bug_of_test_first
from gadfly_analyzers.execution.results import Outcome, TestResult
from gadfly_analyzers.localize.suspects import Suspect
from gadfly_analyzers.source import Source


def ran(name: str, *lines: int) -> TestResult:
    return TestResult(name, name, Path("test_it.py"), 1, "", Outcome.FAILED, 0.0, frozenset(lines))


def suspect(line: int, score: float, bug: int) -> Suspect:
    return Suspect(line, line, score, (), bug)


SOURCE = Source.parse(
    "RATE = 2\n\n\ndef total(ns):\n    if ns:\n        return sum(ns)\n    return RATE\n\n\n"
    "def gap(ns):\n    low = min(ns)\n    return max(ns) + low\n"
)
FIRST, SECOND = ran("test_sum", 5, 6), ran("test_gap", 11, 12)
BOTH = ran("test_both", 5, 6, 11, 12)
RANKED = (suspect(6, 0.8, 0), suspect(11, 0.1, 0), suspect(12, 0.4, 1))


def ordered(ranked: tuple[Suspect, ...], test: TestResult, *failing: TestResult) -> list[tuple[int, int]]:
    return [(each.line, each.bug) for each in bug_of_test_first(ranked, test, failing, SOURCE)]


def test_the_bug_that_the_test_came_by_comes_first() -> None:
    assert ordered(RANKED, SECOND, FIRST, SECOND) == [(12, 0), (6, 1), (11, 1)]


@pytest.mark.parametrize("test", [FIRST, BOTH])
def test_what_the_test_came_by_anyway_stays_first(test: TestResult) -> None:
    assert bug_of_test_first(RANKED, test, (FIRST, SECOND, BOTH), SOURCE) is RANKED


@pytest.mark.parametrize("line", [1, 4, 7])
def test_what_only_is_not_reached_may_be_at_fault_all_the_same(line: int) -> None:
    ranked = (suspect(line, 0.8, 0), suspect(6, 0.4, 1))
    assert bug_of_test_first(ranked, FIRST, (FIRST, ran("test_none", 5, 7)), SOURCE) is ranked


def test_where_nothing_is_met_nothing_changes() -> None:
    assert bug_of_test_first((suspect(6, 0.8, 0),), SECOND, (FIRST, SECOND), SOURCE) == (suspect(6, 0.8, 0),)
    assert bug_of_test_first((), SECOND, (FIRST, SECOND), SOURCE) == ()
