"""Level 4 says to which side a run is off and what to try: true, short, and with nothing that is new to the program."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from gadfly_analyzers.leaks.instructions import tells_to_edit
from gadfly_analyzers.leaks.reading import reading_of
from gadfly_analyzers.localize.direction import Deviation, Direction
from gadfly_analyzers.localize.suspects import Suspect
from gadfly_analyzers.trace.divergence import Divergence
from gadfly_server.tutor.deviations import STAYS_NAMED, TEXTS
from gadfly_server.tutor.directing import direction, experiment
from gadfly_server.tutor.experiments import smaller
from gadfly_server.tutor.facts import Facts
from gadfly_server.tutor.words import spoken_length
from helpers import examples
from helpers.recorded import facts_from

AVERAGE = """
def average(values):
    total = 0
    for value in values:
        total = value
    return total / len(values)
"""
TESTS = """
def test_three():
    assert average([2, 4, 6]) == 4
"""


def average(deviation: Deviation | None, line: int, *, certain: bool = True, sole: bool = True) -> Facts:
    suspects = (Suspect(line, line, 0.9, (), certain=certain, sole=sole),)
    found = Direction(deviation, line, line) if deviation else None
    return replace(facts_from(AVERAGE, TESTS, suspects=suspects), direction=found)


def test_every_kind_has_its_words_and_no_two_the_same() -> None:
    assert TEXTS.keys() == set(Deviation)
    said = [text for texts in (*TEXTS.values(), STAYS_NAMED) for text in texts]
    assert len(said) == len(set(said))
    assert all(len(texts) > 1 for texts in TEXTS.values())


@pytest.mark.parametrize("deviation", Deviation, ids=lambda each: each.value)
def test_words_are_few_tell_no_edit_and_bring_no_code(deviation: Deviation) -> None:
    for text in TEXTS[deviation]:
        assert spoken_length(text) <= 25, text
        assert not any(tells_to_edit(sentence) for sentence in reading_of(text.format(line=3)).sentences), text
        assert re.findall(r"[`0-9+*/=<>]|\{(?!line\})", text) == []


def test_what_is_certain_is_said_plainly_and_what_is_likely_as_likely() -> None:
    certain = direction(average(Deviation.REPLACED, 5))
    assert certain in {text.format(line=5) for text in TEXTS[Deviation.REPLACED]}
    assert direction(average(Deviation.REPLACED, 5, certain=False)) == (
        f"{certain} I am not sure, but it looks that way."
    )
    assert direction(average(Deviation.REPLACED, 5, sole=False)).endswith("I am not sure, but it looks that way.")
    assert direction(average(Deviation.WORKS_OUT, 5)).endswith("I am not sure, but it looks that way.")
    facts = average(Deviation.REPLACED, 5)
    of_two_bugs = replace(facts, suspects=(*facts.suspects, Suspect(4, 4, 0.1, (), bug=1)))
    assert direction(of_two_bugs) == f"{certain} I am not sure, but it looks that way."


def test_without_a_direction_the_symptom_and_the_suspect_speak() -> None:
    assert direction(average(None, 5)) == (
        "Your program gives `2.0`: it is just half of what is right. I would look at line 5 first."
    )
    assert not direction(facts_from("def nothing():\n    pass\n"))


def test_a_test_that_another_function_fails_is_not_sent_to_its_lines() -> None:
    program = f"{AVERAGE}\n\ndef gap(values):\n    return max(values) + min(values)\n"
    tests = f"{TESTS}\ndef test_gap():\n    assert gap([4, 9, 5]) == 5\n"
    elsewhere = (Suspect(5, 5, 0.9, ()), Suspect(10, 10, 0.2, ()))
    facts = facts_from(program, tests, suspects=elsewhere)
    assert facts.focus is not None
    assert facts.focus.name == "test_gap"
    assert direction(facts) == "Your program gives `13`: it is too big. I would look at line 10 first."
    assert experiment(facts).startswith("By hand, work out line 10 part by part with `values`")
    assert direction(replace(facts, suspects=elsewhere[:1])) == "Your program gives `13`: it is too big."


def test_an_object_itself_is_not_said_to_stay_the_same() -> None:
    departed = Divergence(3, 5, 0, 0, "total")
    facts = replace(average(Deviation.STAYS, 5), divergence=departed)
    assert "`total`" in direction(facts)
    of_the_object = direction(replace(facts, divergence=replace(departed, name="self")))
    assert of_the_object in {text.format(line=5) for text in TEXTS[Deviation.STAYS]}


def test_a_line_that_cannot_be_read_is_named() -> None:
    facts = facts_from(examples.program("initials"), examples.tests("initials"))
    assert direction(facts) in {text.format(line=4) for text in TEXTS[Deviation.UNREADABLE]}
    assert experiment(facts) == "Read line 4 aloud, sign by sign. At which sign would you stop as Python does?"


@pytest.mark.parametrize(
    ("deviation", "line", "tried"),
    [
        (
            Deviation.LOOP_ENDS_EARLY,
            4,
            (
                "Take a small case, such as `average([2, 4])`. "
                "By hand, note `value` and `total` in each pass of the loop on line 4."
            ),
        ),
        (
            Deviation.REPLACED,
            5,
            (
                "By hand, note `total` and `value` before and after line 5 runs. "
                "What is the first value that you do not expect?"
            ),
        ),
        (
            Deviation.LEAVES_EARLY,
            6,
            "Follow the run by hand until line 6 has run once. What is left to do at that moment?",
        ),
        (
            Deviation.SHARED,
            3,
            "On paper, draw one box for each list and an arrow from each name to its box. How many boxes are there?",
        ),
        (Deviation.PRINTS, 6, "Compare, sign by sign, what line 6 prints with what the test wants."),
    ],
)
def test_what_is_tried_fits_the_place(deviation: Deviation, line: int, tried: str) -> None:
    assert experiment(average(deviation, line)) == tried


def test_nobody_is_to_note_a_module_or_a_function() -> None:
    program = AVERAGE.replace("total = value", "total = round(math.fabs(value))").replace(
        "    total =", "    import math\n    round = int\n    total =", 1
    )
    facts = facts_from(program, TESTS, suspects=(Suspect(7, 7, 0.9, ()),))
    assert experiment(facts).startswith("By hand, note `total` and `value` before and after line 7 runs.")


@pytest.mark.parametrize("deviation", Deviation, ids=lambda each: each.value)
def test_an_experiment_is_no_edit_asks_one_thing_and_both_are_short(deviation: Deviation) -> None:
    for line in range(2, 7):
        facts = average(deviation, line, certain=False)
        tried = experiment(facts)
        assert tried
        assert tried.count("?") <= 1
        assert spoken_length(f"{direction(facts)} {tried}") <= 120
        assert not any(tells_to_edit(sentence) for sentence in reading_of(tried).sentences), tried


@pytest.mark.parametrize(
    ("call", "less"),
    [
        ("f([1, 2, 3])", "f([1, 2])"),
        ("f('abc', 3)", "f('ab', 3)"),
        ("f(2, (1, 2, 3))", "f(2, (1, 2))"),
        ("f([1, 2])", ""),
        ("f(7)", ""),
        ("f(", ""),
        ("7", ""),
    ],
)
def test_a_smaller_call_has_less_of_what_is_long(call: str, less: str) -> None:
    assert smaller(call) == less
