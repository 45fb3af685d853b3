"""Two signs in front of a number: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "doubled-sign"


def test_two_signs() -> None:
    check_findings(
        """
        while True:
            ++i
        #   ^^^ info[doubled-sign]: What is the value before `++`, and what is it after?
    """,
        only=RULE,
    )


@pytest.mark.parametrize(
    "program",
    [
        "+i\n",
        "x - -1\n",
        "x = 1 - -i\n",
        "x = + +i\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
