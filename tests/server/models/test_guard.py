"""What a model writes is shown only if it asks our question, and says nothing else."""

from __future__ import annotations

import pytest

from gadfly_server.models.guard import forms, objection
from gadfly_server.models.request import WordingRequest

CODE = (
    (3, "    total = 0"),
    (4, "    for i in range(1, len(numbers)):"),
    (5, "        total = total + numbers[i]"),
)
COUNT = "How many times does the body of the loop on line 4 run for `[2, 4]`?"
EXPECTED = "What should `average([2, 4])` give?"
VALUE = "What is `total` after the second pass of the loop on line 5 for `[2, 4]`?"
ENDS = "Does `countdown(3)` come to an end by itself?"
BRANCH = "Is the `if` on line 3 taken in the call `power(7, 0)` itself?"
COMPARED = "Which line runs for `power(2, 3)`, but not for `power(7, 0)`?"
AGREES = "Another test agrees. What does your program give for `passed(40)`?"
DECIDES = "Which line decides how often line 5 runs?"
JUST_BEFORE = "What is `points` just before line 3 runs for `50`?"
RAISES = "On which line does the `KeyError` come up for `number_of({}, 'Ada')`?"

TAKEN = "How many times is the `if` on line 11 taken for `[3, 9]`?"
REACHED = "Does line 13 run in this call?"
IN_ALL = "How many times in all does the body of the loop on line 11 run for `3`?"
SETS = "How many lines inside the loop on line 5 give `current` a new value?"

# What another word means depends on what is asked: "met" is another word for "taken", and for nothing else.
PARAPHRASED = (
    (VALUE, "What does `total` contain after the second iteration of the loop on line 5 for `[2, 4]`?"),
    (VALUE, "If you were to print `total` after the second pass of the loop on line 5 for `[2, 4]`, what is it?"),
    (
        TAKEN,
        "For `[3, 9]`, how many times does the condition on line 11 turn out to be true, so that the `if` is taken?",
    ),
    (TAKEN, "How many times do we end up in the `if` on line 11 for `[3, 9]`?"),
    (REACHED, "Does the program ever get as far as line 13 in this call?"),
    (ENDS, "Do you think `countdown(3)` ever finishes on its own?"),
    (DECIDES, "Which line controls how many times line 5 is executed?"),
    (JUST_BEFORE, "Right before we hit line 3 for `50`, what is `points`?"),
    (RAISES, "For `number_of({}, 'Ada')`, which line triggers the `KeyError`?"),
    (SETS, "How many lines inside the loop on line 5 assign a new value to `current`?"),
    (EXPECTED, "If everything worked as planned, what would `average([2, 4])` return?"),
)

GOOD = (
    (COUNT, "For `[2, 4]`, how often does Python go through the body of the loop on line 4?"),
    (COUNT, "Picture the run for `[2, 4]`. How many times does the loop body on line 4 run?"),
    (COUNT, "Let's follow the run for `[2, 4]`: how many times does the body of the loop on line 4 run?"),
    (COUNT, "Think about the call with `[2, 4]`. How many times will the body of the loop on line 4 be run?"),
    (COUNT, "When your program gets `[2,4]`, how many times does it go through the body of the loop on line 4?"),
    (EXPECTED, "If you call `average([2, 4])`, what result should you get back?"),
    (EXPECTED, "What value do you expect from `average([2, 4])`?"),
    (EXPECTED, "Take a moment and work it out by hand. What should `average([2, 4])` give back?"),
    (EXPECTED, "Think of it as a small sum on paper. What should `average([2, 4])` give?"),
    (VALUE, "For `[2, 4]`, what does `total` hold after the 2nd pass of the loop on line 5?"),
    (VALUE, "Look at the loop on line 5 with `[2, 4]`. What value does `total` have after pass 2?"),
    (VALUE, "Once the loop on line 5 has done its second pass for `[2, 4]`, what is `total`?"),
    (ENDS, "When you call `countdown(3)`, does it come to an end by itself?"),
    (ENDS, "Will `countdown(3)` stop by itself at some point?"),
    (BRANCH, "In the call `power(7, 0)` itself, does Python take the `if` on line 3?"),
    (COMPARED, "Which line does Python run for `power(2, 3)` but not for `power(7, 0)`?"),
    (AGREES, "Another test agrees. For `passed(40)`, what does your program give back?"),
    (DECIDES, "Which line is it that decides how many times line 5 runs?"),
    (COUNT, "Two numbers, `[2, 4]`. How many times does the body of the loop on line 4 run?"),
    (VALUE, "The loop on line 5 has just done its second pass for `[2, 4]`. What is `total`?"),
    (COMPARED, "Which of the lines runs for `power(2, 3)`, but not for `power(7, 0)`?"),
    (JUST_BEFORE, "For `50`, what value does `points` hold just before line 3 runs?"),
    (RAISES, "For `number_of({}, 'Ada')`, on which line does the `KeyError` come up?"),
)

FALSE = (
    (COUNT, "How many times does the body of the loop on line 5 run for `[2, 4]`?"),
    (COUNT, "How many times does the body of the loop on line 4 run for `[2, 5]`?"),
    (COUNT, "How many times does the body of the loop on line 4 run for `[4, 2]`?"),
    (COUNT, "The loop on line 4 runs once for `[2, 4]`. How many times does the body run?"),
    (COUNT, "How many times does the body of the loop on line 4 run for `[2, 4]` when the range starts at `0`?"),
    (COUNT, "How many times does the body of the loop on line 4 run for `[2, 4]`, since it skips the start?"),
    (COUNT, "How many times, namely 1, does the body of the loop on line 4 run for `[2, 4]`?"),
    (COUNT, "Why does the body of the loop on line 4 run only one time for `[2, 4]`?"),
    (COUNT, "Look at line 4, where items are skipped. How many times does the loop on line 4 run for `[2, 4]`?"),
    (COUNT, "Let's see: the loop goes wrong. How many times does the body on line 4 run for `[2, 4]`?"),
    (COUNT, "In `average`, how many times does the body of the loop on line 4 run for `[2, 4]`?"),
    (VALUE, "What is `total` before the second pass of the loop on line 5 for `[2, 4]`?"),
    (VALUE, "What is `total` after the fifth pass of the loop on line 2 for `[2, 4]`?"),
    (VALUE, "What is `total` after the second pass of the loop on line 5 for `[2, 4]`, when it is `4` already?"),
    (VALUE, "What is `i` after the second pass of the loop on line 5 for `[2, 4]`?"),
    (VALUE, "Is `total` right after the second pass of the loop on line 5 for `[2, 4]`?"),
    (ENDS, "`countdown(3)` never comes to an end by itself. Does it?"),
    (ENDS, "How does `countdown(3)` come to an end by itself?"),
    (BRANCH, "The `if` on line 3 is taken in `power(7, 0)`. Is it?"),
    (BRANCH, "Why is the `if` on line 3 not taken in the call `power(7, 0)` itself?"),
    (COMPARED, "Which line runs for `power(2, 3)` and for `power(7, 0)`?"),
    (AGREES, "Every test fails. What does your program give for `passed(40)`?"),
    (JUST_BEFORE, "What is `points` just after line 3 runs for `50`?"),
    (RAISES, "On which line does the `IndexError` come up for `number_of({}, 'Ada')`?"),
    (RAISES, "On which line does the `KeyError` come up for `number_of({}, 'Eve')`?"),
    (TAKEN, "How many times is the condition on line 11 not met for `[3, 9]`?"),
    (TAKEN, "How many times should we end up in the `if` on line 11 for `[3, 9]`?"),
    (COUNT, "How many times is the condition on line 4 met for `[2, 4]`?"),
    (REACHED, "Does the program get as far as line 12 in this call?"),
    (DECIDES, "Which line controls what line 5 does?"),
    (JUST_BEFORE, "Right after we hit line 3 for `50`, what is `points`?"),
    (SETS, "How many lines inside the loop on line 5 assign a new value to `start`?"),
)

GIVING_AWAY = (
    (COUNT, "Use `range(len(numbers))`. How many times does the body of the loop on line 4 run for `[2, 4]`?"),
    (COUNT, "How many times should the body of the loop on line 4 run for `[2, 4]` if it began at zero?"),
    (COUNT, "How many times does the body of the loop on line 4 run for `[2, 4]`? Is it two?"),
    (COUNT, "How many times does the loop on line 4 run for `[2, 4]`, as the range starts too late?"),
    (EXPECTED, "What should `average([2, 4])` give, `3`?"),
    (EXPECTED, "What should `average([2, 4])` give, []?"),
    (EXPECTED, "What should `average([2, 4])` give, {'a': 3}?"),
    (EXPECTED, "Three numbers, `[2, 4]`. What should `average([2, 4])` give?"),
    (COUNT, "How many times does the body of the loop on line 4 run for `[2, 4]`, in the second to last pass?"),
    (EXPECTED, "The result must be three. What should `average([2, 4])` give?"),
    (BRANCH, "Yes, it is. Is the `if` on line 3 taken in the call `power(7, 0)` itself?"),
)

UNFIT = (
    (COUNT, ""),
    (COUNT, "I cannot help with that."),
    (COUNT, "Wie oft läuft der Rumpf der Schleife in Zeile 4 für `[2, 4]`?"),
    (COUNT, "Combien de fois le corps de la boucle `[2, 4]` est-il 4?"),
    (COUNT, "Сколько раз выполняется цикл на 4 для `[2, 4]`?"),
    (COUNT, "You silly! How many times does the body of the loop on line 4 run for `[2, 4]`?"),
    (COUNT, "It is easy: how many times does the body of the loop on line 4 run for `[2, 4]`?"),
    (COUNT, "Great work! How many times does the body of the loop on line 4 run for `[2, 4]`?"),
    (COUNT, "How many times\ndoes the body of the loop on line 4 run for `[2, 4]`?"),
    (COUNT, "See https://example.org. How many times does the body of the loop on line 4 run for `[2, 4]`?"),
    (COUNT, "<b>How</b> many times does the body of the loop on line 4 run for `[2, 4]`?"),
    (COUNT, "How many times does the body of the loop on line 4 run for `[2, 4]`? Think!"),
    (COUNT, "So let us now all look " + "very " * 20 + "well: how many times does line 4 run for `[2, 4]`?"),
)


@pytest.mark.parametrize(("question", "text"), [*GOOD, *PARAPHRASED])
def test_a_good_wording_passes(question: str, text: str) -> None:
    assert objection(text, WordingRequest(2, "any", question, CODE)) == ""


@pytest.mark.parametrize(
    "text",
    [
        f"**{COUNT}**",
        f"**Question:** {COUNT}",
        f"> {COUNT}",
        f"- {COUNT}",
        f'"{COUNT}"',
        COUNT.replace(" on line", "\non line"),
        f"That took some thought. {COUNT}",
        f"{COUNT} Take your time!",
        f"\N{SLIGHTLY SMILING FACE} {COUNT} \N{EYES}",
    ],
)
def test_what_stands_around_a_question_is_taken_off(text: str) -> None:
    assert forms(text, WordingRequest(2, "any", COUNT, CODE))[-1] == COUNT


@pytest.mark.parametrize(
    "claim", ["The loop is wrong.", "`total` is `6` here.", "Line 5 runs once.", "It should start at `0`."]
)
def test_who_claims_something_is_not_trusted_with_the_question_either(claim: str) -> None:
    request = WordingRequest(2, "any", COUNT, CODE)
    for text in (f"{claim} {COUNT}", f"{COUNT} {claim}"):
        assert all(objection(each, request) for each in forms(text, request))


@pytest.mark.parametrize("text", [f"- {COUNT}\n- And why?", f"```\n{COUNT}\n```", f"# Level\n# {COUNT}"])
def test_a_list_and_code_are_no_question(text: str) -> None:
    request = WordingRequest(2, "any", COUNT, CODE)
    assert all(objection(each, request) for each in forms(text, request))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (ENDS, "If nobody shrinks it, does `countdown(3)` come to an end by itself?"),
        (IN_ALL, "How many times over all missing columns does the body of the loop on line 11 run for `3`?"),
        (EXPECTED, "If the range with equality worked right, what should `average([2, 4])` give?"),
        (EXPECTED, "Based on what the limit is supposed to do, what should `average([2, 4])` give?"),
        (TAKEN, "How many times does Python get to the `if` on line 11 for `[3, 9]`?"),
        (BRANCH, "Will the `if` on line 3 be reached in the call `power(7, 0)` itself?"),
        (RAISES, "On which line is the error for `number_of({}, 'Ada')`, the `KeyError`?"),
    ],
)
def test_what_is_another_way_to_say_something_has_no_room_for_any_word(question: str, text: str) -> None:
    request = WordingRequest(2, "any", question, CODE)
    assert not any(not objection(form, request) for form in forms(text, request))


@pytest.mark.parametrize(("question", "text"), [*FALSE, *GIVING_AWAY, *UNFIT])
def test_any_other_is_refused(question: str, text: str) -> None:
    assert objection(text, WordingRequest(2, "any", question, CODE))


@pytest.mark.parametrize("question", [COUNT, EXPECTED, VALUE, ENDS, BRANCH, COMPARED, AGREES, DECIDES, RAISES])
def test_our_own_wording_passes_unless_it_was_said(question: str) -> None:
    assert objection(question, WordingRequest(2, "any", question, CODE)) == ""
    said = (("tutor", question.upper()),)
    assert objection(question, WordingRequest(2, "any", question, CODE, said)) == "was said before"
