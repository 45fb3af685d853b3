"""A bracket that closes earlier or later."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import bracket
from helpers.repairs import check_no_repairs, check_repairs


def test_a_bracket_takes_in_what_stands_behind() -> None:
    check_repairs(bracket, "n = a[i] - 1  # <-- here", expects=["n = a[i - 1]"], never=["n = a[i] - 1"])
    check_repairs(bracket, "n = a + b[i][j] * c  # <-- here", expects=["n = a + b[i][j * c]"])
    check_repairs(bracket, "n = f(x) // 2  # <-- here", expects=["n = f(x // 2)"])


def test_a_bracket_leaves_out_what_stands_last() -> None:
    check_repairs(bracket, "n = a[i - 1]  # <-- here", expects=["n = a[i] - 1"])
    check_repairs(bracket, "if len(a > 3):  # <-- here\n    pass", expects=["if len(a) > 3:\n    pass"])
    check_repairs(bracket, "n = f(x, y + 1)  # <-- here", expects=["n = f(x, y) + 1"])


def test_what_has_nothing_to_take_in_or_leave_out_is_left() -> None:
    check_no_repairs(bracket, "n = f(x)  # <-- here")
    check_no_repairs(bracket, "n = f()  # <-- here")
    check_no_repairs(bracket, "n = 1 - a[i]  # <-- here")
    check_no_repairs(bracket, "n = a[1:n - 1]  # <-- here")
