"""A name from outside that a function gives a new value to: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "outer-name-changed"


@pytest.mark.parametrize(
    "program",
    [
        """
        count = 0

        def click():
            count += 1
        #   ^^^^^ info[outer-name-changed]: Before this line runs, which value does this function's `count` have?
            return count
        """,
        """
        total = 0

        def add(n):
            total = total + n
        #   ^^^^^ info[outer-name-changed]: Before this line runs, which value does this function's `total` have?
            return total
        """,
        """
        score = 10

        def reset():
            score = 0
        #   ^^^^^ info[outer-name-changed]: After the function ends, what is left of this `score`?

        reset()
        print(score)
        """,
        """
        def counter():
            n = 0
            def step():
                n += 1
        #       ^ info[outer-name-changed]: Before this line runs, which value does this function's `n` have?
                return n
            return step
        """,
        """
        points = 0

        def win():
            print(points)
            points = points + 5
        #   ^^^^^^ info[outer-name-changed]: Before this line runs, which value does this function's `points` have?
        """,
        """
        items = []

        def put(item):
            items += [item]
        #   ^^^^^ info[outer-name-changed]: Before this line runs, which value does this function's `items` have?
        """,
        """
        lives = 3

        def hit():
            if lives > 0:
                lives -= 1
        #       ^^^^^ info[outer-name-changed]: Before this line runs, which value does this function's `lives` have?
            return lives
        """,
        """
        turn = "X"

        def next_turn():
            if turn == "X":
        #      ^^^^ info[outer-name-changed]: When this line runs, which value does this function's `turn` have?
                turn = "O"
            else:
                turn = "X"
        """,
    ],
)
def test_a_name_from_outside_that_a_function_gives_a_new_value_to(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        """
        count = 0
        def f():
            global count
            count += 1
        """,
        """
        count = 0
        def f(count):
            count += 1
            return count
        """,
        """
        count = 0
        def f():
            count = 0
            count += 1
            return count
        """,
        """
        items = []
        def f():
            items.append(1)
            for x in items:
                y = x
        """,
        """
        x = 1
        def f(xs):
            for x in xs:
                print(x)
            return [x for x in xs]
        """,
        """
        def f(xs):
            return xs
        def g(xs):
            f = 3
            return f
        """,
        """
        import math
        def f():
            math = 3
        """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
