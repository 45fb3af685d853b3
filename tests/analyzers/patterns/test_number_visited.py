"""A loop over a number: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "number-visited"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def show_all(names):
            for place in len(names):
        #                ^^^^^^^^^^ info[number-visited]: Which items does this number hand out, one after the other?
                print(place, names[place])

        def countdown(n):
            while n > 3:
                n -= 1
            for i in n:
        #            ^ info[number-visited]: Which items does `n` hand out, one after the other?
                print(i)

        def factorial(n):
            result = 1
            for i in n:
        #            ^ info[number-visited]: Which items does `n` hand out, one after the other?
                result *= i
            return result

        def digit_sum(number):
            total = 0
            for digit in number:
        #                ^^^^^^ info[number-visited]: Which items does `number` hand out, one after the other?
                total += int(digit)
            return total

        def stars(count: int):
            for _ in count:
        #            ^^^^^ info[number-visited]: Which items does `count` hand out, one after the other?
                print("*")

        def ask():
            n = int(input())
            for i in n:
        #            ^ info[number-visited]: Which items does `n` hand out, one after the other?
                print(i)

        def rows(xs):
            length = len(xs)
            for i in length:
        #            ^^^^^^ info[number-visited]: Which items does `length` hand out, one after the other?
                print(xs[i])

        def three():
            for i in 3:
        #            ^ info[number-visited]: Which items does this number hand out, one after the other?
                print(i)

        def squares(limit):
            return [i * i for i in limit]
        #                          ^^^^^ info[number-visited]: Which items does `limit` hand out, one after the other?

        def divisors(value):
            found = []
            for d in value:
        #            ^^^^^ info[number-visited]: Which items does `value` hand out, one after the other?
                if value % 2 == 0:
                    found.append(d)
            return found

        def half(x):
            for i in (len(x) - 1):
        #            ^^^^^^^^^^^^ info[number-visited]: Which items does this number hand out, one after the other?
                print(x[i])

        def repeat(text, times):
            result = ""
            for i in times:
        #            ^^^^^ info[number-visited]: Which items does `times` hand out, one after the other?
                result += text
            return result

        class Dice:
            def roll_all(self, num_rolls):
                for roll in num_rolls:
        #                   ^^^^^^^^^ info[number-visited]: Which items does `num_rolls` hand out, one after the other?
                    print(roll)

        def digits(num):
            return sum(int(d) for d in num)
        #                              ^^^ info[number-visited]: Which items does `num` hand out, one after the other?

        def steps(x):
            for i in int(x):
        #            ^^^^^^ info[number-visited]: Which items does this number hand out, one after the other?
                print(i)

        class Box:
            def show(self):
                for row in self.n:
        #                  ^^^^^^ info[number-visited]: Which items does `self.n` hand out, one after the other?
                    print(row)
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        def f(xs):
            for x in xs:
                print(x)

        def f(n):
            for i in range(n):
                print(i)

        def f(number):
            for digit in str(number):
                print(digit)

        def f(numbers):
            for n in numbers:
                print(n)

        def f(n):
            n = str(n)
            for digit in n:
                print(digit)

        def f(number):
            print(number[0])
            for digit in number:
                print(digit)

        def f(name):
            for letter in name:
                print(letter)

        def f(node):
            for child in node:
                print(child)

        def f(nested):
            for each in nested:
                print(each)

        def f(text):
            for c in text % 3:
                print(c)

        def f(nums):
            for x in nums + [3]:
                print(x)

        def f(total):
            for x in sorted(total):
                print(x)

        class Box:
            def show(self):
                for row in self.rows:
                    print(row)
    """,
        only=RULE,
    )
