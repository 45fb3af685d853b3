"""A loop that is left in its first pass: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "loop-left-at-once"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def total(prices):
            amount = 0
            for price in prices:
                amount += price
                return amount
        #       ^^^^^^^^^^^^^ info[loop-left-at-once]: How many passes has the loop made when Python comes here?

        def evens(numbers):
            result = []
            for number in numbers:
                if number % 2 == 0:
                    result.append(number)
                return result
        #       ^^^^^^^^^^^^^ info[loop-left-at-once]: How many passes has the loop made when Python comes here?

        def count(text, letter):
            n = 0
            i = 0
            while i < len(text):
                if text[i] == letter:
                    n += 1
                i += 1
                return n
        #       ^^^^^^^^ info[loop-left-at-once]: How many passes has the loop made when Python comes here?

        def grid_total(grid):
            result = 0
            for row in grid:
                for cell in row:
                    result += cell
                return result
        #       ^^^^^^^^^^^^^ info[loop-left-at-once]: How many passes has the loop made when Python comes here?

        def squares(xs):
            for x in xs:
                return x * x
        #       ^^^^^^^^^^^^ info[loop-left-at-once]: How many passes has the loop made when Python comes here?

        def longest(words):
            best = ""
            for word in words:
                if len(word) > len(best):
                    best = word
                break
        #       ^^^^^ info[loop-left-at-once]: How many passes has the loop made when Python comes here?
            return best

        class Cart:
            def total(self):
                amount = 0
                for item in self.xs:
                    amount += item.price * item.number
                    return amount
        #           ^^^^^^^^^^^^^ info[loop-left-at-once]: How many passes has the loop made when Python comes here?

        def positives(xs):
            count = 0
            for x in xs:
                if x > 0:
                    count += 1
                    return count
        #           ^^^^^^^^^^^^ info[loop-left-at-once]: How many passes has the loop made when Python comes here?
            return 0

        def longs(words):
            result = []
            for w in words:
                if len(w) > 3:
                    result.append(w)
                    return result
        #           ^^^^^^^^^^^^^ info[loop-left-at-once]: How many passes has the loop made when Python comes here?

        def has_all(xs, ys):
            for x in xs:
                if x not in ys:
                    return False
                return True
        #       ^^^^^^^^^^^ info[loop-left-at-once]: How many passes has the loop made when Python comes here?

        def noted(xs):
            total = 0
            for x in xs:
                total += x
                return total  # the sum
        #       ^^^^^^^^^^^^ info[loop-left-at-once]: How many passes has the loop made when Python comes here?
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        def find(xs):
            for x in xs:
                if x > 3:
                    return x
            return None

        def first(xs):
            for x in xs:
                return x

        def f(xs):
            for x in xs:
                if x < 3:
                    continue
                return x

        def f():
            while True:
                text = input()
                return text

        def f(xs):
            total = 0
            for x in xs:
                total += x
            return total

        def f(xs):
            for x in xs:
                def g():
                    return x

        def f(xs):
            for x in xs:
                yield x
                return

        def f(xs):
            n = 0
            for x in xs:
                n += 1
                if x > 3:
                    return n

        def f(xs):
            for x in xs:
                if x > 3:
                    y = x
                    return y

        for x in xs:
            break
    """,
        only=RULE,
    )
