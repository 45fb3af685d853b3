"""A line that no run can reach: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "never-reached"


def test_lines_behind_a_return() -> None:
    check_findings(
        """
        def double(number):
            return number
            number = number * 2
        #   ^^^^^^^^^^^^^^^^^^^ info[never-reached]: When does a run come to this line?
            return number
    """,
        only=RULE,
    )


@pytest.mark.parametrize(
    "program",
    [
        "def f(x):\n    if x:\n        return 1\n    return 2\n",
        "def f():\n    return 1\n    # a remark\n",
        "def f():\n    return\n    yield\n",
        "for x in xs:\n    break\n    pass\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
