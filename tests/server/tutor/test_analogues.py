"""Level 5 shows the same idea in another program: chosen by what speaks for it, and never one that fits."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from gadfly_analyzers.execution.results import Outcome, Stop
from gadfly_analyzers.localize.direction import Deviation, Direction
from gadfly_analyzers.localize.suspects import Suspect
from gadfly_analyzers.misconceptions import by_id, everything
from gadfly_analyzers.misconceptions.misconception import Misconception
from gadfly_server.tutor import ideas, ordering
from gadfly_server.tutor.analogues import Analogue, analogues, names, rename
from gadfly_server.tutor.dialogue import answer
from gadfly_server.tutor.facts import Clue, Facts
from gadfly_server.tutor.kept import from_json, to_json
from gadfly_server.tutor.marking import mark
from gadfly_server.tutor.question import Entry, Question
from gadfly_server.tutor.turns import Dialogue, ask
from helpers import examples, parsons
from helpers.recorded import facts_from

EACH = pytest.mark.parametrize("one", everything(), ids=lambda one: one.id)
TOTAL = """
def total(prices):
    result = 0
    for price in prices:
        result = price
    return result
"""
TESTS = """
def test_two():
    assert total([2, 4]) == 6
"""
REPLACED = Direction(Deviation.REPLACED, 5, 5)


def facts_at(line: int, direction: Direction | None = None, program: str = TOTAL) -> Facts:
    return replace(facts_from(program, TESTS, suspects=(Suspect(line, line, 1.0, ()),)), direction=direction)


def chosen(facts: Facts, *held: str) -> list[str]:
    return [each.idea for each in analogues(facts, held)]


def example_of(misconception: str) -> Analogue:
    return analogues(facts_at(5), [misconception])[0]


def puzzle(misconception: str) -> Question:
    found = example_of(misconception).parsons
    assert found is not None
    return found


def test_an_answer_counts_more_than_the_text_and_that_more_than_what_is_off() -> None:
    facts = replace(facts_at(5, REPLACED), clues=(Clue("print-returns", 5),))
    assert chosen(facts, "range-includes-end")[:3] == [
        "range-includes-end",
        "print-returns",
        "plain-assignment-accumulates",
    ]


def test_two_signs_together_count_more_than_one() -> None:
    facts = replace(facts_at(5, REPLACED), clues=(Clue("print-returns", 5), Clue("flag-remembers", 5)))
    assert chosen(facts)[0] == "flag-remembers"


def test_what_is_off_must_be_on_a_line_that_the_idea_is_about() -> None:
    while_loop = TOTAL.replace("for price in prices", "while prices")
    early = Direction(Deviation.LOOP_ENDS_ONE_EARLY, 4, 4)
    assert chosen(facts_at(4, early, while_loop))[0] == "while-checks-all-the-time"
    assert "while-checks-all-the-time" not in ideas.of_direction(facts_at(4, early))


DOWN = """
def down(start):
    found = []
    while start > 0:
        for step in (1, 2):
            found.append(step)
    return found
"""


def stopped_at(line: int) -> Facts:
    """A test that was stopped there, of a program whose text speaks for another belief."""
    facts = facts_from(DOWN, "def test_down():\n    assert down(0) == [1]\n")
    assert facts.focus is not None
    focus = replace(facts.focus, outcome=Outcome.STOPPED, stop=Stop("stopped after 2 s", line))
    return replace(facts, focus=focus, clues=(Clue("loop-variable-is-index", 5),))


def test_a_run_that_was_stopped_in_a_while_leads_to_what_must_come_nearer_to_its_end() -> None:
    for line in (4, 5, 6):
        assert chosen(stopped_at(line))[0] == "while-moves-on-by-itself"
    assert chosen(stopped_at(7))[0] == "loop-variable-is-index"
    assert chosen(stopped_at(6), "append-extends")[0] == "append-extends"


@pytest.mark.parametrize(
    ("line", "idea"),
    [
        ("for i in range(3):", "range-includes-end"),
        ("while x:", "while-checks-all-the-time"),
        ("if x:", "order-of-tests-does-not-matter"),
        ("return x", "every-path-returns"),
        ("x = y", "variables-follow"),
        ("x = y * 0.3 + z * 0.7", "shares-of-a-whole"),
        ("return x[i] - x[i - 1]", "neighbours"),
        ("x = [y for y in z if y]", "filter"),
        ("x += 3", "running-total"),
    ],
)
def test_where_nothing_else_is_known_the_line_decides(line: str, idea: str) -> None:
    facts = replace(facts_from(TOTAL, ""), shape=replace(facts_from(TOTAL, "").shape, lines=(line,)))
    assert chosen(replace(facts, suspects=(Suspect(1, 1, 1.0, ()),)))[0] == idea


@pytest.mark.parametrize(
    ("text", "idea"),
    [
        ("def total(prices)\n    return 0\n", "block"),
        ("def total(prices):\nreturn 0\n", "block"),
        ("print(total([1, 2])\n", "brackets-in-pairs"),
        ("print('total)\n", "quotes-in-pairs"),
    ],
)
def test_what_cannot_be_read_leads_to_how_it_is_written(text: str, idea: str) -> None:
    assert chosen(facts_from(text, ""))[0] == idea


def test_what_a_condition_decides_leads_to_what_it_does_at_its_edge() -> None:
    adult = "def adult(age):\n    return age > 18\n"
    strict, loose = Direction(Deviation.TOO_STRICT, 2, 2), Direction(Deviation.TOO_LOOSE, 2, 2)
    assert chosen(facts_at(2, strict, adult))[0] == "edge-does-not-count"
    assert chosen(facts_at(2, loose, adult.replace(">", ">=")))[0] == "edge-counts"


@pytest.mark.parametrize("name", examples.NAMES)
def test_every_example_has_one(name: str) -> None:
    assert analogues(facts_from(examples.program(name), examples.tests(name)))


def test_every_kind_of_deviation_leads_to_one() -> None:
    program = "\n".join(["x = [y.append(z / 1) + 2 for q in range(len(r) - 1) if a or b]"])
    for deviation in Deviation:
        facts = replace(facts_at(5, Direction(deviation, 5, 5)), text=program)
        assert chosen(facts), deviation


@EACH
def test_other_names_print_the_same(one: Misconception) -> None:
    example = one.analogue
    own = names(example.program)
    others = {name: f"other_{number}" for number, name in enumerate(own)}
    assert parsons.printed(rename(example, others).program) == example.prints
    assert not set(names(rename(example, others).program)) & set(own)


@EACH
def test_no_name_is_in_common_also_with_a_program_that_has_them_all(one: Misconception) -> None:
    taken = names(one.analogue.program)
    program = TOTAL + "".join(f"{name} = 0\n" for name in taken)
    shown = next(each for each in analogues(facts_at(5, None, program), [one.id]) if each.idea == one.id)
    code = shown.text.split("`")[1]
    assert not set(names(code)) & set(re.findall(r"\w+", program))
    assert len(shown.text.splitlines()) <= 12


def test_one_that_stands_in_the_program_is_not_shown() -> None:
    program = f"{TOTAL}\nprint('The end')\nimport math\nfor strike in range(3):\n    print(\"Dong\")\n"
    assert "number-can-be-visited" not in chosen(facts_at(5, None, program), "number-can-be-visited")
    assert "module-name-is-fixed" in chosen(facts_at(5, None, program), "module-name-is-fixed")


@EACH
def test_the_question_has_one_right_answer_among_its_choices(one: Misconception) -> None:
    ask = example_of(one.id).ask
    assert (ask.level, ask.entry) == (5, Entry.CHOICE)
    assert 2 <= len(set(ask.choices)) <= 3
    marks = {choice: mark(ask, choice).verdict for choice in ask.choices}
    assert [choice for choice, verdict in marks.items() if verdict == "right"] == [one.analogue.right]


def test_the_right_answer_is_not_always_in_the_same_place() -> None:
    places = [(ask := example_of(one.id).ask).choices.index(ask.oracle.answer) for one in everything()]
    assert 15 < places.count(0) < 50


PUZZLES = pytest.mark.parametrize("one", [one for one in everything() if one.analogue.orders], ids=lambda one: one.id)


@PUZZLES
def test_lines_are_shuffled_the_same_way_each_time_and_never_in_order(one: Misconception) -> None:
    question = puzzle(one.id)
    assert question == puzzle(one.id)
    assert sorted(question.choices) == sorted(one.analogue.pieces)
    assert mark(question, ordering.letters(range(len(question.choices)))).verdict == "wrong"


@PUZZLES
def test_the_orders_that_print_the_same_are_right_and_no_others(one: Misconception) -> None:
    question = puzzle(one.id)
    for order in ordering.right_orders(question):
        lines = [question.choices["ABCDEFG".index(letter)] for letter in order.split()]
        assert parsons.printed("\n".join(lines) + "\n") == one.analogue.prints
        assert mark(question, order).verdict == "right"
    assert len(ordering.right_orders(question)) == len(one.analogue.orders)


def test_an_order_is_read_however_it_is_written() -> None:
    question = puzzle("while-moves-on-by-itself")
    answer = question.oracle.answer
    number = " ".join(str("ABCDE".index(letter) + 1) for letter in answer.split())
    written = (answer, answer.lower(), answer.replace(" ", ""), answer.replace(" ", ", "), f"{answer}.", number)
    assert {mark(question, each).verdict for each in written} == {"right"}
    assert mark(question, number).said == answer


@pytest.mark.parametrize("words", ["A B C", "A A B C D", "A B C D E F", "the loop first", "?!", "9 1 2 3 4"])
def test_what_is_no_order_of_the_lines_is_unclear(words: str) -> None:
    assert mark(puzzle("while-moves-on-by-itself"), words).verdict == "unclear"


def test_a_wrong_order_is_told_how_far_it_holds() -> None:
    question = puzzle("while-moves-on-by-itself")
    right = question.oracle.answer.split()
    last_two = " ".join([*right[:3], right[4], right[3]])
    turned = " ".join(right[::-1])
    assert mark(question, last_two).verdict == "wrong"
    assert ordering.how_near(question, last_two) == "From the top, 3 lines are in a right place."
    assert ordering.how_near(question, turned) == "The program begins with another line."


def test_an_order_is_asked_answered_and_kept() -> None:
    facts, question = facts_at(5), puzzle("append-extends")
    asked = ask(Dialogue(), question)
    assert asked.turns[-1].choices == question.choices
    assert from_json(json.loads(json.dumps(to_json(asked)))) == asked
    turned = " ".join(question.oracle.answer.split()[::-1])
    reply = answer(asked, facts, turned).turns[2]
    assert reply.marked == "wrong"
    assert reply.text == f"You said “{turned}”. The program begins with another line."
    assert answer(asked, facts, ordering.right_orders(question)[1]).turns[2].marked == "right"


def test_one_who_does_not_know_the_order_is_shown_it() -> None:
    question = puzzle("while-moves-on-by-itself")
    told = answer(ask(Dialogue(), question), facts_at(5), "I don't know").turns[2]
    assert told.text.endswith(
        f"It is right in this order:\n`{by_id('while-moves-on-by-itself').analogue.program.strip()}`"
    )


def test_the_nearest_of_several_right_orders_counts() -> None:
    question = puzzle("append-extends")
    second = ordering.right_orders(question)[1].split()
    assert ordering.in_place(question, " ".join([second[0], second[1], *second[2:][::-1]])) == 2


def test_a_worked_example_in_full() -> None:
    shown = example_of("strings-change-in-place")
    assert shown.text == (
        "Here is another small program. A street sign is painted in capitals.\n"
        '`street = "oak lane"\nsign = street.upper()\nprint(sign)\nprint(street)`\n'
        "It prints `OAK LANE`, then `oak lane`."
    )
    assert shown.ask.text == "Where is the text in capitals?"
    assert by_id("strings-change-in-place").analogue.orders == ("ABCD",)
