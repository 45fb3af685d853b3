"""The recorded run as steps: what they show, and that they never give the open question's answer away."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from gadfly_server.tutor import planner
from gadfly_server.tutor.facts import Facts
from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.questions import plain
from gadfly_server.tutor.steps import MOST, Shown, Step, steps
from helpers import examples
from helpers.recorded import facts_from

FAILING = tuple(name for name in examples.NAMES if name != "initials")  # which Python cannot read

NESTED = """\
def row_totals(table):
    total = 0
    for row in table:
        for number in row:
            total += number
    return total
"""
HELPED = """\
def double(n):
    result = n * 2
    return result

def both(a, b):
    return double(a) + double(b) + 1
"""
CRASH = """\
def last(items):
    for i in range(len(items)):
        x = items[i + 1]
    return x
"""
WORDS = """\
class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.insert(0, item)

def filled():
    stack = Stack()
    stack.push(1)
    stack.push(2)
    return stack.items
"""
ENDLESS = """\
def down(n):
    while n > 0:
        m = n - 1
    return n
"""
OWN = (
    ("nested", NESTED, "def test_rows():\n    assert row_totals([[1, 2], [3]]) == 7\n"),
    ("helped", HELPED, "def test_both():\n    assert both(1, 2) == 6\n"),
    ("crash", CRASH, "def test_last():\n    assert last([4, 5]) == 5\n"),
    ("object", WORDS, "def test_filled():\n    assert filled() == [1, 2]\n"),
    ("endless", ENDLESS, "def test_down():\n    assert down(2) == 0\n"),
)
PROGRAMS = (*((name, examples.program(name), examples.tests(name)) for name in FAILING), *OWN)


def asked() -> list[Any]:
    """Every question about every program."""
    found = []
    for name, program, tests in PROGRAMS:
        facts = facts_from(program, tests)
        every = {q.id: q for q in (*planner.candidates(facts), *plain.candidates(facts))}
        found += [pytest.param(facts, q, id=f"{name}: {q.text[:70]}") for q in every.values()]
    return found


@pytest.mark.parametrize(("facts", "question"), asked())
def test_no_step_gives_the_open_answer_away(facts: Facts, question: Question) -> None:
    shown = steps(facts, question)
    assert shown.stopped_at in ("question", "limit") or question.kind in ("concept", "predict-return")
    assert not gives_away(question, shown)


def gives_away(question: Question, shown: Shown) -> bool:
    """Whether somebody who reads the steps reads the answer in them, as what is asked for."""
    answer, place, read = question.oracle.answer, question.points_at or Place(0, 0), shown.steps
    inside = [step for step in read if step.kind == "line" and place.line <= step.line <= place.end_line]
    if question.kind in ("count", "branch", "reached", "first-wrong", "explain", "same-object", "compare-runs"):
        return bool(inside)
    if question.kind == "point-at":
        return bool(re.search(r"come up|gives back|runs last", question.text)) and any(
            step.kind in ("return", "raise") and step.line == int(answer) and step.depth == 0 for step in read
        )
    if question.kind == "value-at":
        name = question.id.split(":")[1]
        told = [] if re.search(r"call of|begins", question.text) else [step for step in read if step.kind == "call"]
        return any(k.changed and (k.name, k.value) == (name, answer) for s in read if s not in told for k in s.names)
    if question.kind in ("predict-return", "predict-output") and shown.stopped_at == "question":
        called = re.search(r"calls `(\w+)", question.text)
        own = [s for s in read if s.kind != "call" and (called is None or s.function == called[1])]
        return any(answer in (step.value, *(k.value for k in step.names if k.changed)) for step in own)
    return question.kind == "expected-value" and any(step.depth == 0 and step.kind == "return" for step in read[-1:])


def test_the_same_steps_without_the_end_would_give_it_away() -> None:
    facts = facts_from(examples.program("average"), examples.tests("average"))
    whole = steps(facts, None)
    told = [q.kind for q in planner.candidates(facts) if gives_away(q, whole)]
    assert {"expected-value", "count", "value-at", "explain"} <= {*told}


def test_a_step_shows_the_line_and_what_the_function_knows() -> None:
    facts = facts_from(NESTED, OWN[0][2])
    shown = steps(facts, None)
    assert (shown.test, shown.call, shown.stopped_at) == ("test_rows", "row_totals([[1, 2], [3]])", "end")
    assert [picture(step) for step in shown.steps] == [
        "call 1 | *table=[[1, 2], [3]]",
        "line 2 | table=[[1, 2], [3]]",
        "line 3 | table=[[1, 2], [3]] *total=0",
        "line 4 3.1 | table=[[1, 2], [3]] total=0 *row=[1, 2]",
        "line 5 3.1 4.1 | table=[[1, 2], [3]] total=0 row=[1, 2] *number=1",
        "line 4 3.1 | table=[[1, 2], [3]] *total=1 row=[1, 2] number=1",
        "line 5 3.1 4.2 | table=[[1, 2], [3]] total=1 row=[1, 2] *number=2",
        "line 4 3.1 | table=[[1, 2], [3]] *total=3 row=[1, 2] number=2",
        "line 3 | table=[[1, 2], [3]] total=3 row=[1, 2] number=2",
        "line 4 3.2 | table=[[1, 2], [3]] total=3 *row=[3] number=2",
        "line 5 3.2 4.1 | table=[[1, 2], [3]] total=3 row=[3] *number=3",
        "line 4 3.2 | table=[[1, 2], [3]] *total=6 row=[3] number=3",
        "line 3 | table=[[1, 2], [3]] total=6 row=[3] number=3",
        "line 6 | table=[[1, 2], [3]] total=6 row=[3] number=3",
        "return 6 | table=[[1, 2], [3]] total=6 row=[3] number=3 -> 6",
    ]
    assert shown.steps[4].code == "total += number"


def picture(step: Step) -> str:
    """A step in one line."""
    passes = "".join(f" {each.line}.{each.number}" for each in step.passes)
    names = " ".join(f"{'*' * known.changed}{known.name}={known.value}" for known in step.names)
    return f"{step.kind} {step.line}{passes} | {names}" + (f" -> {step.value}" if step.value else "")


def test_a_function_that_is_called_is_deeper_and_has_names_of_its_own() -> None:
    facts = facts_from(HELPED, OWN[1][2])
    inner = [step for step in steps(facts, None).steps if step.function == "double"]
    assert {step.depth for step in inner} == {1}
    assert [[known.name for known in step.names] for step in inner[:3]] == [["n"], ["n"], ["n", "result"]]


def test_what_there_is_can_be_read_page_by_page() -> None:
    facts = facts_from(NESTED, OWN[0][2])
    whole = steps(facts, None).steps
    pages = [steps(facts, None, offset, 4) for offset in range(0, 16, 4)]
    assert tuple(step for page in pages for step in page.steps) == whole
    assert {page.total for page in pages} == {15}
    assert steps(facts, None, 99, 4).steps == ()
    assert steps(facts, None, -3, -1).steps == ()


def test_a_long_run_is_cut_and_says_so() -> None:
    facts = facts_from(ENDLESS, OWN[4][2])
    assert facts.trace is not None
    shown = steps(facts, None)
    assert (shown.total, shown.stopped_at) == (len(facts.trace.events), "limit")
    long = replace(facts, trace=replace(facts.trace, events=facts.trace.events * 6, complete=True))
    assert steps(long, None, MOST - 1).total == MOST
    assert steps(long, None).message == "The first 2000 steps can be seen, no more."


def test_without_a_failing_test_nothing_is_recorded() -> None:
    shown = steps(facts_from(HELPED, "def test_both():\n    assert both(1, 2) == 7\n"), None)
    assert (shown.steps, shown.total, shown.message) == ((), 0, "No failing run is recorded now.")


def test_a_question_of_an_unknown_kind_hides_the_lines_that_it_points_at() -> None:
    facts = facts_from(NESTED, OWN[0][2])
    question = Question("new:1", "new", 4, "?", Entry.TEXT, Oracle("", "run", ""), Place(5, 5), ())
    assert [step.line for step in steps(facts, question).steps] == [1, 2, 3, 4]
