"""A helper's answer that the function around it does not hand on: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "unreturned-inner"


@pytest.mark.parametrize(
    "program",
    [
        """
    def outer(n):
        def inner(m):
            return m * 2
        inner(n)
    #   ^^^^^^^^ info[unreturned-inner]: Who receives what `inner` gives back here?
    """,
        """
    def average(numbers):
        def total(xs):
            result = 0
            for x in xs:
                result += x
            return result
        if not numbers:
            return 0
        total(numbers)
    #   ^^^^^^^^^^^^^^ info[unreturned-inner]: Who receives what `total` gives back here?
    """,
        """
    def solve(items):
        def helper(i):
            if i == len(items):
                return 0
            return items[i] + helper(i + 1)
        result = helper(0)
    #   ^^^^^^^^^^^^^^^^^^ info[unreturned-inner]: Who receives what `helper` gives back here?
    """,
        """
    def logged(function):
        def wrapper(*args, **kwargs):
            print("before")
            function(*args, **kwargs)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^ info[unreturned-inner]: Who receives what `function` gives back here?
            print("after")
        return wrapper
    """,
        """
    class Account:
        def fee(self, amount):
            def rate(x):
                return x * 0.1
            rate(amount)
    #       ^^^^^^^^^^^^ info[unreturned-inner]: Who receives what `rate` gives back here?
    """,
        """
    def grade(score):
        def letter(x):
            if x > 90:
                return "A"
            return "B"
        if score > 100:
            letter(100)
        else:
            letter(score)
    #       ^^^^^^^^^^^^^ info[unreturned-inner]: Who receives what `letter` gives back here?
    """,
        """
    def twice(f):
        def inner(x):
            f(f(x))
    #       ^^^^^^^ info[unreturned-inner]: Who receives what `f` gives back here?
        return inner
    """,
        """
    def adder(n):
        def add(x):
    #       ^^^ info[unreturned-inner]: Who can call `add` after `adder` ends?
            return x + n
    """,
    ],
)
def test_a_helper_answer_that_nobody_hands_on(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "def outer(n):\n    def inner(m):\n        return m * 2\n    return inner(n)\n",
        "def outer(n):\n    def inner(m):\n        return m * 2\n    return inner\n",
        "def outer(n):\n    def inner(m):\n        print(m)\n    inner(n)\n",
        """
    def outer(n):
        found = []
        def inner(m):
            if m == 0:
                return False
            found.append(m)
            return inner(m - 1)
        inner(n)
        return found
    """,
        "def outer(n):\n    def inner(m):\n        return m * 2\n    print(inner(n))\n",
        """
    def logged(function):
        def wrapper(*args):
            result = function(*args)
            return result
        return wrapper
    """,
        "def later(action):\n    def run(*args):\n        wait(args)\n    return run\n",
        'def route(app):\n    @app.get("/")\n    def home():\n        return "hello"\n',
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
