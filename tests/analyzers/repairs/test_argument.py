"""Other arguments."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import argument
from helpers.repairs import check_no_repairs, check_repairs


def test_arguments_change_places_and_go() -> None:
    check_repairs(argument, "x = f(a, b % a)  # <-- here", expects=["x = f(b % a, a)", "x = f(a)", "x = f(b % a)"])
    check_repairs(argument, "x = f(a)  # <-- here", expects=["x = f()"], never=["x = f(b)"])


def test_arguments_that_are_missing_come() -> None:
    program = "def f(a, b):\n    c = f(a)  # <-- here\n    return c"
    check_repairs(argument, program, expects=["c = f(a, b)", "c = f(b, a)"])
    check_repairs(argument, "x = sorted(a)  # <-- here", expects=["x = sorted(a, reverse=True)"])
    check_repairs(argument, "x.pop()  # <-- here", expects=["x.pop(0)"])


def test_keywords_go_and_keys_turn() -> None:
    program = "x = sorted(a, key=lambda p: p[1], reverse=True)  # <-- here"
    wanted = ["x = sorted(a, key=lambda p: p[1])", "x = sorted(a, key=lambda p: -p[1], reverse=True)"]
    check_repairs(argument, program, expects=wanted, never=["x = sorted(a, reverse=True, reverse=True)"])


def test_object_and_argument_change_over() -> None:
    check_repairs(argument, 'x = parts.join("")  # <-- here', expects=['x = "".join(parts)'])
    check_repairs(argument, "x = a.len()  # <-- here", expects=["x = len(a)"])
    check_repairs(argument, "x = upper(a)  # <-- here", expects=["x = a.upper()"])


def test_what_calls_nothing_is_left() -> None:
    check_no_repairs(argument, "f(a, b)\nx = a, b  # <-- here")


def test_one_part_of_a_key_is_turned() -> None:
    check_repairs(
        argument,
        "x = sorted(a, key=lambda p: (p[1], p[0]))  # <-- here",
        expects=["x = sorted(a, key=lambda p: (-p[1], p[0]))", "x = sorted(a, key=lambda p: (p[1], -p[0]))"],
    )
    check_repairs(
        argument,
        "a.sort(key=lambda p: (p[1], p[0]), reverse=True)  # <-- here",
        expects=["a.sort(key=lambda p: (-p[1], p[0]), reverse=False)"],
    )
