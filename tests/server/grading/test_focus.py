"""To what words draw the eye of a simulated student, and which variables it follows."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from gadfly_analyzers.source import Source
from gadfly_server.grading.students.flow import depending
from gadfly_server.grading.students.focus import focus

TEXT = """\
def fares(ages, kind):
    total = 0
    for age in ages:
        if age < 12:
            price = 3
        elif age < 65:
            price = 8
        else:
            price = 5
        total += price
        return total
    if kind == "group":
        discount = 10
    return total


def first_free(seats, row):
    while row < len(seats):
        # a seat that nobody has
        if seats[row] == None:
            return row
        row = row + 1
"""
PROGRAM = Source.parse(TEXT)


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        # a part of a loop
        ("Why does it end so early?", [{11, 21}]),
        ("Why does your code stop earlier than you want?", [{11, 21}]),
        ("How many times does the loop run?", [{3, 18}]),
        ("How often will it repeat?", [{3, 18}]),
        ("What controls the loop?", [{3, 18}]),
        ("Which value does it start on?", [{3, 18}]),
        ("And after the loop?", [{11, 12, 22}]),
        ("What comes once you're done with that loop?", [{11, 12, 22}]),
        ("And the second loop?", [{18}]),
        ("What does the first condition ask?", [{4}]),
        ("What does the third if statement ask?", [{12}]),
        ("And the 3rd loop?", [{*range(3, 12), *range(18, 23)}]),  # there is none: loops as such
        # a case
        ("What if the age is exactly 65?", [{6}]),
        ("Who is 12 pays what?", [{4}]),
        ("What happens when `kind` is 'group'?", [{13}]),
        ('What happens when kind equals "group"?', [{13}]),
        ("What happens otherwise?", [{9, 14, 22}]),
        ("And if the age is not true for any condition?", [{9, 14, 22}]),
        # variables that are quoted
        ("Does `total` change?", [{2, 3, 10, 11, 14}]),
        ("Does `total` change inside the loop?", [{10, 11}]),
        ("How often does the loop run for `kind`?", [{3, 18}, {1, 12}]),
        # what is more exact goes first
        ("How many times does the loop on line 3 run?", [set(range(3, 12))]),
        ("What is `row + 1` when the loop stops?", [{22}]),
        # attention is shared
        ("Is the return statement in the while loop?", [{18, 19, 20, 21, 22}, {11, 14, 21}]),
        # a walk goes on from the line at which it begins
        ("Let us go through it line by line: what happens on line 18?", [set(range(17, 23))]),
        ("Let us go to line 18: what happens there?", [{18}]),
        # nothing of the program
        ("Why does the bus stop here?", []),
        ("Is 99 a number, or 1.65, or 650?", []),
        ("What happens when `kind` is 'groups'?", [{1, 12}]),
        ("Did you eat early?", []),
        ("What did you expect?", []),
    ],
)
def test_words_draw_the_eye(text: str, groups: list[Collection[int]]) -> None:
    assert [set(lines) for lines in focus(text, PROGRAM)] == groups


def test_zero_and_one_are_values_where_the_words_say_so() -> None:
    source = Source.parse("def sign(x):\n    if x < 0:\n        return -1\n    return 1\n")
    assert focus("Where is it equal to 0?", source) == [{2}]
    assert focus("Do lists begin with 0?", source) == []


@pytest.mark.parametrize("text", ["def f(:\n    for x in", "", "while True:\n  if x == 1:"])
def test_a_program_that_cannot_be_read_draws_the_eye_as_far_as_it_can(text: str) -> None:
    for asked in ("When does the loop end?", "And otherwise?", "What if `x` is 1, after the loop?"):
        lines = frozenset[int]().union(*focus(asked, Source.parse(text)))
        assert lines <= set(range(1, text.count("\n") + 2))


@pytest.mark.parametrize(
    ("names", "all_"),
    [
        ({"age"}, {"age", "price", "total"}),
        ({"ages"}, {"ages", "age", "price", "total"}),
        ({"kind"}, {"kind", "discount"}),
        ({"total"}, {"total"}),
        ({"row"}, {"row"}),
        (set(), set()),
    ],
)
def test_variables_hang_on_others(names: set[str], all_: set[str]) -> None:
    assert depending(names, TEXT) == all_


def test_what_is_put_into_a_list_changes_the_list() -> None:
    assert depending({"each"}, "found = []\nfor each in row:\n    found.append(each)\n") == {"each", "found"}
    assert depending({"found"}, "found = []\nfor each in row:\n    print(each)\n") == {"found"}
