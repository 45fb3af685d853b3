"""A name that stands alone on its line: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "lone-name"


@pytest.mark.parametrize(
    "program",
    [
        """
        if True:
            greet
        #   ^^^^^ info[lone-name]: What does Python do when it reads only `greet`?
            items.sort
        #   ^^^^^^^^^^ info[lone-name]: What does Python do when it reads only `items.sort`?
        """,
        """
        def main():
            print("hi")

        if __name__ == "__main__":
            main
        #   ^^^^ info[lone-name]: What does Python do when it reads only `main`?
        """,
        """
        class A:
            def run(self):
                self.start
        #       ^^^^^^^^^^ info[lone-name]: What does Python do when it reads only `self.start`?
                return 1
        """,
    ],
)
def test_a_name_that_stands_alone_on_its_line(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "f()\n",
        "x.sort()\n",
        "...\n",
        """
        try:
            unicode
        except NameError:
            raise
        """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
