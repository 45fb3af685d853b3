"""A list that is lost when something goes into it: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "list-lost"


@pytest.mark.parametrize(
    "program",
    [
        """
        def evens(numbers):
            found = []
            for n in numbers:
                if n % 2 == 0:
                    found = found.append(n)
        #           ^^^^^^^^^^^^^^^^^^^^^^^ info[list-lost]: What does `append` give back?
            return found
        """,
        """
        def squares(n):
            res = []
            i = 0
            while i < n:
                res = res.append(i * i)
        #       ^^^^^^^^^^^^^^^^^^^^^^^ info[list-lost]: What does `append` give back?
                i += 1
            return res
        """,
        """
        def joined(a, b):
            a = a.extend(b)
        #   ^^^^^^^^^^^^^^^ info[list-lost]: What does `extend` give back?
            return a
        """,
        """
        def with_end(items, end):
            return items.append(end)
        #   ^^^^^^^^^^^^^^^^^^^^^^^^ info[list-lost]: What does `append` give back?
        """,
        """
        def longer(items):
            new = items.append(1)
        #   ^^^^^^^^^^^^^^^^^^^^^ info[list-lost]: What does `append` give back?
            return new
        """,
        """
        def letters(text):
            seen = set()
            for letter in text:
                seen = seen.add(letter)
        #       ^^^^^^^^^^^^^^^^^^^^^^^ info[list-lost]: What does `add` give back?
            return len(seen)
        """,
        """
        class Cart:
            def put(self, item):
                self.items = self.items.append(item)
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[list-lost]: What does `append` give back?
        """,
        """
        def first_out(queue):
            queue = queue.remove(queue[0])
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[list-lost]: What does `remove` give back?
            return queue
        """,
    ],
)
def test_a_list_that_is_lost_when_something_goes_into_it(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "x.append(1)\n",
        "x = x + [1]\n",
        "x = y.add(1)\n",
        "total = account.update(3)\n",
        "f(lambda: x.append(1))\n",
        "x = x.pop()\n",
        "is_new and x.append(1)\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
