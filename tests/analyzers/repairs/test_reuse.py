"""Expressions used again."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import reuse
from helpers.repairs import check_no_repairs, check_repairs


def test_expressions_of_the_function_come_in_place_of_others() -> None:
    check_repairs(
        reuse,
        """
        def f(a, i):
            b = a[i + 1]
            return g(a[i])  # <-- here
        """,
        expects=["return g(a[i + 1])", "return a[i + 1]", "return g(a[a[i]])"],
        never=["b = g(a[i])"],
    )


def test_conditions_come_in_place_of_conditions() -> None:
    check_repairs(reuse, "if a < b:\n    c = 1\nif a:  # <-- here\n    c = not b", expects=["if a < b:", "if not b:"])


def test_parentheses_are_put_where_they_are_needed() -> None:
    check_repairs(reuse, "x = a + b\ny = c * 2  # <-- here", expects=["y = (a + b) * 2", "y = a + b"])


def test_a_variable_comes_in_place_of_an_expression() -> None:
    program = "def f(a, best):\n    if a[0] < best:  # <-- here\n        return a"
    check_repairs(reuse, program, expects=["if best < best:", "if a < best:"], never=["if a[0] < a:"])


def test_where_nothing_else_stands_nothing_is_used_again() -> None:
    check_no_repairs(reuse, "x = y  # <-- here")
