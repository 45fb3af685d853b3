"""A value combined with a variable."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import combined
from helpers.repairs import check_no_repairs, check_repairs


def test_variables_are_added_taken_away_and_multiplied() -> None:
    check_repairs(
        combined,
        """
        def f(items, k, n):
            return f(items, k)  # <-- here
        """,
        expects=["return f(items, k - n)", "return n + f(items, k)", "return f(items, k) * n"],
        never=["return f(items, k * n)", "return f(items, k + k)"],
    )


def test_remainders_are_compared() -> None:
    check_repairs(
        combined,
        "def f(total, digit):\n    return total + 1 == digit  # <-- here",
        expects=["return (total + 1) % 10 == digit", "return total + 1 == digit % 2"],
    )
    check_no_repairs(combined, "def f(a):\n    a = [1]\n    return a == [1]  # <-- here")


def test_constants_conditions_and_lone_variables_are_left() -> None:
    check_no_repairs(combined, "a = b\nif a:  # <-- here\n    a = 1")
    check_no_repairs(combined, "a = a  # <-- here")
