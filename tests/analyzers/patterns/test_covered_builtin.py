"""A name of Python's own that stands for something else: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "covered-builtin"


@pytest.mark.parametrize(
    "program",
    [
        """
        def average(numbers):
            sum = 0
        #   ^^^ info[covered-builtin]: From here on, what does `sum` stand for when it is called?
            for n in numbers:
                sum += n
            return sum(numbers) / len(numbers)
        """,
        """
        list = [3, 1, 2]
        ^^^^ info[covered-builtin]: From here on, what does `list` stand for when it is called?
        print(list)
        words = list("abc")
        """,
        """
        def biggest(xs):
            max = xs[0]
        #   ^^^ info[covered-builtin]: From here on, what does `max` stand for when it is called?
            for x in xs:
                max = max(max, x)
            return max
        """,
        """
        def count(text):
            len = len(text)
        #   ^^^ info[covered-builtin]: From here on, what does `len` stand for when it is called?
            return len
        """,
        """
        def copy(list):
        #        ^^^^ info[covered-builtin]: From here on, what does `list` stand for when it is called?
            return list(list)
        """,
        """
        def label(str, n):
        #         ^^^ info[covered-builtin]: From here on, what does `str` stand for when it is called?
            return str + str(n)
        """,
        """
        def total(rows):
            for sum in rows:
        #       ^^^ info[covered-builtin]: From here on, what does `sum` stand for when it is called?
                print(sum)
            return sum([1, 2])
        """,
        """
        str = "abc"
        ^^^ info[covered-builtin]: From here on, what does `str` stand for when it is called?

        def show(n):
            return str(n)
        """,
        """
        def pairs(xs, range):
        #             ^^^^^ info[covered-builtin]: From here on, what does `range` stand for when it is called?
            for i in range(len(xs)):
                print(i)
        """,
        """
        def is_list(list):
        #           ^^^^ info[covered-builtin]: From here on, what does `list` stand for when it is called?
            return isinstance(list, list)
        """,
        """
        input = input("Name? ")
        ^^^^^ info[covered-builtin]: From here on, what does `input` stand for when it is called?
        age = input("Age? ")
        """,
        """
        def f(xs):
            min, max = xs[0], xs[0]
        #        ^^^ info[covered-builtin]: From here on, what does `max` stand for when it is called?
            return max(xs) - min
        """,
        """
        def f(xs):
            for x in xs:
                sum += x
        #       ^^^ info[covered-builtin]: From here on, what does `sum` stand for when it is called?
            return sum
        """,
        """
        def f(xs):
            for x in xs:
                max = max + x
        #       ^^^ info[covered-builtin]: From here on, what does `max` stand for when it is called?
            return max
        """,
    ],
)
def test_a_name_of_python_s_own_that_stands_for_something_else(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        """
        def total(xs):
            sum = 0
            for x in xs:
                sum += x
            return sum
        """,
        """
        total = sum([1])
        sum = 3
        """,
        """
        def max(a, b):
            return a if a > b else b
        print(max(1, 2))
        """,
        """
        from math import pow
        pow(1, 2)
        """,
        """
        import builtins
        open = builtins.open
        open("x")
        """,
        """
        class A:
            max = 3
            def f(self):
                return max(1, 2)
        """,
        """
        def f(xs):
            sum = 0
            def g(sum, x):
                return sum + x
            return g(sum, 1)
        """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
