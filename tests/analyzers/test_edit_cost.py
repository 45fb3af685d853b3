"""What a keystroke takes grows with the edit and not with the program around it."""

from __future__ import annotations

import sys
import time
from types import FrameType
from typing import Any

import pytest

from gadfly_analyzers.check import Checker
from gadfly_analyzers.source import Edit, Position, Source
from helpers.counted import calls_of

FUNCTION = "def f{0}(a, b):\n    c = a + b\n    return c * {0}\n\n\n"


def program(functions: int) -> str:
    """Write a program in which there is nothing to find."""
    return "".join(FUNCTION.format(number) for number in range(functions))


def calls_for_keystrokes(functions: int, typed: str) -> int:
    """Count what Python calls, C functions included, for four keystrokes in the middle and the checks after them."""
    read = Source.parse(
        program(functions)
    )  # is kept, for to clear away what it knows of all functions takes calls, too
    source, checker, calls = read, Checker(), 0
    checker.check(source)
    line = 5 * (functions // 2) + 1

    def count(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    for number in range(4):
        at = Position(line, 8 + number * len(typed))
        sys.setprofile(count)
        try:
            source = source.edited([Edit(at, at, typed)])
            checker.check(source)
        finally:
            sys.setprofile(None)
    return calls


@pytest.mark.parametrize("typed", ["x", " ", "(", '"'], ids=["a name", "a blank", "an open bracket", "an open text"])
def test_a_keystroke_costs_as_much_in_a_program_sixteen_times_as_long(typed: str) -> None:
    assert calls_for_keystrokes(1_600, typed) < 1.05 * calls_for_keystrokes(100, typed)


@pytest.mark.parametrize("typed", ["x", " "], ids=["a name", "a blank"])
def test_a_keystroke_costs_as_much_in_a_class_four_times_as_long(typed: str) -> None:
    few, many = (calls_in_a_class(methods, typed) for methods in (25, 100))
    assert many < 1.05 * few


def calls_in_a_class(methods: int, typed: str) -> int:
    """Count the calls while a key is typed in the middle of a class."""
    lines = [f"    def f{number}(self, b):\n        return b * {number}\n\n" for number in range(methods)]
    source, checker = Source.parse("class A:\n" + "".join(lines)), Checker()
    checker.check(source)
    at = Position(1 + 3 * (methods // 2) + 1, 15)
    return calls_of(lambda: checker.check(source.edited([Edit(at, at, typed)])))


def test_a_function_that_only_speaks_of_itself_costs_hardly_more_than_one_that_does_not() -> None:
    speaking, silent = (steps_of_a_key_in("b.g(a)\n        " * 200, remark=f"See A().{name}(1).") for name in "fh")
    assert speaking < 1.6 * silent


def steps_of_a_key_in(lines: str, remark: str) -> int:
    """Count the calls while a key is typed at the end of a method `f` with some lines and a remark."""
    source, checker = Source.parse(f"class A:\n    def f(self, a):\n        '{remark}'\n        {lines}a\n"), Checker()
    checker.check(source)
    at = source.position(len(source.data) - 1)
    return calls_of(lambda: checker.check(source.edited([Edit(at, at, "x")])))


def test_what_is_pasted_costs_by_its_length() -> None:
    small, large = (calls_for_keystrokes(100, program(number)) for number in (10, 40))
    assert small < large < 6 * small


def test_keys_that_come_at_once_are_read_as_one() -> None:
    one, many = (min(seconds_to_take(keys) for _ in range(3)) for keys in (1, 60))
    assert many < 20 * one


def seconds_to_take(keys: int) -> float:
    """Measure what the processor has to do until the last of some keys in a row of thousands is read."""
    source = Source.parse("row = [" + "abc, " * 40_000 + "]\n")
    began = time.process_time()
    for number in range(keys):
        at = Position(0, 100_010 + number)
        source = source.edited([Edit(at, at, "x")])
    assert not source.broken
    return time.process_time() - began
