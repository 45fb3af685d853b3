"""Arguments in another order than the parameters: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "swapped-arguments"


@pytest.mark.parametrize(
    "program",
    [
        """
    def share(total, people):
        return total / people

    def main():
        total = 12
        people = 4
        return share(people, total)
    #          ^^^^^^^^^^^^^^^^^^^^ info[swapped-arguments]: Which value does `share` take first here?
    """,
        """
    def area(width, height):
        return width * height

    width, height = 2, 3
    print(area(height, width))
    #     ^^^^^^^^^^^^^^^^^^^ info[swapped-arguments]: Which value does `area` take first here?
    """,
        """
    class Account:
        def transfer(self, amount, target):
            target.balance += amount

    def pay(account, target, amount):
        account.transfer(target, amount)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[swapped-arguments]: Which value does `transfer` take first here?
    """,
        """
    class Person:
        def __init__(self, name, age):
            self.name = name

    def make(age, name):
        return Person(age, name)
    #          ^^^^^^^^^^^^^^^^^ info[swapped-arguments]: Which value does `Person` take first here?
    """,
        """
    def percent(part, whole):
        return part * 100 / whole

    def report(parts, whole):
        for part in parts:
            print(percent(whole, part))
    #             ^^^^^^^^^^^^^^^^^^^^ info[swapped-arguments]: Which value does `percent` take first here?
    """,
        """
    def numbers(start, stop):
        return list(range(stop, start))
    #               ^^^^^^^^^^^^^^^^^^ info[swapped-arguments]: Which value does `range` take first here?
    """,
        """
    def clip(value, low, high):
        return max(low, min(value, high))

    def clip_all(values, low, high):
        return [clip(value, high, low) for value in values]
    #           ^^^^^^^^^^^^^^^^^^^^^^ info[swapped-arguments]: Which value does `clip` take second here?
    """,
        """
    def discount(price, rate):
        return price * rate

    def pay(item_price, sale_rate):
        return discount(sale_rate, item_price)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[swapped-arguments]: Which value does `discount` take first here?
    """,
        """
    def is_between(value, low, high):
        return low <= value <= high

    def is_age(age, low, high):
        return is_between(low, age, high)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^ info[swapped-arguments]: Which value does `is_between` take first here?
    """,
        """
    def note(day, hour, text):
        return f"{day} {hour}: {text}"

    def note_now(day, hour, text):
        return note(day, text, hour)
    #          ^^^^^^^^^^^^^^^^^^^^^ info[swapped-arguments]: Which value does `note` take second here?
    """,
    ],
)
def test_arguments_in_another_order_than_the_parameters(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "def share(total, people):\n    return total / people\n\nprint(share(total, people))\n",
        "def share(total, people):\n    return total / people\n\nprint(share(people=people, total=total))\n",
        "def gcd(a, b):\n    if b > a:\n        return gcd(b, a)\n    return a\n",
        """
    def less(a, b):
        return a < b

    def equal(a, b):
        return not less(a, b) and not less(b, a)
    """,
        """
    def share(total, people):
        return total / people

    print(share(3, 4), share(a, b), share(people, 3))
    """,
        "def same(a, b):\n    return a == b\n\ndef same(c, d):\n    return c == d\n\nsame(b, a)\n",
        "range(high, low, -1)\n",
        "def add(first, second):\n    return first + second\n\nprint(add(second, third))\n",
        "def f(x, y, z):\n    return x + y + z\n\nprint(f(y, w, z))\n",
        "def is_between(value, low, high):\n    return low <= value <= high\n\nis_between(age, low, high)\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
