"""A value given back."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import missing_return
from helpers.repairs import check_no_repairs, check_repairs


def test_a_function_that_ends_without_a_value_returns_one() -> None:
    check_repairs(
        missing_return,
        """
        def double(items):
            found = []
            for each in items:  # <-- here
                if not each:
                    return each * 0
                found.append(2 * each)
        """,
        expects=["return found", "return each", "return len(items)", "return None", "return each * 0"],
    )


def test_a_branch_that_ends_without_a_value_returns_one() -> None:
    check_repairs(
        missing_return,
        """
        def find(items, wanted):
            for each in items:
                if each == wanted:
                    place = items.index(each)  # <-- here
            return -1
        """,
        expects=["return place", "return True", "return items.index(each)"],
    )


def test_a_jump_becomes_a_return() -> None:
    check_repairs(
        missing_return,
        """
        def find(items):
            for each in items:
                if each:
                    break  # <-- here
        """,
        expects=["return each", "return False"],
    )


def test_what_a_loop_prints_is_returned_below_it() -> None:
    check_repairs(
        missing_return,
        """
        def squares(n):
            found = []
            for row in range(n):
                for each in range(n):
                    found.append(each)
                    print(found)  # <-- here
        """,
        expects=[
            """
            def squares(n):
                found = []
                for row in range(n):
                    for each in range(n):
                        found.append(each)
                return found
            """,
        ],
    )


def test_two_returns_in_a_row_become_one() -> None:
    check_repairs(
        missing_return,
        """
        def both(a, b):
            return a  # <-- here
            return b
        """,
        expects=["return a, b"],
    )


def test_what_goes_on_or_returns_already_is_left() -> None:
    check_no_repairs(missing_return, "def f(x):\n    print(x)  # <-- here\n    return x")
    check_no_repairs(missing_return, "def f(x):\n    return x  # <-- here")
    check_no_repairs(missing_return, "print(1)  # <-- here")


def test_a_function_that_answers_a_question_goes_on_answering_it() -> None:
    check_repairs(
        missing_return,
        """
        def has_way(start, goal, left):
            while True:
                if start is goal:
                    return True
                left.append(start)  # <-- here
            return False
        """,
        expects=["return True", "return False"],
        never=["return left", "return len(left)", "return 0", "return None"],
    )
