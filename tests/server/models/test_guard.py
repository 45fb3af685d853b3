"""What a model writes is shown only if it asks our question, and says nothing else."""

from __future__ import annotations

import pytest

from gadfly_server.models.guard import objection
from gadfly_server.models.request import WordingRequest
from gadfly_server.models.salvage import forms

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

CALLED = "Line 14 calls `rounds` again. What is `players` in the second call of `rounds` for `5`?"
BACK = "For `5`, your program calls `rounds(2)`. What does that give back?"
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
    (CALLED, "For `5`, what is `players` in the second call of `rounds`?"),
    (COUNT, "For `[2, 4]`, how often does Python go through the body of the loop on line 4?"),
    (COUNT, "Picture the run for `[2, 4]`. How many times does the loop body on line 4 run?"),
    (COUNT, "Let's follow the run for `[2, 4]`: how many times does the body of the loop on line 4 run?"),
    (COUNT, "Think about the call with `[2, 4]`. How many times will the body of the loop on line 4 be run?"),
    (COUNT, "When your program gets `[2,4]`, how many times does it go through the body of the loop on line 4?"),
    (EXPECTED, "If you call `average([2, 4])`, what result should you get back?"),
    (EXPECTED, "What value do you expect from `average([2, 4])`?"),
    (EXPECTED, "Take a moment and work it out by hand. What should `average([2, 4])` give back?"),
    (EXPECTED, "Think of it as a puzzle on paper. What should `average([2, 4])` give?"),
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
    assert COUNT in forms(text, WordingRequest(2, "any", COUNT, CODE))


@pytest.mark.parametrize(
    "claim", ["The loop is wrong.", "`total` is `6` here.", "Line 5 runs once.", "It should start at `0`."]
)
def test_nothing_but_our_question_is_left_where_something_is_claimed(claim: str) -> None:
    for text in (f"{claim} {COUNT}", f"{COUNT} {claim}"):
        assert shown(COUNT, text) == COUNT


def shown(question: str, text: str) -> str:
    """What of a wording is shown; empty if nothing is."""
    request = WordingRequest(2, "any", question, CODE)
    return next((each for each in forms(text, request) if not objection(each, request)), "")


@pytest.mark.parametrize("text", [f"- {COUNT}\n- And why?", f"```\n{COUNT}\n```", f"# Level\n# {COUNT}"])
def test_a_list_and_code_are_no_question(text: str) -> None:
    assert shown(COUNT, text) in ("", COUNT)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (ENDS, "If nobody shrinks it, does `countdown(3)` come to an end by itself?"),
        (IN_ALL, "How many times over all missing columns does the body of the loop on line 11 run for `3`?"),
        (EXPECTED, "If the range with equality worked right, what should `average([2, 4])` give?"),
        (EXPECTED, "If everything worked the inclusive way, what should `average([2, 4])` give?"),
        (DECIDES, "Which line, in charge of the start, decides how often line 5 runs?"),
        (RAISES, "Which line is to blame for the `KeyError` for `number_of({}, 'Ada')`?"),
        (EXPECTED, "Based on what the limit is supposed to do, what should `average([2, 4])` give?"),
        (TAKEN, "How many times does Python get to the `if` on line 11 for `[3, 9]`?"),
        (BRANCH, "Will the `if` on line 3 be reached in the call `power(7, 0)` itself?"),
        (RAISES, "On which line is the error for `number_of({}, 'Ada')`, the `KeyError`?"),
        (BACK, "For `5`, what does the program give back?"),
    ],
)
def test_what_is_another_way_to_say_something_has_no_room_for_any_word(question: str, text: str) -> None:
    assert shown(question, text) in ("", question)


@pytest.mark.parametrize(("question", "text"), [*FALSE, *GIVING_AWAY, *UNFIT])
def test_any_other_is_refused(question: str, text: str) -> None:
    assert objection(text, WordingRequest(2, "any", question, CODE))


@pytest.mark.parametrize("question", [COUNT, EXPECTED, VALUE, ENDS, BRANCH, COMPARED, AGREES, DECIDES, RAISES])
def test_our_own_wording_passes_unless_it_was_said(question: str) -> None:
    assert objection(question, WordingRequest(2, "any", question, CODE)) == ""
    said = (("tutor", question.upper()),)
    assert objection(question, WordingRequest(2, "any", question, CODE, said)) == "was said before"


ASKED = "For `[2, 4]`, how often does Python go through the body of the loop on line 4?"
WRONG = "After which pass of the loop on line 5 does `total` go wrong for `[2, 4]`?"


@pytest.mark.parametrize(
    ("question", "text", "left"),
    [
        (COUNT, f"Computers are patient. {ASKED}", ASKED),
        (EXPECTED, f"Think of it as a small sum on paper. {EXPECTED}", EXPECTED),
        (COUNT, f"Let's count. The loop is wrong. {ASKED}", f"Let's count. {ASKED}"),
        (COUNT, f"The loop is wrong. Now it is your turn. {ASKED}", ASKED),
        (COUNT, f"Ready for lift-off? {ASKED}", ASKED),
        (COUNT, f"The list has a start. So {ASKED[:1].lower()}{ASKED[1:]}", ASKED),
        (COUNT, f"{ASKED} It should start at `0`.", ASKED),
        (EXPECTED, "If you were the teacher, what would you get from `average([2, 4])`?", ""),
        (
            VALUE,
            "For `[2, 4]`, the loop on line 5 is busy. What does `total` hold after its second pass?",
            "For `[2, 4]`, what does `total` hold after the second pass of the loop on line 5?",
        ),
        (
            TAKEN,
            "Line 11 is a fork for `[3, 9]`. How often is the `if` taken?",
            "For `[3, 9]`, how often is the `if` on line 11 taken?",
        ),
        (
            JUST_BEFORE,
            "Line 3 is a tricky one for `50`. What is in `points` just before that line runs?",
            "For `50`, what is in `points` just before line 3 runs?",
        ),
        (
            WRONG,
            "After which pass of the loop on line 5 does `total` stop being what you want for `[2, 4]`?",
            "After which pass of the loop on line 5 does `total` stop being what you want for `[2, 4]`?",
        ),
    ],
)
def test_of_what_cannot_be_vouched_for_the_rest_is_left(question: str, text: str, left: str) -> None:
    assert shown(question, text) == left


@pytest.mark.parametrize(
    ("question", "before"),
    [
        (COUNT, "Think of counting from nought."),
        (COUNT, "Say hello to everyone, including whoever came at the front."),
        (COUNT, "Tell Python to begin sooner."),
        (COUNT, "Write that a bit further ahead."),
        (COUNT, "You wanted everybody, you got half of them."),
        (COUNT, "Two people argue. One says once."),
        (COUNT, "Go back to kindergarten."),
        (COUNT, "You wrote this in your sleep."),
        (COUNT, "Make sure the loop on line 4 runs for `[2, 4]`."),
        (COUNT, "It runs as many times as it should."),
        (COUNT, "The loop on line 4 runs for `[2, 4]` in time."),
        (VALUE, "Let's wipe the board between rows."),
        (VALUE, "We have the result `[2, 4]`."),
        (VALUE, "The list is `[2, 4]`, as it should be."),
        (DECIDES, "Look at the line before line 5."),
        (DECIDES, "Go up a little from line 5."),
        (DECIDES, "Think of the loop."),
        (DECIDES, "Line 5 decides."),
        (DECIDES, "You mistyped something nearby."),
        (EXPECTED, "It is as it should be."),
        (EXPECTED, "`average([2, 4])` gives what it should."),
        (EXPECTED, "Think of half a dozen, cut in half."),
        (ENDS, "Imagine a hamster in a wheel, running until somebody pulls the plug."),
        (ENDS, "Grab a coffee, you will be waiting."),
        (ENDS, "Sure."),
        (ENDS, "Again and again and again."),
        (BRANCH, "Take it."),
        (AGREES, "Another test agrees with your program."),
        (RAISES, "Look at the bottom."),
        (RAISES, "The `KeyError` comes up on the line with the loop."),
    ],
)
def test_a_sentence_of_other_words_than_those_of_an_invitation_is_left_out(question: str, before: str) -> None:
    assert objection(f"{before} {question}", WordingRequest(2, "any", question, CODE))
    assert shown(question, f"{before} {question}") == question


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (COUNT, "How many measly times does the body of the loop on line 4 run for `[2, 4]`?"),
        (COUNT, "How many times does the clumsy body of the loop on line 4 run for `[2, 4]`?"),
        (VALUE, "What is the stubborn `total` after the second pass of the loop on line 5 for `[2, 4]`?"),
        (VALUE, "What is `[2, 4]` for `total` after the second pass of the loop on line 5?"),
        (COUNT, "How many times does the body of the loop on line 4 run in vain for `[2, 4]`?"),
        (COUNT, "How many times (once) does the body of the loop on line 4 run for `[2, 4]`?"),
        (COUNT, "(Hint: nought.) How many times does the body of the loop on line 4 run for `[2, 4]`?"),
        (VALUE, "What is wasted in `total` after the second pass of the loop on line 5 for `[2, 4]`?"),
        (ENDS, "Does `countdown(3)` refuse to come to an end by itself?"),
        (DECIDES, "Which dodgy line decides how often line 5 runs?"),
        (DECIDES, "Which line wrongly decides how often line 5 runs?"),
    ],
)
def test_a_question_that_describes_or_is_about_something_else_is_not_shown(question: str, text: str) -> None:
    assert shown(question, text) in ("", question)


@pytest.mark.parametrize(
    ("question", "before"),
    [
        (VALUE, "Let's pause right after the second pass of the loop on line 5."),
        (VALUE, "The loop on line 5 makes its second pass for `[2, 4]`."),
        (JUST_BEFORE, "Stop the clock just before line 3 runs."),
        (DECIDES, "Something in this program decides how often line 5 runs."),
        (RAISES, "Somewhere a `KeyError` comes up."),
        (JUST_BEFORE, "Hit the pause button just before line 3 runs."),
        (EXPECTED, "Let's trace this together with pen and paper."),
    ],
)
def test_a_sentence_that_only_invites_or_says_where_one_is_stays(question: str, before: str) -> None:
    assert shown(question, f"{before} {question}") == f"{before} {question}"


@pytest.mark.parametrize(
    "before",
    [
        "Start with the line just here, line 3.",
        "Begin at line 3.",
        "Look here, at line 3.",
        "This is the place: line 3.",
        "Let's start with line 3.",
    ],
)
def test_a_sentence_that_points_at_a_line_as_the_place_is_left_out(before: str) -> None:
    assert shown(JUST_BEFORE, f"{before} {JUST_BEFORE}") == JUST_BEFORE


@pytest.mark.parametrize(
    ("question", "before", "stays"),
    [
        (EXPECTED, "Imagine you're the guard at the museum door.", True),
        (EXPECTED, "Picture yourself walking in the forest.", True),
        (EXPECTED, "Be a detective for a minute.", True),
        (EXPECTED, "You've got this.", True),
        (EXPECTED, "It can help to draw a picture.", True),
        (EXPECTED, "Imagine you're a guard who counts each visitor.", False),
        (EXPECTED, "Imagine you're counting from the wrong end.", False),
        (EXPECTED, "Imagine you're at the last stop.", False),
        (EXPECTED, "Pretend to be a guard with a tally on the pad.", False),
        (EXPECTED, "Pretend you're in Fahrenheit.", False),
        (JUST_BEFORE, "We've reached line 3 a second time.", False),
        (JUST_BEFORE, "It gives up with line 3.", False),
        (EXPECTED, "Imagine you're a shopkeeper rounding down.", False),
        (EXPECTED, "Think like a computer counting from nought.", False),
        (EXPECTED, "You've got this wrong.", False),
        (REACHED, "We've reached line 13.", False),
        (COUNT, "Use the variable in there.", False),
        (COUNT, "Put the step into the loop.", False),
    ],
)
def test_a_scene_may_be_set_in_which_nothing_is_compared_or_decided(question: str, before: str, stays: bool) -> None:
    assert shown(question, f"{before} {question}") == (f"{before} {question}" if stays else question)


@pytest.mark.parametrize(
    ("question", "text", "seen"),
    [
        (COUNT, "Please count how many times the body of the loop on line 4 runs for `[2, 4]`.", ""),
        (VALUE, "For `[2, 4]`, tell me the value of `total` after the second pass of the loop on line 5.", ""),
        (COUNT, "How many times the body of the loop on line 4 runs for `[2, 4]`.", "nothing"),
        (COUNT, f"{COUNT} Take your time.", f"Take your time. {COUNT}"),
        (
            VALUE,
            "What does `total` hold for `[2, 4]`? I mean after the second pass of the loop on line 5.",
            "What does `total` hold for `[2, 4]`, that is, after the second pass of the loop on line 5?",
        ),
        (COUNT, "The body of the loop on line 4 runs for `[2, 4]`. How many times is it?", COUNT),
        (
            VALUE,
            "For `[2, 4]`, the loop on line 5 is busy after its second pass. What value does `total` have now?",
            "For `[2, 4]`, what value does `total` have after the second pass of the loop on line 5?",
        ),
        (EXPECTED, "How many cents should `average([2, 4])` give?", ""),
        (EXPECTED, "How many numbers should `average([2, 4])` give?", "nothing"),
        (EXPECTED, "Which age should `average([2, 4])` give?", "nothing"),
        (
            WRONG,
            "`total` is odd for `[2, 4]`. After which pass of the loop on line 5 does that happen?",
            "For `[2, 4]`, after which pass of the loop on line 5 does `total` go wrong?",
        ),
    ],
)
def test_a_question_is_read_as_one_however_it_is_put(question: str, text: str, seen: str) -> None:
    assert shown(question, text) == ({"": text, "nothing": ""}.get(seen, seen))


def test_our_question_takes_the_place_of_one_that_cannot_be_vouched_for_behind_mere_talk() -> None:
    assert shown(COUNT, "Thanks for your patience! How often does it go on?") == f"Thanks for your patience! {COUNT}"
    assert shown(COUNT, "Let's look at line 4. How often does it go on?") == ""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (COUNT, "If the range began at zero, how many times would the body of the loop on line 4 run for `[2, 4]`?"),
        (VALUE, "What is it after the second pass of the loop on line 5 for `[2, 5]`, that is, for `total`?"),
        (COUNT, "Take `[2, 5]` and the loop on line 4. How many times does its body run?"),
        (AGREES, "Another test agrees. What does your program give for `passed(40)`, and what would you put there?"),
        (VALUE, "`total` is a number here. What is `total` after the second pass of the loop on line 5 for `[2, 4]`?"),
    ],
)
def test_nothing_is_shown_that_was_asked_of_something_else(question: str, text: str) -> None:
    assert shown(question, text) in ("", question)


@pytest.mark.parametrize(
    "wish",
    [
        "In an ideal world, ",
        "If everything goes well, ",
        "If the program worked, ",
        "According to the docstring, ",
        "As per the docstring, ",
    ],
)
@pytest.mark.parametrize("question", [COUNT, VALUE, BRANCH, JUST_BEFORE])
def test_what_is_is_not_asked_as_what_should_be(question: str, wish: str) -> None:
    assert shown(question, wish + question[:1].lower() + question[1:]) in ("", question)
    assert shown(EXPECTED, wish + "w" + EXPECTED[1:]) == wish + "w" + EXPECTED[1:]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (COUNT, "How many times does line 4 run for `[2, 4]`?"),
        (COUNT, "Tell me how many times line 4 runs for `[2, 4]`."),
        (VALUE, "What is `total` after the second pass of the loop on line 5 for `[2, 4]`, correctly?"),
        (VALUE, "What is the correct `total` after the second pass of the loop on line 5 for `[2, 4]`?"),
        (VALUE, "Where is `total` after the second pass of the loop on line 5 for `[2, 4]`?"),
        (VALUE, "Tell me what happens to `total` after the second pass of the loop on line 5 for `[2, 4]`."),
        (VALUE, "What is `total` made of after the second pass of the loop on line 5 for `[2, 4]`?"),
        (VALUE, "What kind of value is `total` after the second pass of the loop on line 5 for `[2, 4]`?"),
        (ENDS, "Tell me when `countdown(3)` comes to an end by itself."),
        (BRANCH, "Say when the `if` on line 3 is taken in the call `power(7, 0)` itself."),
        (BRANCH, "Tell me why the `if` on line 3 is taken in the call `power(7, 0)` itself."),
        (BRANCH, "Do you see that the `if` on line 3 is taken in the call `power(7, 0)` itself?"),
        (BRANCH, "Did you mean the `if` on line 3 to be taken in the call `power(7, 0)` itself?"),
        (REACHED, "Does line 13 run more than one time in this call?"),
        (COMPARED, "Which line returns for `power(2, 3)`, but not for `power(7, 0)`?"),
        (COMPARED, "Which line works for `power(2, 3)`, but not for `power(7, 0)`?"),
        (SETS, "Count how many lines give `current` a new value inside and around the loop on line 5."),
    ],
)
def test_a_request_or_another_turn_of_phrase_asks_for_the_same(question: str, text: str) -> None:
    assert shown(question, text) in ("", question)


@pytest.mark.parametrize(
    ("question", "before"),
    [
        (COUNT, "Compare line 4 with `[2, 4]`."),
        (COUNT, "Worry about line 4."),
        (COUNT, "Small loop."),
        (COUNT, "Short journey!"),
        (COMPARED, "It is a short line."),
        (BRANCH, "Compare with the task."),
        (VALUE, "`total` on holiday."),
        (VALUE, "Freeze `total`."),
        (VALUE, "Let `total` sit on the sofa."),
        (ENDS, "Imagine you are a hamster in a wheel."),
        (EXPECTED, "Imagine you are standing on the threshold."),
        (EXPECTED, "Imagine you are a proud student."),
        (EXPECTED, "You little clown, think!"),
        (EXPECTED, "Go home."),
    ],
)
def test_an_invitation_neither_compares_nor_says_what_stands_still_or_how_long_it_takes(
    question: str, before: str
) -> None:
    assert shown(question, f"{before} {question}") in ("", question)
