"""An error that disappears without a trace: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "silent-except"


def test_an_error_that_disappears() -> None:
    check_findings(
        """
        try:
            work()
        except:
        ^^^^^^ info[silent-except]: If something goes wrong above, how would you find out?
            pass  # never mind
    """,
        only=RULE,
    )


@pytest.mark.parametrize(
    "program",
    [
        "try:\n    f()\nexcept ValueError:\n    pass\n",
        "try:\n    f()\nexcept:\n    raise\n",
        "try:\n    f()\nexcept Exception as error:\n    print(error)\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
