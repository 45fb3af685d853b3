"""A function that nothing calls: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "never-called"


@pytest.mark.parametrize(
    "program",
    [
        """
        def shout(text):
            result = text

            def raise_voice():
        #       ^^^^^^^^^^^ info[never-called]: Which line makes the body of `raise_voice` run?
                return text.upper() + "!"

            return result
        """,
        """
        def read_name():
            return "Ada"

        def main():
        #   ^^^^ info[never-called]: Which line makes the body of `main` run?
            name = read_name()
            print("Hi " + name)
        """,
        """
        class A:
            def run(self, xs):
                def helper(x):
        #           ^^^^^^ info[never-called]: Which line makes the body of `helper` run?
                    return x + 1
                return xs
        """,
        """
        def sort(xs):
            def swap(i, j):
        #       ^^^^ info[never-called]: Which line makes the body of `swap` run?
                xs[i], xs[j] = xs[j], xs[i]
            for i in range(len(xs)):
                for j in range(i):
                    if xs[i] < xs[j]:
                        pass
            return xs
        """,
    ],
)
def test_a_function_that_nothing_calls(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        """
        def f(x):
            def g():
                return x
            return g()
        """,
        """
        def f(x):
            def g():
                return x
            def h():
                return g()
            return h
        """,
        """
        def main():
            print(1)
        if __name__ == "__main__":
            main()
        """,
        """
        def f(x):
            @register
            def g():
                return x
            return x
        """,
        """
        def helper(x):
            return x
        class A:
            def m(self):
                return 1
        """,
        """
        def f():
            def g():
                return 1
            return locals()
        """,
        """
        def main():
            return 3
        """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
