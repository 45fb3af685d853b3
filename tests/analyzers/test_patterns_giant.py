"""Patterns take giant programs, and what in them is too long to be read, as calmly as small ones."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from gadfly_analyzers.check import check
from gadfly_analyzers.patterns.asking import LONGEST_CODE
from gadfly_analyzers.source import Source
from helpers.counted import calls_of

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
    "one name in loops": lambda size: (
        "def f(a):\n"
        + "".join(f"{' ' * depth}t = 0\n{' ' * depth}for x in a:\n" for depth in range(1, size // 4))
        + " " * (size // 4)
        + "t += x\n"
    ),
    "lists in lists": lambda size: "x = " + "[" * (size // 3) + "i" + " for i in a]" * (size // 3) + "\n",
    "names added": lambda size: "x = " + " + ".join(f"a{number}" for number in range(size)) + "\n",
    "trials": lambda size: "".join(f"{' ' * depth}try:\n" for depth in range(size)) + " " * size + "pass\n",
    "a text that grows": lambda size: (
        "def f(s, x):\n" + "".join(f"    s = s + str({number}) + ','\n" for number in range(size)) + "    return s\n"
    ),
    "one list changed": lambda size: (
        "def f(b):\n" + "".join(f"    b[{number}] = 1\n    b.append(2)\n" for number in range(size)) + "    return b\n"
    ),
    "two names of one list": lambda size: "def f(x):\n" + "    y = x\n    y.append(1)\n    print(x, y)\n" * size,
    "fractions compared": lambda size: "def f(x, y):\n" + "    if x == 0.5:\n        y = x / 2\n" * size,
    "numbers typed": lambda size: "def f():\n" + "    n = input()\n    if n == 2:\n        print(n)\n" * size,
    "items removed": lambda size: (
        "def f(a):\n" + "    for x in a:\n        if x == 2:\n            a.remove(x)\n" * size
    ),
    "calls of itself that are kept": lambda size: "def f(n):\n" + "    x = f(n - 1)\n" * size,
    "calls of itself let go": lambda size: "def f(n):\n" + "    if n:\n        return 1\n    f(n - 1)\n" * size,
    "ways that print": lambda size: (
        "def f(x):\n    if x == 0:\n        print(x)\n"
        + "".join(f"    elif x == {number}:\n        print({number})\n" for number in range(1, size))
    ),
    "helpers in a function": lambda size: (
        "def f(x):\n"
        + "".join(f"    def g{one}(y):\n        return y + 1\n\n" for one in range(size))
        + "    print(x)\n"
    ),
    "functions in functions": lambda size: "x = " + "lambda: " * (size // 2) + "a\n",
}


@pytest.mark.parametrize("giant", GIANTS.values(), ids=GIANTS)
def test_twice_as_long_is_not_four_times_the_work(giant: Callable[[int], str]) -> None:
    assert _calls_for(giant(400)) < 3.5 * _calls_for(giant(200))


@pytest.mark.parametrize("line", ["for i# in range(2):", "while a < #:", "if a == #:"])
def test_a_deep_nest_is_checked_about_as_soon_as_it_is_parsed(line: str) -> None:
    # What is counted here is time, since it went by in the parser's library and in searches of texts.
    nest = "".join(f"{' ' * depth}{line.replace('#', str(depth))}\n" for depth in range(400))
    program = nest + " " * 400 + "a += 1\n"
    assert min(_seconds_for(program) for _ in range(3)) < 10 * min(_seconds_to_parse(program) for _ in range(3))


def test_of_twenty_blocks_in_each_other_all_is_asked_and_of_what_nobody_could_read_nothing() -> None:
    read, deeper = (
        "def f(x, seen=[]):\n"
        + "".join(f"{' ' * depth}if x > {depth}:\n" for depth in range(1, levels))
        + " " * levels
        + "seen.append(x + 1)\n"
        for levels in (20, 90)
    )
    assert [each.rule for each in check(Source.parse(read))] == ["mutable-default"]
    assert check(Source.parse(deeper)) == []


def test_of_a_line_that_nobody_could_read_nothing_is_asked() -> None:
    line, wide = (f"def f(x, seen=[]): return ({'x, ' * size})\n" for size in (1_000, 100_000))
    assert [each.rule for each in check(Source.parse(line))] == ["mutable-default"]
    assert check(Source.parse(wide)) == []
    calls = "".join(f"    print({'x(1), ' * size})\n" for size in (1, 100_000))
    assert check(Source.parse("class A:\n" + calls)) == []


def test_of_a_program_that_is_four_times_as_long_each_function_takes_as_long() -> None:
    # Here, too, it is time that counts: Python's own table of names looks for each of them in every function.
    short, long = ("".join(f"def f{one}(a):\n    return a\n" for one in range(size)) for size in (4_000, 16_000))
    assert _seconds_for(long) < 10 * min(_seconds_for(short) for _ in range(2))


def test_a_short_statement_takes_few_steps() -> None:
    assert _calls_for("a = 1\n" * 1_000) < 60 * 1_000


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


def _seconds_to_parse(program: str) -> float:
    """Measure what the processor has to do before anything can be asked of a program."""
    began = time.process_time()
    Source.parse(program)
    return time.process_time() - began


def _seconds_for(program: str) -> float:
    """Measure what the processor had to do to check a program."""
    source, began = Source.parse(program), time.process_time()
    check(source)
    return time.process_time() - began


def _calls_for(program: str) -> int:
    """Count what is called while a program is checked."""
    source = Source.parse(program)
    return calls_of(lambda: check(source))
