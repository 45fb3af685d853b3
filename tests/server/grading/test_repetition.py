"""Which questions are the same in other words, and which are others though they share their words."""

from __future__ import annotations

import pytest

from gadfly_analyzers.source import Source
from gadfly_server.grading.questions import questions_in
from gadfly_server.grading.scores.repetition import similar

PROGRAM = Source.parse("""\
def late_fee(days, member):
    fee = 0
    while days > 7:
        fee = fee + 2
        days = days - 1
    if member:
        fee = fee // 2
    return fee
""")


def asks_again(first: str, second: str, program: Source | None = None) -> bool:
    earlier = [*questions_in(first, program)]
    return any(similar(one, before) for one in questions_in(second, program) for before in earlier)


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
        ("What is 30 % 4?", "What is the result of `30 % 4`?"),
        ("What is `30 % 4`?", "And what does 30 % 4 give?"),
        ("What stands on line 2 of your program?", "What stands on the second line of your program?"),
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
        ("What is 30 % 4?", "What is 30 % 5?"),
        ("What is 30 % 4?", "What should 30 % 4 be?"),
        ("What stands on line 2 of your program?", "What stands on the third line of your program?"),
        ("Is it input and/or output?", "Is it input?"),
        ("What does line 4 do?", "Why is line 4 there?"),
        ("What does the function return?", "Where does the function return?"),
        ("What does the loop do?", "What is in the loop?"),
        ("Which values can `n` take in the loop?", "How many values can `n` take in the loop?"),
        ("What is the first item of the list?", "What is the last item of the list?"),
    ],
)
def test_another_question_in_the_same_words(first: str, second: str) -> None:
    assert not asks_again(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("What is `fee` at the beginning?", "Which value does `fee` start out with?"),
        ("What is `fee` at the beginning?", "How big is `fee` on line 2?"),
        ("What does `late_fee(9, False)` return?", "Which amount do you get from `late_fee(9, False)`?"),
        ("When is `fee` halved on line 7?", "Under which condition does line 7 run?"),
        ("How many times does the loop run for 9 days?", "With 9 days, how often is the body repeated?"),
        ("What should come back for nine days?", "How much do you want the function to charge for 9 days?"),
        ("What does the condition check?", "Could you put line 6 into words?"),
        ("What is `fee` when line 8 is reached?", "How large is `fee` just before the return?"),
        ("What happens to `fee`?", "How is `fee` changed by line 4?"),
        ("Why is there a subtraction?", "What is the purpose of line 5?"),
        ("What is `days` after the second pass?", "Once the loop has gone round twice, what is `days`?"),
    ],
)
def test_the_same_fact_of_a_program_in_free_words(first: str, second: str) -> None:
    assert asks_again(first, second, PROGRAM)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("What is `fee` at the beginning?", "How big is `fee` on line 8?"),
        ("What does `late_fee(9, False)` return?", "What should `late_fee(9, False)` return?"),
        ("What does `late_fee(9, False)` return?", "Which amount do you get from `late_fee(8, False)`?"),
        ("When is `fee` halved on line 7?", "Why is `fee` halved on line 7?"),
        ("How many times does the loop run for 9 days?", "How many times does line 7 run for 9 days?"),
        ("What comes back for a member?", "What comes back for somebody who is not a member?"),
        ("What is `days` after the second pass?", "What is `days` after the third pass?"),
        ("What is `days` after the second pass?", "What is `fee` after the second pass?"),
        ("What happens to the fee of members?", "What happens to the fee of others?"),
    ],
)
def test_another_fact_of_a_program(first: str, second: str) -> None:
    assert not asks_again(first, second, PROGRAM)


def test_a_long_question_is_read_at_once() -> None:
    assert not asks_again("Which " * 20_000 + "?", "What is `fee`?", PROGRAM)


def test_of_a_program_that_cannot_be_read_questions_are_compared_all_the_same() -> None:
    broken = Source.parse("def f(:\n  while x\n")
    assert asks_again("What does line 2 do?", "Can you explain line 2 in your own words?", broken)
