"""A statement that is needed once more."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import duplicate
from helpers.repairs import check_no_repairs, check_repairs


def test_other_statements_are_repeated() -> None:
    check_repairs(
        duplicate,
        """
        def f(items):
            total = 0
            for each in items:
                total += each
            print(total)
            return total  # <-- here
        """,
        expects=["total = 0", "total += each"],
        never=["print(total)"],
    )


def test_a_statement_is_repeated_for_another_name() -> None:
    check_repairs(
        duplicate,
        """
        def swap(left, right):
            left = left.next  # <-- here
            return left, right
        """,
        expects=["right = right.next"],
        never=["left = left.next"],
    )


def test_there_may_be_nothing_to_repeat() -> None:
    check_no_repairs(duplicate, "def f(x):\n    return x  # <-- here")


def test_what_would_do_the_same_further_up_is_not_repeated_twice() -> None:
    program = """
        def f(items):
            i = total = 0
            while i < 3:
                print(i)
                print(i + 1)  # <-- here
                total = items[i]
                items = items[1:]
            return total
        """
    check_repairs(duplicate, program, expects=["print(i)"], never=["items = items[1:]"])
    above = program.replace("  # <-- here", "").replace("print(i)\n", "print(i)  # <-- here\n")
    check_repairs(duplicate, above, expects=["items = items[1:]"])
