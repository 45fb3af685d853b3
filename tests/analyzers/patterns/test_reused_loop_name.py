"""One name for two loops, one in the other: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "reused-loop-name"


@pytest.mark.parametrize(
    "program",
    [
        """
    def table(n):
        for i in range(n):
            for i in range(3):
    #       ^^^^^^^^^^^^^^^^^^ info[reused-loop-name]: What does `i` hold right after this inner loop?
                print(i)
    """,
        """
    def total(grid):
        result = 0
        for row in grid:
            for row in range(len(row)):
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[reused-loop-name]: What does `row` hold right after this inner loop?
                result += grid[row][0]
        return result
    """,
        """
    def pairs(items):
        i = 0
        while i < len(items):
            for i in range(2):
    #       ^^^^^^^^^^^^^^^^^^ info[reused-loop-name]: What does `i` hold right after this inner loop?
                print(items[i])
            i += 1
    """,
        """
    def find(words):
        for i, word in enumerate(words):
            for i, letter in enumerate(word):
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[reused-loop-name]: What does `i` hold right after this inner loop?
                print(i, letter)
    """,
        """
    def deep(n):
        for i in range(n):
            if i > 1:
                for j in range(n):
                    for i in range(j):
    #               ^^^^^^^^^^^^^^^^^^ info[reused-loop-name]: What does `i` hold right after this inner loop?
                        print(i, j)
    """,
        """
    class Board:
        def show(self):
            for x in self.rows:
                for x in self.columns:
    #           ^^^^^^^^^^^^^^^^^^^^^^ info[reused-loop-name]: What does `x` hold right after this inner loop?
                    print(x)
    """,
    ],
)
def test_one_name_for_two_loops(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "for i in range(3):\n    for j in range(3):\n        print(i, j)\n",
        "for i in range(3):\n    pass\nfor i in range(3):\n    print(i)\n",
        "for _ in range(3):\n    for _ in range(3):\n        print(_)\n",
        "for i in range(3):\n    print([i for i in range(3)])\n",
        'for i in range(3):\n    for i in range(3):\n        print("x")\n',
        "for i in range(3):\n    def f():\n        for i in range(3):\n            print(i)\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
