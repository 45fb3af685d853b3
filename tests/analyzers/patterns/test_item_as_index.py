"""An item that is used as a place: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "item-as-index"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def total(prices):
            amount = 0
            for price in prices:
                amount += prices[price]
        #                 ^^^^^^^^^^^^^ info[item-as-index]: What does `price` hold: an item, or a place?
            return amount

        def evens(numbers):
            result = []
            for i in numbers:
                if numbers[i] % 2 == 0:
        #          ^^^^^^^^^^ info[item-as-index]: What does `i` hold: an item, or a place?
                    result.append(numbers[i])
            return result

        def largest(xs):
            best = xs[0]
            for x in xs:
                if xs[x] > best:
        #          ^^^^^ info[item-as-index]: What does `x` hold: an item, or a place?
                    best = xs[x]
            return best

        def count(text, letter):
            n = 0
            for ch in text:
                if text[ch] == letter:
        #          ^^^^^^^^ info[item-as-index]: What does `ch` hold: an item, or a place?
                    n += 1
            return n

        def is_sorted(nums):
            for i in nums:
                if nums[i] > nums[i + 1]:
        #          ^^^^^^^ info[item-as-index]: What does `i` hold: an item, or a place?
                    return False
            return True

        def long_words(words):
            for word in words:
                if len(words[word]) > 3:
        #              ^^^^^^^^^^^ info[item-as-index]: What does `word` hold: an item, or a place?
                    print(word)

        def total_of(items: list[int]):
            return sum(items[item] for item in items)
        #              ^^^^^^^^^^^ info[item-as-index]: What does `item` hold: an item, or a place?

        def doubled(lst):
            for num in lst:
                lst[num] = lst[num] * 2
        #       ^^^^^^^^ info[item-as-index]: What does `num` hold: an item, or a place?
            return lst

        def shout():
            names = ["ada", "ben"]
            for name in names:
                print(names[name].upper())
        #             ^^^^^^^^^^^ info[item-as-index]: What does `name` hold: an item, or a place?

        class Cart:
            def total(self):
                total = 0
                for item in self.xs:
                    total += self.xs[item]
        #                    ^^^^^^^^^^^^^ info[item-as-index]: What does `item` hold: an item, or a place?
                return total

        def second(values):
            total = 0
            for i, value in enumerate(values):
                total += values[value]
        #                ^^^^^^^^^^^^^ info[item-as-index]: What does `value` hold: an item, or a place?
            return total

        def row_total(grid, row):
            total = 0
            for cell in row:
                total += row[cell]
        #                ^^^^^^^^^ info[item-as-index]: What does `cell` hold: an item, or a place?
            return total

        def grid_total(grid):
            total = 0
            for row in grid:
                for cell in row:
                    total += grid[row][cell]
        #                    ^^^^^^^^^ info[item-as-index]: What does `row` hold: an item, or a place?
            return total

        def mean(grades):
            total = 0
            for g in grades:
                total += grades[g]
        #                ^^^^^^^^^ info[item-as-index]: What does `g` hold: an item, or a place?
            return total / len(grades)

        def sum_row(m, r):
            total = 0
            for v in m[r]:
                total += m[r][v]
        #                ^^^^^^^ info[item-as-index]: What does `v` hold: an item, or a place?
            return total
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        def cheapest(prices, limit):
            name = ""
            for k in prices:
                if prices[k] < limit:
                    name = k
            return name

        def f(scores):
            for name in scores:
                print(scores[name])

        def f(counts):
            for i in counts:
                print(counts[i])

        def f(xs):
            d = {}
            for x in d:
                print(d[x])

        def f(prices):
            print(prices.get("tea"))
            for x in prices:
                print(prices[x])

        def f(xs):
            for i in range(len(xs)):
                print(xs[i])

        def f(xs, ys):
            for x in xs:
                print(ys[x])

        def f(xs: dict[str, int]):
            for x in xs:
                print(xs[x])

        def f():
            order = [2, 0, 1]
            for place in order:
                print(order[place])

        def f(xs):
            for x in xs:
                print(x[0])

        def f(xs):
            for i, x in enumerate(xs):
                print(xs[i])

        def f(xs):
            for x in xs:
                xs["total"] += xs[x]

        def f(xs):
            for i in xs:
                print(xs[i], xs.get("total"))
    """,
        only=RULE,
    )
