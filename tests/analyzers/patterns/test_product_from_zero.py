"""A product that starts at 0: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "product-from-zero"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def factorial(n):
            result = 0
        #   ^^^^^^^^^^ info[product-from-zero]: What does `result` hold after the first product?
            for factor in range(1, n + 1):
                result *= factor
            return result

        def product(xs):
            total = 0
        #   ^^^^^^^^^ info[product-from-zero]: What does `total` hold after the first product?
            for x in xs:
                total = total * x
            return total

        def power(base, exponent):
            answer, i = 0, 0
        #               ^ info[product-from-zero]: What does `answer` hold after the first product?
            while i < exponent:
                answer = base * answer
                i += 1
            return answer

        def product_of_evens(xs):
            p = 0.0
        #   ^^^^^^^ info[product-from-zero]: What does `p` hold after the first product?
            for x in xs:
                if x % 2 == 0:
                    p *= x
            return p

        class Dice:
            def chances(self):
                number = 0
        #       ^^^^^^^^^^ info[product-from-zero]: What does `number` hold after the first product?
                for die in self.dice:
                    number *= die.sides
                return number

        def grid_product(grid):
            result = 0
        #   ^^^^^^^^^^ info[product-from-zero]: What does `result` hold after the first product?
            for row in grid:
                for cell in row:
                    result *= cell
            return result

        def fact(n):
            if n == 0:
                return 0
        #       ^^^^^^^^ info[product-from-zero]: What does the call of `fact` that ends first give back?
            return n * fact(n - 1)

        def products(rows):
            out = []
            for row in rows:
                p = 0
        #       ^^^^^ info[product-from-zero]: What does `p` hold after the first product?
                for x in row:
                    p *= x
                out.append(p)
            return out
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        def product(xs):
            total = 1
            for x in xs:
                total *= x
            return total

        def value(digits):
            total = 0
            for digit in digits:
                total = total * 10 + digit
            return total

        def value(digits):
            total = 0
            for digit in digits:
                total *= 10
                total += digit
            return total

        def f(xs):
            total = 0
            total = 1
            for x in xs:
                total *= x
            return total

        def f(x):
            total = 0
            total *= x
            return total

        def fact(n):
            if n == 0:
                return 1
            return n * fact(n - 1)

        def f(n):
            if n == 0:
                return 0
            if n == 1:
                return 1
            return n * f(n - 1)

        def f(n):
            return n * g(n)
    """,
        only=RULE,
    )
