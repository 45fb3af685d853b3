"""A loop that is left in its first pass: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "search-ends-early"


@pytest.mark.parametrize(
    "program",
    [
        """
        def contains(items, wanted):
            for item in items:
                if item == wanted:
                    return True
                else:
        #       ^^^^^ info[search-ends-early]: After this, when does the loop come to its next item?
                    return False
        """,
        """
        def find(xs, x):
            for i in range(len(xs)):
                if xs[i] == x:
                    return i
                else:
        #       ^^^^^ info[search-ends-early]: After this, when does the loop come to its next item?
                    return -1
        """,
        """
        def all_even(numbers):
            i = 0
            while i < len(numbers):
                if numbers[i] % 2 == 1:
                    return False
                else:
        #       ^^^^^ info[search-ends-early]: After this, when does the loop come to its next pass?
                    return True
                i += 1
        """,
        """
        def first_long(words):
            for w in words:
                if len(w) > 5:
                    return w
                elif len(w) > 3:
                    return w.upper()
                else:
        #       ^^^^^ info[search-ends-early]: After this, when does the loop come to its next item?
                    return None
        """,
        """
        def has(items, wanted):
            found = False
            for item in items:
                if item == wanted:
                    found = True
                    break
                else:
        #       ^^^^^ info[search-ends-early]: After this, when does the loop come to its next item?
                    found = False
                    break
            return found
        """,
        """
        def is_prime(n):
            for d in range(2, n):
                if n % d == 0:
                    return False
                else:
        #       ^^^^^ info[search-ends-early]: After this, when does the loop come to its next item?
                    return True
        """,
        """
        class Shop:
            def find(self, name):
                for item in self.items:
                    price = item.price
                    if item.name == name:
                        return price
                    else:
        #           ^^^^^ info[search-ends-early]: After this, when does the loop come to its next item?
                        print("no")
                        return 0
        """,
        """
        def is_sorted(xs):
            for i in range(len(xs) - 1):
                if xs[i] <= xs[i + 1]:
                    return True
                else:
        #       ^^^^^ info[search-ends-early]: After this, when does the loop come to its next item?
                    if xs[i] == 0:
                        return None
                    else:
                        return False
        """,
    ],
)
def test_a_loop_that_is_left_in_its_first_pass(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        """
        def f(xs, x):
            for item in xs:
                if item == x:
                    return True
            return False
        """,
        """
        def f(xs, x):
            for item in xs:
                if item is None:
                    continue
                if item == x:
                    return True
                else:
                    return False
        """,
        """
        def f(xs, x):
            for item in xs:
                if item == x:
                    return True
                else:
                    print(item)
        """,
        """
        def f(x):
            if x:
                return 1
            else:
                return 2
        """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
