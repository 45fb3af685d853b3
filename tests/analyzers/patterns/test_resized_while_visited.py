"""A dictionary or set that gets or loses keys while a loop visits it: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "resized-while-visited"


@pytest.mark.parametrize(
    "program",
    [
        """
    def clean(stock):
        for name in stock:
            if stock[name] == 0:
                del stock[name]
    #               ^^^^^^^^^^^ info[resized-while-visited]: Has `stock` as many items as before?
        return stock
    """,
        """
    def clean(stock):
        for name, count in stock.items():
            if count == 0:
                stock.pop(name)
    #           ^^^^^^^^^^^^^^^ info[resized-while-visited]: Has `stock` as many items as before?
        return stock
    """,
        """
    def upper(d):
        for key in d.keys():
            d[key.upper()] = 1
    #       ^^^^^^^^^^^^^^ info[resized-while-visited]: Has `d` as many items as before?
        return d
    """,
        """
    def clean(scores):
        for score in scores.values():
            if score < 5:
                scores.clear()
    #           ^^^^^^^^^^^^^^ info[resized-while-visited]: Has `scores` as many items as before?
    """,
        """
    def spread(numbers):
        for number in numbers:
            numbers.add(number + 1)
    #       ^^^^^^^^^^^^^^^^^^^^^^^ info[resized-while-visited]: Has `numbers` as many items as before?
    """,
        """
    def thin(numbers):
        for number in numbers:
            if number % 2:
                numbers.discard(number)
    #           ^^^^^^^^^^^^^^^^^^^^^^^ info[resized-while-visited]: Has `numbers` as many items as before?
    """,
        """
    def double():
        d = {1: 2}
        for key in d:
            d[key * 2] = key
    #       ^^^^^^^^^^ info[resized-while-visited]: Has `d` as many items as before?
        return d
    """,
        """
    class Shop:
        def clean(self):
            for name in self.stock:
                if self.stock[name] == 0:
                    del self.stock[name]
    #                   ^^^^^^^^^^^^^^^^ info[resized-while-visited]: Has `self.stock` as many items as before?
    """,
        """
    def rename(d):
        for key in d:
            d[key.lower()] = 1
    #       ^^^^^^^^^^^^^^ info[resized-while-visited]: Has `d` as many items as before?
    """,
    ],
)
def test_a_dictionary_that_changes_its_size_in_a_loop_over_it(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "for name in list(stock):\n    del stock[name]\n",
        "for name in stock:\n    stock[name] = 0\n",
        "for name in stock.keys():\n    stock[name] += 1\n",
        "for name in stock:\n    if stock[name] == 0:\n        del stock[name]\n        break\n",
        "for x in xs:\n    del xs[0]\n",
        "for i in xs:\n    xs[0] = i\n",
        "for key in d.copy():\n    d.pop(key)\n",
        "for key in d:\n    e[key + 1] = 1\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
