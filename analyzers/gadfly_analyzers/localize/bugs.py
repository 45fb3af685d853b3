"""Sorts suspects by bug: statements at which repairs make the same tests pass are suspects of the same bug."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.localize.fusion import by_span
from gadfly_analyzers.localize.hits import Hit, Searched
from gadfly_analyzers.localize.spectrum import lines_of
from gadfly_analyzers.outline import Statement

_ALIKE = 0.5  # of the tests that either of two statements can repair
_UNSPOKEN = 0.5  # what blame counts of what no repair speaks for


def bugs_of(chances: Mapping[Statement, float], searched: Searched, run: RunResult) -> dict[Statement, int]:
    """Number the bugs in the order in which to take them, and give each statement the number of its bug.

    First comes the bug that is expected to make most tests pass: of the statements that a test runs, each is to blame
    with its chance. What no repair speaks for belongs to the tests that none repairs, if there are such, and is a bug
    of its own; else it comes with the first bug.
    """
    repaired = {each: tests for each, hits in _hits(chances, searched).items() if (tests := _repaired(hits))}
    blame = _blame(chances, run)
    left = frozenset(test.id for test in run.failing)
    groups: list[tuple[float, Collection[Statement]]] = []
    while rivals := {each: tests for each, tests in repaired.items() if tests & left}:
        worth = {each: _sum(blame[each], tests & left) for each, tests in rivals.items()}
        top = max(rivals, key=lambda each: (worth[each], -each.line))
        group = {each for each, tests in rivals.items() if _alike(tests, rivals[top])}
        groups.append((worth[top], group))
        left -= rivals[top]
        repaired = {each: tests for each, tests in repaired.items() if each not in group}
    if left and groups:
        rest = chances.keys() - {each for _, group in groups for each in group}
        groups.append((_UNSPOKEN * max((_sum(blame[each], left) for each in rest), default=0.0), rest))
    ordered = [group for _, group in sorted(groups, key=lambda one: -one[0])]
    numbers = {each: number for number, group in enumerate(ordered) for each in group}
    return {each: numbers.get(each, 0) for each in chances}


def _blame(chances: Mapping[Statement, float], run: RunResult) -> dict[Statement, dict[str, float]]:
    """Give each statement's chance of being to blame for each failing test, among all that the test runs."""
    found: dict[Statement, dict[str, float]] = {each: {} for each in chances}
    for test in run.failing:
        reached = [each for each in chances if test.lines.intersection(lines_of(each))] or list(chances)
        whole = sum(chances[each] for each in reached)
        for each in reached if whole else ():
            found[each][test.id] = chances[each] / whole
    return found


def _sum(blame: Mapping[str, float], tests: Collection[str]) -> float:
    return round(sum(blame.get(test, 0.0) for test in sorted(tests)), 9)


def _hits(chances: Mapping[Statement, float], searched: Searched) -> dict[Statement, list[Hit]]:
    found = by_span([hit for hit in searched.hits if not hit.others])
    return {each: found.get(each.span, []) for each in chances}


def _repaired(hits: list[Hit]) -> frozenset[str]:
    """Give the tests that the best repair at a statement makes pass; one that breaks others counts only if all do."""
    unbroken = [hit for hit in hits if not hit.breaks]
    return max((hit.repaired for hit in unbroken or hits), key=len, default=frozenset())


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) > _ALIKE * len(one | other)
