"""A name that gets what a method without an answer gives: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "nothing-kept"


def test_the_result_of_a_method_that_gives_none() -> None:
    check_findings(
        """
        if scores:
            scores = scores.sort()
        #   ^^^^^^^^^^^^^^^^^^^^^^ info[nothing-kept]: What does `sort` give back?
    """,
        only=RULE,
    )


@pytest.mark.parametrize(
    "program",
    [
        "x.sort()\n",
        "x = sorted(x)\n",
        "x = y.append(1)\n",
        "x = x.pop()\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
