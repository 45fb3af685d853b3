"""A typed text that the program counts with: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "input-as-number"


@pytest.mark.parametrize(
    "program",
    [
        """
        def next_age():
            age = input("How old are you? ")
        #         ^^^^^^^^^^^^^^^^^^^^^^^^^^ info[input-as-number]: Is what `input` gives here a number or a text?
            return age + 1
        """,
        """
        age = input("Age? ")
        #     ^^^^^^^^^^^^^^ info[input-as-number]: Is what `input` gives here a number or a text?
        if age >= 18:
            print("adult")
        """,
        """
        n = input()
        #   ^^^^^^^ info[input-as-number]: Is what `input` gives here a number or a text?
        for i in range(n):
            print(i)
        """,
        """
        def total(count):
            result = 0
            for _ in range(count):
                result += input("Number? ")
        #                 ^^^^^^^^^^^^^^^^^ info[input-as-number]: Is what `input` gives here a number or a text?
            return result
        """,
        """
        a = input("a: ")
        #   ^^^^^^^^^^^^ info[input-as-number]: Is what `input` gives here a number or a text?
        b = input("b: ")
        #   ^^^^^^^^^^^^ info[input-as-number]: Is what `input` gives here a number or a text?
        print(a + b)
        """,
        """
        print(input("n? ") * 2 + 1)
        #     ^^^^^^^^^^^^ info[input-as-number]: Is what `input` gives here a number or a text?
        """,
        """
        def double():
            number = input("Number: ").strip()
        #            ^^^^^^^^^^^^^^^^^ info[input-as-number]: Is what `input` gives here a number or a text?
            return number * 2
        """,
        """
        total = 0
        while total < 10:
            step = input()
        #          ^^^^^^^ info[input-as-number]: Is what `input` gives here a number or a text?
            total += step
        """,
        """
        def guess(secret):
            tries = 0
            number = input("Guess: ")
        #            ^^^^^^^^^^^^^^^^ info[input-as-number]: Is what `input` gives here a number or a text?
            while number != 7:
                number = input("Again: ")
        #                ^^^^^^^^^^^^^^^^ info[input-as-number]: Is what `input` gives here a number or a text?
                tries += 1
            return tries
        """,
        """
        numbers = input().split()
        #         ^^^^^^^ info[input-as-number]: Is what `input` gives here a number or a text?
        print(sum(numbers))
        """,
        """
        numbers = input().split(",")
        #         ^^^^^^^ info[input-as-number]: Is what `input` gives here a number or a text?
        total = 0
        for number in numbers:
            total += number
        """,
        """
        a, b = input().split()
        #      ^^^^^^^ info[input-as-number]: Is what `input` gives here a number or a text?
        print(a * b)
        """,
        """
        def guess(secret):
            number = input()
        #            ^^^^^^^ info[input-as-number]: Is what `input` gives here a number or a text?
            if number > secret:
                return "less"
        """,
        """
        numbers = []
        for i in range(3):
            numbers.append(input())
        #                  ^^^^^^^ info[input-as-number]: Is what `input` gives here a number or a text?
        print(sum(numbers))
        """,
        """
        n = input()
        #   ^^^^^^^ info[input-as-number]: Is what `input` gives here a number or a text?
        while n > 0:
            n = n - 1
        """,
    ],
)
def test_a_typed_text_that_the_program_counts_with(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        """
        age = int(input())
        print(age + 1)
        """,
        """
        age = input()
        age = int(age)
        print(age + 1)
        """,
        """
        name = input()
        print("Hi " + name)
        """,
        """
        n = float(input().strip())
        print(n * 2)
        """,
        """
        numbers = [int(x) for x in input().split()]
        print(sum(numbers))
        """,
        """
        x = input()
        print(int(x) + 1)
        """,
        """
        names = []
        names.append(input())
        print(len(names))
        """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
