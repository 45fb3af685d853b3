"""A result that every pass of a loop writes over: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "overwritten-in-loop"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def total(prices):
            amount = 0
            for price in prices:
                amount = price
        #       ^^^^^^^^^^^^^^ info[overwritten-in-loop]: What does `amount` keep of earlier passes here?
            return amount

        class Meter:
            def feed(self, readings):
                for reading in readings:
                    self.total = reading
        #           ^^^^^^^^^^^^^^^^^^^^ info[overwritten-in-loop]: What does `self.total` keep of earlier passes here?
                return self.total

        def squares(n):
            result = []
            for i in range(n):
                result = [i * i]
        #       ^^^^^^^^^^^^^^^^ info[overwritten-in-loop]: What does `result` keep of earlier passes here?
            return result

        def join(words):
            text = ""
            for word in words:
                text = word + " "
        #       ^^^^^^^^^^^^^^^^^ info[overwritten-in-loop]: What does `text` keep of earlier passes here?
            return text

        def product(xs):
            result = 1
            i = 0
            while i < len(xs):
                result = xs[i]
        #       ^^^^^^^^^^^^^^ info[overwritten-in-loop]: What does `result` keep of earlier passes here?
                i += 1
            return result

        def evens(xs):
            total = 0
            for x in xs:
                if x % 2 == 0:
                    total = x
        #           ^^^^^^^^^ info[overwritten-in-loop]: What does `total` keep of earlier passes here?
            return total

        def points(xs):
            total = 0
            for x in xs:
                if x > 10:
                    total = x * 2
        #           ^^^^^^^^^^^^^ info[overwritten-in-loop]: What does `total` keep of earlier passes here?
                else:
                    total = x
        #           ^^^^^^^^^ info[overwritten-in-loop]: What does `total` keep of earlier passes here?
            return total

        def add_up(xs):
            total = 0
            for x in xs:
                total =+ x
        #       ^^^^^^^^^^ info[overwritten-in-loop]: What does `total` keep of earlier passes here?
            return total

        def count(xs):
            count = 0
            for x in xs:
                if x > 3:
                    count = 1
        #           ^^^^^^^^^ info[overwritten-in-loop]: What does `count` keep of earlier passes here?
            return count

        def digits(n):
            total = 0
            while n > 0:
                total = n % 10
        #       ^^^^^^^^^^^^^^ info[overwritten-in-loop]: What does `total` keep of earlier passes here?
                n = n // 10
            return total

        class Cart:
            def total(self):
                total = 0
                for item in self.xs:
                    total = item.price * 2
        #           ^^^^^^^^^^^^^^^^^^^^^^ info[overwritten-in-loop]: What does `total` keep of earlier passes here?
                return total

        def mean(xs):
            total = 0
            for x in xs:
                total = x
        #       ^^^^^^^^^ info[overwritten-in-loop]: What does `total` keep of earlier passes here?
            return total / len(xs)

        def grid_sum(grid):
            total = 0
            for row in grid:
                for cell in row:
                    total = cell
        #           ^^^^^^^^^^^^ info[overwritten-in-loop]: What does `total` keep of earlier passes here?
            return total

        def appended(words):
            blended: str = ""
            for word in words:
                if word:
                    blended = word + "!"
        #           ^^^^^^^^^^^^^^^^^^^^ info[overwritten-in-loop]: What does `blended` keep of earlier passes here?
            return blended

        def matches(a, b):
            matches = 0
            for i in range(len(a)):
                if a[i] == b[i]:
                    matches = 1
        #           ^^^^^^^^^^^ info[overwritten-in-loop]: What does `matches` keep of earlier passes here?
            return matches
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        class Meter:
            def feed(self, readings):
                total = 0
                for reading in readings:
                    total += reading
                    self.total = total
                    self.latest = reading
                for reading in readings:
                    self.total = self.total + reading
                for reading in readings:
                    if reading > 9:
                        self.count = reading
                        break

        def total(prices):
            amount = 0
            for price in prices:
                amount += price
            return amount

        def last_even(xs):
            last = 0
            for x in xs:
                if x % 2 == 0:
                    last = x
            return last

        def f(xs):
            result = 0
            for x in xs:
                if x > 3:
                    result = x
                    break
            return result

        def f(xs):
            found = False
            for x in xs:
                if x > 3:
                    found = True
            return found

        def f(xs):
            total = 0
            for x in xs:
                total = total + x
            return total

        def f(xs):
            total = 0
            for x in xs:
                total = x * 2
                print(total)
            return total

        def f(xs):
            total = 0
            for x in xs:
                total = x
            total = 3
            return total

        def f(xs):
            size = 0
            for x in xs:
                size = 7
            return size

        def f(xs):
            total = None
            for x in xs:
                total = x
            return total

        def coolest(cities):
            low = 99
            where = ""
            for city in cities:
                if city.degrees < low:
                    low = city.degrees
                    where = city.name
            return where
    """,
        only=RULE,
    )
