"""Failing tests made of plain values, and the families of symptoms that they show."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from gadfly_analyzers.execution.results import Call, Comparison, Outcome, Raised, Stop, TestResult
from gadfly_analyzers.symptoms.evidence import Evidence
from gadfly_analyzers.symptoms.family import Family
from gadfly_analyzers.symptoms.naming import symptoms_of
from gadfly_analyzers.values import Value


def value(given: Any) -> Value:
    """Picture a value as a run does; a ``Value`` stays what it is."""
    if isinstance(given, Value):
        return given
    try:
        literal = ast.literal_eval(repr(given)) == given
    except (ValueError, SyntaxError):
        literal = False
    return Value(repr(given), type(given).__name__, literal)


def failing(expected: Any, actual: Any, call: str = "f()", **more: Any) -> TestResult:
    """Make a test that compared two values."""
    made = Call("f", 1, call, True, value(actual), None)
    comparison = Comparison(more.pop("operator", "=="), value(expected), value(actual), call)
    return replace(_test(call), outcome=Outcome.FAILED, calls=(made,), comparison=comparison, **more)


def passing(actual: Any, call: str) -> TestResult:
    """Make a test that agrees with the program."""
    made = Call("f", 1, call, True, value(actual), None)
    return replace(_test(call), outcome=Outcome.PASSED, calls=(made,))


def raising(kind: str, message: str = "", line: int | None = 2, **more: Any) -> TestResult:
    """Make a test that an exception left."""
    made = (Call("f", 1, "f()", True, None, kind),)
    return replace(_test("f()"), outcome=Outcome.RAISED, calls=made, raised=Raised(kind, message, line), **more)


def stopped(reason: str = "stopped after 2 s", outcome: Outcome = Outcome.STOPPED) -> TestResult:
    """Make a test that did not end by itself."""
    return replace(_test("f()"), outcome=outcome, stop=Stop(reason, 2))


def families(test: TestResult, others: Sequence[TestResult] = ()) -> list[str]:
    """Name the families that a test shows."""
    numbered = [replace(other, id=f"other {number}") for number, other in enumerate(others)]
    return [symptom.family for symptom in symptoms_of(Evidence(test, others=(*numbered, test)))]


def names(of: Sequence[Family]) -> list[str]:
    """Name the families of a list."""
    return [each.symptom.family for each in of]


def _test(name: str) -> TestResult:
    return TestResult(name, name, Path("test.py"), 1, "", Outcome.FAILED, 0.0, frozenset({2}))
