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


def test_a_question_is_asked_before_those_above_it() -> None:
    check_repairs(
        branch,
        """
        if n % 3 == 0:
            word = "fizz"
        elif n % 5 == 0:
            word = "buzz"
        elif n % 15 == 0:  # <-- here
            word = "fizzbuzz"
        """,
        expects=[
            """
            if n % 3 == 0:
                word = "fizz"
            elif n % 15 == 0:
                word = "fizzbuzz"
            elif n % 5 == 0:
                word = "buzz"
            """,
            """
            if n % 15 == 0:
                word = "fizzbuzz"
            elif n % 5 == 0:
                word = "buzz"
            elif n % 3 == 0:
                word = "fizz"
            """,
        ],
    )


def test_a_loop_becomes_a_question() -> None:
    check_repairs(branch, "while x > 1:  # <-- here\n    x -= 1", expects=["if x > 1:", "x -= 1"])


def test_what_is_no_branch_is_left() -> None:
    check_no_repairs(branch, "x = 1 if y else 2  # <-- here")


def test_a_question_is_asked_after_one_that_it_hides() -> None:
    program = """
        def f(n):
            if n > 1:  # <-- here
                return 1
            elif n > 5:
                return 5
            elif n > 9:
                return 9
        """
    wanted = """
        if n > 9:
            return 9
        elif n > 5:
            return 5
        elif n > 1:
            return 1
        """
    others = "elif n > 9:\n    return 9\nelif n > 5:\n    return 5"
    check_repairs(branch, program, expects=[wanted], never=[others])
