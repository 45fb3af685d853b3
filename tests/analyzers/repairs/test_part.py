"""Other parts of sequences."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import part
from helpers.repairs import check_no_repairs, check_repairs


def test_bounds_go_come_and_change_places() -> None:
    check_repairs(
        part,
        "def f(s, n):\n    return s[n:]  # <-- here",
        expects=["return s[:n]", "return s[n::-1]", "return s[-n:]", "return s"],
    )
    check_repairs(part, "def f(s, n):\n    return s[1:5]  # <-- here", expects=["return s[1:]", "return s[:5]"])
    check_repairs(part, "def f(s, n):\n    return s[:]  # <-- here", expects=["return s[:n]", "return s[n:]"])


def test_indexes_become_slices_and_the_whole() -> None:
    check_repairs(part, "x = a[i]  # <-- here", expects=["x = a[i:]", "x = a[:i]", "x = a", "x = i", "x = a[-1]"])


def test_parts_and_elements_are_taken_of_the_whole() -> None:
    check_repairs(
        part,
        "def f(a, k):\n    for x in a:  # <-- here\n        print(a[k])",
        expects=["for x in a[1:]:", "for x in a[k:]:", "for x in a[:-1]:", "for x in a[0]:"],
    )
    check_repairs(part, "def f(a, k):\n    a[k] = 0\n    return k  # <-- here", expects=["return a[k]"])


def test_an_index_goes_around() -> None:
    check_repairs(part, "x = names[i + 1]  # <-- here", expects=["x = names[(i + 1) % len(names)]"])


def test_what_has_no_parts_is_left() -> None:
    check_no_repairs(part, "x = a[1:]\nx = 1  # <-- here")
