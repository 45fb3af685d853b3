"""What is known of a failing test, with its values read once."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from math import isfinite
from typing import Any, TypeVar

from gadfly_analyzers.execution.results import Call, Comparison, Outcome, TestResult
from gadfly_analyzers.python_text import expression_of, literal_of
from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.recording import Trace
from gadfly_analyzers.values import Value

Number = int | float
T = TypeVar("T")

LONGEST = 400  # characters of a value's text that are read; the text of a value seen in a run is shorter
MOST_TESTS = 40  # other tests that are looked at
MOST_READ = 512  # values that are kept once they are read, for the tests of one run are read again and again
MOST_ALIKE = 8  # of them, those that must show the same
MOST_BITS = 300  # of whole numbers that are computed with: their squares are still in reach of a float
MOST_EVENTS = 4_000  # steps of a recording that are looked at, from its start
_EQUAL = ("==", "is")


class Unread:
    """Stands for a value that is not known whole."""


UNREAD = Unread()


@dataclass(frozen=True)
class Evidence:
    """A failing test; if there are any, its recording, the program's text, and the other tests of the same run."""

    test: TestResult
    trace: Trace | None = None
    others: tuple[TestResult, ...] = ()
    source: Source | None = None

    @cached_property
    def compared(self) -> Comparison | None:
        """The comparison that should have found two equal values."""
        comparison = self.test.comparison
        return comparison if comparison is not None and comparison.operator in _EQUAL else None

    @cached_property
    def types(self) -> tuple[str, str] | None:
        """The names of the expected and the actual type."""
        compared = self.compared
        return (compared.expected.type, compared.actual.type) if compared else None

    @cached_property
    def expected(self) -> Any:
        """The expected value, also where the program broke off before it was compared; ``UNREAD`` if unknown."""
        return value_of(self.compared.expected if self.compared else self.test.expected)

    @cached_property
    def actual(self) -> Any:
        """What the program gave; ``UNREAD`` if unknown."""
        return value_of(self.compared.actual if self.compared else None)

    @cached_property
    def values(self) -> tuple[Any, Any] | None:
        """The expected and the actual value, where both are known whole."""
        known = self.expected is not UNREAD and self.actual is not UNREAD
        return (self.expected, self.actual) if known and self.compared is not None else None

    @cached_property
    def numbers(self) -> tuple[Number, Number] | None:
        """Both values, where they are finite numbers; truth values are none."""
        values = self.values
        return values if values and all(is_number(value) and isfinite(value) for value in values) else None

    @cached_property
    def texts(self) -> tuple[str, str] | None:
        """Both values, where they are texts."""
        return self._both(str)

    @cached_property
    def sequences(self) -> tuple[Sequence[Any], Sequence[Any]] | None:
        """Both values, where they are lists or tuples."""
        return self._both(list) or self._both(tuple)

    @cached_property
    def mappings(self) -> tuple[dict[Any, Any], dict[Any, Any]] | None:
        """Both values, where they are dictionaries."""
        return self._both(dict)

    @cached_property
    def arguments(self) -> tuple[Any, ...]:
        """The arguments of the call that the test compares, where all are known whole."""
        call = focused_call(self.test)
        return arguments_of(call) if call is not None else ()

    @cached_property
    def relatives(self) -> tuple[TestResult, ...]:
        """Other tests whose last call is of the same function."""
        call = focused_call(self.test)
        if call is None:
            return ()
        return tuple(
            other
            for other in self.others[:MOST_TESTS]
            if other.id != self.test.id and other.calls and other.calls[-1].function == call.function
        )

    @cached_property
    def failing_relatives(self) -> tuple[Evidence, ...]:
        """Those of the relatives that fail because two values differ."""
        failing = (other for other in self.relatives if other.comparison is not None)
        return tuple(Evidence(other) for other in islice(failing, MOST_ALIKE))

    def _both(self, kind: type[T]) -> tuple[T, T] | None:
        values = self.values
        return values if values and all(type(value) is kind for value in values) else None


def value_of(value: Value | None) -> Any:
    """Read a value; ``UNREAD`` if it is not known whole, or too long."""
    if value is None or len(value.text) > LONGEST:
        return UNREAD
    if value.literal:
        return _evaluated(value.text)
    return _with_infinity(value.text) if "inf" in value.text and "..." not in value.text else UNREAD


def is_number(value: Any) -> bool:
    """Whether a value is a number that can be computed with; truth values are not."""
    return type(value) is float or (type(value) is int and value.bit_length() <= MOST_BITS)


def focused_call(test: TestResult) -> Call | None:
    """Give the call that a test compares: the one whose text it compares, else the last one."""
    compared = test.comparison.actual_source if test.comparison else test.actual_source
    return next(
        (call for call in reversed(test.calls) if call.text == compared), test.calls[-1] if test.calls else None
    )


def arguments_of(call: Call) -> tuple[Any, ...]:
    """Read the arguments of a call; none if they are not all known whole."""
    if not call.literal or len(call.text) > LONGEST:
        return ()
    return _arguments_in(call.text)


@lru_cache(MOST_READ)
def _arguments_in(text: str) -> tuple[Any, ...]:
    try:
        node = expression_of(text)
        if not isinstance(node, ast.Call):
            return ()
        return tuple(ast.literal_eval(each) for each in [*node.args, *(keyword.value for keyword in node.keywords)])
    except (ValueError, SyntaxError, TypeError, RecursionError, MemoryError):
        return ()


def answer_of(test: TestResult) -> Any:
    """Give the right answer of a test: what it wrote down, or what a call gave that passed."""
    if test.comparison is not None:
        return value_of(test.comparison.expected)
    if test.outcome is Outcome.PASSED and test.calls:
        return value_of(test.calls[-1].returned)
    return value_of(test.expected)


def given_by(test: TestResult) -> Any:
    """Give what the program gave in a test."""
    if test.comparison is not None:
        return value_of(test.comparison.actual)
    return value_of(test.calls[-1].returned) if test.calls else UNREAD


class _Infinity(ast.NodeTransformer):
    """Reads ``inf``, which is no literal, as the number it stands for."""

    def visit_Name(self, node: ast.Name) -> ast.expr:  # that is what ast calls
        """Replace the one name that stands for a number."""
        return ast.Constant(float("inf")) if node.id == "inf" else node


@lru_cache(MOST_READ)
def _with_infinity(text: str) -> Any:
    try:
        return ast.literal_eval(_Infinity().visit(expression_of(text)))
    except (ValueError, SyntaxError, TypeError, RecursionError, MemoryError):
        return UNREAD


@lru_cache(MOST_READ)
def _evaluated(text: str) -> Any:
    try:
        return literal_of(text)
    except (ValueError, SyntaxError, TypeError, RecursionError, MemoryError):
        return UNREAD
