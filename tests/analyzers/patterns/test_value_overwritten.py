"""A value that the next test overwrites: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "value-overwritten"


@pytest.mark.parametrize(
    "program",
    [
        """
        def grade(points):
            if points >= 90:
                mark = "A"
            if points >= 80:
        #      ^^^^^^^^^^^^ info[value-overwritten]: If the `if` above was true too, what becomes of its `mark`?
                mark = "B"
            if points >= 70:
                mark = "C"
            else:
                mark = "F"
            return mark
        """,
        """
        def sign(n):
            if n > 0:
                res = "plus"
            if n < 0:
        #      ^^^^^ info[value-overwritten]: If the `if` above was true too, what becomes of its `res`?
                res = "minus"
            else:
                res = "zero"
            return res
        """,
        """
        def fizz(n):
            if n % 15 == 0:
                word = "FizzBuzz"
            if n % 3 == 0:
        #      ^^^^^^^^^^ info[value-overwritten]: If the `if` above was true too, what becomes of its `word`?
                word = "Fizz"
            if n % 5 == 0:
                word = "Buzz"
            return word
        """,
        """
        def calc(a, op, b):
            if op == "+":
                result = a + b
            if op == "-":
                result = a - b
            if op == "*":
        #      ^^^^^^^^^ info[value-overwritten]: If the `if` above was true too, what becomes of its `result`?
                result = a * b
            else:
                result = None
            return result
        """,
        """
        def fizzbuzz(n):
            xs = []
            for i in range(n):
                if i % 3 == 0:
                    xs.append("Fizz")
                if i % 5 == 0:
        #          ^^^^^^^^^^ info[value-overwritten]: If the `if` above was true too, what becomes of its `xs.append`?
                    xs.append("Buzz")
                else:
                    xs.append(i)
            return xs
        """,
        """
        class Ticket:
            def price(self):
                if self.age < 6:
                    self.f = 0
                if self.age < 18:
        #          ^^^^^^^^^^^^^ info[value-overwritten]: If the `if` above was true too, what becomes of its `self.f`?
                    self.f = 5
                return self.f
        """,
        """
        for n in [1, 5, 12]:
            if n > 10:
                size = "big"
            if n > 3:
        #      ^^^^^ info[value-overwritten]: If the `if` above was true too, what becomes of its `size`?
                size = "middle"
            print(size)
        """,
        """
        def ticket(age):
            price = 10
            if age < 5:
                price = 0
            if age < 12:
        #      ^^^^^^^^ info[value-overwritten]: If the `if` above was true too, what becomes of its `price`?
                price = 5
            return price
        """,
        """
        def kind(n):
            if n > 5:
                s = "large"
            if n < 10:
        #      ^^^^^^ info[value-overwritten]: If the `if` above was true too, what becomes of its `s`?
                s = "small"
            return s
        """,
        """
        def show(score):
            if score >= 90:
                print("A")
            if score >= 80:
        #      ^^^^^^^^^^^ info[value-overwritten]: If the `if` above was true too, what becomes of its `print`?
                print("B")
        """,
    ],
)
def test_a_value_that_the_next_test_overwrites(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        """
        def grade(points):
            mark = "F"
            if points >= 50:
                mark = "D"
            if points >= 90:
                mark = "A"
            return mark
        """,
        """
        def clamp(x):
            if x < 0:
                x = 0
            if x > 10:
                x = 10
            return x
        """,
        """
        def biggest(a, b, c):
            m = a
            if b > m:
                m = b
            if c > m:
                m = c
            return m
        """,
        """
        def count(n):
            c = 0
            if n > 1:
                c += 1
            if n > 2:
                c += 1
            return c
        """,
        """
        def f(n):
            if n > 5:
                return "large"
            if n > 2:
                return "small"
            return "none"
        """,
        """
        def f(n):
            if n > 5:
                a = 1
            elif n > 2:
                a = 2
            if n > 1:
                b = 1
            else:
                b = 2
            return a, b
        """,
        """
        def f(n, s):
            if n == 1:
                a = 1
            if n == 2:
                a = 3
            return a
        """,
        """
        def show(n):
            if n > 10:
                print("big")
            if n % 2 == 0:
                print("even")
            else:
                print("odd")
        """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
