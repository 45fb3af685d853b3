"""Which of several bugs a failing test is about: what is said of its run must not speak of another bug's place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from gadfly_analyzers.execution.results import TestResult
from gadfly_analyzers.localize.suspects import Suspect

Suspects = tuple[Suspect, ...]


def bug_of_test_first(ranked: Suspects, test: TestResult, failing: Collection[TestResult]) -> Suspects:
    """Put the suspects of the bug first that a failing test came by, and number the bugs anew.

    What comes first anyway stays first, unless only other tests came by its likeliest statement.
    """
    met = [each for each in ranked if came_by(each, test, failing)]
    if not met or ranked[0] in met:
        return ranked
    bug = max(met, key=lambda each: each.score).bug
    order = sorted({each.bug for each in ranked}, key=lambda each: (each != bug, each))
    anew = (replace(each, bug=order.index(each.bug)) for each in ranked)
    return tuple(sorted(anew, key=lambda each: each.bug))


def came_by(suspect: Suspect, test: TestResult, failing: Collection[TestResult]) -> bool:
    """Whether a test ran a statement; what no test runs, such as the head of a function, none has for itself."""
    return suspect.line in test.lines or not any(suspect.line in each.lines for each in failing)
