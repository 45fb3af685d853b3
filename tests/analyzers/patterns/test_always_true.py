"""A choice of values that is always true: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "always-true"


def test_a_condition_that_is_always_true() -> None:
    check_findings(
        """
        if day == "Saturday" or "Sunday" or "Monday":
            #                   ^^^^^^^^ info[always-true]: Is this value alone true or false to Python?
            #                               ^^^^^^^^ info[always-true]: Is this value alone true or false to Python?
            rest()
    """,
        only=RULE,
    )


@pytest.mark.parametrize(
    "program",
    [
        "if x == 'a' or x == 'b':\n    pass\n",
        "name = given or 'nobody'\n",
        "if x == 'a' and 'b':\n    pass\n",
        "ok = x in xs or 'b'\n",
        "ok = x == 1 or 0\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
