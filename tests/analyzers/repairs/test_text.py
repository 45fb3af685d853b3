"""Other texts."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import text
from helpers.repairs import check_no_repairs, check_repairs


def test_other_separators_are_tried() -> None:
    check_repairs(text, 'x = " ".join(a)  # <-- here', expects=['x = "".join(a)', 'x = " ".join(map(str, a))'])
    check_repairs(text, 'x = a.split(" ")  # <-- here', expects=['x = a.split(",")'], never=['x = a.split(" ")'])


def test_values_are_put_into_texts() -> None:
    check_repairs(text, 'x = "{n} years"  # <-- here', expects=['x = f"{n} years"'])
    check_repairs(text, 'def f(n):\n    return g("n")  # <-- here', expects=["return g(n)"])
    check_repairs(text, 'x = "a" + n  # <-- here', expects=['x = "a" + str(n)', 'x = "a" + " " + n'])


def test_other_texts_are_left() -> None:
    check_no_repairs(text, 'x = "a"  # <-- here')
