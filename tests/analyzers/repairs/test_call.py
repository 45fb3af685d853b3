"""Other calls."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import call
from helpers.repairs import check_no_repairs, check_repairs


def test_functions_and_methods_of_the_same_kind_are_tried() -> None:
    check_repairs(call, "ok = any(f(p) for p in a)  # <-- here", expects=["ok = all(f(p) for p in a)"])
    check_repairs(call, "x = min(a, b)  # <-- here", expects=["x = max(a, b)", "x = a"], never=["x = any(a, b)"])
    check_repairs(call, "a.append(b)  # <-- here", expects=["a.extend(b)", "a.add(b)", "a.insert(0, b)"])
    check_repairs(call, "x = math.floor(a)  # <-- here", expects=["x = math.ceil(a)"])


def test_what_is_only_named_is_called() -> None:
    check_repairs(call, "a.sort  # <-- here", expects=["a.sort()"])
    check_repairs(call, "def f(): ...\nx = f + 1  # <-- here", expects=["x = f() + 1"])
    program = "class Lamp:\n    def watts(self): ...\n    def __init__(self): self.hours = 1\n"
    check_repairs(
        call,
        program + "if lamp.watts > lamp.hours:  # <-- here\n    pass",
        expects=["if lamp.watts() > lamp.hours:"],
        never=["if lamp.watts > lamp.hours():"],
    )


def test_brackets_become_round_and_square() -> None:
    check_repairs(call, "a.append[len[b]]  # <-- here", expects=["a.append(len[b])", "a.append[len(b)]"])
    check_repairs(call, "def f(a, i):\n    return a(i)  # <-- here", expects=["return a[i]"])


def test_needless_calls_go() -> None:
    check_repairs(call, "def f(x):\n    yield f(x)  # <-- here", expects=["yield x", "yield f"])
    check_repairs(call, "x = a.lower() + 1  # <-- here", expects=["x = a + 1"])


def test_misspelt_methods_are_meant() -> None:
    check_repairs(call, "a.removal(b)  # <-- here", expects=["a.remove(b)"])
    check_repairs(call, "a.append.b  # <-- here", expects=["a.append(b)"])


def test_what_neither_calls_nor_could_is_left() -> None:
    check_no_repairs(call, "f(1)\nx = a.length + b[0]  # <-- here")


def test_what_is_emptied_is_begun_anew() -> None:
    check_repairs(call, "row.clear()  # <-- here", expects=["row = []", "row = {}"])
    check_repairs(call, "last = row.clear()  # <-- here", expects=["last = row"], never=["last = row = []"])
