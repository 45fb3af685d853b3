"""A search for the largest or smallest from a made-up start: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "best-from-constant"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def warmest(temperatures):
            best = 0
        #   ^^^^^^^^ info[best-from-constant]: Which items would never get past this first value?
            for temperature in temperatures:
                if temperature > best:
                    best = temperature
            return best

        def largest(xs):
            maximum = 0
        #   ^^^^^^^^^^^ info[best-from-constant]: Which items would never get past this first value?
            for i in range(len(xs)):
                if maximum < xs[i]:
                    maximum = xs[i]
            return maximum

        def smallest(xs):
            low = 0
        #   ^^^^^^^ info[best-from-constant]: Which items would never get past this first value?
            for x in xs:
                if x < low:
                    low = x
            return low

        def smallest_of(xs):
            low = 1000
        #   ^^^^^^^^^^ info[best-from-constant]: Which items would never get past this first value?
            for x in xs:
                if x <= low:
                    low = x
            return low

        def top(xs):
            m = 0
        #   ^^^^^ info[best-from-constant]: Which items would never get past this first value?
            i = 0
            while i < len(xs):
                if xs[i] >= m:
                    m = xs[i]
                i += 1
            return m

        def maxi(xs):
            result = 0
        #   ^^^^^^^^^^ info[best-from-constant]: Which items would never get past this first value?
            for x in xs:
                result = max(result, x)
            return result

        def max_in_grid(grid):
            biggest = 0
        #   ^^^^^^^^^^^ info[best-from-constant]: Which items would never get past this first value?
            for row in grid:
                for cell in row:
                    if cell > biggest:
                        biggest = cell
            return biggest

        class Weather:
            def coldest(self):
                coldest = 0
        #       ^^^^^^^^^^^ info[best-from-constant]: Which items would never get past this first value?
                for day in self.days:
                    if day.temperature < coldest:
                        coldest = day.temperature
                return coldest

        def best_key(d):
            best_value = 0
        #   ^^^^^^^^^^^^^^ info[best-from-constant]: Which items would never get past this first value?
            best_key = None
            for key, value in d.items():
                if value > best_value:
                    best_value = value
                    best_key = key
            return best_key

        def spread(xs):
            lo, hi = xs[0], 0
        #                   ^ info[best-from-constant]: Which items would never get past this first value?
            for x in xs:
                if x < lo:
                    lo = x
                elif x > hi:
                    hi = x
            return hi - lo

        def big(xs):
            best = 0
        #   ^^^^^^^^ info[best-from-constant]: Which items would never get past this first value?
            for x in xs:
                best = x if x > best else best
            return best

        def second(xs):
            first = 0
        #   ^^^^^^^^^ info[best-from-constant]: Which items would never get past this first value?
            for i in range(len(xs)):
                number = xs[i]
                if number > first and number != 7:
                    first = number
            return first

        def where(xs):
            best, place = 0, 0
        #                 ^ info[best-from-constant]: Which items would never get past this first value?
            for i, x in enumerate(xs):
                if x > best:
                    best, place = x, i
            return place

        def shortest(words):
            shortest = ""
        #   ^^^^^^^^^^^^^ info[best-from-constant]: Which items would never get past this first value?
            for word in words:
                if len(word) < len(shortest):
                    shortest = word
            return shortest

        def shortest_length(words):
            least = 0
        #   ^^^^^^^^^ info[best-from-constant]: Which items would never get past this first value?
            for word in words:
                if len(word) < least:
                    least = len(word)
            return least

        def best_pair(xs):
            best = 0
        #   ^^^^^^^^ info[best-from-constant]: Which items would never get past this first value?
            for i in range(len(xs) - 1):
                pair = xs[i] + xs[i + 1]
                if pair > best:
                    best = pair
            return best

        def best_row(grid):
            best = 0
        #   ^^^^^^^^ info[best-from-constant]: Which items would never get past this first value?
            for row in grid:
                total = sum(row)
                if total > best:
                    best = total
            return best
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        def warmest(temperatures):
            best = temperatures[0]
            for temperature in temperatures:
                if temperature > best:
                    best = temperature
            return best

        def longest(words):
            best = 0
            for word in words:
                if len(word) > best:
                    best = len(word)
            return best

        def streak(xs):
            best = 0
            run = 0
            for x in xs:
                run += 1
                if run > best:
                    best = run
            return best

        def smallest(xs):
            low = 1000000
            for x in xs:
                if x < low:
                    low = x
            return low

        def f(xs):
            low = float("inf")
            for x in xs:
                low = min(low, x)
            return low

        def f(counts):
            best = 0
            for word in counts:
                if counts[word] > best:
                    best = counts[word]
            return best

        def f(n):
            best = 0
            for i in range(n):
                if i > best:
                    best = i
            return best

        def f(x):
            best = 0
            if x > best:
                best = x
            return best

        def f(xs):
            y = 0
            for x in xs:
                if x > 3:
                    y = x
            return y

        def longest(words):
            longest = ""
            for word in words:
                if len(word) > len(longest):
                    longest = word
            return longest

        def profit(prices):
            best = 0
            for i in range(len(prices) - 1):
                gain = prices[i + 1] - prices[i]
                if gain > best:
                    best = gain
            return best
    """,
        only=RULE,
    )
