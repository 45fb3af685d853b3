"""A count that stops before its last number: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "end-left-out"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def sum_up_to(n):
            total = 0
            for number in range(1, n):
        #                 ^^^^^^^^^^^ info[end-left-out]: What is the last value of `number` in this loop?
                total += number
            return total

        def factorial(n):
            result = 1
            for i in range(2, n):
        #            ^^^^^^^^^^^ info[end-left-out]: What is the last value of `i` in this loop?
                result = result * i
            return result

        def between(low, high):
            numbers = []
            for x in range(low, high):
        #            ^^^^^^^^^^^^^^^^ info[end-left-out]: What is the last value of `x` in this loop?
                numbers.append(x)
            return numbers

        def squares(limit):
            return_value = []
            for i in range(1, limit):
        #            ^^^^^^^^^^^^^^^ info[end-left-out]: What is the last value of `i` in this loop?
                return_value.append(i ** 2)
            return return_value

        def evens(n):
            count = 0
            for i in range(1, n):
        #            ^^^^^^^^^^^ info[end-left-out]: What is the last value of `i` in this loop?
                if i % 2 == 0:
                    count += 1
            return count

        def count_up(n):
            i = 1
            total = 0
            while i < n:
        #         ^^^^^ info[end-left-out]: What is the last value of `i` in this loop?
                total += i
                i += 1
            return total

        def power(base, exponent):
            result = 1
            for _ in range(1, exponent):
        #            ^^^^^^^^^^^^^^^^^^ info[end-left-out]: What is the last value of `_` in this loop?
                result *= base
            return result

        def gauss(n):
            total = 0
            for i in range(n):
        #            ^^^^^^^^ info[end-left-out]: What is the last value of `i` in this loop?
                total += i
            return total

        class Series:
            def total(self, last):
                total = 0
                for term in range(1, last):
        #                   ^^^^^^^^^^^^^^ info[end-left-out]: What is the last value of `term` in this loop?
                    total += 1 / term
                return total

        def fizzbuzz(n):
            result = []
            for number in range(1, n):
        #                 ^^^^^^^^^^^ info[end-left-out]: What is the last value of `number` in this loop?
                if number % 15 == 0:
                    result.append("FizzBuzz")
                else:
                    result.append(str(number))
            return result

        def divisors(n):
            found = []
            for d in range(1, n):
        #            ^^^^^^^^^^^ info[end-left-out]: What is the last value of `d` in this loop?
                if n % d == 0:
                    found.append(d)
            return found

        def stars(rows):
            text = ""
            for i in range(1, rows):
        #            ^^^^^^^^^^^^^^ info[end-left-out]: What is the last value of `i` in this loop?
                text += "*" * i + "\\n"
            return text

        def odd_sum(n):
            return sum(range(1, n))
        #              ^^^^^^^^^^^ info[end-left-out]: What is the last number in this range?

        def cubes(n):
            return [i ** 3 for i in range(1, n)]
        #                           ^^^^^^^^^^^ info[end-left-out]: What is the last value of `i` in this loop?

        def ask():
            n = int(input())
            total = 0
            for i in range(1, n):
        #            ^^^^^^^^^^^ info[end-left-out]: What is the last value of `i` in this loop?
                total += i
            return total

        class Limit:
            def total(self):
                total = 0
                for i in range(1, self.limit):
        #                ^^^^^^^^^^^^^^^^^^^^ info[end-left-out]: What is the last value of `i` in this loop?
                    total += i
                return total

        def powered(base, exponent):
            result = 1
            for i in range(1, exponent):
        #            ^^^^^^^^^^^^^^^^^^ info[end-left-out]: What is the last value of `i` in this loop?
                result = result * base
            return result

        def table(n):
            squares = {}
            for i in range(1, n):
        #            ^^^^^^^^^^^ info[end-left-out]: What is the last value of `i` in this loop?
                squares[i] = i * i
            return squares

        def count_divisors(n):
            count = 0
            for i in range(1, n):
        #            ^^^^^^^^^^^ info[end-left-out]: What is the last value of `i` in this loop?
                if n % i == 0:
                    count += 1
            return count

        def fib(n):
            seq = [0, 1]
            for i in range(2, n):
        #            ^^^^^^^^^^^ info[end-left-out]: What is the last value of `i` in this loop?
                seq.append(seq[i - 1] + seq[i - 2])
            return seq[n]
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        def sum_up_to(n):
            total = 0
            for number in range(1, n + 1):
                total += number
            return total

        def is_prime(n):
            for i in range(2, n):
                if n % i == 0:
                    return False
            return n > 1

        def f(xs):
            for i in range(1, len(xs)):
                print(xs[i])

        def f(xs, n):
            for i in range(1, n):
                print(xs[i])

        def f(n):
            for i in range(n):
                print(i)

        def perfect(n):
            total = 0
            for i in range(1, n):
                if n % i == 0:
                    total += i
            return total == n

        def fibonacci(n):
            a, b = 0, 1
            for _ in range(2, n):
                a, b = b, a + b
            return b

        def f(n):
            i = 0
            while i < n:
                print(i)
                i += 1

        def f(n):
            n = n + 1
            for i in range(1, n):
                print(i)

        def f(n):
            for i in range(n, 1, -1):
                print(i)

        def f():
            limit = 10
            for i in range(1, limit):
                print(i)

        def doubled(limit):
            value = 1
            while value < limit:
                value = value * 2
            return value

        def fib(n):
            seq = [0, 1]
            for i in range(1, n):
                seq.append(seq[i] + seq[i - 1])
            return seq[n - 1]
    """,
        only=RULE,
    )
