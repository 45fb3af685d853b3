"""A condition that cannot go both ways: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "settled-condition"


@pytest.mark.parametrize(
    "program",
    [
        """
    def check(age):
        if age < 0 and age > 120:
    #      ^^^^^^^^^^^^^^^^^^^^^ info[settled-condition]: Which value makes both tests true at once?
            return "wrong"
        return "fine"
    """,
        """
    def ask(answer):
        while answer != "y" or answer != "n":
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[settled-condition]: Which value makes both tests false at once?
            answer = "y"
        return answer
    """,
        """
    def is_vowel(ch):
        return ch == "a" and ch == "e" and ch == "i"
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[settled-condition]: Which value makes both tests true at once?
    """,
        """
    def is_valid(x):
        if x > 0 or x < 100:
    #      ^^^^^^^^^^^^^^^^ info[settled-condition]: Which value makes both tests false at once?
            return True
        return False
    """,
        """
    def not_weekend(day):
        if not day == "Sat" or not day == "Sun":
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[settled-condition]: Which value makes both tests false at once?
            return True
        return False
    """,
        """
    def inside(grid, row):
        if row < 0 and row >= len(grid):
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[settled-condition]: Which value makes both tests true at once?
            return False
        return True
    """,
        """
    def outside(value, low, high):
        return value < low and value > high
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[settled-condition]: Which value makes both tests true at once?
    """,
        """
    def consonant(word):
        return (word[0] != "a") or (word[0] != "e")
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[settled-condition]: Which value makes both tests false at once?
    """,
        """
    def grade(score):
        if score > 100 and 0 > score:
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ info[settled-condition]: Which value makes both tests true at once?
            return "none"
        return "some"
    """,
        """
    def on_board(x, y, width, height):
        if x < 0 and x >= width:
    #      ^^^^^^^^^^^^^^^^^^^^ info[settled-condition]: Which value makes both tests true at once?
            return False
        return not (y < 0 and y >= height)
    #               ^^^^^^^^^^^^^^^^^^^^^ info[settled-condition]: Which value makes both tests true at once?
    """,
    ],
)
def test_a_condition_that_cannot_go_both_ways(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "x < 0 or x > 10\n",
        "x > 0 and x < 10\n",
        "x != 1 and x != 2\n",
        "x == 1 or x == 2\n",
        "x == 1 and y == 2\n",
        'x != "a" or x != y\n',
        "a == b and a == c\n",
        "a != b or a != c\n",
        "x < a and x > b\n",
        "x > low and x < high\n",
        "x >= 10 and x <= 10\n",
        "x == 1 and x < 5\n",
        'x == 1 and x == "a"\n',
        "row < 0 or row >= len(grid)\n",
        "x < 0 and x > worst\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
