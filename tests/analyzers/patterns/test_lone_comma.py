"""A comma behind a single value: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "lone-comma"


@pytest.mark.parametrize(
    "program",
    [
        """
    def total(prices):
        result = 0,
    #            ^^ info[lone-comma]: What type of value does everything on this line make?
        for price in prices:
            result += price
        return result
    """,
        """
    def area(width, height):
        return width * height,
    #          ^^^^^^^^^^^^^^^ info[lone-comma]: What type of value does everything on this line make?
    """,
        """
    class Point:
        def __init__(self, x, y):
            self.x = x,
    #                ^^ info[lone-comma]: What type of value does everything on this line make?
            self.y = y
    """,
        """
    def count(items):
        n = 0
        for item in items:
            n += 1,
    #            ^^ info[lone-comma]: What type of value does everything on this line make?
        return n
    """,
        """
    def name(text):
        clean = text.strip(),
    #           ^^^^^^^^^^^^^ info[lone-comma]: What type of value does everything on this line make?
        return clean
    """,
        """
    def f(x):
        y: int = x + 1,
    #            ^^^^^^ info[lone-comma]: What type of value does everything on this line make?
        return y
    """,
        """
    def numbers():
        yield 1,
    #         ^^ info[lone-comma]: What type of value does everything on this line make?
    """,
    ],
)
def test_a_comma_behind_a_single_value(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "x = (5,)\n",
        "x, = y\n",
        "x = 5, 6\n",
        "return_value = f(1,)\n",
        "xs = [1,]\n",
        "def f():\n    return 1, 2\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
