"""Asking whether something is the same thing as a literal: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "identity-of-literal"


def test_identity_of_a_literal() -> None:
    check_findings(
        """
        if command is "quit":
        #  ^^^^^^^^^^^^^^^^^ info[identity-of-literal]: Can two values be equal without being the same object?
            stop()
    """,
        only=RULE,
    )


@pytest.mark.parametrize(
    "program",
    [
        "ok = x is None\n",
        "ok = x is not True\n",
        "ok = x is y\n",
        "ok = x == 5\n",
        "ok = x is ...\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
