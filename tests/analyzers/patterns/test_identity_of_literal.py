"""Asking whether something is the same thing as a literal: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "identity-of-literal"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def f(command):
            if command is "quit":
        #      ^^^^^^^^^^^^^^^^^ info[identity-of-literal]: Is a value that equals another the same object?
                print("bye")

        def g(x):
            return x is not 5
        #          ^^^^^^^^^^ info[identity-of-literal]: Is a value that equals another the same object?

        def h(n):
            if n % 2 is 0:
        #      ^^^^^^^^^^ info[identity-of-literal]: Is a value that equals another the same object?
                return True

        def i(x):
            while x is -1:
        #         ^^^^^^^ info[identity-of-literal]: Is a value that equals another the same object?
                x = int(input())

        def j(xs):
            if xs is []:
        #      ^^^^^^^^ info[identity-of-literal]: Is a value that equals another the same object?
                return None

        def k(a, b):
            if a is b + 1:
        #      ^^^^^^^^^^ info[identity-of-literal]: Is a value that equals another the same object?
                return a

        def l(text):
            if 3 is len(text):
        #      ^^^^^^^^^^^^^^ info[identity-of-literal]: Is a value that equals another the same object?
                return text

        def m(x):
            if (x is 3) and x > 2:
        #       ^^^^^^ info[identity-of-literal]: Is a value that equals another the same object?
                return x

        def o(xs):
            return xs is ()
        #          ^^^^^^^^ info[identity-of-literal]: Is a value that equals another the same object?
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        x is None

        x is True

        x is not y

        if type(x) is int:
            pass

        if x is ...:
            pass

        if x == 5:
            pass
    """,
        only=RULE,
    )
