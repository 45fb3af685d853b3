"""Assignments that should happen at once."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import together
from helpers.repairs import check_no_repairs, check_repairs


def test_an_assignment_joins_the_one_that_reads_it() -> None:
    check_repairs(
        together,
        """
        def fibonacci(n):
            a, b = 0, 1
            for _ in range(n):
                a = b  # <-- here
                b = a + b
            return a
        """,
        expects=["a, b = b, a + b"],
    )
    check_repairs(
        together,
        "items[i] = items[j]  # <-- here\nitems[j] = items[i]",
        expects=["items[i], items[j] = items[j], items[i]"],
    )


def test_joined_assignments_part() -> None:
    check_repairs(together, "if x:\n    a, b = b, a + b  # <-- here", expects=["a = b\nb = a + b", "b = a + b\na = b"])


def test_what_does_not_read_the_other_is_left() -> None:
    check_no_repairs(together, "a = b  # <-- here\nc = b")
    check_no_repairs(together, "a = b  # <-- here\nprint(a)")
