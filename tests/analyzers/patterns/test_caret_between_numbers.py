"""A caret between numbers: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "caret-between-numbers"


@pytest.mark.parametrize(
    "program",
    [
        """
        def square(side):
            return side ^ 2
        #          ^^^^^^^^ info[caret-between-numbers]: For small numbers, what does `side ^ 2` give?
        """,
        """
        def power(base, exponent):
            return base ^ exponent
        #          ^^^^^^^^^^^^^^^ info[caret-between-numbers]: For small numbers, what does `base ^ exponent` give?
        """,
        """
        def interest(money, rate, years):
            return money * (1 + rate) ^ years
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^ info[caret-between-numbers]: What does `^` do with two numbers?
        """,
        """
        def area(r):
            pi = 3.14
            return pi * (r ^ 2)
        #                ^^^^^ info[caret-between-numbers]: For small numbers, what does `r ^ 2` give?
        """,
        """
        def distance(a, b):
            return ((a - b) ^ 2) ** 0.5
        #           ^^^^^^^^^^^ info[caret-between-numbers]: For small numbers, what does `(a - b) ^ 2` give?
        """,
        """
        def grow(n):
            n ^= 2
        #   ^^^^^^ info[caret-between-numbers]: For small numbers, what does `n ^= 2` give?
            return n
        """,
        """
        total = 0
        for i in range(4):
            total += i ^ 3
        #            ^^^^^ info[caret-between-numbers]: For small numbers, what does `i ^ 3` give?
        """,
        """
        def powers(n):
            result = []
            for i in range(n):
                result.append(2 ^ i)
        #                     ^^^^^ info[caret-between-numbers]: For small numbers, what does `2 ^ i` give?
            return result
        """,
    ],
)
def test_a_caret_between_numbers(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        """
        def toggle(flags):
            return flags ^ 0x01
        """,
        """
        def f(a, b):
            return (a ^ b) & 255
        """,
        """
        def odd_one(xs):
            result = 0
            for x in xs:
                result ^= x
            return result
        """,
        """
        def f(a, b):
            return (a > 1) ^ (b > 1)
        """,
        """
        def f(a):
            return set(a) ^ {1}
        """,
        """
        def xor(a, b):
            return a ^ b
        """,
        """
        def f(a):
            return a ** 2
        """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
