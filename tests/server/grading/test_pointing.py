"""To which lines texts point."""

from __future__ import annotations

import pytest

from gadfly_analyzers.source import Source
from gadfly_server.grading.pointing import region

PROGRAM = Source.parse("""\
def grade(points):
    best = 0
    for each in points:
        if each > best:
            best = each
    return best / 10.0


def told(points):
    value = grade(points)
    while value > 1.5:
        value -= 1.0
    return {"value": value}
""")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("What happens on line 4?", {4}),
        ("What happens on lines 4 to 6, with `value`?", {4, 5, 6}),
        ("What happens on lines 4–6?", {4, 5, 6}),
        ("What happens on lines 2, 4 to 6, and 10?", {2, 4, 5, 6, 10}),
        ("What happens from line 4 to line 6?", {4, 5, 6}),
        ("How many times does the body of the loop on line 3 run?", {3, 4, 5}),
        ("Is the `if` on line 4 taken?", {4, 5}),
        ("Is the condition on line 4 true?", {4}),
        (f"What happens on line {'4' * 5000}?", set()),
        ("Let us look at your `while` loop.", {11, 12}),
        ("And what about the `if` statement?", {4, 5}),
        ("Do you need line 40, or the empty line 7?", set()),
        ("What does `best / 10.0` give?", {6}),
        ("Is `each > best` so when `best` is 3?", {4}),
        ("What is `each` then?", {3, 4, 5}),
        ("And `each` or `value`?", {3, 4, 5, 10, 11, 12, 13}),
        ("What does `told` do?", {9, 10, 11, 12, 13}),
        ("What is `value` in `told`?", {10, 11, 12, 13}),
        ("Let us look at your while loop.", {11, 12}),
        ("What about your loops?", {3, 4, 5, 11, 12}),
        ("Are your conditions right?", {4, 11}),
        ("When is the return statement reached?", {6, 13}),
        ("Is there anything else that you see?", set()),
        ('What if it is `True`, or "told"?', {9, 10, 11, 12, 13}),
        ("What if it is `3`, or 'best of all'?", set()),
        ("What did you expect?", set()),
        ("Let us print `each` right after line 4. What do you see?", {3, 4, 5}),
        ("Right after line 5, can you print `best`?", {4, 5}),
        ("What does the print on line 4 show?", {4}),
        ("What is `best` right after line 5?", {5}),
        ("Can you walk me through it? What is `best` on line 2?", {1, 2, 3, 4, 5, 6}),
        ("Let us begin on line 11.", {9, 10, 11, 12, 13}),
        ("Let's go line by line. What happens on line 11?", {9, 10, 11, 12, 13}),
        ("OK, let's move on to line 12.", {9, 10, 11, 12, 13}),
        ("Let's walk through your while loop.", {11, 12}),
        ("Let's start.", set()),
    ],
)
def test_a_text_points_at_lines(text: str, lines: set[int]) -> None:
    assert region(text, PROGRAM) == lines
