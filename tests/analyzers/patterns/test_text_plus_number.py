"""A text and a number, added: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "text-plus-number"


@pytest.mark.parametrize(
    "program",
    [
        """
        def label(items):
            count = len(items)
            return "Items: " + count
        #          ^^^^^^^^^^^^^^^^^ info[text-plus-number]: What kind of value stands on each side of the plus?
        """,
        """
        age = 5
        print("Age: " + age + " years")
        #     ^^^^^^^^^^^^^ info[text-plus-number]: What kind of value stands on each side of the plus?
        """,
        """
        def show(name, age):
            return name + " is " + age
        #          ^^^^^^^^^^^^^^^^^^^ info[text-plus-number]: What kind of value stands on each side of the plus?
        """,
        """
        def stars(n):
            result = ""
            for i in range(n):
                result += i
        #       ^^^^^^^^^^^ info[text-plus-number]: What kind of value stands on each side of the plus?
            return result
        """,
        """
        def add(total):
            return total + " euro"
        #          ^^^^^^^^^^^^^^^ info[text-plus-number]: What kind of value stands on each side of the plus?
        """,
        """
        def line(xs):
            total = 0
            for x in xs:
                total += x
            message = "Total: "
            return message + total
        #          ^^^^^^^^^^^^^^^ info[text-plus-number]: What kind of value stands on each side of the plus?
        """,
        """
        def number_of(s):
            return s.upper() + s.count("a")
        #          ^^^^^^^^^^^^^^^^^^^^^^^^ info[text-plus-number]: What kind of value stands on each side of the plus?
        """,
        """
        def mark(points):
            if points > 50:
                return "pass: " + points
        #              ^^^^^^^^^^^^^^^^^ info[text-plus-number]: What kind of value stands on each side of the plus?
            return "fail"
        """,
        """
        def square(n: int) -> str:
            return "n = " + n
        #          ^^^^^^^^^^ info[text-plus-number]: What kind of value stands on each side of the plus?
        """,
        """
        print("Sum: " + 3 + 4)
        #     ^^^^^^^^^^^ info[text-plus-number]: What kind of value stands on each side of the plus?
        """,
        """
        print("Max: " + round(3.7))
        #     ^^^^^^^^^^^^^^^^^^^^ info[text-plus-number]: What kind of value stands on each side of the plus?
        """,
        """
        def f(x):
            y = x * 2
            z = y - 1
            return "z is " + z
        #          ^^^^^^^^^^^ info[text-plus-number]: What kind of value stands on each side of the plus?
        """,
        """
        def area(w, h):
            return "Area: " + w * h
        #          ^^^^^^^^^^^^^^^^ info[text-plus-number]: What kind of value stands on each side of the plus?
        """,
        """
        def add(a, b):
            return "Sum: " + (a + b)
        #          ^^^^^^^^^^^^^^^^^ info[text-plus-number]: What kind of value stands on each side of the plus?
        """,
        """
        def average(xs):
            return sum(xs) / len(xs)

        print("Average: " + average([1, 2]))
        #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[text-plus-number]: What kind of value stands on each side of the plus?
        """,
        """
        for i, name in enumerate(["a", "b"]):
            print("No. " + i)
        #         ^^^^^^^^^^ info[text-plus-number]: What kind of value stands on each side of the plus?
        """,
        """
        for x in [1, 2, 3]:
            print("x" + x)
        #         ^^^^^^^ info[text-plus-number]: What kind of value stands on each side of the plus?
        """,
        """
        def binary(n):
            digits = ""
            while n > 0:
                digits = n % 2 + digits
        #                ^^^^^^^^^^^^^^ info[text-plus-number]: What kind of value stands on each side of the plus?
                n = n // 2
            return digits
        """,
        """
        def best(xs):
            return "Max: " + max(xs)
        #          ^^^^^^^^^^^^^^^^^ info[text-plus-number]: What kind of value stands on each side of the plus?
        """,
        """
        class Pet:
            def __init__(self, age):
                self.age = age
                self.meals = 0

            def show(self):
                print("Meals: " + self.meals)
        #             ^^^^^^^^^^^^^^^^^^^^^^ info[text-plus-number]: What kind of value stands on each side of the plus?
                return "Age " + self.age
        #              ^^^^^^^^^^^^^^^^^ info[text-plus-number]: What kind of value stands on each side of the plus?
        """,
    ],
)
def test_a_text_and_a_number_added(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        """
        def f(name, n):
            return "Hi " + name + str(n) + f"{n}"
        """,
        """
        def f(xs):
            n = len(xs)
            n = str(n)
            return "n: " + n
        """,
        """
        x = "a" * 3 + "b"
        y = 1 + 2
        z = "%d" % 3 + "x"
        """,
        """
        def f(text, total):
            total = str(total)
            return text + total
        """,
        """
        def longest(names):
            return "Longest: " + max(names, key=len)
        """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
