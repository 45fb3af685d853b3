"""Work with what `print` gives back: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "printed-not-given"


@pytest.mark.parametrize(
    "program",
    [
        """
        def double(number):
            return print(number * 2)
        #          ^^^^^^^^^^^^^^^^^ info[printed-not-given]: What does `print` give back?
        """,
        """
        def show(xs):
            result = print(xs)
        #            ^^^^^^^^^ info[printed-not-given]: What does `print` give back?
            return result
        """,
        """
        def show(n):
            return print("a") if n else print("b")
        #          ^^^^^^^^^^ info[printed-not-given]: What does `print` give back?
        #                               ^^^^^^^^^^ info[printed-not-given]: What does `print` give back?
        """,
        """
        def show(n):
            return (print(n))
        #           ^^^^^^^^ info[printed-not-given]: What does `print` give back?
        """,
        """
        def show(n):
            return print
        #          ^^^^^ info[printed-not-given]: What does `print` give back?
        """,
        """
        def total(n):
            s = 0
            s += print(n)
        #        ^^^^^^^^ info[printed-not-given]: What does `print` give back?
            return s
        """,
        """
        def both(n):
            return n, print(n)
        #             ^^^^^^^^ info[printed-not-given]: What does `print` give back?
        """,
        """
        def shout(t):
            return len(print(t)) + 1
        #              ^^^^^^^^ info[printed-not-given]: What does `print` give back?
        """,
    ],
)
def test_work_with_what_print_gives_back(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "print(1)\n",
        "f = lambda x: print(x)\n",
        "x = print_all(1)\n",
        "run(print)\n",
        "return_value = 1\n",
        """
        def f(x):
            return str(x)
        """,
        "show = print\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
