"""Two names for each key of a dictionary: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "pairs-from-keys"


@pytest.mark.parametrize(
    "program",
    [
        """
    def total(stock):
        result = 0
        for name, count in stock:
    #                      ^^^^^ info[pairs-from-keys]: What does each pass over `stock` visit?
            result += count
        return result
    """,
        """
    prices = {"pear": 2}
    for fruit, price in prices:
    #                   ^^^^^^ info[pairs-from-keys]: What does each pass over `prices` visit?
        print(fruit, price)
    """,
        """
    def invert(d):
        return {v: k for k, v in d}
    #                            ^ info[pairs-from-keys]: What does each pass over `d` visit?
    """,
        """
    def best(scores):
        for name, score in scores:
    #                      ^^^^^^ info[pairs-from-keys]: What does each pass over `scores` visit?
            print(name, score)
    """,
        """
    def count(text):
        seen = {}
        for letter in text:
            seen[letter] = seen.get(letter, 0) + 1
        for letter, times in seen:
    #                        ^^^^ info[pairs-from-keys]: What does each pass over `seen` visit?
            print(letter, times)
    """,
        """
    class Shop:
        def __init__(self):
            self.goods = dict()

        def show(self):
            for (name, price) in self.goods:
    #                            ^^^^^^^^^^ info[pairs-from-keys]: What does each pass over `self.goods` visit?
                print(name, price)
    """,
        """
    def show(table: dict):
        for a, b in table:
    #               ^^^^^ info[pairs-from-keys]: What does each pass over `table` visit?
            print(a, b)
    """,
        """
    def show(thing):
        for a, b in thing:
    #               ^^^^^ info[pairs-from-keys]: What does each pass over `thing` visit?
            print(a, b)

    show({"a": 1})
    """,
        """
    def longest(words):
        for word, times in words:
    #                      ^^^^^ info[pairs-from-keys]: What does each pass over `words` visit?
            if words[word] > 2:
                print(words.get(word), times)
    """,
        """
    def adults(people):
        # The argument people is a dictionary of names and ages.
        return [name for name, age in people if age > 17]
    #                                 ^^^^^^ info[pairs-from-keys]: What does each pass over `people` visit?
    """,
        """
    def report(sales):
        for region, amount in sales:
    #                         ^^^^^ info[pairs-from-keys]: What does each pass over `sales` visit?
            print(region, amount)
    """,
    ],
)
def test_two_names_for_each_key(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "for k, v in d.items():\n    print(k, v)\n",
        "pairs = [(1, 2)]\nfor key, value in pairs:\n    print(key, value)\n",
        "def f(points):\n    for x, y in points:\n        print(x, y)\n",
        "for i, x in enumerate(d):\n    print(i, x)\n",
        """
    def f(prices):
        prices = list(prices.items())
        for name, price in prices:
            print(name, price)
    """,
        """
    def show(scores):
        for name, score in scores:
            print(name, score)

    show([("Ada", 3)])
    """,
        "d = {}\nfor a, b, c in d:\n    pass\n",
        """
    def total(weights):
        result = 0
        for u, v in weights:
            result += weights[u, v]
        weights.get((1, 2))
        return result
    """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
