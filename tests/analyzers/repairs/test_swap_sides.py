"""Sides changed over."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import swap_sides
from helpers.repairs import check_no_repairs, check_repairs


def test_assignments_turn_round() -> None:
    check_repairs(swap_sides, "person = oldest  # <-- here", expects=["oldest = person"])
    check_no_repairs(swap_sides, "person = f(oldest)  # <-- here")


def test_operands_change_places() -> None:
    check_repairs(swap_sides, "n = a - b[i]  # <-- here", expects=["n = b[i] - a", "n = a - i[b]"])
    check_repairs(swap_sides, "if a in b:  # <-- here\n    a = b", expects=["if b in a:"], never=["b = a"])
    check_no_repairs(swap_sides, "n = a * 2 < b  # <-- here")


def test_indexes_elements_and_branches_change_places() -> None:
    check_repairs(swap_sides, "n = m[i][j]  # <-- here", expects=["n = m[j][i]"])
    check_repairs(swap_sides, "n = m[i, j]  # <-- here", expects=["n = m[j, i]"])
    check_repairs(swap_sides, "def f(a, b):\n    return (a, b)  # <-- here", expects=["return (b, a)"])
    check_repairs(swap_sides, "n = a if c else b  # <-- here", expects=["n = b if c else a"])
    check_repairs(swap_sides, "n = {a: b}  # <-- here", expects=["n = {b: a}"])


def test_two_pairs_of_a_row_change_places_together() -> None:
    check_repairs(
        swap_sides,
        "row = [a, b, c, d]  # <-- here",
        expects=["row = [d, c, b, a]", "row = [b, a, d, c]", "row = [b, a, c, d]"],
        never=["row = [b, c, a, d]"],
    )
