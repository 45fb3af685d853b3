"""Choices: two to four, distinct, the right one among them, the same every time."""

from __future__ import annotations

import ast

import pytest

from gadfly_server.tutor.choices import count_choices, line_choices, value_choices


@pytest.mark.parametrize(
    "right",
    [
        "0",
        "3",
        "2.5",
        "True",
        "False",
        "None",
        "''",
        "'a'",
        "'abc'",
        "[]",
        "[1]",
        "[1, 2]",
        "(1,)",
        "{}",
        "{1}",
        "Node",
    ],
)
def test_values(right: str) -> None:
    assert len(value_choices(right)) >= 2
    choices = value_choices(right, ("3.0", "None", right))
    assert right in choices
    assert 2 <= len(choices) <= 4
    assert len({repr(_read(choice)) for choice in choices}) == len(choices)


def test_given_values_come_before_near_ones() -> None:
    assert value_choices("3", ("2.0", "7")) == ("2.0", "3", "4", "7")


def test_equal_numbers_are_one_choice() -> None:
    assert "3.0" not in value_choices("3", ("3.0",))


@pytest.mark.parametrize("right", [0, 1, 5])
def test_counts_are_never_negative(right: int) -> None:
    choices = count_choices(right, (right, 2))
    assert str(right) in choices
    assert 2 < len(set(choices)) == len(choices) <= 4
    assert min(map(int, choices)) >= 0


def test_lines() -> None:
    assert line_choices(4, [5, 3, 4, 6, 7]) == ("3", "4", "5", "6")


def _read(text: str) -> object:
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return text
