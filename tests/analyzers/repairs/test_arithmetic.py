"""Other arithmetic."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import arithmetic
from helpers.repairs import check_no_repairs, check_repairs


def test_other_operators_are_tried() -> None:
    check_repairs(
        arithmetic,
        "n = a / b  # <-- here",
        expects=["n = a // b", "n = a * b", "n = a % b", "n = a", "n = b"],
        never=["n = a / b"],
    )
    check_repairs(arithmetic, "n -= a & b  # <-- here", expects=["n //= a & b", "n += a & b", "n -= a ^ b"])


def test_parentheses_move_and_stay_where_they_are_needed() -> None:
    check_repairs(arithmetic, "n = x + y / 2  # <-- here", expects=["n = (x + y) / 2", "n = x + y"])
    check_repairs(arithmetic, "n = (x + y) / 2  # <-- here", expects=["n = x + y / 2", "n = (x + y)"])
    check_repairs(arithmetic, "n = a * b ** c - d  # <-- here", expects=["n = (a * b) ** c - d", "n = a * b ** c"])


def test_signs_come_and_go() -> None:
    check_repairs(arithmetic, "n = f(x, -y)  # <-- here", expects=["n = f(-x, -y)", "n = f(x, y)", "n = -f(x, -y)"])
    check_repairs(arithmetic, "n = a + b  # <-- here", expects=["n = -(a + b)"])
    check_repairs(
        arithmetic,
        "rows.sort(key=lambda r: (r.won, r.name))  # <-- here",
        expects=["rows.sort(key=lambda r: (-r.won, r.name))"],
    )
    check_repairs(arithmetic, "def order(r):\n    return r.won, r.name  # <-- here", expects=["return -r.won, r.name"])


def test_what_is_begun_counts_as_whole() -> None:
    check_repairs(arithmetic, "boxes = n // 6 * price  # <-- here", expects=["boxes = -(-n // 6) * price"])
    check_repairs(arithmetic, "n = (a + b) // f(c)  # <-- here", expects=["n = -(-(a + b) // f(c))"])
    check_repairs(arithmetic, "n = a / b  # <-- here", expects=["n = a // b"], never=["n = -(-a / b)"])


def test_operands_go_and_change_their_order() -> None:
    check_repairs(arithmetic, "n = a ** 2 * b  # <-- here", expects=["n = a ** b", "n = a ** 2"])
    check_repairs(arithmetic, "n = a - 1 // 2  # <-- here", expects=["n = a // 2 - 1"])


def test_what_computes_nothing_is_left() -> None:
    check_no_repairs(arithmetic, "a + 1\nif a < b:  # <-- here\n    a + 2")
