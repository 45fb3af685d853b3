"""Other conditions."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import condition
from helpers.repairs import check_no_repairs, check_repairs


def test_conditions_of_the_function_are_joined() -> None:
    check_repairs(
        condition,
        """
        def f(a, b):
            if a < 0:  # <-- here
                return b
            while b > 1:
                b -= 1
        """,
        expects=["if a < 0 or b > 1:", "if a < 0 and b > 1:", "if a < 0 or not b:", "if a < 0 and b:", "if True:"],
        never=["while b > 1 or a < 0:"],
    )


def test_it_is_first_asked_whether_there_is_anything() -> None:
    check_repairs(
        condition,
        "if a.next is None:  # <-- here\n    a = 1",
        expects=["if a is None or a.next is None:", "if not a or a.next is None:", "if not a.next:"],
    )


def test_empty_things_are_asked_for_otherwise() -> None:
    wanted = ["if not a:", "if len(a) == 0:", "if a == ():", "if a == [] or a == ():"]
    check_repairs(condition, "if len(a) == 0:  # <-- here\n    a = 1", expects=["if len(a) <= 1:", "if not len(a):"])
    check_repairs(condition, "if a == []:  # <-- here\n    a = 1", expects=wanted)
    check_repairs(condition, "if a:  # <-- here\n    a = 1", expects=["if a is not None:", "if a > 0:"])


def test_one_branch_is_taken_always() -> None:
    check_repairs(condition, "x = a if c else b  # <-- here", expects=["x = a", "x = b", "x = a if True else b"])


def test_what_asks_nothing_is_left() -> None:
    check_no_repairs(condition, "if a:\n    x = a < b  # <-- here")


def test_what_is_set_only_once_is_asked_for() -> None:
    program = """
        def first(seats, n):
            place, found, row = -1, False, None
            place = -1
            found = False
            row = None
            for x in seats:
                if x >= n:  # <-- here
                    place = x
                    found = True
                    row = seats
            return place, found, row
        """
    expects = ["if x >= n and place == -1:", "if x >= n and not found:", "if x >= n and row is None:"]
    check_repairs(condition, program, expects=expects, never=["if x >= n and x == -1:"])
    once = program.replace("for x in seats", "with seats as x")
    check_repairs(condition, once, expects=["if True:"], never=expects[:1])
