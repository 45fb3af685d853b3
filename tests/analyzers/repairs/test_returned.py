"""Other things returned."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import returned
from helpers.repairs import check_no_repairs, check_repairs


def test_other_variables_are_returned_or_returned_too() -> None:
    check_repairs(
        returned,
        """
        def f(a, b):
            return a  # <-- here
        """,
        expects=[
            "return b",
            "return a, b",
            "return b, a",
            "return [b, a]",
            "return not a",
            "return None",
            "return len(a)",
            "a",
        ],
        never=["return a"],
    )
    check_repairs(returned, "def f(a):\n    return True  # <-- here", expects=["return a == 0", "return a"])
    check_repairs(returned, "def f(a):\n    return  # <-- here", expects=["return a", "return False"])


def test_what_is_printed_or_thrown_away_is_returned() -> None:
    check_repairs(returned, "def f(a):\n    print(a, 1)  # <-- here", expects=["return a, 1"])
    check_repairs(returned, "def f(a):\n    a * 2  # <-- here", expects=["return a * 2"])
    check_repairs(returned, "def f(a):\n    yield a  # <-- here", expects=["return a", "yield from a"])
    check_repairs(returned, "def f(a):\n    return a  # <-- here", expects=["print(a)", "yield a"])


def test_the_list_is_returned_and_not_what_changing_it_gives() -> None:
    wanted = ["return a", "return sorted(a)", "a.sort(); return a"]
    check_repairs(returned, "def f(a):\n    return a.sort()  # <-- here", expects=wanted)
    check_repairs(returned, "def f(a):\n    return list.reverse(a)  # <-- here", expects=["return a[::-1]"])
    check_repairs(returned, "def f(a, b):\n    return a.append(b)  # <-- here", expects=["return a + [b]"])


def test_assignments_and_what_stands_in_no_function_are_left() -> None:
    check_no_repairs(returned, "def f(a):\n    b = a  # <-- here\n    return b")
    check_no_repairs(returned, "print(1)  # <-- here")


def test_a_function_that_answers_a_question_gives_no_other_values_back() -> None:
    check_repairs(
        returned,
        """
        def is_even(number):
            if number % 2:
                return False
            return True  # <-- here
        """,
        expects=["return False", "return number == 0"],
        never=["return number", "return 0", "return len(number)", "return None"],
    )
