"""A line that no run can reach: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "never-reached"


@pytest.mark.parametrize(
    "program",
    [
        """
    def double(number):
        return number
        number = number * 2
    #   ^^^^^^^^^^^^^^^^^^^ info[never-reached]: When does a run come to this line?
        return number
    """,
        """
    def total(numbers):
        result = 0
        for n in numbers:
            result += n
        return result
        print(result)
    #   ^^^^^^^^^^^^^ info[never-reached]: When does a run come to this line?
    """,
        """
    def sign(n):
        if n > 0:
            return 1
        else:
            return -1
        return 0
    #   ^^^^^^^^ info[never-reached]: When does a run come to this line?
    """,
        """
    def find(items, wanted):
        i = 0
        while i < len(items):
            if items[i] == wanted:
                return i
                i += 1
    #           ^^^^^^ info[never-reached]: When does a run come to this line?
        return -1
    """,
        """
    def first_big(numbers):
        for n in numbers:
            if n > 10:
                break
                found = n
    #           ^^^^^^^^^ info[never-reached]: When does a run come to this line?
        return None
    """,
        """
    def odds(numbers):
        result = []
        for n in numbers:
            continue
            # keep it
            result.append(n)
    #       ^^^^^^^^^^^^^^^^ info[never-reached]: When does a run come to this line?
        return result
    """,
        """
    def grade(score):
        if score > 90:
            return "A"
        elif score > 50:
            return "B"
        else:
            raise ValueError
        score = 0
    #   ^^^^^^^^^ info[never-reached]: When does a run come to this line?
    """,
        """
    class Account:
        def take(self, amount):
            return self.balance
            self.balance -= amount
    #       ^^^^^^^^^^^^^^^^^^^^^^ info[never-reached]: When does a run come to this line?
    """,
    ],
)
def test_lines_that_no_run_can_reach(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "def f(x):\n    if x:\n        return 1\n    return 2\n",
        "def f():\n    return 1\n    # a remark\n",
        "def f():\n    return\n    yield\n",
        "for x in xs:\n    break\n    pass\n",
        "def f(x):\n    if x:\n        return 1\n    elif x is None:\n        return 2\n    return 3\n",
        "def f(x):\n    if x:\n        return 1\n    else:\n        print(x)\n    return 3\n",
        "for x in xs:\n    if x:\n        break\n    else:\n        continue\n",
        'def f(x):\n    return x\n    """Gives x."""\n',
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
