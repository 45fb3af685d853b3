"""A comparison whose answer nobody uses: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "comparison-statement"


def test_a_comparison_alone() -> None:
    check_findings(
        """
        score == 0
        ^^^^^^^^^^ info[comparison-statement]: Who uses the answer of this comparison?
    """,
        only=RULE,
    )


@pytest.mark.parametrize(
    "program",
    [
        "x = 3\n",
        "y = x == 3\n",
        "assert x == 3\n",
        "f(x == 3)\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
