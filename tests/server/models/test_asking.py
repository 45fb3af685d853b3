"""What is asked for by a request, by its name or with a blank is what a question asks."""

from __future__ import annotations

import pytest

from gadfly_server.models.asking import as_question, is_request
from gadfly_server.models.request import WordingRequest
from gadfly_server.models.salvage import forms
from gadfly_server.models.vouching import refusal

VALUE = "What is `total` after the second pass of the loop on line 5 for `[2, 4]`?"
COUNT = "How many times does the body of the loop on line 4 run for `[2, 4]`?"
TAKEN = "How many times is the `if` on line 11 taken for `[3, 9]`?"
BRANCH = "Is the `if` on line 3 taken for `7`?"
RAISES = "On which line does the `KeyError` come up for `number_of({}, 'Ada')`?"
EXPECTED = "What should `average([2, 4])` give?"
COMPARED = "Which line runs for `power(2, 3)`, but not for `power(7, 0)`?"
LISTS = "How many different lists are `shelf` and `copy` right after line 10 in this call?"
PRINTS = "What does your program print for `[]`?"
WHEN = "after the second pass of the loop on line 5 for `[2, 4]`"


def shown(question: str, text: str) -> str:
    """What of a wording is shown; empty if nothing is."""
    request = WordingRequest(2, "any", question)
    return next((each for each in forms(text, request) if not refusal(each, request)), "")


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("State the value of `x`.", "what is the value of `x`?"),
        ("Value of `x` by then?", "what is the Value of `x` by then?"),
        ("For `3`, could you please write out the list `x`?", "For `3`, what is `x`?"),
        ("Loop on line 9, input `[7]`: number of iterations?", "Loop on line 9, input `[7]`: how many iterations?"),
        ("Take `3` and work out how often line 4 runs.", "Take `3` and how often line 4 runs?"),
        ("Name the line of `f` that gives `x` its value.", "which line of `f` gives `x` its value?"),
        ("Point to the line where the `KeyError` comes up.", "on which line the `KeyError` comes up?"),
        ("Tell me whether line 4 runs.", "whether line 4 runs?"),
        ("After line 3, `x` is …?", "After line 3, `x` is what?"),
        ("After line 3, `x` is now ___.", "After line 3, `x` is now what?"),
        ("I'd be curious to hear what `x` is.", "what `x` is?"),
        ("Count the times that line 4 runs.", "how many times line 4 runs?"),
        ("Goal check: expected output of `f(1)`?", "Goal check: what is the expected output of `f(1)`?"),
    ],
)
def test_what_is_asked_for_is_put_as_a_question(told: str, asked: str) -> None:
    assert as_question(told) == asked


@pytest.mark.parametrize(
    "told", ["What is `x`?", "Is the value of `x` 3?", "Look at `x`.", "`x` is 3.", "Find the loop on line 4.", ""]
)
def test_what_is_a_question_or_asks_for_nothing_stays(told: str) -> None:
    assert as_question(told) == told
    assert not is_request(told)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (VALUE, f"State the value of `total` {WHEN}."),
        (VALUE, f"Contents of `total` {WHEN}?"),
        (VALUE, f"What would `print(total)` show {WHEN}?"),
        (COUNT, "Give the number of iterations of the loop on line 4 for `[2, 4]`."),
        (COUNT, "For `[2, 4]`, how many go-rounds does the loop on line 4 manage?"),
        (TAKEN, "In `[3, 9]`, how many values pass the `if` on line 11?"),
        (RAISES, "Could you point out the line where the `KeyError` comes up for `number_of({}, 'Ada')`?"),
        (EXPECTED, "Goal check: expected output of `average([2, 4])`?"),
    ],
)
def test_it_is_shown_as_it_was_written(question: str, text: str) -> None:
    assert shown(question, text) == text


def test_a_request_in_english_is_none_in_another_language() -> None:
    question = "Was ist `total` nach dem zweiten Durchlauf der Schleife in Zeile 5 für `[2, 4]`?"
    request = WordingRequest(2, "any", question, language="de")
    assert refusal("Name `total`.", request) == "is not exactly one question"


def test_what_only_asks_for_the_answer_behind_a_request_may_go() -> None:
    told = f"Work out the value of `total` {WHEN}."
    assert shown(VALUE, f"{told} Your answer?") == told


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (VALUE, f"State the value that `total` should have {WHEN}."),
        (VALUE, f"State the value of `count` {WHEN}."),
        (VALUE, f"State the value of `total` {WHEN.replace('second', 'third')}."),
        (VALUE, f"State why `total` is that {WHEN}."),
        (VALUE, f"State the value of `total`, which is 2, {WHEN}."),
        (COUNT, "Give the number of items in the loop on line 4 for `[2, 4]`."),
        (PRINTS, "What would `print` show you if your program gave that back for `[]`?"),
    ],
)
def test_a_request_for_another_thing_is_not_shown(question: str, text: str) -> None:
    assert shown(question, text) == ""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (VALUE, f"What is `total` rounded to {WHEN}?"),
        (VALUE, f"What is `total` at the start of {WHEN.removeprefix('after ')}?"),
        (VALUE, f"What type does `total` have {WHEN}?"),
        (COUNT, "How many numbers are there for the loop on line 4 in `[2, 4]`?"),
        (COUNT, "How often does the loop on line 4 check its condition for `[2, 4]`?"),
        (TAKEN, "How many times is the `if` on line 11 examined for `[3, 9]`?"),
        (TAKEN, "How many times is the `if` on line 11 taken too often for `[3, 9]`?"),
        (TAKEN, "Does the sign decide how many times the `if` on line 11 is taken for `[3, 9]`?"),
        (BRANCH, "Isn't the `if` on line 3 taken for `7`?"),
        (BRANCH, "Is the `if` on line 3 never taken for `7`?"),
        (COUNT, "How many times must the body of the loop on line 4 run for `[2, 4]`?"),
        (EXPECTED, "Which numbers should `average([2, 4])` add?"),
        (COMPARED, "Which line runs for both `power(2, 3)` and `power(7, 0)`?"),
        (LISTS, "How many different names are in `shelf` and `copy` right after line 10 in this call?"),
    ],
)
def test_what_settles_the_meaning_is_neither_left_out_nor_brought_in(question: str, text: str) -> None:
    assert shown(question, text) in ("", question)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (LISTS, "Here are `shelf` and `copy`. Right after line 10 in this call, how many different lists are they?"),
        (COMPARED, "`power(2, 3)` runs a line that `power(7, 0)` does not. Can you spot which line that is?"),
        (VALUE, "Suppose we could halt after the second pass of the loop on line 5 for `[2, 4]`. What is in `total`?"),
    ],
)
def test_what_a_question_points_at_is_what_ours_names(question: str, text: str) -> None:
    assert shown(question, text)
