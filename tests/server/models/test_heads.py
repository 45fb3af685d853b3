"""What a question asks may be said in other listed words, and when and for what it is asked is said as ours does."""

from __future__ import annotations

import re

import pytest

from gadfly_server.models.guard import objection
from gadfly_server.models.heads import head_in
from gadfly_server.models.lists import listed
from gadfly_server.models.parts import parts_of, with_call_first
from gadfly_server.models.reading import sentences
from gadfly_server.models.request import WordingRequest
from gadfly_server.models.salvage import forms

VALUE = "What is `total` after the second pass of the loop on line 5 for `[2, 4]`?"
BEFORE = "What is `total` just before line 7 runs in this call?"
COUNT = "How many times does the body of the loop on line 4 run for `[2, 4]`?"
IN_ALL = "How many times in all does the body of the loop on line 4 run for `[2, 4]`?"
TAKEN = "How many times is the `if` on line 11 taken in this call?"
RUNS = "How many times does line 7 run for `[2, 4]`?"
BRANCH = "Is the `if` on line 3 taken in the call `power(7, 0)` itself?"
REACHED = "Does line 13 run in this call?"
EXPECTED = "What should `average([2, 4])` give?"
BACK = "For `5`, your program calls `rounds(2)`. What does that give back?"
RESULT = "Which line of `rounds` gives back the result for `5`?"
RAISES = "On which line does the `KeyError` come up in this call?"
DECIDES = "Which line decides how often line 5 runs?"
PRINTS = "What does your program print for `[]`?"
WRONG = "After which pass of the loop on line 5 does `total` go wrong in this call?"
ENDS = "Does `countdown(3)` come to an end by itself?"
AGREES = "Another test agrees. What does your program give for `passed(40)`?"
COMPARED = "Which line runs for `power(2, 3)`, but not for `power(7, 0)`?"
HAPPENS = "In your own words: what happens to `most` while the loop on line 12 runs for `[3, 1]`?"
WHY = "In your own words: why does `mode(20)` give `'cool'`?"
SETS = "How many lines inside the loop on line 5 give `current` a new value?"
STUCK = "Python cannot read `a.py`. Look at lines 3 to 5. At which line does it stop?"
ENDING = "Which character does line 4 end with?"
LISTS = "How many different lists are `longer` and `found` right after line 10 in this call?"
TESTED = "In `test_scores`, what should `scores` be?"
CALLED = "Line 14 calls `rounds` again. What is `players` in the second call of `rounds` for `5`?"


def shown(question: str, text: str) -> str:
    """What of a wording is shown; empty if nothing is."""
    request = WordingRequest(2, "any", question)
    return next((each for each in forms(text, request) if not objection(each, request)), "")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (VALUE, "After the second pass of the loop on line 5 for `[2, 4]`, `total` equals what?"),
        (VALUE, "What would a print of `total` show after the second pass of the loop on line 5 for `[2, 4]`?"),
        (BEFORE, "What do you reckon `total` holds just before line 7 runs in this call?"),
        (COUNT, "For `[2, 4]`, how many times does Python start on the body of the loop on line 4?"),
        (COUNT, "How many rounds does the loop on line 4 complete for `[2, 4]`?"),
        (IN_ALL, "For `[2, 4]`, how many times altogether is the body of the loop on line 4 gone through?"),
        (TAKEN, "In this call, on how many passes is the condition on line 11 true?"),
        (RUNS, "How often does Python hit line 7 for `[2, 4]`?"),
        (BRANCH, "In the call `power(7, 0)` itself, do we step into the `if` on line 3?"),
        (REACHED, "In this call, do we ever make it to line 13?"),
        (REACHED, "Is line 13 among the lines that run in this call?"),
        (COMPARED, "Which line does Python carry out for `power(2, 3)` and leave out for `power(7, 0)`?"),
        (
            LISTS,
            "In this call, how many separate lists do the names `longer` and `found` refer to right after line 10?",
        ),
        (LISTS, "Line 10 has just run in this call. How many different lists do `longer` and `found` stand for?"),
        (EXPECTED, "What do you reckon `average([2, 4])` ought to hand back?"),
        (BACK, "For `5`, your program calls `rounds(2)`. What answer does it get back from that call?"),
        (RESULT, "For `5`, what line of `rounds` hands over the final answer?"),
        (RAISES, "In this call, which line sets off the `KeyError`?"),
        (DECIDES, "Which line settles how many times line 5 is executed?"),
        (PRINTS, "For `[]`, what output does your program write to the screen?"),
        (WRONG, "In this call, after which round of the loop on line 5 is `total` no longer what you expected?"),
        (ENDS, "Does `countdown(3)` ever come to a stop all on its own?"),
        (AGREES, "Another test agrees. For `passed(40)`, what answer does your program come up with?"),
        (REACHED, "In this call, do you think Python will ever reach line 13?"),
        (WRONG, "In this call, which pass of the loop on line 5 is the one after which `total` first goes wrong?"),
        (HAPPENS, "How does `most` develop while the loop on line 12 runs for `[3, 1]`?"),
        (RUNS, "For `[2, 4]`, how many times do you expect Python to execute line 7?"),
        (WHY, "In your own words: how come `mode(20)` returns `'cool'`?"),
        (SETS, "Inside the loop on line 5, how many lines set `current` to a new value?"),
        (COMPARED, "Which line gets executed for `power(2, 3)` but is skipped for `power(7, 0)`?"),
        (STUCK, "Python cannot read `a.py`. Look at lines 3 to 5. On which line does Python give up?"),
        (ENDING, "Which sign comes last on line 4?"),
    ],
)
def test_what_asks_the_same_in_listed_words_is_shown_whole(question: str, text: str) -> None:
    assert shown(question, text) == text


@pytest.mark.parametrize(
    ("question", "text", "seen"),
    [
        (
            VALUE,
            "Trace it as Python would: `[2, 4]`, loop on line 5, second pass over, `total` equals what?",
            "For `[2, 4]`, `total` equals what after the second pass of the loop on line 5?",
        ),
        (
            VALUE,
            "For `[2, 4]`, look at the second pass of the loop on line 5 and at nothing else: what is in `total` then?",
            "For `[2, 4]`, what is in `total` after the second pass of the loop on line 5?",
        ),
        (
            BEFORE,
            "Line 7 is a tricky one, and this call is about to reach it. What value does `total` hold?",
            "In this call, what value does `total` hold just before line 7 runs?",
        ),
        (
            BRANCH,
            "In `power(7, 0)` itself, not in the calls that it makes, do you go into the `if` on line 3?",
            "In the call `power(7, 0)` itself, do you go into the `if` on line 3?",
        ),
        (
            BACK,
            "Before anybody wins, your program calls `rounds(2)` for `5`. What does that call give back?",
            "For `5`, your program calls `rounds(2)`. What does that call give back?",
        ),
        (
            BACK,
            "For `5`, your program calls `rounds(2)`. Zoom in on this inner call: what does it return?",
            "For `5`, your program calls `rounds(2)`. What does it return?",
        ),
        (
            AGREES,
            "Another test agrees with the docstring. For `passed(40)`, what does your program return?",
            "Another test agrees. For `passed(40)`, what does your program return?",
        ),
        (DECIDES, "Line 5 doesn't run by itself. Which line decides how often it runs?", DECIDES),
        (
            RESULT,
            "Some lines in `rounds` end it. Which one hands over the result for `5`?",
            "Which line of `rounds` hands over the result for `5`?",
        ),
        (
            WRONG,
            "`total` is odd. In this call, after which pass of the loop on line 5 is it no longer what you expect?",
            "In this call, after which pass of the loop on line 5 is `total` no longer what you expect?",
        ),
        (
            COMPARED,
            "Try `power(2, 3)`, then `power(7, 0)`. Which line is run for the first call, but not for the second?",
            "Try `power(2, 3)`, then `power(7, 0)`. Which line is run for `power(2, 3)`, but not for `power(7, 0)`?",
        ),
        (
            TAKEN,
            "The `if` on line 11 is busy. How many times does its block run in this call?",
            "How many times does the block under the `if` on line 11 run in this call?",
        ),
        (
            CALLED,
            "In the first call `players` is 5. What value has `players` in the second call of `rounds` for `5`?",
            "What value has `players` in the second call of `rounds` for `5`?",
        ),
    ],
)
def test_when_and_for_what_it_is_asked_is_said_as_in_our_question(question: str, text: str, seen: str) -> None:
    assert shown(question, text) == seen


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (VALUE, "What does `total` lose after the second pass of the loop on line 5 for `[2, 4]`?"),
        (VALUE, "What is `total` rounded to after the second pass of the loop on line 5 for `[2, 4]`?"),
        (VALUE, "What is `total` next after the second pass of the loop on line 5 for `[2, 4]`?"),
        (VALUE, "Tell me what `total` is. Which value of `[2, 4]` is it after the second pass of the loop on line 5?"),
        (VALUE, "What is twice `total` after the second pass of the loop on line 5 for `[2, 4]`?"),
        (VALUE, "What does `total` count after the second pass of the loop on line 5 for `[2, 4]`?"),
        (COUNT, "At most how many times does the body of the loop on line 4 run for `[2, 4]`?"),
        (COUNT, "How many times did you want the body of the loop on line 4 to run for `[2, 4]`?"),
        (EXPECTED, "What should `average([2, 4])` give without touching the list?"),
        (BEFORE, "How far is `total` off just before line 7 runs in this call?"),
        (COUNT, "How many times does Python skip the body of the loop on line 4 for `[2, 4]`?"),
        (COUNT, "How many passes does the loop on line 4 lack for `[2, 4]`?"),
        (IN_ALL, "For `[2, 4]`, how many times is the body of the loop on line 4 gone through?"),
        (TAKEN, "In this call, on how many passes is the condition on line 11 false?"),
        (TAKEN, "How many times is the condition on line 11 checked in this call?"),
        (RUNS, "How often does Python skip line 7 for `[2, 4]`?"),
        (BRANCH, "In the call `power(7, 0)` itself, do we check the `if` on line 3?"),
        (REACHED, "In this call, do we ever go wrong on line 13?"),
        (EXPECTED, "What should `average([2, 4])` have to hand back instead?"),
        (EXPECTED, "Which age should `average([2, 4])` give?"),
        (RESULT, "For `5`, what line of `rounds` spoils the final answer?"),
        (RAISES, "In this call, which line hides the `KeyError`?"),
        (DECIDES, "Which line settles what line 5 does?"),
        (PRINTS, "For `[]`, what does your program forget to print?"),
        (ENDS, "Does `countdown(3)` ever come to a stop?"),
        (BEFORE, "Once line 7 has run in this call, what is in `total`?"),
        (
            COMPARED,
            "Try `power(7, 0)`, then `power(2, 3)`. Which line is run for the first call, but not for the second?",
        ),
        (SETS, "How many lines inside the loop on line 5 spoil `current`?"),
        (WRONG, "In this call, before which pass of the loop on line 5 does `total` go wrong?"),
        (LISTS, "How many different items do `longer` and `found` have right after line 10 in this call?"),
        (
            LISTS,
            "Line 10 made a list in this call. How many different lists are `longer` and `found` right after line 10?",
        ),
        (REACHED, "Is line 13 among the lines that should run in this call?"),
        (COMPARED, "Which line does Python carry out for `power(7, 0)` and leave out for `power(2, 3)`?"),
    ],
)
def test_what_asks_for_something_else_in_such_words_is_not(question: str, text: str) -> None:
    assert shown(question, text) in ("", question, with_call_first(question))


def test_a_question_that_was_asked_in_our_words_may_be_asked_again_in_others() -> None:
    text = "How often does Python hit line 7 for `[2, 4]`?"
    assert objection(text, WordingRequest(2, "any", RUNS, said=(("tutor", RUNS),))) == ""
    assert objection(text, WordingRequest(2, "any", RUNS, said=(("tutor", text),))) == "was said before"


def test_each_line_of_the_list_is_a_pattern_without_room_for_any_word() -> None:
    parts = dict(line.split(" = ", 1) for line in listed("heads.en")["<where>"])
    ways = [way for asked, each in listed("heads.en").items() if asked != "<where>" for way in each]
    assert len(ways) > 50
    assert {name for way in [*ways, *parts.values()] for name in re.findall("<([a-z]+)>", way)} <= {*parts}
    assert not [way for way in [*ways, *parts.values()] if re.search(r"\\[wSWD]|\.|\[\^|\\b\w", way)]


@pytest.mark.parametrize(
    "question",
    [VALUE, COUNT, TAKEN, RUNS, BRANCH, REACHED, EXPECTED, BACK, RESULT, RAISES, DECIDES, PRINTS, WRONG, ENDS, AGREES],
)
def test_what_our_own_question_asks_is_on_the_list(question: str) -> None:
    found = head_in(sentences(question)[-1], question)
    assert found is not None
    assert found[0] == parts_of(question).head


@pytest.mark.parametrize(
    ("question", "first"),
    [
        (VALUE, "For `[2, 4]`, what is `total` after the second pass of the loop on line 5?"),
        (BEFORE, "In this call, what is `total` just before line 7 runs?"),
        (COMPARED, COMPARED),
        (TESTED, TESTED),
        (CALLED, "Line 14 calls `rounds` again. For `5`, what is `players` in the second call of `rounds`?"),
    ],
)
def test_a_question_of_ours_is_taken_apart(question: str, first: str) -> None:
    assert with_call_first(question) == first
