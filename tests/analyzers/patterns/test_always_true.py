"""A choice of values that is always true: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "always-true"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def is_weekend(day):
            return day == "Saturday" or "Sunday"
        #                               ^^^^^^^^ info[always-true]: Is this value alone true or false to Python?

        def check(x):
            if x == 1 or 2 or 3:
        #                ^ info[always-true]: Is this value alone true or false to Python?
                return x

        def ask(answer):
            while answer != "y" or "n":
        #                          ^^^ info[always-true]: Is this value alone true or false to Python?
                answer = input()

        def vowel(letter):
            if letter == ("a" or "e"):
        #                 ^^^ info[always-true]: Is this value alone true or false to Python?
                return True

        def rank(card):
            if card in "JQK" or "A":
        #                       ^^^ info[always-true]: Is this value alone true or false to Python?
                return 10

        def both(x, y):
            if x == 3 and "b":
        #                 ^^^ info[always-true]: Is this value alone true or false to Python?
                return True

        def turned(x):
            if "a" or x == "b":
        #      ^^^ info[always-true]: Is this value alone true or false to Python?
                return x

        def low(x):
            if not x == 1 or 2:
        #                    ^ info[always-true]: Is this value alone true or false to Python?
                return x

        def many(day):
            return day == "Mon" or day == "Tue" or "Wed"
        #                                          ^^^^^ info[always-true]: Is this value alone true or false to Python?

        def zero(x):
            if x == 1 or 0:
        #                ^ info[always-true]: Is this value alone true or false to Python?
                return x

        def elif_too(x):
            if x == "q":
                return 1
            elif x == "a" or "b":
        #                    ^^^ info[always-true]: Is this value alone true or false to Python?
                return 2
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        if x == 1 or x == 2:
            pass

        name = given or "nobody"

        if x == 1 or y:
            pass

        label = a == b or ""

        sign = x > 0 and "plus" or "minus"

        x = a and "b" or "c"

        text = title + ": " or "none"

        if x in ("a", "b"):
            pass

        word = x == 1 and "one" or "many"
    """,
        only=RULE,
    )
