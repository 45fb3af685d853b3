"""A parameter that loses its value at once: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "argument-lost"


@pytest.mark.parametrize(
    "program",
    [
        """
        def total(prices):
            prices = [1, 2, 3]
        #   ^^^^^^ info[argument-lost]: Which line reads the `prices` that the caller hands over?
            return sum(prices)
        """,
        """
        def greet(name):
            name = "Ada"
        #   ^^^^ info[argument-lost]: Which line reads the `name` that the caller hands over?
            return "Hi " + name
        """,
        """
        def double(n):
            n = int(input())
        #   ^ info[argument-lost]: Which line reads the `n` that the caller hands over?
            return n * 2
        """,
        """
        def power(base, exponent):
            result = 1
            exponent = 3
        #   ^^^^^^^^ info[argument-lost]: Which line reads the `exponent` that the caller hands over?
            for i in range(exponent):
                result *= base
            return result
        """,
        """
        def count(n):
            for n in range(10):
        #       ^ info[argument-lost]: Which line reads the `n` that the caller hands over?
                print(n)
        """,
        """
        class A:
            def put(self, value):
                \"\"\"Put it.\"\"\"
                value = 0
        #       ^^^^^ info[argument-lost]: Which line reads the `value` that the caller hands over?
                self.value = value
        """,
        """
        def area(w: int, h: int = 2) -> int:
            w = 4
        #   ^ info[argument-lost]: Which line reads the `w` that the caller hands over?
            return w * h
        """,
        """
        def add(a, b):
            a = 1
        #   ^ info[argument-lost]: Which line reads the `a` that the caller hands over?
            b = 2
        #   ^ info[argument-lost]: Which line reads the `b` that the caller hands over?
            return a + b
        """,
        """
        def f(a, b):
            a, b = 1, 2
        #   ^ info[argument-lost]: Which line reads the `a` that the caller hands over?
        #      ^ info[argument-lost]: Which line reads the `b` that the caller hands over?
            return a + b
        """,
        """
        def area(r):
            r = float(input('r'))
        #   ^ info[argument-lost]: Which line reads the `r` that the caller hands over?
            return 3 * r
        """,
    ],
)
def test_a_parameter_that_loses_its_value_at_once(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        """
        def f(x):
            x = x or 1
            return x
        """,
        """
        def f(x):
            y = x
            x = 0
            return x + y
        """,
        """
        def f(x=None):
            if x is None:
                x = []
            return x
        """,
        """
        def f(xs):
            for x in xs:
                xs = []
        """,
        """
        def f(x):
            x += 1
            return x
        """,
        """
        def f(x):
            y = 0
            return x
        """,
        """
        def swap(a, b):
            a, b = b, a
            return a, b
        """,
        """
        def f(name):
            name = f"{name}!"
            return name
        """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
