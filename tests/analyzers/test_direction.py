"""A direction says no more than a word of a list and a place."""

from __future__ import annotations

import re
from typing import get_type_hints

import pytest

from gadfly_analyzers.localize.direction import Deviation, Direction
from gadfly_analyzers.localize.directions.between import between, joins
from gadfly_analyzers.values import Value


def test_a_direction_is_a_word_of_the_list_and_a_place_and_can_hold_nothing_else() -> None:
    assert get_type_hints(Direction) == {"deviation": Deviation, "line": int, "end_line": int}
    assert not hasattr(Direction(Deviation.STAYS, 1, 1), "__dict__")
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", each.value) for each in Deviation)


@pytest.mark.parametrize(
    ("before", "new", "whole", "joined"),
    [
        *(("2", "3", "5", True), ("2", "3", "6", True), ("[1]", "[2]", "[1, 2]", True), ("[1]", "2", "[1, 2]", True)),
        *(("0", "40", "0", False), ("1", "40", "40", False), ("[]", "[2]", "[2]", False), ("2", "3", "4", False)),
    ],
)
def test_next_to_a_zero_nothing_tells_that_two_values_belong_together(
    before: str, new: str, whole: str, joined: bool
) -> None:
    old, part, result = (Value(text, "int", True) for text in (before, new, whole))
    assert joins(old, part, result) is joined


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        *(("[[]]", "[]", "too-long"), ("[[], [], []]", "[[]]", "too-long"), ("[[1], []]", "[[1]]", "too-long")),
        *(("[]", "[[]]", "too-short"), ("[()]", "[(), ()]", "too-short"), ("'a'", "'ab'", "too-short")),
        *(("[[1, 2], [3]]", "[1, 2, 3]", "other-value"), ("[[1, 2]]", "[1, 2]", "other-value")),
    ],
)
def test_a_list_is_too_long_also_by_an_empty_one_and_not_by_brackets_alone(one: str, other: str, said: str) -> None:
    kind = "str" if one.startswith("'") else "list"
    assert between(Value(one, kind, True), Value(other, kind, True)).value == said
