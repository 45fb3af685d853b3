"""An answer that is shown and not given back: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "answer-only-shown"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def total(prices):
            amount = 0
            for price in prices:
                amount += price
            print(amount)
        #   ^^^^^^^^^^^^^ info[answer-only-shown]: What does a caller of `total` get back?

        def is_even(n):
            if n % 2 == 0:
                print(True)
        #       ^^^^^^^^^^^ info[answer-only-shown]: What does a caller of `is_even` get back?
            else:
                print(False)
        #       ^^^^^^^^^^^^ info[answer-only-shown]: What does a caller of `is_even` get back?

        def largest(xs):
            best = xs[0]
            for x in xs:
                if x > best:
                    best = x
            print("The largest is", best)
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[answer-only-shown]: What does a caller of `largest` get back?
            return

        def grade(score):
            if score > 90:
                print("A")
        #       ^^^^^^^^^^ info[answer-only-shown]: What does a caller of `grade` get back?
            elif score > 80:
                print("B")
        #       ^^^^^^^^^^ info[answer-only-shown]: What does a caller of `grade` get back?
            else:
                print("C")
        #       ^^^^^^^^^^ info[answer-only-shown]: What does a caller of `grade` get back?

        class Box:
            def area(self):
                print(self.width * self.height)
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[answer-only-shown]: What does a caller of `area` get back?

        def average(numbers):
            if len(numbers) == 0:
                return None
            print(sum(numbers) / len(numbers))
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[answer-only-shown]: What does a caller of `average` get back?

        def reverse_text(text):
            result = ""
            i = len(text) - 1
            while i >= 0:
                result += text[i]
                i -= 1
            print(result)  # the answer
        #   ^^^^^^^^^^^^^ info[answer-only-shown]: What does a caller of `reverse_text` get back?
            # done

        def add(a, b):
            print(f"{a + b}")
        #   ^^^^^^^^^^^^^^^^^ info[answer-only-shown]: What does a caller of `add` get back?

        def count_vowels(text):
            count = 0
            with open(text) as lines:
                for line in lines:
                    count += 1
                print(count)
        #       ^^^^^^^^^^^^ info[answer-only-shown]: What does a caller of `count_vowels` get back?

        def greet(name):
            print("Hello, " + name)
        #   ^^^^^^^^^^^^^^^^^^^^^^^ info[answer-only-shown]: What does a caller of `greet` get back?

        def find(xs, t):
            for i in range(len(xs)):
                if xs[i] == t:
                    print(i)
        #           ^^^^^^^^ info[answer-only-shown]: What does a caller of `find` get back?
                    break

        def vowels(text):
            count = 0
            for c in text:
                if c in "aeiou":
                    print(c)
                    count += 1
            print(count)
        #   ^^^^^^^^^^^^ info[answer-only-shown]: What does a caller of `vowels` get back?
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        def show_total(prices):
            print(sum(prices))

        def total(prices):
            print(sum(prices))
            return sum(prices)

        def total(prices):
            for price in prices:
                print(price)

        def total(prices):
            print("Working")
            print(sum(prices))
            return sum(prices)

        def countdown(n):
            while n > 0:
                print(n)
                n -= 1
            print("lift-off")

        def total(prices):
            print(sum(prices))
            prices.clear()

        def hello_all():
            print("hello")

        def evens(xs):
            for x in xs:
                yield x
            print(len(xs))

        print(3)

        def f(x):
            print()

        def f(x):
            print(x, file=log)

        def f(x):
            if x > 3:
                return x
            print(sum(x))
    """,
        only=RULE,
    )
