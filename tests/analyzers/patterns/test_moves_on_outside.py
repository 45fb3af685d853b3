"""A step that stands behind the loop it should drive: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "moves-on-outside"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def count_to(last):
            number = 1
            while number <= last:
                print(number)
        #       ^^^^^^^^^^^^^ info[moves-on-outside]: When does `number += 1` run?
            number += 1
            return number

        def total(xs):
            i = 0
            total = 0
            while i < len(xs):
                total += xs[i]
        #       ^^^^^^^^^^^^^^ info[moves-on-outside]: When does `i = i + 1` run?
            i = i + 1
            return total

        def digits(n):
            count = 0
            while n > 0:
                count += 1
        #       ^^^^^^^^^^ info[moves-on-outside]: When does `n //= 10` run?
            n //= 10
            return count

        def ask():
            answer = input()
            while answer != "yes":
                print("again")
        #       ^^^^^^^^^^^^^^ info[moves-on-outside]: When does `answer = input("yes? ")` run?
            answer = input("yes? ")
            return answer

        def evens(xs):
            i = 0
            result = []
            while i < len(xs):
                if xs[i] % 2 == 0:
        #       ^^^^^^^^^^^^^^^^^^ info[moves-on-outside]: When does `i += 1` run?
                    result.append(xs[i])
            # the next one
            i += 1
            return result

        class Dice:
            def reach(self, goal):
                total = 0
                while total < goal:
                    self.rolls += 1
        #           ^^^^^^^^^^^^^^^ info[moves-on-outside]: When does `total += self.roll()` run?
                total += self.roll()
                return total

        def empty(stack):
            out = []
            while len(stack) > 0:
                out.append(stack[-1])
        #       ^^^^^^^^^^^^^^^^^^^^^ info[moves-on-outside]: When does `stack.pop()` run?
            stack.pop()
            return out

        def grid(rows, columns):
            r = 0
            while r < rows:
                c = 0
                while c < columns:
                    print(r, c)
        #           ^^^^^^^^^^^ info[moves-on-outside]: When does `c += 1` run?
                c += 1
                r += 1

        def gcd(a, b):
            while b != 0:
                r = a % b
        #       ^^^^^^^^^ info[moves-on-outside]: When does `a, b = b, r` run?
            a, b = b, r
            return a

        def collect(limit):
            total = 0
            while total < limit:
                print(total)
        #       ^^^^^^^^^^^^ info[moves-on-outside]: When does the line behind the loop run?
            total = total + int(input("How many more are there? "))
            return total
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        def count_to(last):
            number = 1
            while number <= last:
                print(number)
                number += 1
            return number

        def f(n):
            while n > 0:
                n -= 1
            n += 1
            return n

        def f(n):
            while n > 0:
                print(n)
            return n

        def f(n):
            while n > 0:
                print(n)
            m = n + 1
            return m

        def f(n):
            while n > 0:
                if input():
                    break
            n += 1
    """,
        only=RULE,
    )
