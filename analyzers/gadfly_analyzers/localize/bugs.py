"""Sorts suspects by bug: statements at which repairs make the same tests pass are suspects of the same bug."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.localize.fusion import by_span
from gadfly_analyzers.localize.hits import Hit, Searched
from gadfly_analyzers.localize.spectrum import lines_of
from gadfly_analyzers.outline import Statement

_ALIKE = 0.5  # of the tests that either of two statements can repair
_UNSPOKEN = 0.5  # what blame counts of what no repair speaks for


@dataclass(frozen=True)
class Rivals:
    """Statements at which repairs make about the same ``tests`` pass; ``worth`` are the tests that this may explain."""

    worth: float
    statements: Collection[Statement]
    tests: frozenset[str]


def bugs_of(chances: Mapping[Statement, float], searched: Searched, run: RunResult) -> dict[Statement, int]:
    """Number the bugs in the order in which to take them, and give each statement the number of its bug.

    First comes the bug that is expected to make most tests pass: of the statements that a test runs, each is to blame
    with its chance. What no repair speaks for belongs to the tests that none repairs, if there are such, and is a bug
    of its own; else it comes with the first bug.
    """
    hits = _hits(chances, searched)
    repaired = {each: tests for each, found in hits.items() if (tests := _repaired(found))}
    blame = _blame(chances, run)
    groups, left = rivals_of(repaired, chances, run)
    if left and groups:
        rest = chances.keys() - {each for group in groups for each in group.statements}
        unspoken = _UNSPOKEN * max((_sum(blame[each], left) for each in rest), default=0.0)
        groups = [*groups, Rivals(unspoken, rest, left)]
    ordered = sorted(groups, key=lambda group: -group.worth)
    numbers = {each: number for number, group in enumerate(ordered) for each in group.statements}
    return {each: numbers.get(each, 0) for each in chances}


def rivals_of(
    repaired: Mapping[Statement, frozenset[str]], chances: Mapping[Statement, float], run: RunResult
) -> tuple[list[Rivals], frozenset[str]]:
    """Sort statements by the tests that their repairs make pass; give the failing tests that are left, too."""
    blame = _blame(chances, run)
    left = frozenset(test.id for test in run.failing)
    groups: list[Rivals] = []
    while rivals := {each: tests for each, tests in repaired.items() if tests & left}:
        worth = {each: _sum(blame[each], tests & left) for each, tests in rivals.items()}
        top = max(rivals, key=lambda each: (worth[each], -each.line))
        group = {each for each, tests in rivals.items() if _alike(tests, rivals[top])}
        groups.append(Rivals(worth[top], group, rivals[top]))
        left -= rivals[top]
        repaired = {each: tests for each, tests in repaired.items() if each not in group}
    return groups, left


def unbroken(chances: Mapping[Statement, float], searched: Searched) -> dict[Statement, frozenset[str]]:
    """Give the most tests that a repair at each statement makes pass without breaking others."""
    hits = _hits(chances, searched)
    kept = {each: [hit for hit in found if hit.repaired and not hit.breaks] for each, found in hits.items()}
    return {each: _repaired(found) for each, found in kept.items() if found}


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
