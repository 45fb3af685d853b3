"""A question about membership, compared with something else at once: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "chained-membership"


@pytest.mark.parametrize(
    "program",
    [
        """
    def is_new(name, names):
        if not name in names == False:
    #          ^^^^^^^^^^^^^^^^^^^^^^ info[chained-membership]: Which two things does `==` compare here?
            return True
        return False
    """,
        """
    def has(x, xs):
        return x in xs == True
    #          ^^^^^^^^^^^^^^^ info[chained-membership]: Which two things does `==` compare here?
    """,
        """
    def lacks(x, xs):
        return x not in xs == True
    #          ^^^^^^^^^^^^^^^^^^^ info[chained-membership]: Which two things does `==` compare here?
    """,
        """
    def unique(items):
        seen = []
        for item in items:
            if item in seen == False:
    #          ^^^^^^^^^^^^^^^^^^^^^ info[chained-membership]: Which two things does `==` compare here?
                seen.append(item)
        return seen
    """,
        """
    def wait(key, keys):
        while key in keys != True:
    #         ^^^^^^^^^^^^^^^^^^^ info[chained-membership]: Which two things does `!=` compare here?
            key += 1
    """,
        """
    def both(a, b, xs):
        return a == b in xs
    #          ^^^^^^^^^^^^ info[chained-membership]: Which two things does `==` compare here?
    """,
        """
    def known(word, words):
        if word in words is False:
    #      ^^^^^^^^^^^^^^^^^^^^^^ info[chained-membership]: Which two things does `is` compare here?
            return 0
        return 1
    """,
    ],
)
def test_membership_in_a_chain(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "x in xs\n",
        "(x in xs) == False\n",
        "not x in xs\n",
        "x in xs and y == True\n",
        "1 < x < 3\n",
        "x in (y == z)\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
