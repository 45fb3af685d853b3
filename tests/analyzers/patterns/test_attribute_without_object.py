"""A value of an object, named without the object: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "attribute-without-object"


@pytest.mark.parametrize(
    "program",
    [
        """
        class Account:
            def __init__(self, owner):
                self.owner = owner
                balance = 0
        #       ^^^^^^^ info[attribute-without-object]: How long does this `balance` last?

            def deposit(self, amount):
                self.balance += amount
        """,
        """
        class Dog:
            def __init__(self, name):
                self.name = name

            def greet(self):
                return "I am " + name
        #                        ^^^^ info[attribute-without-object]: Where does Python look for `name` here?
        """,
        """
        class Counter:
            def __init__(self):
                self.count = 0

            def click(self):
                count += 1
        #       ^^^^^ info[attribute-without-object]: How long does this `count` last?
                return self.count
        """,
        """
        class Counter:
            def __init__(self):
                self.count = 0

            def click(self):
                count = count + 1
        #       ^^^^^ info[attribute-without-object]: How long does this `count` last?
        """,
        """
        class Light:
            def __init__(self):
                self.on = False

            def switch(self):
                on = True
        #       ^^ info[attribute-without-object]: How long does this `on` last?
        """,
        """
        class Dog:
            def __init__(self, name, age):
                name = name
        #       ^^^^ info[attribute-without-object]: How long does this `name` last?
                self.age = age
        """,
        """
        class Shop:
            def __init__(self):
                self.items = []

            def total(self):
                result = 0
                for item in items:
        #                   ^^^^^ info[attribute-without-object]: Where does Python look for `items` here?
                    result += item
                return result
        """,
        """
        class Box:
            def __init__(self, size):
                self.size = size

            def volume(self):
                return self.size ** 3

            def show(self):
                return volume()
        #              ^^^^^^ info[attribute-without-object]: Where does Python look for `volume` here?
        """,
        """
        class Box:
            limit = 10

            def fits(self, size):
                return size <= limit
        #                      ^^^^^ info[attribute-without-object]: Where does Python look for `limit` here?
        """,
    ],
)
def test_a_value_of_an_object_named_without_the_object(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        """
        count = 0
        class A:
            def __init__(self):
                self.count = count
                size = 3
                self.size = size
        """,
        """
        class A:
            def __init__(self, name):
                self.name = name
            def f(self, name):
                return name
            def g(self):
                name = self.name
                return name
            def h(self):
                list = [1]
                return list
        """,
        """
        class A:
            def __init__(self, name):
                name = name.strip()
                self.name = name
        """,
        """
        class A:
            def __init__(self):
                size = 1
                size = size + 1
                self.size = size
        """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
