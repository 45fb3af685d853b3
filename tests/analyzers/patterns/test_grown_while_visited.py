"""A list that grows while a loop visits it: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "grown-while-visited"


@pytest.mark.parametrize(
    "program",
    [
        """
    def double(numbers):
        for n in numbers:
            numbers.append(n * 2)
    #       ^^^^^^^^^^^^^^^^^^^^^ info[grown-while-visited]: How many items of `numbers` are still to come now?
        return numbers
    """,
        """
    def copy_evens(lst):
        for x in lst:
            if x % 2 == 0:
                lst.append(x)
    #           ^^^^^^^^^^^^^ info[grown-while-visited]: How many items of `lst` are still to come now?
        return lst
    """,
        """
    def repeat(items):
        for i, item in enumerate(items):
            items.insert(0, item)
    #       ^^^^^^^^^^^^^^^^^^^^^ info[grown-while-visited]: How many items of `items` are still to come now?
        return items
    """,
        """
    def more(items):
        for item in items:
            items += [item]
    #       ^^^^^^^^^^^^^^^ info[grown-while-visited]: How many items of `items` are still to come now?
        return items
    """,
        """
    def repeat(items):
        i = 0
        while i < len(items):
            items.append(items[i])
    #       ^^^^^^^^^^^^^^^^^^^^^^ info[grown-while-visited]: How many items of `items` are still to come now?
            i += 1
        return items
    """,
        """
    class Bag:
        def twice(self):
            for item in self.items:
                self.items.append(item)
    #           ^^^^^^^^^^^^^^^^^^^^^^^ info[grown-while-visited]: How many items of `self.items` are still to come now?
    """,
        """
    def more(words):
        for word in words:
            upper = word.upper()
            words.extend([upper])
    #       ^^^^^^^^^^^^^^^^^^^^^ info[grown-while-visited]: How many items of `words` are still to come now?
        return words
    """,
    ],
)
def test_a_list_that_grows_while_a_loop_visits_it(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "for x in list(xs):\n    xs.append(x)\n",
        "for x in xs:\n    ys.append(x)\n",
        "for x in xs:\n    if x:\n        xs.append(x)\n        break\n",
        "for x in xs:\n    if not x:\n        break\n    xs.append(x)\n",
        "for x in xs:\n    xs = []\n    xs.append(x)\n",
        "for x in xs:\n    pass\nelse:\n    xs.append(1)\n",
        "for node in queue:\n    for other in near[node]:\n        queue.append(other)\n",
        "for x in xs:\n    if x + 1 not in xs:\n        xs.append(x + 1)\n",
        "while len(xs) < n:\n    xs.append(0)\n",
        "while i < len(xs):\n    xs.append(xs.pop(0))\n    i += 1\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
