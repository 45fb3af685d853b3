"""Which questions are the same in other words, and which are others though they share their words."""

from __future__ import annotations

import pytest

from gadfly_server.grading.questions import questions_in
from gadfly_server.grading.scores.repetition import similar


def asks_again(first: str, second: str) -> bool:
    return any(similar(one, before) for one in questions_in(second) for before in questions_in(first))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("What does `up(5)` give at the moment?", "So what does `up(5)` return right now?"),
        ("What does `up(5)` give at the moment?", "Tell me again: what does `up(5)` give?"),
        ("What is the value of `n` after the loop?", "Which value does `n` contain once the loop is done?"),
        ("How many times does the loop run?", "How often is the loop executed?"),
        ("How many times does the loop run?", "How many iterations does the loop make?"),
        ("What happens when the list is empty?", "What will happen if the list has no elements?"),
        ("Where do you think the problem is?", "Where in the program do you believe the bug is?"),
        ("What do you expect the function to return for 3?", "What should the function give back for 3?"),
        ("Why does the loop stop so early?", "What is the reason that the loop ends so early?"),
        ("What is the last value of `n`?", "What is the final value of `n`?"),
        ("Where is `n` changed?", "In which place do you modify `n`?"),
        ("Can you explain what the loop does?", "Once more, could you explain what the loop does?"),
    ],
)
def test_the_same_in_other_words(first: str, second: str) -> None:
    assert asks_again(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("What does `up(5)` give at the moment?", "What should `up(5)` give?"),
        ("What does `up(5)` give at the moment?", "What does `up(6)` give at the moment?"),
        ("What is the value of `n` after the loop?", "What is the value of `n` before the loop?"),
        ("How many times does the loop run?", "How many elements does the list have?"),
        ("What does line 4 do?", "Why is line 4 there?"),
        ("What does the function return?", "Where does the function return?"),
        ("What does the loop do?", "What is in the loop?"),
        ("Which values can `n` take in the loop?", "How many values can `n` take in the loop?"),
        ("What is the first item of the list?", "What is the last item of the list?"),
    ],
)
def test_another_question_in_the_same_words(first: str, second: str) -> None:
    assert not asks_again(first, second)
