"""Two numbers with a fraction, asked whether they are equal: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "float-equality"


@pytest.mark.parametrize(
    "program",
    [
        """
        def f(a, b):
            return a + b == 0.3
        #          ^^^^^^^^^^^^ info[float-equality]: How exactly does Python keep both numbers?
        """,
        """
        def is_fair(price, people):
            share = price / people
            return share * people == price
        #          ^^^^^^^^^^^^^^^^^^^^^^^ info[float-equality]: How exactly does Python keep both numbers?
        """,
        """
        def f():
            x = 0
            n = 0
            while x != 2:
        #         ^^^^^^ info[float-equality]: How exactly does Python keep both numbers?
                x += 0.1
                n += 1
            return n
        """,
        """
        def f():
            x = 0.0
            while x != 1.0:
        #         ^^^^^^^^ info[float-equality]: How exactly does Python keep both numbers?
                x = x + 0.1
            return x
        """,
        """
        def f(a, b, c):
            if a / b == c:
        #      ^^^^^^^^^^ info[float-equality]: How exactly does Python keep both numbers?
                return True
        """,
        """
        import math
        def right(a, b, c):
            return math.sqrt(a * a + b * b) == c
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[float-equality]: How exactly does Python keep both numbers?
        """,
        """
        def f(x):
            if x * 1.1 == 3.3:
        #      ^^^^^^^^^^^^^^ info[float-equality]: How exactly does Python keep both numbers?
                return 1
        """,
        """
        def full(parts):
            if sum(parts) == 1.0:
        #      ^^^^^^^^^^^^^^^^^ info[float-equality]: How exactly does Python keep both numbers?
                return True
            return False
        """,
        """
        def f(x):
            return x ** 0.5 != 1.5
        #          ^^^^^^^^^^^^^^^ info[float-equality]: How exactly does Python keep both numbers?
        """,
        """
        total = 0
        for i in range(3):
            total += 0.1
            if total == 0.3:
        #      ^^^^^^^^^^^^ info[float-equality]: How exactly does Python keep both numbers?
                print("yes")
        """,
        """
        def same(total, price):
            return 0.1 + 0.2 == total
        #          ^^^^^^^^^^^^^^^^^^ info[float-equality]: How exactly does Python keep both numbers?
        """,
        """
        def f(x):
            return x % 0.1 == 0
        #          ^^^^^^^^^^^^ info[float-equality]: How exactly does Python keep both numbers?
        """,
        """
        import math
        def f(n):
            root = math.sqrt(n)
            return root == 1.5 * 2
        #          ^^^^^^^^^^^^^^^ info[float-equality]: How exactly does Python keep both numbers?
        """,
        """
        def empty(amount):
            while amount != 0:
        #         ^^^^^^^^^^^ info[float-equality]: How exactly does Python keep both numbers?
                amount -= 0.1
            return amount
        """,
    ],
)
def test_two_numbers_with_a_fraction_asked_whether_they_are_equal(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "x = n == 3\n",
        "x = n / 2 == int(n / 2)\n",
        "x = abs(a - 0.3) < 1e-9\n",
        """
        import math
        def f(n):
            return math.sqrt(n) == int(math.sqrt(n))
        """,
        "x = a // b == 0\n",
        "x = version == 2.0\n",
        "x = path / 'a' == other\n",
        """
        def is_fair(price, people):
            share = price // people
            return share * people == price
        """,
        """
        def f(i):
            i += 1
            return i == 3
        """,
        """
        import math
        def is_square(n):
            root = math.sqrt(n)
            return root == int(root)
        """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
