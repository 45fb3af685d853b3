"""A function that calls itself on every way: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "no-base-case"


@pytest.mark.parametrize(
    "program",
    [
        """
        def factorial(n):
            return n * factorial(n - 1)
        #              ^^^^^^^^^^^^^^^^ info[no-base-case]: For which values does `factorial` not make this call?
        """,
        """
        def countdown(n):
            print(n)
            countdown(n - 1)
        #   ^^^^^^^^^^^^^^^^ info[no-base-case]: For which values does `countdown` not make this call?
        """,
        """
        def fib(n):
            return fib(n - 1) + fib(n - 2)
        #          ^^^^^^^^^^ info[no-base-case]: For which values does `fib` not make this call?
        """,
        """
        def total(xs):
            first = xs[0]
            rest = total(xs[1:])
        #          ^^^^^^^^^^^^^ info[no-base-case]: For which values does `total` not make this call?
            if len(xs) == 0:
                return 0
            return first + rest
        """,
        """
        def power(b, e):
            if e % 2 == 0:
                return power(b, e - 2) * b * b
        #              ^^^^^^^^^^^^^^^ info[no-base-case]: For which values does `power` not make this call?
            else:
                return b * power(b, e - 1)
        """,
        """
        class Tree:
            def deep(self, n):
                return 1 + self.deep(n)
        #                  ^^^^^^^^^^^^ info[no-base-case]: For which values does `deep` not make this call?
        """,
        """
        def fact(n):
            result = 1
            if n == 0:
                result = 1
            result = n * fact(n - 1)
        #                ^^^^^^^^^^^ info[no-base-case]: For which values does `fact` not make this call?
            return result
        """,
        """
        def length(s):
            count = 1 + length(s[1:])
        #               ^^^^^^^^^^^^^ info[no-base-case]: For which values does `length` not make this call?
            return count
        """,
        """
        def gcd(a, b):
            if a > b:
                return gcd(a - b, b)
        #              ^^^^^^^^^^^^^ info[no-base-case]: For which values does `gcd` not make this call?
            elif b > a:
                return gcd(a, b - a)
            else:
                return gcd(b, a)
        """,
        """
        def outer(n):
            def inner(k):
                return inner(k - 1)
        #              ^^^^^^^^^^^^ info[no-base-case]: For which values does `inner` not make this call?
            return inner(n)
        """,
        """
        def fib(n):
            if n == 0:
                return 0
            return fib(n - 1) + fib(n - 2)
        #                       ^^^^^^^^^^ info[no-base-case]: Which value ends the calls that begin here?
        """,
        """
        def is_even(n):
            if n == 0:
                return True
            return is_even(n - 2)
        #          ^^^^^^^^^^^^^^ info[no-base-case]: Which value ends the calls that begin here?
        """,
    ],
)
def test_a_function_that_calls_itself_on_every_way(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        """
        def f(n):
            if n == 0:
                return 1
            return n * f(n - 1)
        """,
        """
        def f(n):
            return 1 if n == 0 else n * f(n - 1)
        """,
        """
        def f(n):
            return n == 0 or f(n - 1)
        """,
        """
        def f(n):
            if n > 0:
                f(n - 1)
        """,
        """
        def f(tree):
            for child in tree:
                f(child)
        """,
        """
        def f(n):
            yield n
            yield from f(n + 1)
        """,
        """
        class A:
            def close(self):
                return close()
            def read(self):
                return self.file.read()
        """,
        """
        def f():
            return lambda: f()
        """,
        """
        def f(n):
            try:
                return f(n - 1)
            except RecursionError:
                return 0
        """,
        """
        def f(n):
            while n > 0:
                return f(n - 1)
            return 0
        """,
        """
        def fib(n):
            if n == 0 or n == 1:
                return n
            return fib(n - 1) + fib(n - 2)
        """,
        """
        def fib(n):
            if n == 0:
                return 0
            elif n == 1:
                return 1
            return fib(n - 1) + fib(n - 2)
        """,
        """
        def fib(n):
            if n < 2:
                return n
            return fib(n - 1) + fib(n - 2)
        """,
        """
        def f():
            from elsewhere import f
            return f()
        """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
