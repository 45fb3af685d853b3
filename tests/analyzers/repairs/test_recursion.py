"""A function that calls itself."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import recursion
from helpers.repairs import check_no_repairs, check_repairs


def test_it_calls_itself_with_something_smaller() -> None:
    check_repairs(
        recursion,
        """
        def total(n):
            return n + total(n)  # <-- here
        """,
        expects=["return n + total(n - 1)", "return n + total(n // 2)", "return n + total(n[1:])"],
    )
    check_repairs(
        recursion,
        """
        def length(node):
            print(node.next)
            return length(node)  # <-- here
        """,
        expects=["return length(node.next)", "return 1 + length(node)"],
    )


def test_what_it_gives_is_used() -> None:
    check_repairs(
        recursion,
        """
        def search(low, high):
            found = None
            if low < high:
                search(low + 1, high)  # <-- here
        """,
        expects=["return search(low + 1, high)", "found = search(low + 1, high)"],
        never=["low = search(low + 1, high)"],
    )


def test_other_calls_are_left() -> None:
    check_no_repairs(recursion, "def f(n):\n    return g(n)  # <-- here")
    check_no_repairs(recursion, "f(n)  # <-- here")
