"""Another sort of branch."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import branch
from helpers.repairs import check_no_repairs, check_repairs


def test_a_second_question_becomes_part_of_the_first() -> None:
    check_repairs(
        branch,
        """
        if x > 1:
            y = 1
        if x > 0:  # <-- here
            y = 2
        """,
        expects=["elif x > 0:", "else:", "while x > 0:", "y = 2"],
    )


def test_a_last_part_asks_nothing_or_stands_alone() -> None:
    check_repairs(
        branch,
        """
        if x > 1:
            y = 1
        elif x > 0:  # <-- here
            y = 2
        """,
        expects=["else:", "if x > 0:"],
    )


def test_an_else_asks_or_always_runs() -> None:
    check_repairs(
        branch,
        """
        def find(items):
            for each in items:
                if each:  # <-- here
                    return each
                else:
                    return 0
        """,
        expects=[
            "def find(items):\n    for each in items:\n        if each:\n            return each\n    return 0",
            """
            def find(items):
                for each in items:
                    if each:
                        return each
                else:
                    return 0
            """,
            "return 0",
        ],
    )
    check_repairs(
        branch,
        """
        def f(x):
            if x > 1:  # <-- here
                return 1
            else:
                return 2
            while x < 0:
                x += 1
        """,
        expects=["elif x < 0:", "return 2"],
    )


def test_an_else_is_added() -> None:
    check_repairs(
        branch,
        """
        def find(items):
            n = 0
            for each in items:
                if each:  # <-- here
                    n += 1
            return n
        """,
        expects=["else:\n    n = 0", "else:\n    continue", "else:\n    n += 1"],
    )


def test_a_loop_becomes_a_question() -> None:
    check_repairs(branch, "while x > 1:  # <-- here\n    x -= 1", expects=["if x > 1:", "x -= 1"])


def test_what_is_no_branch_is_left() -> None:
    check_no_repairs(branch, "x = 1 if y else 2  # <-- here")
