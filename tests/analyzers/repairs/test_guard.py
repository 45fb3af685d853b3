"""A case that nothing asks about."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import guard
from helpers.repairs import check_no_repairs, check_repairs


def test_a_function_answers_at_once_for_nothing() -> None:
    check_repairs(
        guard,
        """
        def search(wanted, items):
            "Find a place."
            if wanted < items[0]:  # <-- here
                return 7
            return len(items)
        """,
        expects=["if not items: return 0", "if not items: return 7", "if not wanted: return wanted"],
        never=["if items == 1: return 1"],
    )


def test_a_function_that_calls_itself_ends() -> None:
    check_repairs(
        guard,
        """
        def factorial(n):
            return n * factorial(n - 1)  # <-- here
        """,
        expects=["if not n: return 1", "if n == 1: return 1", "if n == 1: return n"],
    )


def test_what_is_indexed_or_divided_by_is_asked_about() -> None:
    check_repairs(
        guard,
        """
        def mean(items):
            total, number = sum(items), len(items)
            return total / number  # <-- here
        """,
        expects=["if not number: return 0"],
        never=["if not total: return 0"],
    )


def test_a_statement_of_a_loop_depends_on_something() -> None:
    check_repairs(
        guard,
        """
        def common(some, others):
            found = []
            for one in some:
                for other in others:
                    found.append(one)  # <-- here
            return found
        """,
        expects=[
            "    if other == one:\n        found.append(one)",
            "    if one not in found:\n        found.append(one)",
            "if one in found: continue",
        ],
    )


def test_a_value_grown_from_itself_depends_on_something() -> None:
    check_repairs(
        guard,
        """
        def unique(items):
            found = []
            for each in items:
                found = found + [each]  # <-- here
            return found
        """,
        expects=["if each not in found:\n    found = found + [each]"],
    )


def test_other_statements_are_left() -> None:
    check_no_repairs(guard, "def f(x):\n    y = x\n    z = y  # <-- here\n    return z")
    check_no_repairs(guard, "x = items[0]  # <-- here")


def test_a_function_that_calls_itself_ends_with_what_it_was_given() -> None:
    check_repairs(
        guard,
        """
        def turned(items, done):
            return turned(items[1:], [items[0], *done])  # <-- here
        """,
        expects=["if not items: return done", "if len(items) <= 1: return items", "if not items: return [[]]"],
    )


def test_a_statement_depends_on_how_much_there_is() -> None:
    check_repairs(
        guard,
        """
        def ends(row):
            total = row[0]
            total += row[-1]  # <-- here
            return total
        """,
        expects=["    if len(row) > 1:\n        total += row[-1]"],
    )
