"""A way through a function that gives nothing back: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "path-without-answer"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def sign(number):
            if number > 0:
                return "plus"
            elif number < 0:
        #        ^^^^^^^^^^ info[path-without-answer]: What does `sign` give back if it ends here?
                return "minus"

        def is_even(n):
            if n % 2 == 0:
        #      ^^^^^^^^^^ info[path-without-answer]: What does `is_even` give back if it ends here?
                return True

        def grade(score):
            if score >= 90:
                return "A"
            elif score >= 80:
                grade = "B"
        #       ^^^^^^^^^^^ info[path-without-answer]: What does `grade` give back if it ends here?
            else:
                return "C"

        def is_prime(n):
            if n < 2:
                return False
            for i in range(2, n):
        #            ^^^^^^^^^^^ info[path-without-answer]: What does `is_prime` give back if it ends here?
                if n % i == 0:
                    return False

        def find(xs, target):
            for i in range(len(xs)):
        #            ^^^^^^^^^^^^^^ info[path-without-answer]: What does `find` give back if it ends here?
                if xs[i] == target:
                    return i

        def largest(a, b):
            if a > b:
                return a
            else:
                print(b)
        #       ^^^^^^^^ info[path-without-answer]: What does `largest` give back if it ends here?

        class Account:
            def withdraw(self, amount):
                if amount > self.balance:
                    return "too much"
                self.balance -= amount
        #       ^^^^^^^^^^^^^^^^^^^^^^ info[path-without-answer]: What does `withdraw` give back if it ends here?

        def factorial(n):
            if n == 0:
                return 1
            else:
                n * factorial(n - 1)
        #       ^^^^^^^^^^^^^^^^^^^^ info[path-without-answer]: What does `factorial` give back if it ends here?

        def shipping(weight, express):
            if express:
                if weight < 1:
        #          ^^^^^^^^^^ info[path-without-answer]: What does `shipping` give back if it ends here?
                    return 5
            else:
                return 3

        def total(prices):
            amount = 0
            for price in prices:
                amount += price
        #       ^^^^^^^^^^^^^^^ info[path-without-answer]: What does `total` give back if it ends here?

        def double(x):
            result = x * 2
        #   ^^^^^^^^^^^^^^ info[path-without-answer]: What does `double` give back if it ends here?

        def index_of(xs, t):
            i = 0
            while i < len(xs):
        #         ^^^^^^^^^^^ info[path-without-answer]: What does `index_of` give back if it ends here?
                if xs[i] == t:
                    return True
                i += 1

        def divide(a, b):
            try:
                return a / b
            except ZeroDivisionError:
                print("no")
        #       ^^^^^^^^^^^ info[path-without-answer]: What does `divide` give back if it ends here?

        def name_of(day):
            match day:
        #         ^^^ info[path-without-answer]: What does `name_of` give back if it ends here?
                case 1:
                    return "Monday"
                case 2:
                    return "Tuesday"

        def sum_even(nums):
            total = 0
            for n in nums:
                if n % 2 == 0:
                    total += n  # so far
        #           ^^^^^^^^^^ info[path-without-answer]: What does `sum_even` give back if it ends here?

        def max_of(xs):
            if not xs:
                return None
            best = xs[0]
            for x in xs:
                if x > best:
                    best = x
        #           ^^^^^^^^ info[path-without-answer]: What does `max_of` give back if it ends here?
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        def sign(number):
            if number > 0:
                return "plus"
            return "minus"

        def sign(number):
            if number > 0:
                return "plus"
            else:
                return "minus"

        def f(x):
            if x:
                return None
            if x > 2:
                return 3

        def f(xs):
            for x in xs:
                if x:
                    return
            xs.append(1)

        def f(n):
            while True:
                n = n // 2
                if n < 3:
                    return n

        def f(n):
            if n < 0:
                raise ValueError(n)
            else:
                return n

        def f(xs):
            for x in xs:
                if x > 3:
                    return x
                elif x > 2:
                    return 2

        def show(x):
            text = str(x)
            print(text)

        def f(x):
            global count
            count = x

        def f(xs):
            for x in xs:
                x.done = True

        def f(xs):
            for x in xs:
                if x:
                    return 1
            else:
                return 2

        def f(x):
            try:
                return int(x)
            finally:
                print("done")

        def f(x):
            def g():
                return 1
            g()

        def __exit__(self, x):
            if x:
                return True

        def f(x):
            if x:
                return 1
            sys.exit(1)

        def gen(x):
            if x:
                return 1
            yield 2

        def f(x):
            match x:
                case 1:
                    return 2
                case _:
                    return 3

        def f(xs):
            final = [x for x in xs]
            return final
            pass

        def f(xs):
            for x in xs:
                if x > 3:
                    return True
                return False
    """,
        only=RULE,
    )
