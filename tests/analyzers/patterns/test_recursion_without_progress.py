"""A function that calls itself with the same thing again: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "recursion-without-progress"


@pytest.mark.parametrize(
    "program",
    [
        """
    def factorial(n):
        if n == 0:
            return 1
        return n * factorial(n)
    #              ^^^^^^^^^^^^ info[recursion-without-progress]: What is new in this inner call?
    """,
        """
    def total(numbers):
        if not numbers:
            return 0
        rest = numbers[1:]
        return numbers[0] + total(numbers)
    #                       ^^^^^^^^^^^^^^ info[recursion-without-progress]: What is new in this inner call?
    """,
        """
    def count_down(n):
        if n <= 0:
            return
        print(n)
        count_down(n + 1)
    #   ^^^^^^^^^^^^^^^^^ info[recursion-without-progress]: Does each inner call come closer to where the calls stop?
    """,
        """
    def power(base, exponent):
        if exponent == 0:
            return 1
        return base * power(base, exponent)
    #                 ^^^^^^^^^^^^^^^^^^^^^ info[recursion-without-progress]: What is new in this inner call?
    """,
        """
    def reverse(text):
        if len(text) == 0:
            return ""
        return reverse(text[0:]) + text[0]
    #          ^^^^^^^^^^^^^^^^^ info[recursion-without-progress]: What is new in this inner call?
    """,
        """
    class Counter:
        def down(self, n):
            if n == 0:
                return 0
            return self.down(n)
    #              ^^^^^^^^^^^^ info[recursion-without-progress]: What is new in this inner call?
    """,
        """
    def is_even(n):
        if n == 0:
            return True
        return not is_even(n=n)
    #              ^^^^^^^^^^^^ info[recursion-without-progress]: What is new in this inner call?
    """,
        """
    def find(items, wanted, place):
        if place == len(items):
            return -1
        if items[place] == wanted:
            return place
        return find(items, wanted, place)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^ info[recursion-without-progress]: What is new in this inner call?
    """,
        """
    def hanoi(n, source, target, spare):
        if n == 0:
            return
        hanoi(n, source, spare, target)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[recursion-without-progress]: What is new in this inner call?
        print(source, target)
        hanoi(n - 1, spare, target, source)
    """,
        """
    def product(n, result=1):
        if n <= 1:
            return result
        return product(n, result * n)
    #          ^^^^^^^^^^^^^^^^^^^^^^ info[recursion-without-progress]: What is new in this inner call?
    """,
        """
    def flatten(items):
        result = []
        for item in items:
            if isinstance(item, list):
                result.extend(flatten(items))
    #                         ^^^^^^^^^^^^^^ info[recursion-without-progress]: What is new in this inner call?
            else:
                result.append(item)
        return result
    """,
    ],
)
def test_the_inner_call_gets_what_the_outer_one_got(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "def factorial(n):\n    if n == 0:\n        return 1\n    return n * factorial(n - 1)\n",
        """
    def drain(items):
        if not items:
            return 0
        items.pop()
        return 1 + drain(items)
    """,
        "def shrink(n):\n    if n == 0:\n        return 0\n    n -= 1\n    return shrink(n)\n",
        """
    def ask(question):
        answer = input(question)
        if answer:
            return answer
        return ask(question)
    """,
        """
    def find(items, wanted, place=0):
        if items[place] == wanted:
            return place
        return find(items, wanted, place + 1)
    """,
        "def count_up(n, end):\n    if n == end:\n        return\n    count_up(n + 1, end)\n",
        "class Tree:\n    def height(self, deep):\n        return 1 + self.left.height(deep)\n",
        "def play():\n    return play()\n",
        """
    def load(path):
        try:
            return read(path)
        except OSError:
            return load(path)
    """,
        "class Machine:\n    def run(self, code):\n        self.place += 1\n        return self.run(code)\n",
        """
    def halves(items, loud):
        mid = len(items) // 2
        if mid == 0:
            return items
        if loud:
            print(mid)
        return halves(items[:mid], loud)
    """,
        """
    class Digest:
        def update(self, text):
            for part in self.parts:
                part.update(text)
    """,
        "def gcd(a, b):\n    if a < b:\n        return gcd(b, a)\n    return b\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
