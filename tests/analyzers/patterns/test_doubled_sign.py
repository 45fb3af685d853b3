"""Two signs in front of a number: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "doubled-sign"


@pytest.mark.parametrize(
    "program",
    [
        """
    def count(items):
        i = 0
        while i < len(items):
            ++i
    #       ^^^ info[doubled-sign]: What comes out of `++` here?
        return i
    """,
        """
    def down(n):
        while n > 0:
            print(n)
            --n
    #       ^^^ info[doubled-sign]: What comes out of `--` here?
    """,
        """
    def first(items):
        i = -1
        while ++i < len(items):
    #         ^^^ info[doubled-sign]: What comes out of `++` here?
            print(items[i])
    """,
        """
    def count(items):
        n = 0
        for item in items:
            n = ++n
    #           ^^^ info[doubled-sign]: What comes out of `++` here?
        return n
    """,
        """
    def next_number(n):
        return ++n
    #          ^^^ info[doubled-sign]: What comes out of `++` here?
    """,
        """
    def show(n):
        print(++n)
    #         ^^^ info[doubled-sign]: What comes out of `++` here?
    """,
        """
    def nth(items, i):
        return items[--i]
    #                ^^^ info[doubled-sign]: What comes out of `--` here?
    """,
        """
    class Counter:
        def up(self):
            ++self.count
    #       ^^^^^^^^^^^^ info[doubled-sign]: What comes out of `++` here?
    """,
        """
    def total(items):
        i, result = 0, 0
        for item in items:
            result += ++i
    #                 ^^^ info[doubled-sign]: What comes out of `++` here?
        return result
    """,
    ],
)
def test_two_signs_in_front_of_a_number(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "+i\n",
        "x - -1\n",
        "x = 1 - -i\n",
        "x = + +i\n",
        "x--1\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
