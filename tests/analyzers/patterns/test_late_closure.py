"""A function made in a loop that looks up the loop's name later: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "late-closure"


@pytest.mark.parametrize(
    "program",
    [
        """
    def makers():
        result = []
        for n in range(3):
            result.append(lambda x: x * n)
    #                     ^^^^^^^^^^^^^^^ info[late-closure]: When does this function look up `n`?
        return result
    """,
        """
    def makers():
        return [lambda: i for i in range(3)]
    #           ^^^^^^^^^ info[late-closure]: When does this function look up `i`?
    """,
        """
    def makers():
        result = []
        for n in range(3):
            def times(x):
    #       ^^^^^^^^^^^^^ info[late-closure]: When does this function look up `n`?
                return x * n
            result.append(times)
        return result
    """,
        """
    def makers(names):
        result = {}
        for name in names:
            result[name] = lambda: "hello " + name
    #                      ^^^^^^^^^^^^^^^^^^^^^^^ info[late-closure]: When does this function look up `name`?
        return result
    """,
        """
    def makers():
        functions = []
        i = 0
        while i < 3:
            functions.append(lambda: i)
    #                        ^^^^^^^^^ info[late-closure]: When does this function look up `i`?
            i += 1
        return functions
    """,
        """
    def makers():
        result = []
        for i in range(3):
            twice = i * 2
            f = lambda: twice
    #           ^^^^^^^^^^^^^ info[late-closure]: When does this function look up `twice`?
            result.append(f)
        return result
    """,
        """
    def buttons(window):
        for label in "abc":
            Button(window, command=lambda: press(label))
    #                              ^^^^^^^^^^^^^^^^^^^^ info[late-closure]: When does this function look up `label`?
    """,
        """
    def table():
        return {n: lambda x: x + n for n in range(3)}
    #              ^^^^^^^^^^^^^^^ info[late-closure]: When does this function look up `n`?
    """,
        """
    def makers():
        result = []
        for i in range(3):
            result += [lambda: i]
    #                  ^^^^^^^^^ info[late-closure]: When does this function look up `i`?
        return result
    """,
    ],
)
def test_a_function_that_looks_up_the_name_of_a_loop_later(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "fs = []\nfor n in range(3):\n    fs.append(lambda x, n=n: x * n)\n",
        "for n in range(3):\n    print(sorted(xs, key=lambda x: x - n))\n",
        "fs = [lambda x: x for n in range(3)]\n",
        "for n in range(3):\n    def f(x):\n        return x * n\n    print(f(n))\n",
        "for n in range(3):\n    xs = list(map(lambda x: x * n, xs))\n",
        "for n in range(3):\n    fs.append(make(n))\n",
        "def f(n):\n    return lambda x: x + n\n",
        "for n in range(3):\n    f = lambda x: x + n\n    print(f(2))\n",
        "for n in range(3):\n    def f():\n        n = 2\n        return n\n    fs.append(f)\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
