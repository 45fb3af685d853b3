"""A method with no place for its object: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "method-without-object"


@pytest.mark.parametrize(
    "program",
    [
        """
        class Dog:
            def bark():
        #       ^^^^ info[method-without-object]: Which name here receives the object that the method is called on?
                return "wuff"
        """,
        """
        class Account:
            def __init__(balance):
        #       ^^^^^^^^ info[method-without-object]: Which name here receives the object that the method is called on?
                self.balance = balance
        """,
        """
        class Circle:
            def __init__(self, r):
                self.r = r
            def area(r):
        #       ^^^^ info[method-without-object]: Which name here receives the object that the method is called on?
                return 3.14 * r * r
        """,
        """
        class Counter:
            def __init__(self):
                self.n = 0
            def add(amount):
        #       ^^^ info[method-without-object]: Which name here receives the object that the method is called on?
                self.n += amount
        """,
        """
        class Shop:
            def price(item, count=1):
        #       ^^^^^ info[method-without-object]: Which name here receives the object that the method is called on?
                return item * count
        """,
        """
        class Calc:
            def add(a, b):
        #       ^^^ info[method-without-object]: Which name here receives the object that the method is called on?
                return a + b
        """,
    ],
)
def test_a_method_with_no_place_for_its_object(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        """
        class Dog:
            @staticmethod
            def bark():
                return "wuff"
        """,
        """
        class Dog:
            def bark(self):
                return "wuff"
            def more(this):
                return this
            @classmethod
            def make(cls):
                return cls()
            def eq(a, b):
                return a.x == b.x
            def any(*args):
                return args
        """,
        """
        class A:
            def f(*everything):
                pass
        """,
        """
        def f():
            pass
        """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
