"""Other logic."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import logic
from helpers.repairs import check_no_repairs, check_repairs


def test_and_becomes_or_and_operands_go() -> None:
    check_repairs(
        logic,
        """
        if a < 0 and b:  # <-- here
            c = a and b
        """,
        expects=["if a < 0 or b:", "if a < 0:", "if b:", "if not (a < 0 and b):", "if a < 0 and not b:"],
        never=["c = a or b"],
    )


def test_parentheses_move() -> None:
    check_repairs(logic, "ok = a or b and c  # <-- here", expects=["ok = (a or b) and c"])
    check_repairs(logic, "ok = a and b or c  # <-- here", expects=["ok = a and (b or c)"])


def test_a_comparison_is_meant_for_both_sides() -> None:
    check_repairs(logic, "ok = x == 1 or 2  # <-- here", expects=["ok = x == 1 or x == 2"])
    check_repairs(logic, "ok = x and y == 1  # <-- here", expects=["ok = x == 1 and y == 1"])


def test_not_comes_and_goes() -> None:
    check_repairs(
        logic, "while not f(x):  # <-- here\n    x = 1", expects=["while f(x):"], never=["while not not f(x):"]
    )
    check_repairs(logic, "def f(x):\n    return x  # <-- here", expects=["return not x"])


def test_and_and_or_change_places() -> None:
    check_repairs(logic, "ok = a or b and c  # <-- here", expects=["ok = a and b or c"])
    check_repairs(logic, "ok = a or b  # <-- here", expects=["ok = a and b"], never=["ok = b or a"])


def test_what_decides_nothing_is_left() -> None:
    check_no_repairs(logic, "n = a + b  # <-- here")


def test_a_question_is_asked_of_all_that_is_listed() -> None:
    wanted = ["if a == 1 or a == 2 or a == b:"]
    check_repairs(logic, "if a == 1 or 2 or b:  # <-- here\n    a = 1", expects=wanted)
    check_repairs(
        logic, "if a == 1 or a == 2 or b:  # <-- here\n    a = 1", expects=wanted, never=["if a == 1 or a == a == 2:"]
    )
