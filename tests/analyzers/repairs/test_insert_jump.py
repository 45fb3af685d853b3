"""A jump that is missing."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import insert_jump
from helpers.repairs import check_no_repairs, check_repairs


def test_a_branch_of_a_loop_jumps() -> None:
    check_repairs(
        insert_jump,
        """
        def find(items):
            for each in items:
                if each:
                    found = each  # <-- here
            return found
        """,
        expects=["break", "continue", "return"],
    )


def test_a_jump_becomes_another() -> None:
    check_repairs(
        insert_jump,
        """
        while x:
            def f(items):
                for each in items:
                    break  # <-- here
        """,
        expects=["continue", "return"],
        never=["break", "pass"],
    )
    check_repairs(
        insert_jump,
        """
        def f(items):
            for each in items:
                return each  # <-- here
        """,
        expects=["break", "continue"],
    )


def test_no_jump_goes_before_other_statements_or_to_the_end_of_a_function() -> None:
    check_no_repairs(insert_jump, "def f(x):\n    y = x  # <-- here\n    return y")
    check_no_repairs(insert_jump, "def f(x):\n    print(x)  # <-- here")
