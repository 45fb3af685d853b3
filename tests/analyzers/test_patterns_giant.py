"""Patterns take giant programs, and what in them is too long to be read, as calmly as small ones."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from gadfly_analyzers.check import check
from gadfly_analyzers.patterns.asking import LONGEST_CODE
from gadfly_analyzers.source import Source

GIANTS: dict[str, Callable[[int], str]] = {
    "branches": lambda size: (
        "def f(x):\n    if x == 0:\n        return 0\n"
        + "".join(f"    elif x == {number}:\n        return {number}\n" for number in range(1, size))
    ),
    "tests": lambda size: "def f(a, x):\n    x = " + " and ".join(["a == 1"] * size) + "\n    return x\n",
    "sum": lambda size: "def f(a):\n    return " + " + ".join(["a"] * size) + "\n",
    "loops": lambda size: (
        "".join(f"{' ' * depth}for a in b:\n" for depth in range(size * 3 // 4)) + " " * (size * 3 // 4) + "pass\n"
    ),
    "loops up to one count": lambda size: (
        "def f(a):\n"
        + "".join(f"{' ' * depth}for i{depth} in range(a):\n" for depth in range(1, size // 4))
        + " " * (size // 4)
        + "print(a)\n"
    ),
    "loops over one list": lambda size: "def f(values):\n" + "    for value in values:\n        print(value)\n" * size,
    "functions in functions": lambda size: "x = " + "lambda: " * (size // 2) + "a\n",
}


@pytest.mark.parametrize("giant", GIANTS.values(), ids=GIANTS)
def test_twice_as_long_is_not_four_times_the_work(giant: Callable[[int], str]) -> None:
    assert _calls_for(giant(400)) < 3.5 * _calls_for(giant(200))


def test_a_nest_twice_as_deep_is_not_four_times_the_work() -> None:
    # What is counted here is time, since it went by in the parser's library and in searches of texts.
    assert min(_seconds_for(_nest(800)) for _ in range(3)) < 3 * min(_seconds_for(_nest(400)) for _ in range(3))


@pytest.mark.parametrize(
    "program",
    [
        "def f(n):\n    for " + "i" * 3000 + " in range(1, n):\n        print(" + "i" * 3000 + ")\n",
        'def f(counts):\n    d = {}\n    d["some very long key that never seems to come to its end"] += 1\n',
        "def f(x):\n    d = {}\n    d[x,\n      1] += 1\n",
    ],
    ids=["name", "key", "lines"],
)
def test_a_question_repeats_nothing_that_is_too_long_to_be_read(program: str) -> None:
    (asked,) = check(Source.parse(program))
    assert "\n" not in asked.message
    assert len(asked.message) < LONGEST_CODE + 60


def test_a_backtick_in_a_program_ends_no_quotation() -> None:
    (asked,) = check(Source.parse("def f():\n    d = {}\n    d['`'] += 1\n    return d\n"))
    assert asked.message == "What does `d[''']` hold the first time?"


def _nest(depth: int) -> str:
    """Write loops inside each other that count."""
    return "".join(f"{' ' * at}for i{at} in range(2):\n" for at in range(depth)) + " " * depth + "pass\n"


def _seconds_for(program: str) -> float:
    """Measure what the processor had to do to check a program."""
    source, began = Source.parse(program), time.process_time()
    check(source)
    return time.process_time() - began


def _calls_for(program: str) -> int:
    """Count what Python calls while a program is checked, which no other work on the machine can disturb."""
    source, calls = Source.parse(program), 0

    def count(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        check(source)
    finally:
        sys.setprofile(None)
    return calls
