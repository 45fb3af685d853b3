"""Questions about output, two runs, objects, the first wrong pass, and in one's own words: when, and when not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gadfly_analyzers.localize.suspects import Suspect
from gadfly_analyzers.trace.divergence import Divergence
from gadfly_server.tutor.dialogue import answer, begin
from gadfly_server.tutor.facts import Clue, Facts
from gadfly_server.tutor.marking import mark
from gadfly_server.tutor.planner import candidates, ease, plan
from gadfly_server.tutor.question import Entry, Place, Question
from gadfly_server.tutor.questions import concept
from gadfly_server.wording import speaking
from helpers.recorded import facts_from


def of_kind(facts: Facts, kind: str) -> list[Question]:
    return [question for question in plan(facts) if question.kind == kind]


def only(facts: Facts, kind: str) -> Question:
    [question] = of_kind(facts, kind)
    return question


# Which name has no value

LONG = (
    "def long(words, least):\n    number = 0\n    for word in words:\n"
    "        number += len(word) >= lest\n    return number\n"
)
LONG_TEST = "def test_a():\n    assert long(['a', 'bcd'], 2) == 1\n"


def test_which_name_has_no_value_is_asked_of_those_on_the_line_and_marked_by_the_error() -> None:
    facts = facts_from(LONG, LONG_TEST)
    asked = only(facts, "no-value")
    assert asked.text == "Which name on line 4 has no value when the `NameError` comes up for `long(['a', 'bcd'], 2)`?"
    assert (asked.oracle.answer, asked.choices) == ("lest", ("number", "len", "word", "lest"))
    assert (asked.entry, asked.points_at) == (Entry.CHOICE, Place(4, 4))
    assert [mark(asked, said).verdict for said in ("lest", "d", "word")] == ["right", "right", "wrong"]
    assert [each for each in plan(facts) if each.topic == "error"] == [asked]


def test_a_name_that_is_set_too_late_is_asked_for() -> None:
    program = "total = 0\n\ndef add_all(numbers):\n    for n in numbers:\n        total += n\n    return total\n"
    asked = only(facts_from(program, "def test_a():\n    assert add_all([1, 2]) == 3\n"), "no-value")
    assert asked.text == "Which name on line 5 has no value when the `UnboundLocalError` comes up for `[1, 2]`?"
    assert (asked.oracle.answer, asked.choices) == ("total", ("total", "n"))


@pytest.mark.parametrize(
    "program",
    [
        LONG.replace("len(word) >= lest", "lest"),  # number and lest: two
        LONG.replace("number += len(word) >= lest", "raise NameError('no idea')"),
        LONG.replace("len(word) >= lest", "lest.there(1, number, len(word), words, least, max, min)"),
    ],
    ids=["two", "raised", "many"],
)
def test_the_choices_are_few_names_of_the_line_with_the_right_one(program: str) -> None:
    found = of_kind(facts_from(program, LONG_TEST), "no-value")
    assert [1 < len(each.choices) <= 6 and each.oracle.answer in each.choices for each in found] == (
        [] if "raise" in program else [True]
    )


def test_where_there_is_one_name_alone_it_is_not_asked_which() -> None:
    program = "def long(words, least):\n    print(words)\n    return lest\n"
    assert of_kind(facts_from(program, LONG_TEST), "no-value") == []


# What is printed

SHOUT = "def shout(word):\n    print(word + '!')\n"


def test_what_is_printed_where_nothing_is_given_back() -> None:
    asked = only(facts_from(SHOUT, "def test_a():\n    assert shout('hey') == 'hey!'\n"), "predict-output")
    assert asked.text == "What does your program print for `'hey'`?"
    assert (asked.oracle.answer, asked.oracle.source, asked.points_at) == ("hey!", "run", Place(1, 2))
    verdicts = [mark(asked, said).verdict for said in ("hey!", "'hey!'", "hey", "None")]
    assert verdicts == ["right", "right", "wrong", "wrong"]


def test_of_several_lines_the_last_is_asked_for() -> None:
    program = "def steps(n):\n    for i in range(n):\n        print(i)\n"
    asked = only(facts_from(program, "def test_a():\n    assert steps(3) == 3\n"), "predict-output")
    assert asked.text == "What is the last line that your program prints for `3`?"
    assert (asked.oracle.answer, asked.choices) == ("2", ("1", "2", "3", "None"))


@pytest.mark.parametrize(
    "tests",
    [
        "def test_a():\n    print('x')\n    assert shout('a') == 'a!'\n",  # the test prints, too
        "def test_a():\n    shout('b')\n    assert shout('a') == 'a!'\n",  # another call printed as well
        "def test_a():\n    capsys = 1\n    assert shout('a') == 'a!'\n",  # the test looks at what is printed
    ],
)
def test_what_is_printed_is_not_asked_where_it_is_not_that_of_the_call(tests: str) -> None:
    assert of_kind(facts_from(SHOUT, tests), "predict-output") == []


def test_what_is_printed_is_not_asked_where_nothing_is() -> None:
    facts = facts_from("def one():\n    return 2\n", "def test_a():\n    assert one() == 1\n")
    assert of_kind(facts, "predict-output") == []


# Two runs

PRICE = (
    "def price(age):\n    if age < 12:\n        cost = 5\n    elif age > 65:\n        cost = 7\n    else:\n"
    "        cost = 10\n    return cost\n"
)
FAILS = "def test_a():\n    assert price(65) == 7\n\n"


def test_the_line_that_only_one_of_two_runs_has() -> None:
    facts = facts_from(
        PRICE, f"{FAILS}def test_b():\n    assert price(8) == 5\n\ndef test_c():\n    assert price(90) == 7\n"
    )
    asked = only(facts, "compare-runs")
    assert asked.text == "Which line runs for `price(65)`, but not for `price(90)`?"
    assert (asked.entry, asked.oracle.answer, asked.oracle.source) == (Entry.LINE, "7", "coverage")
    assert asked.oracle.evidence == "It is line 7: only one of the two runs reached it."
    assert asked.points_at == Place(1, 8)
    assert "5" not in asked.choices  # line 5 is right the other way round


def test_of_several_such_lines_the_first_is_asked_for() -> None:
    facts = facts_from(PRICE, f"{FAILS}def test_b():\n    assert price(8) == 5\n")
    asked = only(facts, "compare-runs")
    assert asked.text == "Which is the first line that runs for `price(65)`, but not for `price(8)`?"
    assert asked.oracle.answer == "4"


def test_where_the_failing_run_has_no_line_for_itself_the_passing_one_is_asked_for() -> None:
    program = "def big(ns):\n    c = 0\n    for n in ns:\n        if n > 3:\n            c += 1\n    return c\n"
    facts = facts_from(program, "def test_a():\n    assert big([3]) == 1\n\ndef test_b():\n    assert big([4]) == 1\n")
    assert only(facts, "compare-runs").text == "Which line runs for `big([4])`, but not for `big([3])`?"


@pytest.mark.parametrize(
    "passing",
    ["", "def test_b():\n    assert price(30) == 10\n", "def test_b():\n    assert other() == 1\n"],
)
def test_runs_are_not_compared_where_none_agrees_or_all_are_the_same(passing: str) -> None:
    program = PRICE + "\ndef other():\n    return 1\n"
    assert of_kind(facts_from(program, FAILS + passing), "compare-runs") == []


# The same object

WITH_ZERO = "def with_zero(ns):\n    result = ns\n    result.append(0)\n    return [ns, result]\n"
TWO_LISTS = "def test_a():\n    assert with_zero([1]) == [[1], [1, 0]]\n"


def test_two_names_for_one_list() -> None:
    asked = only(facts_from(WITH_ZERO, TWO_LISTS), "same-object")
    assert asked.text == "How many different lists are `result` and `ns` right after line 2 for `[1]`?"
    assert (asked.oracle.answer, asked.oracle.evidence) == (
        "1",
        "In the run it was 1: both names stand for the same thing.",
    )
    assert asked.choices == ("1", "2")


def test_a_copy_is_another_list() -> None:
    program = WITH_ZERO.replace("= ns", "= ns[:]").replace("[ns, result]", "[result, ns]")
    asked = only(facts_from(program, TWO_LISTS), "same-object")
    assert (asked.oracle.answer, asked.oracle.evidence) == (
        "2",
        "In the run it was 2: each name stands for a thing of its own.",
    )


def test_rows_of_one_list() -> None:
    program = "def board(n):\n    grid = [[0] * n] * n\n    grid[0][0] = 1\n    return grid\n"
    asked = only(facts_from(program, "def test_a():\n    assert board(2) == [[1, 0], [0, 0]]\n"), "same-object")
    assert asked.text == "How many different rows are `grid[0]` and `grid[1]` right after line 2 for `2`?"
    assert asked.oracle.answer == "1"


@pytest.mark.parametrize(
    ("program", "call"),
    [
        ("def f(ns):\n    ms = ns\n    return ms\n", "f([1])"),  # nothing becomes of it
        ("def f(n):\n    m = n\n    m += 1\n    return m\n", "f(1)"),  # numbers
        ("def f(ns):\n    ms = sorted(ns)\n    ms.append(0)\n    return ms\n", "f([2, 1])"),  # they look different
    ],
)
def test_it_is_not_asked_whether_objects_are_the_same_where_that_makes_no_difference(program: str, call: str) -> None:
    facts = facts_from(program, f"def test_a():\n    assert {call} == 99\n")
    assert facts.trace is not None
    assert of_kind(facts, "same-object") == []


# The first wrong pass

ADDS = "def total(ns):\n    t = 0\n    for n in ns:\n        t = n\n    return t\n"
ADDED = "def test_a():\n    assert total([3, 4, 5]) == 12\n"
SURE, RIVALLED, UNSURE = (
    Suspect(4, 4, 1.0, (), certain=certain, sole=sole) for certain, sole in ((True, True), (True, False), (False, True))
)


def departing(suspect: Suspect, name: str | None = "t", line: int = 4, others: tuple[Suspect, ...] = ()) -> Facts:
    facts = facts_from(ADDS, ADDED, suspects=(suspect, *others))
    return replace(facts, divergence=Divergence(6, line, 0, 1, name))


def test_the_pass_in_which_a_name_goes_wrong() -> None:
    asked = only(departing(SURE), "first-wrong")
    assert asked.text == "After which pass of the loop on line 3 does `t` go wrong for `[3, 4, 5]`?"
    assert (asked.oracle.answer, asked.oracle.source, asked.choices) == ("2", "divergence", ("1", "2", "3"))


@pytest.mark.parametrize(
    "facts",
    [
        departing(UNSURE),  # where another statement may be at fault, nobody knows
        departing(RIVALLED),
        departing(SURE, others=(Suspect(3, 3, 0.1, (), bug=1),)),  # nor where there is another bug beside
        departing(SURE, None),  # only the way is another
        departing(SURE, "n", 3),  # the loop itself sets it
        facts_from(ADDS, ADDED, suspects=(SURE,)),
    ],
)
def test_the_first_wrong_pass_is_not_asked_for_where_it_is_not_known(facts: Facts) -> None:
    assert of_kind(facts, "first-wrong") == []


# In one's own words


def test_what_happens_in_the_loop_is_told_in_ones_own_words() -> None:
    asked = only(facts_from(ADDS, ADDED), "explain")
    assert asked.text == "In your own words: what happens to `t` while the loop on line 3 runs for `[3, 4, 5]`?"
    assert asked.entry is Entry.TEXT
    assert asked.oracle.mentions == ("0", "3", "4", "5")


@pytest.mark.parametrize(
    "told",
    [
        "t goes from 0 to 5",
        "it is `0`, then 3, and in the end 5",
        "on line 4 it becomes 3, 4 and then 5",
        "5",
        "t starts at 0 and ends at 5",
        "first it is 0, then it grows: 3, 4, 5",
        "0 \N{RIGHTWARDS ARROW} 5",
        "t beginnt mit 0 und steigt bis 5",
    ],
)
def test_words_that_say_what_the_run_did_are_right(told: str) -> None:
    assert mark(only(facts_from(ADDS, ADDED), "explain"), told).verdict == "right"


@pytest.mark.parametrize(
    "told",
    [
        "t gets each n in turn",  # who could tell?
        "t goes from 5 to 0",
        "it is 0, then 3",
        "t becomes 12",
        "0 and 9 and 5",
        "t does not go from 0 to 5",
        "t doesnt go from 0 to 5",
        "t should go from 0 to 5",
        "I doubt it goes from 0 to 5",
        "it is a lie that t is 5",
        "I wonder whether it is 5",
        "t soll 5 sein",
        "t ist kaum 5",
        "banana pizza t n",
        "5 is wrong",
        "t is 5 %",
        "t is 0 + 5",
        "t is 10 - 5",
        "hardly 5",
        "anything but 5",
        "far from 5",
        "t stays 5",
        "it is always 5",
        "t starts at 5",
        "it is 5 at the start",
        "t shrinks from 0 to 5",
        "the last value is 0, the first 5",
        "it is 0 after it was 5",
        "before it is 0 it is 5",
        "the loop runs 5 times",
        "it is 5 in pass 1",
        "each time adds 5",
        "0 is 5",
        "0 and then \N{MINUS SIGN}5",
        "t is \N{NOT EQUAL TO} 5",
        "line 5",
        "it is 15",
        "I like it",
        "",
    ],
)
def test_words_that_no_run_can_vouch_for_are_never_right(told: str) -> None:
    assert mark(only(facts_from(ADDS, ADDED), "explain"), told).verdict == "unclear"


def test_words_can_be_picked_instead_and_then_may_be_wrong() -> None:
    asked = ease(only(facts_from(ADDS, ADDED), "explain"))
    assert asked.choices == ("It stays 0", "It goes from 0 to 4", "It goes from 0 to 5", "It goes from 0 to 6")
    assert mark(asked, "It goes from 0 to 5").verdict == "right"
    assert mark(asked, "It stays 0").verdict == "wrong"


@pytest.mark.parametrize(
    ("language", "begins"), [("en", "What happens to `t` while"), ("de", "Was passiert mit `t`, während")]
)
def test_what_is_picked_is_not_asked_for_in_ones_own_words(language: str, begins: str) -> None:
    with speaking(language):
        asked = ease(only(facts_from(ADDS, ADDED), "explain"))
    assert asked.text.startswith(begins)


def test_a_name_that_comes_back_to_its_first_value_is_not_said_to_stay() -> None:
    program = """\
def contains(items, wanted):
    found = False
    for item in items:
        if item == wanted:
            found = True
        else:
            found = False
    return found
"""
    call = "def test_a():\n    assert contains({items}, 1) == {expected}\n"
    comes_back = facts_from(program, call.format(items=[1, 2], expected=True))
    stays = facts_from(program, call.format(items=[3, 2], expected=True))
    assert not any("stays" in each.oracle.answer.lower() for each in of_kind(comes_back, "explain"))
    assert only(stays, "explain").oracle.answer == "It stays False"


def test_why_a_call_gives_what_it_gives() -> None:
    asked = only(facts_from(PRICE, FAILS), "explain")
    assert asked.text == "In your own words: why does `price(65)` give `10`?"
    assert (asked.oracle.answer, asked.choices) == (
        "It runs line 7",
        ("It runs line 3", "It runs line 5", "It runs line 7"),
    )


@pytest.mark.parametrize(
    "told", ["It is line 7 that runs", "line 6 is not taken but line 7 is", "line 3", "lines 3 and 7"]
)
def test_only_lines_that_ran_are_why_a_call_gives_what_it_gives(told: str) -> None:
    right = told == "It is line 7 that runs"
    assert mark(only(facts_from(PRICE, FAILS), "explain"), told).verdict == ("right" if right else "unclear")


def test_words_that_name_nothing_are_held_against_the_run_by_a_choice() -> None:
    facts = facts_from(PRICE, FAILS)
    dialogue = begin(facts)
    while dialogue.question and dialogue.question.kind != "explain":
        dialogue = answer(dialogue, facts, dialogue.question.oracle.answer)
    dialogue = answer(dialogue, facts, "because the last cost is taken")
    assert dialogue.turns[-1].text == (
        "Thank you. Let us hold that against the run. Why does `price(65)` give `10`? Pick one."
    )
    dialogue = answer(dialogue, facts, "It runs line 7")
    thanks = next(turn for turn in reversed(dialogue.turns) if turn.kind == "confirm")
    assert thanks.text == "Thank you. In the run, line 7 was reached."


def test_a_run_that_was_cut_is_not_to_be_explained() -> None:
    facts = facts_from(
        "def f(n):\n    while n > 0:\n        m = n\n    return n\n", "def test_a():\n    assert f(1) == 0\n"
    )
    assert of_kind(facts, "explain") == []


# Tiny programs


def test_what_a_pattern_sees_is_asked_about_in_another_program() -> None:
    facts = replace(facts_from(WITH_ZERO, TWO_LISTS), clues=(Clue("assignment-copies", 2),))
    asked = only(facts, "concept")
    assert asked.text.startswith("Here is another small program. What does it print?\n`cats = ")
    assert (asked.level, asked.entry, asked.oracle.source) == (3, Entry.CHOICE, "catalogue")
    assert asked.choices == ("an error", "['Mia', 'Tom']", "['Mia', 'Tom', 'Leo']")
    said = ("['Mia', 'Tom', 'Leo']", "c", "['Mia', 'Tom']", "an error", "a list, I think")
    assert [mark(asked, each).verdict for each in said] == ["right", "right", "wrong", "wrong", "unclear"]
    assert mark(asked, "['Mia', 'Tom']").misconception == "assignment-copies"


def test_lines_of_output_may_be_typed_in_any_way() -> None:
    asked = concept.about("range-includes-end")
    assert mark(asked, "Floor 1 Floor 2 Floor 3").verdict == "right"
    assert mark(asked, "floor 1, floor 2, floor 3, floor 4").verdict == "wrong"


def test_a_pattern_in_a_function_that_the_failing_run_never_came_to_is_no_reason_to_ask() -> None:
    program = WITH_ZERO + "\ndef other():\n    return [[]] * 2\n"
    facts = replace(facts_from(program, TWO_LISTS), clues=(Clue("times-copies-rows", 7),))
    assert [q for q in of_kind(facts, "concept") if q.id == "concept:times-copies-rows"] == []


def test_every_tiny_program_can_be_asked_about() -> None:
    from gadfly_analyzers.misconceptions import everything

    for known in everything():
        asked = concept.about(known.id)
        verdicts = [mark(asked, choice) for choice in asked.choices]
        assert [each.verdict for each in verdicts].count("right") == 1, asked
        assert "unclear" not in {each.verdict for each in verdicts}, asked
        assert {known.id} == {each.misconception for each in verdicts} - {""}, asked
        assert 2 <= len(asked.choices) <= 4


# Values at an error


@pytest.mark.parametrize(
    ("step", "asked"),
    [
        ("total += n", ["What is `total` when the `TypeError` comes up for `3`?"]),
        ("total = total[n]", []),
    ],
)
def test_what_a_line_adds_to_is_asked_for_when_it_breaks_off(step: str, asked: list[str]) -> None:
    program = f"def add(n):\n    total = None\n    {step}\n    return total\n"
    facts = facts_from(program, "def test_a():\n    assert add(3) == 3\n")
    assert [each.text for each in of_kind(facts, "value-at") if "`total`" in each.text] == asked


# Choices


def test_nobody_has_to_choose_a_value_that_nobody_can_write() -> None:
    program = "class Desk:\n    def put(self, things):\n        most = len(things)\n        return things[most]\n"
    tests = "def test_a():\n    assert Desk().put([4, 5]) == 5\n"
    facts = facts_from(program, tests, suspects=(Suspect(3, 3, 0.9, ()), Suspect(4, 4, 0.6, ())))
    offered = {choice for question in candidates(facts) for choice in question.choices}
    assert "[4, 5]" in offered
    assert [choice for choice in offered if "<" in choice] == []
