"""Another comparison."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import comparison
from helpers.repairs import check_no_repairs, check_repairs


def test_the_other_orders_are_tried() -> None:
    check_repairs(
        comparison,
        """
        def search(x, items):
            while x < items[0]:  # <-- here
                return 0 < 1
        """,
        expects=["while x <= items[0]:", "while x > items[0]:", "while x == items[0]:"],
        never=["while x < items[0]:", "return 0 <= 1"],
    )


def test_membership_and_identity_become_their_opposites() -> None:
    check_repairs(comparison, "ok = x not  in items  # <-- here", expects=["ok = x in items", "ok = x != items"])
    check_repairs(comparison, "ok = x is None  # <-- here", expects=["ok = x == None", "ok = x is not None"])


def test_each_comparison_of_a_chain_is_edited_alone() -> None:
    check_repairs(comparison, "ok = 0 < x < 9  # <-- here", expects=["ok = 0 <= x < 9", "ok = 0 < x <= 9"])


def test_being_equal_becomes_being_in() -> None:
    check_repairs(comparison, "ok = x !=items  # <-- here", expects=["ok = x not in items", "ok = x ==items"])


def test_what_compares_nothing_is_left() -> None:
    check_no_repairs(comparison, "x = a < 1 if False else b\ny = f(a, b)  # <-- here")


def test_a_case_holds_for_its_neighbour_and_beyond() -> None:
    check_repairs(comparison, "if n == 0:  # <-- here\n    pass", expects=["if n <= 1:", "if n >= -1:"])
    check_repairs(comparison, "if n == m:  # <-- here\n    pass", expects=["if n != m:"], never=["if n <= 1:"])


def test_fractions_are_about_the_same() -> None:
    check_repairs(comparison, "if a + b == 0.3:  # <-- here\n    a = 1", expects=["if abs((a + b) - 0.3) < 1e-9:"])
    check_repairs(comparison, "x = a / 2 != b  # <-- here", expects=["x = abs(a / 2 - b) >= 1e-9"])
    check_repairs(comparison, "x = a == b  # <-- here", expects=["x = a <= b"], never=["x = abs(a - b) < 1e-9"])
