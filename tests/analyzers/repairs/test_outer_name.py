"""The name outside."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import outer_name
from helpers.repairs import check_no_repairs, check_repairs


def test_a_name_of_the_program_is_meant() -> None:
    check_repairs(
        outer_name,
        """
        count = 0
        def add():
            "Count one."
            print("one")
            count += 1  # <-- here
        """,
        expects=["global count"],
    )


def test_a_name_of_the_function_around_is_meant() -> None:
    check_repairs(
        outer_name,
        """
        def counter():
            count = 0
            def add():
                count += 1  # <-- here
                return count
            return add
        """,
        expects=["nonlocal count"],
    )


def test_own_names_are_left() -> None:
    check_no_repairs(outer_name, "count = 0\ndef add(count):\n    count += 1  # <-- here")
    check_no_repairs(outer_name, "def add():\n    count = 1  # <-- here")
    check_no_repairs(outer_name, "count = 0\ncount += 1  # <-- here")
