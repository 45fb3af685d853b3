"""Other constants."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import constant
from helpers.repairs import check_no_repairs, check_repairs


def test_near_and_usual_numbers_are_tried() -> None:
    check_repairs(
        constant,
        "a = 40\nn = f(4)  # <-- here",
        expects=["n = f(5)", "n = f(3)", "n = f(0)", "n = f(1)", "n = f(-1)", "n = f(-4)", "n = f(40)"],
        never=["n = f(4)"],
    )
    check_repairs(constant, "n = a ** 2  # <-- here", expects=["n = a ** 3", "n = a ** -1"])
    check_repairs(constant, "n = a * 0.5  # <-- here", expects=["n = a * 2.0"])


def test_what_the_tests_write_down_is_tried() -> None:
    check_repairs(constant, 'a = "no"  # <-- here', expects=['a = "No!"', "a = 'NO'"], hints=['"No!"', "'yes'", "7"])
    check_repairs(constant, "a = 1  # <-- here", expects=["a = 77"], never=['a = "no"'], hints=['"no"', "77"])


def test_truths_nothing_and_empty_things_are_changed_over() -> None:
    check_repairs(constant, "a = True  # <-- here", expects=["a = False"])
    check_repairs(constant, "def f():\n    return None  # <-- here", expects=["return 0", "return []"])
    check_repairs(constant, "a = f([])  # <-- here", expects=["a = f({})", "a = f([[]])", 'a = f("")'])
    check_repairs(constant, 'a = float("inf")  # <-- here', expects=['a = -float("inf")', "a = 0"])


def test_elements_that_are_too_much_go() -> None:
    check_repairs(constant, "a = (1, 2, 3)  # <-- here", expects=["a = (2, 3)", "a = (1, 3)", "a = (1, 2)"])


def test_texts_differ_in_case_and_space() -> None:
    check_repairs(constant, 'a = " x"  # <-- here', expects=["a = 'x'", "a = ' X'", "a = ' x '"])


def test_a_variable_comes_in_place_of_a_number() -> None:
    check_repairs(constant, "def f(a, k):\n    return a[:5]  # <-- here", expects=["return a[:k]"])


def test_what_is_no_constant_is_left() -> None:
    check_no_repairs(constant, "f(1)\na = b + [c]  # <-- here")
