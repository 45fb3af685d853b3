"""One more or one less."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import off_by_one
from helpers.repairs import check_no_repairs, check_repairs


def test_indexes_and_bounds_are_moved() -> None:
    check_repairs(off_by_one, "x = a[i]  # <-- here", expects=["x = a[i - 1]", "x = a[i + 1]"], never=["x = a - 1[i]"])
    check_repairs(off_by_one, "x = a[i:j]  # <-- here", expects=["x = a[i + 1:j]", "x = a[i:j - 1]"])


def test_ranges_begin_end_and_step_otherwise() -> None:
    check_repairs(
        off_by_one,
        "for i in range(n):  # <-- here\n    print(i)",
        expects=[
            *("for i in range(n + 1):", "for i in range(n - 1):", "for i in range(1, n):"),
            *("for i in range(1, n + 1):", "for i in range(n - 1, -1, -1):"),
        ],
    )
    check_repairs(
        off_by_one,
        "for i in range(a, b):  # <-- here\n    print(i)",
        expects=[
            *("for i in range(0, b):", "for i in range(b):", "for i in range(a - 1, b):", "for i in range(a, b + 1):"),
            *("for i in range(a, b, -1):", "for i in range(b - 1, a - 1, -1):"),
        ],
    )
    check_repairs(off_by_one, "x = range(a, b, -1)  # <-- here", expects=["x = range(a, b)"])


def test_what_is_compared_given_and_returned_is_moved() -> None:
    check_repairs(off_by_one, "ok = x < len(a)  # <-- here", expects=["ok = x < len(a) - 1", "ok = x + 1 < len(a)"])
    check_repairs(off_by_one, "def f(n):\n    return f(n) * n  # <-- here", expects=["return f(n - 1) * n"])
    check_repairs(off_by_one, "x = (len(a)) * [0]  # <-- here", expects=["x = (len(a) - 1) * [0]"])


def test_one_goes_into_brackets_and_out() -> None:
    check_repairs(off_by_one, "x = a[i] - 1  # <-- here", expects=["x = a[i - 1]"], never=["x = a[i] - 1"])
    check_repairs(off_by_one, "x = f(n - 1)  # <-- here", expects=["x = f(n) - 1"])
    check_repairs(off_by_one, "x = a[i] + b[i]-1  # <-- here", expects=["x = a[i] + b[i-1]"])
    check_repairs(off_by_one, "x = n * (a + b) - 1  # <-- here", expects=["x = n * (a + b - 1)"])


def test_what_is_no_number_is_left() -> None:
    check_no_repairs(off_by_one, "x = a[i]\nx = 'a'  # <-- here")
