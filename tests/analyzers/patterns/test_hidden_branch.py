"""A branch that an earlier one hides: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "hidden-branch"


@pytest.mark.parametrize(
    "program",
    [
        """
        def grade(points):
            if points >= 60:
                return "D"
            elif points >= 70:
        #        ^^^^^^^^^^^^ info[hidden-branch]: Which value gets as far as this test and passes it?
                return "C"
            elif points >= 90:
                return "A"
            return "F"
        """,
        """
        def fizz(n):
            if n % 3 == 0:
                return "Fizz"
            elif n % 5 == 0:
                return "Buzz"
            elif n % 15 == 0:
        #        ^^^^^^^^^^^ info[hidden-branch]: Which value gets as far as this test and passes it?
                return "FizzBuzz"
            else:
                return str(n)
        """,
        """
        def fizz(n):
            if n % 3 == 0:
                return "Fizz"
            if n % 5 == 0:
                return "Buzz"
            if n % 3 == 0 and n % 5 == 0:
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^ info[hidden-branch]: Which value gets as far as this test and passes it?
                return "FizzBuzz"
            return str(n)
        """,
        """
        def leap(year):
            if year % 4 == 0:
                return True
            elif year % 100 == 0:
        #        ^^^^^^^^^^^^^^^ info[hidden-branch]: Which value gets as far as this test and passes it?
                return False
            elif year % 400 == 0:
                return True
            return False
        """,
        """
        def price(age):
            if age < 65:
                cost = 10
            elif age < 18:
        #        ^^^^^^^^ info[hidden-branch]: Which value gets as far as this test and passes it?
                cost = 5
            else:
                cost = 7
            return cost
        """,
        """
        def size(words):
            result = ""
            if len(words) > 0:
                result = "some"
            elif len(words) > 10:
        #        ^^^^^^^^^^^^^^^ info[hidden-branch]: Which value gets as far as this test and passes it?
                result = "many"
            return result
        """,
        """
        def kind(n):
            if n > 0:
                return "plus"
            elif n == 7:
        #        ^^^^^^ info[hidden-branch]: Which value gets as far as this test and passes it?
                return "lucky"
            return "other"
        """,
        """
        class Player:
            def level(self):
                if self.points > 10:
                    level = 1
                elif self.points > 100:
        #            ^^^^^^^^^^^^^^^^^ info[hidden-branch]: Which value gets as far as this test and passes it?
                    level = 2
                return level
        """,
        """
        def f(x):
            for n in x:
                if n > 10:
                    continue
                if n > 20:
        #          ^^^^^^ info[hidden-branch]: Which value gets as far as this test and passes it?
                    return n
        """,
        """
        def bmi(b):
            if b < 30:
                return "over"
            elif 18.5 <= b < 25:
        #        ^^^^^^^^^^^^^^ info[hidden-branch]: Which value gets as far as this test and passes it?
                return "normal"
            return "obese"
        """,
        """
        def temp(t):
            if t > 0 or t > 30:
                return "warm"
            elif t > 20:
        #        ^^^^^^ info[hidden-branch]: Which value gets as far as this test and passes it?
                return "hot"
        """,
        """
        def f(n):
            if n != 0:
                return "some"
            elif n > 5:
        #        ^^^^^ info[hidden-branch]: Which value gets as far as this test and passes it?
                return "many"
            return "none"
        """,
        """
        def compare(a, b):
            if a >= b:
                return "at least"
            elif a == b:
        #        ^^^^^^ info[hidden-branch]: Which value gets as far as this test and passes it?
                return "same"
            return "less"
        """,
        """
        def kind(c):
            if c.isalnum():
                return "letter or digit"
            elif c.isdigit():
        #        ^^^^^^^^^^^ info[hidden-branch]: Which value gets as far as this test and passes it?
                return "digit"
            return "other"
        """,
    ],
)
def test_a_branch_that_an_earlier_one_hides(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        """
        def grade(points):
            if points >= 90:
                return "A"
            elif points >= 80:
                return "B"
            elif points >= 70 and points != 75:
                return "C"
            return "F"
        """,
        """
        def f(x):
            if x > 1:
                y = 2
            if x > 5:
                y = 3
            return y
        """,
        """
        def f(x):
            if x > 5:
                print(x)
            elif x > 3:
                return 2
            if x > 6:
                return 3
        """,
        """
        def f(x):
            if x > 5:
                return 1
            elif x > 6 or ask():
                return 2
        """,
        """
        def f(xs):
            if xs.pop() > 1:
                return 1
            elif xs.pop() > 1:
                return 2
        """,
        """
        def f(n):
            if n % 15 == 0:
                return 1
            elif n % 3 == 0:
                return 2
            elif n % 5 == 1:
                return 3
        """,
        """
        def f(x):
            if x > 1:
                x = 10
                print(x)
            if x > 5:
                return 3
        """,
        """
        def compare(a, b):
            if a > b:
                return "more"
            elif b > a:
                return "less"
            elif a != c:
                return "same"
        """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
