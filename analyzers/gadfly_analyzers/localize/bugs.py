"""Sorts suspects by bug: statements at which repairs make the same tests pass are suspects of the same bug."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.localize.fusion import by_span
from gadfly_analyzers.localize.hits import Hit, Searched
from gadfly_analyzers.outline import Statement

_ALIKE = 0.5  # of the tests that either of two statements can repair


def bugs_of(chances: Mapping[Statement, float], searched: Searched, run: RunResult) -> dict[Statement, int]:
    """Number the bugs in the order in which to take them, and give each statement the number of its bug.

    First comes the bug that is expected to make most tests pass. What no repair speaks for belongs to the tests that
    none repairs, if there are such; else it comes with the first bug.
    """
    repaired = {each: tests for each, hits in _hits(chances, searched).items() if (tests := _repaired(hits))}
    left = {test.id for test in run.failing}
    groups: list[dict[Statement, frozenset[str]]] = []
    while rivals := {each: tests for each, tests in repaired.items() if tests & left}:
        top = max(rivals, key=lambda each: (round(chances[each] * len(rivals[each] & left), 9), -each.line))
        group = {each: tests for each, tests in rivals.items() if _alike(tests, rivals[top])}
        groups.append(group)
        left -= rivals[top]
        repaired = {each: tests for each, tests in repaired.items() if each not in group}
    numbers = {each: number for number, group in zip(count(), groups) for each in group}
    rest = len(groups) if left and groups else 0
    return {each: numbers.get(each, rest) for each in chances}


def _hits(chances: Mapping[Statement, float], searched: Searched) -> dict[Statement, list[Hit]]:
    found = by_span([hit for hit in searched.hits if not hit.others])
    return {each: found.get(each.span, []) for each in chances}


def _repaired(hits: list[Hit]) -> frozenset[str]:
    """Give the tests that the best repair at a statement makes pass; one that breaks others counts only if all do."""
    unbroken = [hit for hit in hits if not hit.breaks]
    return max((hit.repaired for hit in unbroken or hits), key=len, default=frozenset())


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) > _ALIKE * len(one | other)
