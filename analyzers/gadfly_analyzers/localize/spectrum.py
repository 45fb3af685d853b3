"""Which tests run which statements, and how suspect that makes them: Ochiai's coefficient.

R. Abreu, P. Zoeteweij and A. J. C. van Gemund, "On the Accuracy of Spectrum-based Fault Localization" (2007).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from gadfly_analyzers.execution.results import Outcome, RunResult, TestResult
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source

_DEFINITIONS = frozenset({"class_definition", "function_definition"})
_NOT_RANKED = _DEFINITIONS | {"future_import_statement", "import_from_statement", "import_statement"}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of the failing and of the passing tests run a statement."""

    failing: int
    all_failing: int
    passing: int
    all_passing: int

    @property
    def score(self) -> float:
        """Ochiai's coefficient: 1 if all failing tests run the statement and no passing test does."""
        return self.failing / sqrt(self.all_failing * (self.failing + self.passing)) if self.failing else 0.0


def spectrum(source: Source, run: RunResult) -> Mapping[Statement, Counts]:
    """Count for each statement that a failing test runs, in the order of the program."""
    passing = tuple(test for test in run.tests if test.outcome is Outcome.PASSED)
    counted = {
        each: Counts(_running(each, run.failing), len(run.failing), _running(each, passing), len(passing))
        for each in source.statements()
        if each.kind not in _NOT_RANKED
    }
    return {each: counts for each, counts in counted.items() if counts.failing}


def lines_of(statement: Statement) -> range:
    """Give the lines of a statement's own text."""
    return range(statement.line, statement.end_line + 1)


def _running(statement: Statement, tests: tuple[TestResult, ...]) -> int:
    """Count the tests that run a statement."""
    return sum(any(line in test.lines for line in lines_of(statement)) for test in tests)
