"""A function that is named and not called: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "uncalled-function"


@pytest.mark.parametrize(
    "program",
    [
        """
        def is_prime(n):
            return n > 1

        def count_primes(numbers):
            count = 0
            for n in numbers:
                if is_prime:
        #          ^^^^^^^^ info[uncalled-function]: Does `is_prime` run here, or is it only named?
                    count += 1
            return count
        """,
        """
        def get_total(prices):
            return sum(prices)

        def average(prices):
            return get_total / len(prices)
        #          ^^^^^^^^^ info[uncalled-function]: Does `get_total` run here, or is it only named?
        """,
        """
        def is_valid(name):
            return name != ""

        def greet(name):
            if is_valid == True:
        #      ^^^^^^^^ info[uncalled-function]: Does `is_valid` run here, or is it only named?
                return "Hi " + name
            return "?"
        """,
        """
        def greeting():
            return "hello"

        print(greeting)
        #     ^^^^^^^^ info[uncalled-function]: Does `greeting` run here, or is it only named?
        print(f"{greeting}!")
        #        ^^^^^^^^ info[uncalled-function]: Does `greeting` run here, or is it only named?
        """,
        """
        def helper(x):
            return x + 1

        def work(x):
            result = helper
        #            ^^^^^^ info[uncalled-function]: Does `helper` run here, or is it only named?
            return result
        """,
        """
        def helper(x):
            return x + 1

        def work(x):
            return helper
        #          ^^^^^^ info[uncalled-function]: Does `helper` run here, or is it only named?
        """,
        """
        def shout(text):
            return text.upper + "!"
        #          ^^^^^^^^^^ info[uncalled-function]: Does `upper` run here, or is it only named?
        """,
        """
        def same(a, b):
            return a.lower == b.lower()
        #          ^^^^^^^ info[uncalled-function]: Does `lower` run here, or is it only named?
        """,
        """
        def count_digits(text):
            n = 0
            for c in text:
                if c.isdigit:
        #          ^^^^^^^^^ info[uncalled-function]: Does `isdigit` run here, or is it only named?
                    n += 1
            return n
        """,
        """
        def tidy(text):
            text = text.strip
        #          ^^^^^^^^^^ info[uncalled-function]: Does `strip` run here, or is it only named?
            return text
        """,
        """
        def count_words(sentence):
            words = sentence.split
        #           ^^^^^^^^^^^^^^ info[uncalled-function]: Does `split` run here, or is it only named?
            return len(words)
        """,
        """
        class Account:
            def __init__(self):
                self.money = 0

            def balance(self):
                return self.money

            def can_pay(self, price):
                return self.balance >= price
        #              ^^^^^^^^^^^^ info[uncalled-function]: Does `balance` run here, or is it only named?

            def show(self):
                print(self.balance)
        #             ^^^^^^^^^^^^ info[uncalled-function]: Does `balance` run here, or is it only named?
        """,
        """
        class Stack:
            def __init__(self):
                self.items = []

            def is_empty(self):
                return len(self.items) == 0

            def pop(self):
                if self.is_empty:
        #          ^^^^^^^^^^^^^ info[uncalled-function]: Does `is_empty` run here, or is it only named?
                    return None
                return self.items.pop()

            def drain(self):
                while not self.is_empty:
        #                 ^^^^^^^^^^^^^ info[uncalled-function]: Does `is_empty` run here, or is it only named?
                    self.pop()
        """,
        """
        def ask():
            answer = input
        #            ^^^^^ info[uncalled-function]: Does `input` run here, or is it only named?
            while answer != "q":
                answer = input
        #                ^^^^^ info[uncalled-function]: Does `input` run here, or is it only named?
            return answer
        """,
        """
        def size():
            return 3

        def area():
            return size * size
        #          ^^^^ info[uncalled-function]: Does `size` run here, or is it only named?
        #                 ^^^^ info[uncalled-function]: Does `size` run here, or is it only named?
        """,
        """
        def outer(xs):
            def biggest():
                return max(xs)
            return biggest + 1
        #          ^^^^^^^ info[uncalled-function]: Does `biggest` run here, or is it only named?
        """,
        """
        def order(items):
            items = items.sort
        #           ^^^^^^^^^^ info[uncalled-function]: Does `sort` run here, or is it only named?
            return items
        """,
        """
        def show(d):
            for k, v in d.items:
        #               ^^^^^^^ info[uncalled-function]: Does `items` run here, or is it only named?
                print(k, v)
        """,
        """
        class Shape:
            def area(self):
                return 3
            def twice(self):
                a = self.area
        #           ^^^^^^^^^ info[uncalled-function]: Does `area` run here, or is it only named?
                return 2 * a
            def same(self):
                return self.area
        #              ^^^^^^^^^ info[uncalled-function]: Does `area` run here, or is it only named?
        """,
    ],
)
def test_a_function_that_is_named_and_not_called(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        """
        def f(x):
            return x
        def g(xs):
            return sorted(xs, key=f)
        """,
        """
        class Stack:
            items = []

            def is_empty(self):
                return self.items == 0
        """,
        """
        class Person:
            title: str = ""

            def is_doctor(self):
                return self.title == "Dr."
        """,
        """
        def f(x):
            return x
        def g(f):
            if f:
                return 1
        """,
        """
        def make(n):
            def step(x):
                return x + n
            return step
        """,
        """
        class A:
            def __init__(self):
                self.size = 3
            def size(self):
                return 1
            def f(self):
                return self.size > 2
        """,
        """
        class A:
            @property
            def size(self):
                return 1
            def f(self):
                return self.size > 2
        """,
        """
        def add(a, b):
            return a + b
        OPS = {"+": add}
        f = add
        print(f(1, 2))
        """,
        """
        def f(text):
            upper = text.upper
            return upper()
        """,
        """
        def f(g):
            return g is f
        """,
        """
        def count(x):
            return x
        def g(xs):
            count = 0
            return count + 1
        """,
        """
        class Shape:
            def area(self):
                return 3
            def twice(self):
                a = self.area
                return 2 * a()
        """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
