"""A division that cuts off what is left over: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "cut-division"


@pytest.mark.parametrize(
    "program",
    [
        """
        def average(numbers):
            return sum(numbers) // len(numbers)
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[cut-division]: What happens to what is left over?
        """,
        """
        def mean(xs):
            total = 0
            for x in xs:
                total += x
            return total // len(xs)
        #          ^^^^^^^^^^^^^^^^ info[cut-division]: What happens to what is left over?
        """,
        """
        def get_stats(values):
            avg = sum(values) // len(values)
        #         ^^^^^^^^^^^^^^^^^^^^^^^^^^ info[cut-division]: What happens to what is left over?
            return avg
        """,
        """
        def percentage(part, whole):
            return part * 100 // whole
        #          ^^^^^^^^^^^^^^^^^^^ info[cut-division]: What happens to what is left over?
        """,
        """
        def to_celsius(f):
            return (f - 32) * 5 // 9
        #          ^^^^^^^^^^^^^^^^^ info[cut-division]: What happens to what is left over?
        """,
        """
        def median(xs):
            xs = sorted(xs)
            m = len(xs) // 2
            if len(xs) % 2 == 0:
                return (xs[m - 1] + xs[m]) // 2
        #              ^^^^^^^^^^^^^^^^^^^^^^^^ info[cut-division]: What happens to what is left over?
            return xs[m]
        """,
        """
        def calculateAverage(marks):
            count = 0
            total = 0
            for m in marks:
                total = total + m
                count = count + 1
            result = total // count
        #            ^^^^^^^^^^^^^^ info[cut-division]: What happens to what is left over?
            return result
        """,
        """
        def triangle_area(base, height):
            return base * height // 2
        #          ^^^^^^^^^^^^^^^^^^ info[cut-division]: What happens to what is left over?
        """,
        """
        def scale(xs):
            total = sum(xs)
            mean = total
            mean //= len(xs)
        #   ^^^^^^^^^^^^^^^^ info[cut-division]: What happens to what is left over?
            return mean
        """,
        """
        class Grades:
            def get_average(self):
                return sum(self.marks) // len(self.marks)
        #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[cut-division]: What happens to what is left over?
        """,
        """
        def half(n):
            return n // 2
        #          ^^^^^^ info[cut-division]: What happens to what is left over?
        """,
        """
        def compute(grades):
            s = sum(grades)
            c = len(grades)
            return s // c
        #          ^^^^^^ info[cut-division]: What happens to what is left over?
        """,
    ],
)
def test_a_division_that_cuts_off_what_is_left_over(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        """
        def middle(xs):
            return xs[len(xs) // 2]
        """,
        """
        def search(xs, low, high):
            mid = (low + high) // 2
            return mid
        """,
        """
        def digits(n):
            total = 0
            while n > 0:
                total += n % 10
                n = n // 10
            return total
        """,
        """
        def average(xs):
            return sum(xs) / len(xs)
        """,
        """
        def minutes(seconds):
            return seconds // 60
        """,
        """
        def row(i, grid):
            n = len(grid)
            return i // n
        """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
