"""What is too much."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import delete
from helpers.repairs import check_no_repairs, check_repairs


def test_a_statement_goes_with_its_block() -> None:
    check_repairs(
        delete,
        """
        def f(x):
            if x > 1:  # <-- here
                x = 1
                x += 1
            return x
        """,
        expects=[""],
    )


def test_an_empty_block_can_still_be_read() -> None:
    check_repairs(delete, "def f(x):\n    x.sort()  # <-- here", expects=["pass"], never=[""])
    check_repairs(delete, "if x: y = 1  # <-- here", expects=["", "if x: pass"])


def test_an_else_goes_alone() -> None:
    check_repairs(
        delete,
        """
        def f(x):
            if x:  # <-- here
                y = 1
            else:
                y = 2
            return y
        """,
        expects=["def f(x):\n    if x:\n        y = 1\n    return y"],
    )


def test_an_elif_goes_alone() -> None:
    check_repairs(
        delete,
        """
        if x:
            y = 1
        elif z:  # <-- here
            y = 2
        else:
            y = 3
        """,
        expects=[""],
        never=["else:\n    y = 3"],
    )


def test_functions_are_left() -> None:
    check_no_repairs(delete, "def f(x):  # <-- here\n    return x")
    check_no_repairs(delete, "def f(x):\n    pass  # <-- here")
