"""What stands in the wrong place."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import move
from helpers.repairs import check_no_repairs, check_repairs


def test_neighbours_change_places() -> None:
    check_repairs(
        move,
        """
        def f(a, b):
            a = b  # <-- here
            # then
            if b:
                b = 0
            return a
        """,
        expects=["if b:\n    b = 0\n# then\na = b"],
    )


def test_a_statement_leaves_its_block() -> None:
    check_repairs(
        move,
        """
        def count(items):
            for each in items:
                if each:
                    n = 1
                    return n  # <-- here
        """,
        expects=[
            "def count(items):\n    for each in items:\n        if each:\n            n = 1\n        return n",
            "def count(items):\n    for each in items:\n        if each:\n            n = 1\n    return n",
            "def count(items):\n    return n\n    for each in items:\n        if each:\n            n = 1",
        ],
        never=["def count(items):\n    for each in items:\n        if each:\n            n = 1\nreturn n"],
    )


def test_a_lone_statement_of_an_else_takes_it_along() -> None:
    check_repairs(
        move,
        """
        def find(items):
            for each in items:
                if each:
                    return each
                else:
                    return None  # <-- here
        """,
        expects=[
            "def find(items):\n    for each in items:\n        if each:\n            return each\n    return None",
        ],
    )


def test_what_is_below_comes_along() -> None:
    check_repairs(
        move,
        """
        def f(items):
            for each in items:
                print(each)
                n = 1  # <-- here
                return n
        """,
        expects=["def f(items):\n    for each in items:\n        print(each)\n    n = 1\n    return n"],
    )


def test_a_statement_enters_the_blocks_above_and_below() -> None:
    check_repairs(
        move,
        """
        for each in items:
            if each:
                n = 0
        n += 1  # <-- here
        while n:
            n -= 1
        """,
        expects=[
            "for each in items:\n    if each:\n        n = 0\n    n += 1\nwhile n:\n    n -= 1",
            "for each in items:\n    if each:\n        n = 0\n        n += 1\nwhile n:\n    n -= 1",
            "for each in items:\n    if each:\n        n = 0\nwhile n:\n    n += 1\n    n -= 1",
        ],
    )


def test_a_statement_comes_under_a_new_else() -> None:
    check_repairs(
        move,
        """
        if x:
            y = 1
        y = 2  # <-- here
        """,
        expects=["if x:\n    y = 1\nelse:\n    y = 2", "if x:\n    y = 1\n    y = 2"],
    )


def test_what_stands_alone_or_shares_its_line_is_left() -> None:
    check_no_repairs(move, "def f(x):\n    return x  # <-- here")
    check_no_repairs(move, "def f(x):\n    if x: return x; y = 1  # <-- here")


def test_a_statement_passes_the_block_above_it() -> None:
    program = """
        def f(a, seen):
            for each in a:
                f(each, seen)
            seen.add(a)  # <-- here
        """
    check_repairs(move, program, expects=["seen.add(a)\nfor each in a:\n    f(each, seen)"])


def test_the_block_offers_that_too() -> None:
    program = """
        def f(a, seen):
            for each in a:  # <-- here
                f(each, seen)
            seen.add(a)
        """
    check_repairs(move, program, expects=["seen.add(a)\nfor each in a:\n    f(each, seen)"])
