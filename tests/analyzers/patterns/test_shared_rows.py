"""Rows that are all the same list: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "shared-rows"


def test_rows_that_are_one_list() -> None:
    check_findings(
        """
        board = [[0] * 2] * 3
        #       ^^^^^^^^^^^^^ info[shared-rows]: How many inner lists does Python make here?
    """,
        only=RULE,
    )


@pytest.mark.parametrize(
    "program",
    [
        "rows = [0] * 3\n",
        "rows = [[0] * 3 for _ in range(3)]\n",
        "rows = [[0], [1]]\n",
        "x = 2 * 3\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
