"""A place behind the last item: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "index-past-end"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def total(prices):
            amount = 0
            for place in range(len(prices) + 1):
        #                ^^^^^^^^^^^^^^^^^^^^^^ info[index-past-end]: Which item belongs to the largest `place`?
                amount += prices[place]
            return amount

        def largest(xs):
            best = xs[0]
            for i in range(1, len(xs) + 1):
        #            ^^^^^^^^^^^^^^^^^^^^^ info[index-past-end]: Which item belongs to the largest `i`?
                if xs[i] > best:
                    best = xs[i]
            return best

        def count(text, letter):
            found = 0
            i = 0
            while i <= len(text):
        #         ^^^^^^^^^^^^^^ info[index-past-end]: Which item belongs to the largest `i`?
                if text[i] == letter:
                    found += 1
                i += 1
            return found

        def index_of(xs, target):
            n = len(xs)
            for i in range(0, n + 1):
        #            ^^^^^^^^^^^^^^^ info[index-past-end]: Which item belongs to the largest `i`?
                if xs[i] == target:
                    return i
            return -1

        def is_sorted(xs):
            for i in range(len(xs)):
                if xs[i] > xs[i + 1]:
        #                  ^^^^^^^^^ info[index-past-end]: Which item is this when `i` is largest?
                    return False
            return True

        def last(xs):
            return xs[len(xs)]
        #          ^^^^^^^^^^^ info[index-past-end]: Which item of `xs` stands at this place?

        def find(xs, t):
            i = 0
            while i <= len(xs) and xs[i] != t:
        #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[index-past-end]: Which item belongs to the largest `i`?
                i += 1
            return i

        def grid_total(grid):
            total = 0
            for r in range(len(grid)):
                for c in range(len(grid[r]) + 1):
        #                ^^^^^^^^^^^^^^^^^^^^^^^ info[index-past-end]: Which item belongs to the largest `c`?
                    total += grid[r][c]
            return total

        class Cart:
            def total(self):
                total = 0
                for i in range(len(self.xs) + 1):
        #                ^^^^^^^^^^^^^^^^^^^^^^^ info[index-past-end]: Which item belongs to the largest `i`?
                    total = total + self.xs[i]
                return total

        def doubled(xs):
            for i in range(len(xs) + 1):
        #            ^^^^^^^^^^^^^^^^^^ info[index-past-end]: Which item belongs to the largest `i`?
                xs[i] = xs[i] * 2
            return xs

        def backwards(text):
            result = ""
            for i in range(len(text), 0, -1):
        #            ^^^^^^^^^^^^^^^^^^^^^^^ info[index-past-end]: Which item belongs to the largest `i`?
                result += text[i]
            return result

        def backwards_by_hand(text):
            result = ""
            i = len(text)
            while i >= 0:
                result += text[i]
        #                 ^^^^^^^ info[index-past-end]: Which item is this when `i` is largest?
                i -= 1
            return result

        def summed(xs):
            return [xs[i] for i in range(len(xs)+1)]
        #                          ^^^^^^^^^^^^^^^^ info[index-past-end]: Which item belongs to the largest `i`?

        def pairs(xs):
            return [xs[i] + xs[i + 1] for i in range(len(xs))]
        #                   ^^^^^^^^^ info[index-past-end]: Which item is this when `i` is largest?

        def last_item(items):
            last = len(items)
            return items[last]
        #          ^^^^^^^^^^^ info[index-past-end]: Which item of `items` stands at this place?

        def mirrored(s):
            for i in range(len(s)):
                if s[i] != s[len(s) - i]:
        #                  ^^^^^^^^^^^^^ info[index-past-end]: Which item of `s` stands at this place?
                    return False

        def every_other(xs):
            for i in range(0, len(xs) + 1, 2):
        #            ^^^^^^^^^^^^^^^^^^^^^^^^ info[index-past-end]: Which item belongs to the largest `i`?
                print(xs[i])
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        def total(xs):
            t = 0
            for i in range(len(xs)):
                t += xs[i]
            return t

        def prefixes(xs):
            for i in range(len(xs) + 1):
                print(xs[:i])

        def f(xs):
            for i in range(1, len(xs) + 1):
                print(xs[i - 1])

        def f(xs):
            for i in range(len(xs)):
                if i + 1 < len(xs) and xs[i] > xs[i + 1]:
                    return False

        def f(xs):
            n = len(xs)
            best = [0] * (n + 1)
            for i in range(n + 1):
                best[i] = 1

        def f(xs):
            for i in range(len(xs) - 1):
                print(xs[i + 1])

        def f(xs):
            for i in range(len(xs)):
                print(xs[(i + 1) % len(xs)])

        def f(xs):
            for i in range(len(xs) + 1):
                try:
                    print(xs[i])
                except IndexError:
                    pass

        names[len(names)] = "Ada"

        def f(xs):
            for i in range(0, len(xs), 2):
                print(xs[i], xs[i + 1])

        def f(xs):
            for i in range(len(xs) - 1, -1, -1):
                print(xs[i])

        def f(xs):
            i = len(xs)
            while i > 0:
                i -= 1
                print(xs[i])

        def f(xs):
            i = len(xs) - 1
            while i >= 0:
                print(xs[i])
                i -= 1

        pairs = [xs[i] + xs[i + 1] for i in range(len(xs)) if i + 1 < len(xs)]

        def f(s):
            for i in range(1, len(s)):
                print(s[len(s) - i])

        def f(s):
            n = len(s)
            while n > 0:
                n -= 1
                print(s[n])

        seen[type(x), x] = 3
        print(seen[type(x), x])
    """,
        only=RULE,
    )
