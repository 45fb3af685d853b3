"""Ranks statements by which tests run them: Ochiai, ties broken by what the statement is and where tests ended.

The coefficient is that of R. Abreu, P. Zoeteweij and A. J. C. van Gemund, "On the Accuracy of Spectrum-based Fault
Localization" (2007).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from gadfly_analyzers.execution.results import Outcome, RunResult, TestResult
from gadfly_analyzers.localize.leaning import leanings
from gadfly_analyzers.localize.suspects import Suspect
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source

_NOT_RANKED = frozenset(
    {"class_definition", "function_definition", "future_import_statement", "import_from_statement", "import_statement"}
)


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many of the failing and of the passing tests run a statement."""

    failing: int
    all_failing: int
    passing: int
    all_passing: int

    @property
    def score(self) -> float:
        """Ochiai's coefficient: 1 if all failing tests run the statement and no passing test does."""
        return self.failing / sqrt(self.all_failing * (self.failing + self.passing)) if self.failing else 0.0


def suspects(source: Source, run: RunResult) -> tuple[Suspect, ...]:
    """List the statements that failing tests run, the most suspect first; the same run gives the same order."""
    failing = run.failing
    passing = tuple(test for test in run.tests if test.outcome is Outcome.PASSED)
    statements = tuple(each for each in source.statements() if each.kind not in _NOT_RANKED)
    counts = {
        each: _Counts(_running(each, failing), len(failing), _running(each, passing), len(passing))
        for each in statements
    }
    suspect = [each for each in statements if counts[each].failing]
    leaning = leanings(source, statements, failing)
    suspect.sort(key=lambda each: (-round(counts[each].score, 9), -leaning[each], -each.line, each.span.start))
    ranked: dict[tuple[int, int], Statement] = {}
    for each in suspect:
        ranked.setdefault((each.line, each.end_line), each)  # of several on one line, one
    return tuple(
        Suspect(each.line, each.end_line, counts[each].score, tuple(_evidence(each, counts[each], failing)))
        for each in ranked.values()
    )


def _lines(statement: Statement) -> range:
    return range(statement.line, statement.end_line + 1)


def _running(statement: Statement, tests: tuple[TestResult, ...]) -> int:
    """Count the tests that run a statement."""
    return sum(any(line in test.lines for line in _lines(statement)) for test in tests)


def _evidence(statement: Statement, counts: _Counts, failing: tuple[TestResult, ...]) -> Iterator[str]:
    """Say in sentences that anyone can check why a statement is suspect."""
    line = statement.line
    yield f"{counts.failing} of {_tests(counts.all_failing, 'failing')} {_run(counts.failing)} line {line}."
    if counts.all_passing:
        yield f"{counts.passing} of {_tests(counts.all_passing, 'passing')} {_run(counts.passing)} line {line}."
    for test in failing:
        if test.raised and test.raised.line in _lines(statement):
            yield f"`{test.raised.type}` was raised on line {test.raised.line} in `{test.name}`."
        if test.stop and test.stop.line in _lines(statement):
            ended = "it was stopped" if test.outcome is Outcome.STOPPED else "Python ended"
            yield f"`{test.name}` was at line {test.stop.line} when {ended}."


def _tests(number: int, kind: str) -> str:
    return f"{number} {kind} test" if number == 1 else f"{number} {kind} tests"


def _run(number: int) -> str:
    return "runs" if number == 1 else "run"
