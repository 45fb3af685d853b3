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


def test_letters_alone_are_asked_for_where_only_their_case_was() -> None:
    check_repairs(text, "x = a.isupper()  # <-- here", expects=["x = a.isalpha() and a.isupper()"])
    expects = ["if not (a[0].isalpha() and a[0].islower()):"]
    check_repairs(text, "if not a[0].islower():  # <-- here\n    a = 1", expects=expects)
    check_no_repairs(text, "x = a.isdigit()  # <-- here")


def test_numbers_are_written_with_so_many_places() -> None:
    check_repairs(text, 'x = f"{n} EUR"  # <-- here', expects=['x = f"{n:.2f} EUR"', 'x = f"{n:02d} EUR"'])
    check_repairs(text, 'x = f"{n:.2f}"  # <-- here', expects=['x = f"{n:.1f}"'], never=['x = f"{n:.2f:.1f}"'])
