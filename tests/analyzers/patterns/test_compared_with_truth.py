"""A comparison chained with `True` or `False`: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "compared-with-truth"


@pytest.mark.parametrize(
    "program",
    [
        """
        def is_three(number):
            return number == 3 == True
        #          ^^^^^^^^^^^^^^^^^^^ info[compared-with-truth]: Which two things does each of these signs compare?
        """,
        """
        def f(n):
            if n % 2 == 0 == True:
        #      ^^^^^^^^^^^^^^^^^^ info[compared-with-truth]: Which two things does each of these signs compare?
                return "even"
            return "odd"
        """,
        """
        def f(n):
            while n > 3 == True:
        #         ^^^^^^^^^^^^^ info[compared-with-truth]: Which two things does each of these signs compare?
                n -= 1
            return n
        """,
        """
        def f(n):
            return True == n == 3
        #          ^^^^^^^^^^^^^^ info[compared-with-truth]: Which two things does each of these signs compare?
        """,
        """
        def f(a, b):
            if a == b == False:
        #      ^^^^^^^^^^^^^^^ info[compared-with-truth]: Which two things does each of these signs compare?
                return 1
        """,
        """
        def f(x):
            return 0 < x < 10 == True
        #          ^^^^^^^^^^^^^^^^^^ info[compared-with-truth]: Which two things does each of these signs compare?
        """,
        """
        def f(x):
            return x != 3 is True
        #          ^^^^^^^^^^^^^^ info[compared-with-truth]: Which two things does each of these signs compare?
        """,
        """
        def f(x):
            return x == 3 == (True)
        #          ^^^^^^^^^^^^^^^^ info[compared-with-truth]: Which two things does each of these signs compare?
        """,
    ],
)
def test_a_comparison_chained_with_true_or_false(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "x = n == True\n",
        "x = (n == 3) == True\n",
        "x = a == b == c\n",
        "x = y in z == False\n",
        "x = not y in z == False\n",
        "x = f(True) == 3 == y\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
