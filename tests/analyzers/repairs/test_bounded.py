"""A second bound for what is compared with one."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import bounded
from helpers.repairs import check_no_repairs, check_repairs


def test_what_is_compared_with_one_element_is_compared_with_another_too() -> None:
    check_repairs(
        bounded,
        """
        def holds(shelf, first, last, book):
            if shelf[first] == book:
                return True
            if book < shelf[last]:  # <-- here
                return False
            return None
        """,
        expects=["if shelf[first] <= book < shelf[last]:", "if shelf[first] < book < shelf[last]:"],
        never=["if shelf[last] <= book < shelf[last]:", "if first <= book < shelf[last]:"],
    )


def test_a_bound_may_be_missing_on_either_side_and_be_zero() -> None:
    check_repairs(
        bounded,
        """
        def is_inside(rows, row):
            return row < len(rows)  # <-- here
        """,
        expects=["return 0 <= row < len(rows)"],
        never=["return 0 >= row < len(rows)"],
    )
    check_repairs(
        bounded,
        """
        def is_mark(mark):
            return mark >= 1  # <-- here
        """,
        expects=["return mark >= 1 > 0", "return 0 >= mark >= 1"],
    )


def test_an_index_is_asked_about_before_it_is_used() -> None:
    check_repairs(
        bounded,
        """
        def shift(items, at, item):
            while items[at] > item:  # <-- here
                at -= 1
            return at
        """,
        expects=["while at >= 0 and items[at] > item:", "while at < len(items) and items[at] > item:"],
    )


def test_what_has_two_bounds_or_none_is_left() -> None:
    check_no_repairs(bounded, "if 0 < x < 9:  # <-- here\n    pass")
    check_no_repairs(bounded, "if x == y:  # <-- here\n    pass")
    check_no_repairs(bounded, "if items[0] == y:  # <-- here\n    pass")
