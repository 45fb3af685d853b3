"""How what the run gave differs from what the test wants: the relation, never the cause or the place."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from gadfly_analyzers.execution.results import Outcome
from gadfly_server.tutor.subject import LONGEST
from gadfly_server.tutor.words import code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gadfly_analyzers.execution.results import Comparison, TestResult

_KINDS = {"str": "text", "int": "number", "float": "number", "list": "list", "tuple": "tuple", "dict": "dictionary"}


def symptom(test: TestResult) -> str:
    """What the run of a failing test did instead, in one sentence; empty where nothing is known."""
    if test.outcome is Outcome.STOPPED and test.stop:
        return f"The run did not end: it was {test.stop.reason}."
    if test.outcome is Outcome.ENDED:
        return f"The run gave nothing: {test.stop.reason if test.stop else 'the program ended Python itself'}."
    if test.raised and test.raised.type == "RefusedError":
        return f"{test.raised.message}."
    if test.raised and test.outcome is Outcome.RAISED:
        return f"The run ended with {_an(test.raised.type)} {code(test.raised.type)} instead."
    return _compared(test, test.comparison) if test.comparison else "In the run that did not happen."


def is_endless(test: TestResult) -> bool:
    """Whether the run would not have ended by itself."""
    return test.outcome is Outcome.STOPPED or (test.raised is not None and test.raised.type == "RecursionError")


def _an(word: str) -> str:
    return "an" if word[:1] in "AEIOU" else "a"


def _compared(test: TestResult, compared: Comparison) -> str:
    if compared.operator not in ("==", "is"):
        return "In the run that did not hold."
    if len(compared.actual.text) > LONGEST:
        return "Your program gives another value."
    gives = f"Your program gives {code(compared.actual.text)}"
    related = _relation(test, compared)
    return f"{gives}{related}." if related else f"{gives}."


def _relation(test: TestResult, compared: Comparison) -> str:
    if compared.actual.text == "None" and compared.expected.text != "None":
        return " back, and prints text" if test.stdout.strip() else ""
    if not (compared.expected.literal and compared.actual.literal):
        return ""
    expected, actual = ast.literal_eval(compared.expected.text), ast.literal_eval(compared.actual.text)
    kinds = [_KINDS.get(type(value).__name__) for value in (expected, actual)]
    if None not in kinds and kinds[0] != kinds[1]:
        return f", a {kinds[1]} and not a {kinds[0]}"
    if isinstance(expected, (int, float)) and not isinstance(expected, bool) and isinstance(actual, (int, float)):
        return ", which is less" if actual < expected else ", which is more" if actual > expected else ""
    if isinstance(expected, (list, tuple, str)) and type(expected) is type(actual):
        return _sequences(expected, actual, "character" if isinstance(expected, str) else "item")
    return ""


def _sequences(expected: Sequence[Any], actual: Sequence[Any], one: str) -> str:
    if actual and len(actual) + 1 == len(expected):
        if actual == expected[:-1]:
            return f": the last {one} is missing"
        if actual == expected[1:]:
            return f": the first {one} is missing"
    if len(actual) != len(expected):
        return (
            "" if isinstance(expected, str) else f", with {'fewer' if len(actual) < len(expected) else 'more'} {one}s"
        )
    if actual == expected[::-1]:
        return ", the other way round"
    same = sorted(map(repr, expected)) == sorted(map(repr, actual))
    return f": the same {one}s in another order" if same else ""
