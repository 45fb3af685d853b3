"""Which lines and calls a test shows, the same in every Python."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from helpers.probing import cover, python, run_script, write

__all__ = ["python"]

PROGRAM = """
import functools


def average(values):
    total = 0
    for i in range(1, len(values)):
        total += values[i]
    if total > 100:
        return 0
    return total / len(values)


def factorial(n):
    return 1 if n <= 1 else n * factorial(n - 1)


def countdown(n):
    while n:
        yield n
        n -= 1


class Account:
    interest = 2

    def __init__(self, balance=0):
        self.balance = balance

    def withdraw(self, amount, *, fee=0):
        self.balance -= amount + fee
        return self.balance

    @classmethod
    def rich(cls, balance):
        return cls(balance)

    @staticmethod
    def half(amount):
        return amount / 2

    def __repr__(self):
        return "never called"


def doubled(values):
    def double(value):
        return value * 2

    return [
        double(value)
        for value in values
    ]


def lookup(book, key="k", *rest, **more):
    return book[key]


@functools.lru_cache(maxsize=None)
def cached(n):
    return n


def add(a, b):
    return a + b


def total(values):
    return functools.reduce(add, values)


def grow(values):
    values.append(1)


def one(): return 1
"""


def line_of(text: str) -> int:
    return next(n for n, line in enumerate(PROGRAM.strip("\n").split("\n"), 1) if line.strip() == text)


def between(first: str, last: str) -> list[int]:
    return list(range(line_of(first), line_of(last) + 1))


def seen(python: str, folder: Path, action: str) -> tuple[list[int], list[dict[str, Any]]]:
    return cover(python, folder, PROGRAM, action)[1]


def told(call: dict[str, Any]) -> tuple[str, bool, str | None]:
    """What a call shows: its text, whether it is all literals, what came of it."""
    return call["text"], call["literal"], call["returned"]["text"] if call["returned"] else call["raised"]


def test_lines_of_a_test_are_those_that_ran_and_no_others(python: str, tmp_path: Path) -> None:
    taken = cover(python, tmp_path, PROGRAM, "program.average([2, 4])", "program.average([2])", "program.one()")
    import_lines, loop, no_loop, one = (set(lines) for lines, _ in taken)
    body = set(between("total = 0", "return total / len(values)")) - {line_of("return 0")}
    assert loop == body
    assert no_loop == body - {line_of("total += values[i]")}
    assert one == {line_of("def one(): return 1")}
    assert {line_of("import functools"), line_of("interest = 2"), line_of("def average(values):")} <= import_lines
    assert not import_lines & body


def test_nested_functions_comprehensions_and_generators_have_lines(python: str, tmp_path: Path) -> None:
    lines, _ = seen(
        python, tmp_path, "program.doubled([1]); list(program.countdown(1)); program.Account(1).withdraw(1)"
    )
    expected = {"return value * 2", "double(value)", "for value in values", "yield n", "n -= 1", "return self.balance"}
    assert expected <= {text.strip() for n, text in enumerate(PROGRAM.strip("\n").split("\n"), 1) if n in lines}
    assert line_of("def countdown(n):") not in lines


CALLS: dict[str, list[tuple[str, bool, str]]] = {
    "program.average([2, 4])": [("average([2, 4])", True, "2.0")],
    "program.factorial(4)": [("factorial(4)", True, "24")],
    "program.lookup({}, 'x', 1, z=3)": [("lookup({}, 'x', 1, z=3)", True, "KeyError")],
    "program.lookup({'k': 1})": [("lookup({'k': 1})", True, "1")],
    "program.lookup(book={'b': 2}, key='b')": [("lookup({'b': 2}, 'b')", True, "2")],
    "program.cached(5)": [("cached(5)", True, "5")],
    "program.total([1, 2, 3])": [("total([1, 2, 3])", True, "6")],
    "list(program.countdown(2))": [("countdown(2)", True, "<generator countdown>")],
    "program.Account.rich(5)": [("Account.rich(5)", True, "<Account balance=5>")],
    "program.Account.half(3)": [("Account.half(3)", True, "1.5")],
    "values = []\nfor _ in range(2): program.grow(values)": [("grow([])", True, "None"), ("grow([1])", True, "None")],
    "program.Account(9).withdraw(2, fee=1)": [
        ("Account(9)", False, "None"),
        ("Account.withdraw(2, fee=1)", False, "6"),
    ],
    "program.average([program.Account(1)])": [
        ("Account(1)", False, "None"),
        ("average([<Account balance=1>])", False, "0.0"),
    ],
    "sorted([3, 1], key=lambda n: program.add(n, 1))": [("add(3, 1)", True, "4"), ("add(1, 1)", True, "2")],
}


def test_calls_from_outside_are_told_as_typed(python: str, tmp_path: Path) -> None:
    _, *taken = cover(python, tmp_path, PROGRAM, *CALLS)
    found = {action: [told(call) for call in calls] for action, (_, calls) in zip(CALLS, taken, strict=True)}
    assert found == CALLS


def test_a_call_names_its_function_and_the_line_of_its_def(python: str, tmp_path: Path) -> None:
    _, calls = seen(python, tmp_path, "program.cached(1); program.Account(1).withdraw(1); program.average([1])")
    assert [(call["function"], call["line"]) for call in calls] == [
        ("cached", line_of("def cached(n):")),
        ("Account.__init__", line_of("def __init__(self, balance=0):")),
        ("Account.withdraw", line_of("def withdraw(self, amount, *, fee=0):")),
        ("average", line_of("def average(values):")),
    ]


def test_only_the_last_calls_are_kept(python: str, tmp_path: Path) -> None:
    _, calls = seen(python, tmp_path, "for n in range(1000): program.add(n, 1)")
    assert [call["text"] for call in calls] == [f"add({n}, 1)" for n in range(980, 1000)]


def test_the_last_call_is_known_after_a_deep_recursion(python: str, tmp_path: Path) -> None:
    fibonacci = "def fibonacci(n):\n    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)\n"
    _, (lines, calls), (_, again) = cover(
        python, tmp_path, fibonacci, "program.fibonacci(15); program.fibonacci(16)", "program.fibonacci(2)"
    )
    assert lines == [2]
    assert [told(call) for call in calls] == [("fibonacci(15)", True, "610"), ("fibonacci(16)", True, "987")]
    assert [told(call) for call in again] == [("fibonacci(2)", True, "1")]


def test_lines_and_calls_of_other_threads_count(python: str, tmp_path: Path) -> None:
    action = "import threading\nt = threading.Thread(target=program.one)\nt.start()\nt.join()"
    lines, calls = seen(python, tmp_path, action)
    assert lines == [line_of("def one(): return 1")]
    assert [call["text"] for call in calls] == ["one()"]


def test_tests_inside_the_program_call_from_outside(python: str, tmp_path: Path) -> None:
    program = "def add(a, b):\n    return a - b\n\ndef test_add():\n    assert add(2, 2) == 4\n\nadd(1, 1)\n"
    (_, on_import), (_, in_test) = cover(python, tmp_path, program, "program.test_add()")
    assert [told(call) for call in on_import] == [("add(1, 1)", True, "0")]
    assert [told(call) for call in in_test] == [("add(2, 2)", True, "0")]


@pytest.mark.parametrize(
    "ending", ["sys.settrace(None)", "sys.settrace(lambda *_: None)", "threading.settrace(None)", "recurse()"]
)
def test_what_the_program_does_to_tracing_is_over_with_the_next_test(python: str, tmp_path: Path, ending: str) -> None:
    program = f"""
        import sys, threading

        def recurse():
            return recurse()

        def untrace():
            {ending}
            return 1

        def add(a, b):
            return a + b
    """
    _, (lines, _), after = cover(python, tmp_path, program, "program.untrace()", "program.add(1, 2)")
    assert 7 in lines
    assert after[0] == [11]
    assert [told(call) for call in after[1]] == [("add(1, 2)", True, "3")]


STEPS = """
import sys, threading
from gadfly_analyzers.execution.probe.coverage import Coverage
coverage = Coverage({program!r})
coverage.start()
import program
tell(coverage.line_now())
def ask():
    entered.wait(10)
    tell(coverage.line_now())
    go_on.set()
entered, go_on = threading.Event(), threading.Event()
thread = threading.Thread(target=ask)
thread.start()
program.wait(entered, go_on)
thread.join()
coverage.stop()
"""


def test_the_line_at_which_the_program_is_can_be_asked_from_another_thread(python: str, tmp_path: Path) -> None:
    path = write(tmp_path, "def wait(entered, go_on):\n    entered.set()\n    go_on.wait(10)\n")
    outside, inside = run_script(python, STEPS.format(program=path), tmp_path)
    assert outside is None
    assert inside in (2, 3)


TOOLS = """
import sys
from gadfly_analyzers.execution.probe.coverage import Coverage
monitoring = getattr(sys, "monitoring", None)
taken = {taken!r} if monitoring else []
for tool in taken:
    monitoring.use_tool_id(tool, "another")
coverage = Coverage({program!r})
coverage.start()
import program
coverage.take()
program.f(1)
tell(coverage.take())
coverage.stop()
tell([monitoring.get_tool(tool) for tool in range(6)] if monitoring else None)
program.f(1)
tell(coverage.lines == set())
"""


@pytest.mark.parametrize("taken", [[], [4], [1, 2, 3, 4], [0, 1, 2, 3, 4, 5]], ids=str)
def test_tool_numbers_of_debuggers_and_others_are_left_alone(python: str, tmp_path: Path, taken: list[int]) -> None:
    path = write(tmp_path, "def f(n):\n    if n:\n        return 1\n    return 2\n")
    (lines, calls), tools, silent = run_script(python, TOOLS.format(program=path, taken=taken), tmp_path)
    assert lines == [2, 3]
    assert [told(call) for call in calls] == [("f(1)", True, "1")]
    assert tools is None or tools == ["another" if tool in taken else None for tool in range(6)]
    assert silent
