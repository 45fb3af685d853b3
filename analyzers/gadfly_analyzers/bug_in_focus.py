"""Which of several bugs a failing test is about: what is said of its run must not speak of another bug's place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from gadfly_analyzers.execution.results import TestResult
from gadfly_analyzers.localize.suspects import Suspect
from gadfly_analyzers.source import Source

Suspects = tuple[Suspect, ...]


def bug_of_test_first(ranked: Suspects, test: TestResult, failing: Collection[TestResult], source: Source) -> Suspects:
    """Put the suspects of the bug first that a failing test came by, and number the bugs anew.

    What comes first anyway stays first, unless only other tests came by its likeliest statement.
    """
    met = suspects_met(ranked, test, failing, source)
    if not met or ranked[0] in met:
        return ranked
    bug = max(met, key=lambda each: each.score).bug
    order = sorted({each.bug for each in ranked}, key=lambda each: (each != bug, each))
    anew = (replace(each, bug=order.index(each.bug)) for each in ranked)
    return tuple(sorted(anew, key=lambda each: each.bug))


def suspects_met(ranked: Suspects, test: TestResult, failing: Collection[TestResult], source: Source) -> Suspects:
    """Leave out suspects in functions that only other failing tests ran: a line that is not reached may be at fault."""
    others = {line for each in failing for line in _ran(each, source)} - _ran(test, source)
    return tuple(each for each in ranked if each.line not in others)


def _ran(test: TestResult, source: Source) -> set[int]:
    """The lines that a test ran, and all lines of the functions in which these are."""
    around = [each for each in source.functions() if any(each.line < n <= each.end_line for n in test.lines)]
    return {*test.lines, *(n for each in around for n in range(each.line, each.end_line + 1))}
