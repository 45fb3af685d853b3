"""A slice that ends one before its end: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "slice-one-short"


@pytest.mark.parametrize(
    "program",
    [
        """
    def first_items(items, count):
        return items[:count - 1]
    #                ^^^^^^^^^^ info[slice-one-short]: Which item is the last one in this slice?
    """,
        """
    def part(text, start, end):
        return text[start:end-1]
    #               ^^^^^^^^^^^ info[slice-one-short]: Which item is the last one in this slice?
    """,
        """
    def copy(items):
        return items[0:len(items) - 1]
    #                ^^^^^^^^^^^^^^^^ info[slice-one-short]: Which item is the last one in this slice?
    """,
        """
    def top(scores, n):
        scores = sorted(scores)
        result = scores[:n-1]
    #                   ^^^^ info[slice-one-short]: Which item is the last one in this slice?
        return sum(result)
    """,
        """
    def halves(items):
        mid = len(items) // 2
        left = items[:mid - 1]
    #                ^^^^^^^^ info[slice-one-short]: Which item is the last one in this slice?
        return left, items[mid:]
    """,
        """
    def cut(text, size):
        pieces = []
        for i in range(0, len(text), size):
            pieces.append(text[i:i + size - 1])
    #                          ^^^^^^^^^^^^^^ info[slice-one-short]: Which item is the last one in this slice?
        return pieces
    """,
        """
    class Log:
        def head(self, n):
            return self.lines[:n - 1]
    #                         ^^^^^^ info[slice-one-short]: Which item is the last one in this slice?
    """,
        """
    def show(items, k):
        for item in items[:k-1]:
    #                     ^^^^ info[slice-one-short]: Which item is the last one in this slice?
            print(item)
    """,
        """
    def rotate(items, k):
        return items[k:] + items[:k - 1]
    #                            ^^^^^^ info[slice-one-short]: Which item is the last one in this slice?
    """,
    ],
)
def test_a_slice_that_ends_one_before_its_end(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "items[:count]\n",
        "items[:-1]\n",
        "items[count - 1]\n",
        "items[count - 1:]\n",
        "items[a - 1:b - 1]\n",
        "text[1:len(text) - 1]\n",
        "items[:k - 1] + items[k:]\n",
        "items[:n - 1:2]\n",
        "items[:n - 2]\n",
        """
    def last(items):
        if len(items) == 1:
            return items[0]
        return last(items[:len(items) - 1])
    """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
