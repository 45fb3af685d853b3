"""Other targets."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import target
from helpers.repairs import check_no_repairs, check_repairs


def test_other_places_are_assigned() -> None:
    check_repairs(
        target,
        """
        def f(a, b):
            a[0] = 1
            b = c  # <-- here
        """,
        expects=["a = c", "a[0] = c", "b[a] = c", "b += c", "b = b + c", "b.append(c)"],
    )
    check_repairs(target, "def f(a, b, c):\n    a[b] = c  # <-- here", expects=["c[b] = c", "a = c"])


def test_updates_become_assignments_and_methods() -> None:
    check_repairs(target, "a += [b]  # <-- here", expects=["a = [b]", "a.append([b])"])


def test_results_are_kept_or_not() -> None:
    check_repairs(target, "x = x.sort()  # <-- here", expects=["x.sort()", "x = sorted(x)"])
    check_repairs(target, "x = x.append(1)  # <-- here", expects=["x = x + [1]"])
    check_repairs(target, "x.upper()  # <-- here", expects=["x = x.upper()"])
    check_repairs(target, "x = 1\nsorted(x)  # <-- here", expects=["x = sorted(x)"])


def test_what_was_to_be_an_assignment_becomes_one() -> None:
    check_repairs(target, "x == 1  # <-- here", expects=["x = 1"])
    check_repairs(target, "x - 1  # <-- here", expects=["x -= 1", "x = 1"])


def test_a_method_that_changes_something_is_only_called() -> None:
    check_repairs(target, "a += b.append(c)  # <-- here", expects=["a.append(c)"])


def test_what_keeps_nothing_and_computes_nothing_is_left() -> None:
    check_no_repairs(target, "x = 1\nif x == 1:  # <-- here\n    x = 2")


def test_a_sign_of_a_text_is_put_in_anew() -> None:
    wanted = ["s = s[:i] + '*' + s[i + 1 :]"]
    check_repairs(target, "def f(s, i):\n    s[i] = '*'  # <-- here\n    return s", expects=wanted)
    number = "def f(s, i):\n    s[i] = 0  # <-- here\n    return s"
    check_repairs(target, number, expects=["s = 0"], never=["s = s[:i] + 0 + s[i + 1 :]"])
