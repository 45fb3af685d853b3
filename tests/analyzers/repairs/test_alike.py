"""The same edit at every place."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import alike
from helpers.repairs import check_no_repairs, check_repairs


def test_both_sides_are_edited() -> None:
    check_repairs(alike, "ok = a[1] > b[1]  # <-- here", expects=["ok = a > b"], never=["ok = a > b[1]"])
    check_repairs(alike, "ok = a > b  # <-- here", expects=["ok = a[1] > b[1]", "ok = len(a) > len(b)"])


def test_all_signs_texts_and_names_are_edited() -> None:
    check_repairs(alike, "ok = a and b and c  # <-- here", expects=["ok = a or b or c"])
    check_repairs(alike, 'x = "yes" if a else "no"  # <-- here', expects=["x = 'Yes' if a else 'No'"])
    check_repairs(alike, "x = f(n) + f(n * 2)  # <-- here", expects=["x = f(n - 1) + f((n - 1) * 2)"])


def test_what_stands_there_once_is_left() -> None:
    check_no_repairs(alike, 'ok = a and b[1] > 2 and "a"[0]\nok = a or f(b) == "x"  # <-- here')
