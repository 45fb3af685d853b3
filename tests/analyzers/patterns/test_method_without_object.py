"""A method with no place for its object: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "method-without-object"


def test_a_method_that_takes_nothing() -> None:
    check_findings(
        """
        class Dog:
            def bark():
        #       ^^^^ info[method-without-object]: Which name here receives the object that the method is called on?
                return "wuff"
    """,
        only=RULE,
    )


@pytest.mark.parametrize(
    "program",
    [
        "class A:\n    def f(self):\n        pass\n",
        "class A:\n    @staticmethod\n    def f():\n        pass\n",
        "class A:\n    def f(*everything):\n        pass\n",
        "def f():\n    pass\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
