"""Rankings by coverage alone: the formulas of spectrum-based fault localization, over our own coverage.

Tarantula: J. A. Jones and M. J. Harrold (2005). Ochiai: R. Abreu, P. Zoeteweij and A. J. C. van Gemund (2007).
DStar with the exponent 2: W. E. Wong, V. Debroy, R. Gao and Y. Li (2014).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import sqrt

from gadfly_analyzers.execution.results import Outcome, RunResult, TestResult
from localize.ranks import Keys

Formula = Callable[[int, int, int, int], float]  # failing tests that run it, passing ones, all failing, all passing


def guessing(bad: int, good: int, all_bad: int, all_good: int) -> float:  # noqa: ARG001 # a Formula
    """Know only which statements the failing tests run."""
    return float(bad > 0)


def tarantula(bad: int, good: int, all_bad: int, all_good: int) -> float:
    """Compare the shares of failing and of passing tests."""
    if not bad:
        return 0.0
    return (bad / all_bad) / (bad / all_bad + (good / all_good if all_good else 0.0))


def ochiai(bad: int, good: int, all_bad: int, all_good: int) -> float:  # noqa: ARG001 # a Formula
    """Take the cosine between running it and failing."""
    return bad / sqrt(all_bad * (bad + good)) if bad else 0.0


def dstar(bad: int, good: int, all_bad: int, all_good: int) -> float:  # noqa: ARG001 # a Formula
    """Take the square of the failing tests over all that speaks against it; the tenth keeps this above 0."""
    return bad**2 / (good + all_bad - bad + 0.1)


FORMULAS: Mapping[str, Formula] = {
    "guessing": guessing,
    "Tarantula": tarantula,
    "Ochiai": ochiai,
    "DStar": dstar,
}


def keys(formula: Formula, units: Sequence[range], run: RunResult | None) -> Keys:
    """Rank the units of a program; where no test could run, none is before another."""
    if run is None:
        return [0.0] * len(units)
    failing = run.failing
    passing = [test for test in run.tests if test.outcome is Outcome.PASSED]
    all_bad, all_good = len(failing), len(passing)
    counts = [(_running(lines, failing), _running(lines, passing)) for lines in units]
    return [round(formula(bad, good, all_bad, all_good), 9) for bad, good in counts]


def _running(lines: range, tests: Sequence[TestResult]) -> int:
    """Count the tests that run a unit."""
    return sum(any(line in test.lines for line in lines) for test in tests)
