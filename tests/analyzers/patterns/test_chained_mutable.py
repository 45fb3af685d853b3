"""Two names for one new list: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "chained-mutable"


@pytest.mark.parametrize(
    "program",
    [
        """
    def split(numbers):
        evens = odds = []
    #   ^^^^^^^^^^^^^^^^^ info[chained-mutable]: How many lists does Python make on this line?
        for n in numbers:
            if n % 2 == 0:
                evens.append(n)
            else:
                odds.append(n)
        return evens, odds
    """,
        """
    class Log:
        def __init__(self):
            self.errors = self.warnings = []
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[chained-mutable]: How many lists does Python make on this line?
    """,
        """
    def tables():
        a = b = c = {}
    #   ^^^^^^^^^^^^^^ info[chained-mutable]: How many dictionaries does Python make on this line?
        a["x"] = 1
        return b
    """,
        """
    def rows(n):
        left = right = [0] * n
    #   ^^^^^^^^^^^^^^^^^^^^^^ info[chained-mutable]: How many lists does Python make on this line?
        left[0] = 1
        return right
    """,
        """
    seen = todo = set()
    ^^^^^^^^^^^^^^^^^^^ info[chained-mutable]: How many sets does Python make on this line?
    """,
        """
    def f(n):
        xs = ys = [i for i in range(n)]
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[chained-mutable]: How many lists does Python make on this line?
        xs.pop()
        return ys
    """,
        """
    def f(text):
        a = b = list(text)
    #   ^^^^^^^^^^^^^^^^^^ info[chained-mutable]: How many lists does Python make on this line?
        a.sort()
        return b
    """,
    ],
)
def test_two_names_for_one_new_list(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "a = b = 0\n",
        "a = b = ()\n",
        "a, b = [], []\n",
        "a = []\n",
        'a = b = "x"\n',
        "a = b = len(xs)\n",
        "a = b = 2 * n\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
