"""Keeping what `print` gives back: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "printed-not-given"


def test_keeping_what_print_gives() -> None:
    check_findings(
        """
        def double(number):
            return print(number * 2)
        #          ^^^^^^^^^^^^^^^^^ info[printed-not-given]: What does `print` give back to your program?
    """,
        only=RULE,
    )


@pytest.mark.parametrize(
    "program",
    [
        "print(1)\n",
        "def f(x):\n    return str(x)\n",
        "show = print\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
