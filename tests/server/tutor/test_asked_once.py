"""Nothing is asked that stands in the question, or that was just answered in other words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gadfly_analyzers.localize.direction import Deviation, Direction
from gadfly_analyzers.localize.suspects import Suspect
from gadfly_analyzers.trace.parts import Part
from gadfly_analyzers.values import Value
from gadfly_server.tutor.dialogue import answer, begin
from gadfly_server.tutor.directing import experiment
from gadfly_server.tutor.facts import Facts
from gadfly_server.tutor.planner import plan
from gadfly_server.tutor.questions import concept
from gadfly_server.tutor.turns import Dialogue
from helpers.dialogues import play, right
from helpers.recorded import facts_from

STUCK = """\
def halvings(n):
    count = 0
    while n > 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n - 1
        count += 1
    return count
"""
OF_STUCK = """\
def test_eight():
    assert halvings(8) == 3


def test_six():
    assert halvings(6) == 3
"""


AT_FAULT = (Suspect(7, 7, 0.9, ()),)


def asked(dialogue: Dialogue) -> list[str]:
    return [turn.text for turn in dialogue.turns if turn.speaker == "tutor" and turn.question and not turn.marked]


def test_whether_a_line_runs_is_not_asked_again() -> None:
    texts = asked(play(facts_from(STUCK, OF_STUCK, suspects=AT_FAULT), right))
    compared = [number for number, text in enumerate(texts) if "but not for" in text]
    assert compared
    assert not [text for text in texts[compared[0] :] if text.startswith("Does line 7 run")]


def test_where_nothing_told_so_it_is_asked() -> None:
    alone = facts_from(STUCK, OF_STUCK.partition("\n\n\n")[2], suspects=AT_FAULT)
    assert any(text.startswith("Does line 7 run") for text in asked(play(alone, right)))


SORTED = "def tidy(names):\n    names = names.sort()\n    return names\n"
OF_SORTED = "def test_two():\n    assert tidy(['Zoe', 'Ana']) == ['Ana', 'Zoe']\n"


def test_a_value_is_not_asked_for_once_it_was_supposed() -> None:
    facts = facts_from(
        "def shown(word):\n    mark = '!'\n    print(word + mark)\n",
        "def test_hi():\n    assert shown('hi') == 'hi!'\n",
        suspects=(Suspect(3, 3, 0.9, ()), Suspect(2, 2, 0.5, ())),
    )
    texts = asked(play(facts, right))
    assert any(text.startswith("What do you think: which name") for text in texts)
    assert not any(text.startswith("What is `mark` just before line 3") for text in texts)
    assert any(each.text.startswith("What is `mark` just before line 3") for each in plan(facts))


def test_a_line_that_broke_off_gave_no_name_a_value() -> None:
    facts = facts_from(
        "def total(words):\n    sum = 0\n    sum = sum(words)\n    return sum\n",
        "def test_two():\n    assert total([1, 2]) == 3\n",
    )
    supposed = [each.oracle.answer for each in plan(facts) if each.kind == "hypothesis"]
    assert supposed == ["sum is 0 after line 2 runs the last time"]


def test_what_stands_in_the_line_is_not_asked() -> None:
    facts = facts_from(
        "def turned(text):\n    return text[::-2]\n", "def test_owl():\n    assert turned('owl') == 'lwo'\n"
    )
    step, whole = (
        Part("-2", 2, Value("-2", "int", literal=True)),
        Part("text[::-2]", 2, Value("'lo'", "str", literal=True)),
    )
    texts = [each.text for each in plan(replace(facts, parts=(step, whole)))]
    assert any("`text[::-2]`" in text for text in texts)
    assert not any("`-2`" in text for text in texts)


@pytest.mark.parametrize("check", ["even(4)", "not even(3)"])
def test_what_a_bare_check_wants_is_asked_first(check: str) -> None:
    facts = facts_from("def even(n):\n    return n % 2 == 1\n", f"def test_it():\n    assert {check}\n")
    first = begin(facts).question
    assert first
    assert first.text == f"What does the test want from `{check.removeprefix('not ')}`: true or false?"


LEFT = "def first(words):\n    result = ''\n    for word in words:\n        result = word\n    return result\n"
OF_FIRST = "def test_two():\n    assert first(['ab', 'cd']) == 'abcd'\n"


def test_whether_return_leaves_is_no_idea_of_a_program_that_returns_at_its_end() -> None:
    facts = facts_from(LEFT, OF_FIRST)
    assert "concept:return-does-not-leave" not in {each.id for each in concept.candidates(facts)}


def tried(program: str, tests: str, line: int, deviation: Deviation | None = None) -> str:
    """What is to be tried at a line."""
    facts = facts_from(program, tests, suspects=(Suspect(line, line, 0.9, ()),))
    found = Direction(deviation, line, line) if deviation else None
    return experiment(replace(facts, direction=found))


CALL = "def test_it():\n    assert f(2) == 4\n"


@pytest.mark.parametrize(
    ("program", "line", "deviation", "said"),
    [
        (
            "def f(lenght):\n    return length * 2\n",
            2,
            Deviation.CRASHES,
            "List the names that have a value just before line 2 runs. Which name on line 2 is not on your list?",
        ),
        (
            "n = 0\n\n\ndef f(by):\n    n = n + by\n    return n\n",
            5,
            Deviation.CRASHES,
            "Find each line of `f` that gives `n` a value. Which of them runs before line 5 needs it?",
        ),
        (
            "def f(n):\n    if n > 2:\n        return 4\n    return 3\n",
            3,
            Deviation.RUNS_NEVER,
            "Follow the run by hand. Where does it turn off, so that it never comes to line 3?",
        ),
        (
            "def f(n):\n    start = n + 1\n    return start\n",
            2,
            Deviation.OTHER_VALUE,
            "By hand, note `start` right after line 2 has run. Is that what you want there?",
        ),
        (
            "def f(n):\n    n = n + 1\n    return n\n",
            2,
            Deviation.OTHER_VALUE,
            "By hand, note `n` before and after line 2 runs. What is the first value that you do not expect?",
        ),
        (
            "def f(n, seen=[]):\n    seen.append(n)\n    return len(seen)\n",
            1,
            Deviation.LACKS,
            "Line 1 runs only once, before any call. What does it make, and who uses that later?",
        ),
        (
            "def f(n):\n    return n + 1\n",
            1,
            Deviation.LACKS,
            "Follow the run by hand up to line 1. What do you expect of it, and what does it do?",
        ),
    ],
)
def test_what_to_try_can_be_tried(program: str, line: int, deviation: Deviation, said: str) -> None:
    assert tried(program, CALL, line, deviation) == said


def test_a_question_of_equality_makes_nothing() -> None:
    said = tried(
        'def f(n):\n    return n + 1\n\n\nif __name__ == "__main__":\n    print(f(1))\n', CALL, 5, Deviation.LACKS
    )
    assert "What does it make" not in said


def test_tabs_and_spaces_are_not_told_apart_along_the_edge() -> None:
    facts = facts_from("def f(n):\n    if n:\n\treturn 1\n    return 2\n")
    assert facts.syntax
    assert facts.syntax[0].kind == "indent-mixed"
    assert "edge" not in experiment(facts)


def test_where_lines_begin_is_looked_at_along_the_edge() -> None:
    facts = facts_from("def f(n):\n    if n:\n    return 1\n    return 2\n")
    assert experiment(facts).startswith("Look down the left edge of the lines around line 3.")


def without_help(facts: Facts) -> str:
    """What is said to a student who knows nothing, when all was asked and more is wanted."""
    dialogue = begin(facts)
    while dialogue.question:
        dialogue = answer(dialogue, facts, "idk")
    return answer(dialogue, facts, "more").turns[-1].text


def test_who_has_no_idea_at_all_is_told_where_to_turn() -> None:
    assert "teacher" in without_help(facts_from(SORTED, OF_SORTED))
