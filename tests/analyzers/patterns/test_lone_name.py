"""A name that stands alone on its line: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "lone-name"


def test_a_name_alone() -> None:
    check_findings(
        """
        if True:
            greet
        #   ^^^^^ info[lone-name]: What does Python do when it reads only `greet`?
            items.sort
        #   ^^^^^^^^^^ info[lone-name]: What does Python do when it reads only `items.sort`?
    """,
        only=RULE,
    )


@pytest.mark.parametrize(
    "program",
    [
        "f()\n",
        "x.sort()\n",
        "...\n",
        "try:\n    unicode\nexcept NameError:\n    raise\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
