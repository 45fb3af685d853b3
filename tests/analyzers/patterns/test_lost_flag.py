"""A find that the next pass forgets: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "lost-flag"


@pytest.mark.parametrize(
    "program",
    [
        """
    def contains(items, wanted):
        found = False
        for item in items:
            if item == wanted:
                found = True
            else:
                found = False
    #           ^^^^^^^^^^^^^ info[lost-flag]: What does the next pass do to `found`?
        return found
    """,
        """
    def all_even(numbers):
        result = True
        for n in numbers:
            if n % 2 != 0:
                result = False
            else:
                result = True
    #           ^^^^^^^^^^^^^ info[lost-flag]: What does the next pass do to `result`?
        return result
    """,
        """
    def place(items, wanted):
        index = -1
        for i in range(len(items)):
            if items[i] == wanted:
                index = i
            else:
                index = -1
    #           ^^^^^^^^^^ info[lost-flag]: What does the next pass do to `index`?
        return index
    """,
        """
    def has_digit(text):
        ok = False
        i = 0
        while i < len(text):
            if text[i].isdigit():
                ok = True
            else:
                ok = False
    #           ^^^^^^^^^^ info[lost-flag]: What does the next pass do to `ok`?
            i += 1
        if ok:
            return "yes"
        return "no"
    """,
        """
    def is_sorted(numbers):
        in_order = True
        for i in range(len(numbers) - 1):
            in_order = numbers[i] <= numbers[i + 1]
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[lost-flag]: What does the next pass do to `in_order`?
        return in_order
    """,
        """
    def find(items, wanted):
        message = "no"
        for item in items:
            if item == wanted:
                message = "yes"
            if item != wanted:
                message = "no"
    #           ^^^^^^^^^^^^^^ info[lost-flag]: What does the next pass do to `message`?
        return message
    """,
        """
    def any_negative(numbers):
        negative = False
        for n in numbers:
            negative = True if n < 0 else False
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[lost-flag]: What does the next pass do to `negative`?
        return negative
    """,
        """
    found = False
    for x in [1, 2]:
        if x == 1:
            found = True
        else:
            found = False
    #       ^^^^^^^^^^^^^ info[lost-flag]: What does the next pass do to `found`?
    print(found)
    """,
        """
    def is_prime(n):
        prime = True
        for i in range(2, n):
            if n % i == 0:
                prime = False
            else:
                prime = True
    #           ^^^^^^^^^^^^ info[lost-flag]: What does the next pass do to `prime`?
        return prime
    """,
        """
    def has_upper(text):
        result = False
        for ch in text:
            if ch.isupper():
                result = True
            elif ch.islower():
                result = False
    #           ^^^^^^^^^^^^^^ info[lost-flag]: What does the next pass do to `result`?
        return result
    """,
        """
    def has_upper(text):
        flag = False
        for ch in text:
            flag = ch.isupper()
    #       ^^^^^^^^^^^^^^^^^^^ info[lost-flag]: What does the next pass do to `flag`?
        return flag
    """,
        """
    def place(items, wanted):
        found = -1
        for i, item in enumerate(items):
            found = i if item == wanted else -1
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[lost-flag]: What does the next pass do to `found`?
        return found
    """,
    ],
)
def test_a_find_that_the_next_pass_forgets(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        """
    def contains(items, wanted):
        for item in items:
            if item == wanted:
                found = True
                break
            else:
                found = False
        return found
    """,
        """
    def f(items):
        found = False
        for item in items:
            if item:
                found = True
        return found
    """,
        """
    def f(items):
        for i in items:
            if i % 2:
                sign = 1
            else:
                sign = -1
            print(sign)
    """,
        """
    def f(items):
        found = False
        while not found:
            if items.pop() == 1:
                found = True
            else:
                found = False
        return found
    """,
        """
    def f(items):
        for item in items:
            if item:
                kind = "a"
            else:
                kind = "b"
        return items
    """,
        "def f(x):\n    if x:\n        found = True\n    else:\n        found = False\n    return found\n",
        """
    def f(items):
        for item in items:
            if item:
                word = "a"
            else:
                word = "a"
        return word
    """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
