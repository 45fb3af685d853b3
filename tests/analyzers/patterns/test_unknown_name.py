"""A name that nothing has: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "unknown-name"


@pytest.mark.parametrize(
    "program",
    [
        """
        def total(prices):
            result = 0
            for price in prices:
                result += price
            return reslut
        #          ^^^^^^ info[unknown-name]: Where does `reslut` get a value before this line runs?
        """,
        """
        def largest(numbers):
            maximum = numbers[0]
            for number in numbers:
                if nmber > maximum:
        #          ^^^^^ info[unknown-name]: Where does `nmber` get a value before this line runs?
                    maximum = number
            return maximum
        """,
        """
        def total(prices):
            result = 0
            for price in prices:
                reuslt = result + price
        #       ^^^^^^ info[unknown-name]: Which later line reads what `reuslt` gets here?
            return result
        """,
        """
        def total(prices):
            result = 0
            for price in prices:
                resut += price
        #       ^^^^^ info[unknown-name]: Which later line reads what `resut` gets here?
            return result
        """,
        """
        def f(xs):
            Total = 0
            for x in xs:
                total += x
        #       ^^^^^ info[unknown-name]: Which later line reads what `total` gets here?
            return Total
        """,
        """
        def f(xs):
            return lenght(xs) + 1
        #          ^^^^^^ info[unknown-name]: Where does `lenght` get a value before this line runs?
        """,
        """
        def f(xs):
            out = []
            for x in xs:
                out.apend(x)
        #           ^^^^^ info[unknown-name]: Which kind of thing has a method `apend`?
            return out
        """,
        """
        def f(word):
            return word.uper()
        #               ^^^^ info[unknown-name]: Which kind of thing has a method `uper`?
        """,
        """
        class Dog:
            def __init__(self, name):
                self.name = name
            def greet(self):
                return "I am " + self.nmae
        #                        ^^^^^^^^^ info[unknown-name]: Where does the object get its `nmae`?
        """,
        """
        def is_even(n):
            return n % 2 == 0
        def f(xs):
            return [x for x in xs if is_evn(x)]
        #                            ^^^^^^ info[unknown-name]: Where does `is_evn` get a value before this line runs?
        """,
        """
        def f(n):
            i = 0
            while i < n:
                pritn(i)
        #       ^^^^^ info[unknown-name]: Where does `pritn` get a value before this line runs?
                i += 1
        """,
        """
        numbers = [1, 2]
        print(number)
        #     ^^^^^^ info[unknown-name]: Where does `number` get a value before this line runs?
        """,
        """
        def f(count):
            return cuont
        #          ^^^^^ info[unknown-name]: Where does `cuont` get a value before this line runs?
        """,
        """
        class Stack:
            def __init__(self):
                self.items = []
            def is_empty(self):
                return not self.items
            def pop(self):
                if self.is_emty():
        #          ^^^^^^^^^^^^ info[unknown-name]: Where does the object get its `is_emty`?
                    return None
                return self.items.pop()
        """,
        """
        def f(xs):
            return somewhere(xs)
        #          ^^^^^^^^^ info[unknown-name]: Where does `somewhere` get a value before this line runs?
        """,
        """
        import math
        def f(x):
            return math.sqr(x)
        #               ^^^ info[unknown-name]: Where does `math.sqr` come from?
        """,
        """
        import random
        print(random.randit(1, 6))
        #            ^^^^^^ info[unknown-name]: Where does `random.randit` come from?
        """,
        """
        class Account:
            def deposit(self, n):
                self.n = n
        a = Account()
        a.depost(5)
        # ^^^^^^ info[unknown-name]: Which kind of thing has a method `depost`?
        """,
        """
        def f(xs):
            try:
                return xs[0] + vlaue
        #                      ^^^^^ info[unknown-name]: Where does `vlaue` get a value before this line runs?
            except ValueError:
                value = 0
                return value
        """,
    ],
)
def test_a_name_that_nothing_has(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        """
        from math import *
        print(sqr(4))
        """,
        """
        try:
            number = unicode
        except NameError:
            number = str
        """,
        """
        def f(num):
            nums = [num]
            left1, left2 = 1, 2
            return nums, left1
        """,
        """
        class A:
            def f(self):
                return self.x
            def g(self):
                self.x = 1
        """,
        """
        def f():
            global total
            total = 1
        def g():
            return total
        """,
        """
        class A(dict):
            def f(self):
                self.items = 1
                return self.item
        """,
        """
        def f(x: Lst) -> Foo:
            return __file__
        """,
        """
        def f():
            return None
        """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
