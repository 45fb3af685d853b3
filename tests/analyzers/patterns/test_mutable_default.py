"""A default value that every call shares: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "mutable-default"


def test_a_default_that_all_calls_share() -> None:
    check_findings(
        """
        def add(item, basket=[]):
            #                ^^ info[mutable-default]: When is this default made: once, or at every call?
            pass

        def put(seen: dict = {}):
        #                    ^^ info[mutable-default]: When is this default made: once, or at every call?
            return basket
    """,
        only=RULE,
    )


@pytest.mark.parametrize(
    "program",
    [
        "def f(a=None):\n    pass\n",
        "def f(a=()):\n    pass\n",
        "f(a=[])\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
