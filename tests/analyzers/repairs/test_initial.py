"""Another first value."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import initial
from helpers.repairs import check_no_repairs, check_repairs


def test_usual_first_values_are_tried() -> None:
    check_repairs(
        initial,
        """
        def best(items):
            top = 0  # <-- here
            for each in items:
                top = max(top, each)
            return top
        """,
        expects=["top = 1", "top = []", "top = None", 'top = float("-inf")', "top = items[0]", "top = len(items)"],
        never=["top = 0", "top = top"],
    )


def test_each_value_of_several_is_changed_alone() -> None:
    check_repairs(initial, "low, high = 0, 1  # <-- here", expects=["low, high = 1, 1", "low, high = 0, 0"])
    check_repairs(initial, "a = b = []  # <-- here", expects=["a = b = {}"], never=["a = {}"])


def test_a_long_value_is_no_first_one() -> None:
    check_no_repairs(initial, "total = price * number + tax(price)  # <-- here")


def test_a_variable_that_a_loop_adds_to_gets_a_first_value() -> None:
    check_repairs(
        initial,
        """
        def count(items):
            for each in items:  # <-- here
                found += 1
            return found
        """,
        expects=["found = 0", "found = []"],
        never=["each = 0"],
    )


def test_a_loop_name_that_is_read_later_gets_a_first_value() -> None:
    check_repairs(
        initial,
        """
        def last(items):
            for each in items:  # <-- here
                pass
            return each
        """,
        expects=["each = None", "each = len(items)"],
    )


def test_what_has_a_first_value_needs_no_other() -> None:
    check_no_repairs(
        initial,
        """
        def count(items):
            found = 0
            for each in items:  # <-- here
                found += 1
            return found
        """,
    )
