"""A new text that nobody keeps: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "text-not-kept"


def test_a_text_that_nobody_keeps() -> None:
    check_findings(
        """
        if name:
            name.strip()
        #   ^^^^^^^^^^^^ info[text-not-kept]: Where does the text that `strip` makes go?
    """,
        only=RULE,
    )


@pytest.mark.parametrize(
    "program",
    [
        "s = s.strip()\n",
        "s.sort()\n",
        "print(s.upper())\n",
        "s.strip().split()\n",
        "turtle.title('x')\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
