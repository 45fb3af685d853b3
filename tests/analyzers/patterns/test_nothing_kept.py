"""Work with what a sorting method gives back: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "nothing-kept"


@pytest.mark.parametrize(
    "program",
    [
        """
        if scores:
            scores = scores.sort()
        #   ^^^^^^^^^^^^^^^^^^^^^^ info[nothing-kept]: What does `sort` give back?
        """,
        """
        def order(names):
            return names.sort()
        #   ^^^^^^^^^^^^^^^^^^^ info[nothing-kept]: What does `sort` give back?
        """,
        """
        def order(names):
            names = names.sort(key=len, reverse=True)
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[nothing-kept]: What does `sort` give back?
            return names
        """,
        """
        def backwards(items):
            result = items.reverse()
        #   ^^^^^^^^^^^^^^^^^^^^^^^^ info[nothing-kept]: What does `reverse` give back?
            return result
        """,
        """
        import random
        def mix(cards):
            cards = random.shuffle(cards)
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[nothing-kept]: What does `shuffle` give back?
            return cards
        """,
        """
        def show(xs):
            print(xs.sort())
        #         ^^^^^^^^^ info[nothing-kept]: What does `sort` give back?
            for x in xs.sort():
        #            ^^^^^^^^^ info[nothing-kept]: What does `sort` give back?
                print(x)
            return xs.sort()[0]
        #          ^^^^^^^^^ info[nothing-kept]: What does `sort` give back?
        """,
        """
        class Deck:
            def order(self):
                self.cards = self.cards.sort()
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[nothing-kept]: What does `sort` give back?
        """,
        """
        def backwards(word):
            return "".join(list(word).reverse())
        #                  ^^^^^^^^^^^^^^^^^^^^ info[nothing-kept]: What does `reverse` give back?
        """,
    ],
)
def test_work_with_what_a_sorting_method_gives_back(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "x.sort()\n",
        "x = sorted(x)\n",
        "x = x.pop()\n",
        "key = lambda xs: xs.sort()\n",
        "x = sort(y)\n",
        "check(x.sort)\n",
        "shuffled = shuffle\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
