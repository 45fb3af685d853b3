"""Small programs with a fault, and the check of what is said about them."""

from __future__ import annotations

import sys
from pathlib import Path

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.leaks.checker import Checker
from gadfly_analyzers.leaks.prepare import prepare
from helpers.assignments import write

PROGRAMS: dict[str, tuple[str, str]] = {
    "grown_up": (
        """
        def grown_up(age):
            if age > 18:
                return "yes"
            return "no"
        """,
        """
        from work import grown_up

        def test_child():
            assert grown_up(7) == "no"

        def test_old():
            assert grown_up(40) == "yes"

        def test_just():
            assert grown_up(18) == "yes"
        """,
    ),
    "add_all": (
        """
        def add_all(numbers):
            total = 0
            for i in range(len(numbers) - 1):
                total = total + numbers[i]
            return total
        """,
        """
        from work import add_all

        def test_none():
            assert add_all([]) == 0

        def test_two():
            assert add_all([3, 4]) == 7

        def test_three():
            assert add_all([5, 6, 8]) == 19
        """,
    ),
    "shout": (
        """
        def shout(words):
            loud = []
            for word in words:
                loud.append(word.upper())
                return loud
        """,
        """
        from work import shout

        def test_one():
            assert shout(["hey"]) == ["HEY"]

        def test_two():
            assert shout(["hey", "you"]) == ["HEY", "YOU"]
        """,
    ),
    "longest": (
        """
        def longest(words):
            best = ""
            last = ""
            for word in words:
                if len(word) > len(best):
                    best = word
                last = word
            return last
        """,
        """
        from work import longest

        def test_one():
            assert longest(["plum"]) == "plum"

        def test_first():
            assert longest(["cherry", "fig"]) == "cherry"

        def test_middle():
            assert longest(["fig", "cherry", "kiwi"]) == "cherry"
        """,
    ),
    "tidy": (
        """
        def tidy(name):
            return name
        """,
        """
        from work import tidy

        def test_plain():
            assert tidy("ada") == "ada"

        def test_loud():
            assert tidy("ADA") == "ada"
        """,
    ),
    "twice": (
        """
        def twice(n):
            return n + n + 1
        """,
        """
        from work import twice

        def test_two():
            assert twice(2) == 4

        def test_five():
            assert twice(5) == 10
        """,
    ),
    "same": (
        """
        def same(a, b):
            if a == b:
                return False
            return a == b
        """,
        """
        from work import same

        def test_same():
            assert same(1, 1)

        def test_other():
            assert not same(1, 2)
        """,
    ),
    "unread": (
        """
        def double(number)
            return 2 * number
        """,
        """
        from work import double

        def test_it():
            assert double(4) == 8
        """,
    ),
}


async def checker_of(name: str, runner: Runner, folder: Path) -> Checker:
    """Prepare the check of a program."""
    program, tests = PROGRAMS[name]
    assignment = write(folder / name, program, tests)
    return await prepare(assignment.program, runner, interpreter=Path(sys.executable), assignment=assignment)
