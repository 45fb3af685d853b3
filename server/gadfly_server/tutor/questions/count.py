"""How many times does something run? The trace knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gadfly_analyzers.predictions.prediction import Passes
from gadfly_analyzers.python_text import literal_of
from gadfly_server.tutor.beliefs import LinesReached, answers_at, texts
from gadfly_server.tutor.choices import count_choices
from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.subject import Subject, is_special, short_name, subjects_of
from gadfly_server.tutor.symptom import is_endless
from gadfly_server.tutor.words import code
from gadfly_server.wording import later, say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.shape import Block

KIND = "count"
MOST_PASSES = 12  # more than that nobody counts in the head
_DEPENDS = re.compile(r"\b(?:if|and|or)\b")
_PASSES = later("How many times does the body of the loop on line {line} run {where}?")
_IN_ALL = later("How many times in all does the body of the loop on line {line} run {where}?")


def candidates(facts: Facts) -> Iterator[Question]:
    """Ask how often loops run, how many ``return`` lines ran where nothing was given back, and how many end calls."""
    for subject in subjects_of(facts):
        if subject.recursive and facts.focus and is_endless(facts.focus):
            yield from _ends(facts, subject)
        if subject.run.ended and not subject.recursive:
            yield from _loops(facts, subject)
        if not subject.run.ended:
            yield from _setters(facts, subject)
        if not _looks_elsewhere(facts, subject):
            yield from _returns(facts, subject)


def _loops(facts: Facts, subject: Subject) -> Iterator[Question]:
    for loop in facts.shape.blocks:
        if not loop.loops or not _inside(loop, subject):
            continue
        ran = subject.run.passes(loop.line)
        if ran is None or not subject.reached(loop.line):
            continue
        passes = len(ran)
        if passes > MOST_PASSES or (passes and _is_plain(loop) and passes in sizes(subject)):
            continue  # too many to count in the head, or as many as one can see
        inner = facts.shape.loop_around(loop.line)
        yield loop_question(loop, subject, facts, passes, inner=bool(inner and _inside(inner, subject)))


def loop_question(loop: Block, subject: Subject, facts: Facts, passes: int, *, inner: bool = False) -> Question:
    """Ask how often the body of a loop runs; of a loop inside another, how often in all."""
    natural = list(sizes(subject))
    beliefs = answers_at(facts, subject.run, Passes(loop.line), str(passes))
    return Question(
        id=f"{KIND}:{loop.line}:{subject.where.name}",
        kind=KIND,
        level=2,
        text=say(_IN_ALL if inner else _PASSES, line=loop.line, where=subject.where),
        entry=Entry.NUMBER,
        oracle=Oracle(str(passes), "trace", in_the_run(passes)),
        points_at=Place(loop.line, loop.end_line),
        choices=count_choices(passes, (*map(int, texts(beliefs)), *natural)),
        topic=f"block:{loop.line}",
        insight=say("how often the loop runs"),
        surprise=1 if inner else _surprise(loop, passes, natural),
        beliefs=beliefs,
    )


def _inside(block: Block, subject: Subject) -> bool:
    routine = subject.routine
    return routine is not None and routine.line <= block.line <= routine.end_line


def sizes(subject: Subject) -> Iterator[int]:
    """How often a reader would guess that a loop over the arguments runs."""
    for _, value in subject.run.arguments:
        if not value.literal:
            continue
        read = literal_of(value.text)
        if isinstance(read, (list, tuple, str, dict, set)):
            yield len(read)
        elif isinstance(read, int) and not isinstance(read, bool) and 0 <= read <= MOST_PASSES:
            yield read


def _is_plain(loop: Block) -> bool:
    return loop.kind == "for" and "(" not in loop.header


def _surprise(loop: Block, passes: int, natural: list[int]) -> int:
    if passes == 0:
        return 3
    if loop.kind == "while":
        return 1 + (natural != [] and passes not in natural)
    return 2 if natural and passes not in natural else 1


def _setters(facts: Facts, subject: Subject) -> Iterator[Question]:
    """Of an endless loop: how many of its lines give a name in its head a new value."""
    loops = [b for b in facts.shape.blocks if b.kind == "while" and _inside(b, subject) and subject.run.passes(b.line)]
    for loop in loops:
        known = [n for n in loop.names if subject.run.value_before(n, subject.run.indices[-1]) is not None]
        set_inside = [n for n in known if facts.shape.lines_that_set(n, loop.body_line, loop.end_line)]
        for name in (set_inside or known)[:1]:
            lines = facts.shape.lines_that_set(name, loop.body_line, loop.end_line)
            yield Question(
                id=f"{KIND}:set:{loop.line}:{name}",
                kind=KIND,
                level=2,
                text=say(
                    "How many lines inside the loop on line {line} give {name} a new value?",
                    line=loop.line,
                    name=code(name),
                ),
                entry=Entry.NUMBER,
                oracle=Oracle(
                    str(len(lines)),
                    "tree",
                    say_count("In your program it is {number}.", "In your program it is {number}.", len(lines)),
                ),
                points_at=Place(loop.line, loop.end_line),
                choices=count_choices(len(lines), (0, 1, 2)),
                topic=f"block:{loop.line}",
                insight=say("where {name} gets a new value", name=code(name)),
                surprise=2 if not lines else 0,
            )


def _ends(facts: Facts, subject: Subject) -> Iterator[Question]:
    """Of a function that calls itself without end: how many of its ``return`` lines can do without another call."""
    routine = subject.routine
    if routine is None:
        return
    name = routine.name.rpartition(".")[2]
    own = [step for step in facts.shape.steps if routine.line <= step.line <= routine.end_line]
    returns = [step for step in own if step.kind == "return_statement" and step.line in routine.returns]
    again = [step for step in returns if name in step.words]
    if not again or any(_DEPENDS.search(step.text) for step in again) or any(s.text == "return" for s in returns):
        return  # such a line may do with or without a call, or gives nothing back
    made = {each.name.rpartition(".")[2] for each in facts.shape.routines}
    if any(not made.isdisjoint(step.words) for step in own if step not in again):
        return  # what a line gives back may come from a call that another line makes
    ends = len(returns) - len(again)
    yield Question(
        id=f"{KIND}:ends:{routine.name}",
        kind=KIND,
        level=2,
        text=say(
            "How many lines of {function} give back a value that needs no other call of {function}?",
            function=code(short_name(routine.name)),
        ),
        entry=Entry.NUMBER,
        oracle=Oracle(
            str(ends), "tree", say_count("In your program it is {number}.", "In your program it is {number}.", ends)
        ),
        points_at=Place(routine.line, routine.end_line),
        choices=count_choices(ends, (0, 1, 2)),
        topic=f"function:{routine.line}",
        insight=say("where the calls come to an end"),
        surprise=0 if ends else 3,
    )


def _looks_elsewhere(facts: Facts, subject: Subject) -> bool:
    """Whether the test looks at something else than what a function without ``return`` gives back."""
    compared = facts.focus.comparison if facts.focus else None
    elsewhere = compared is not None and compared.actual.text != "None"
    return subject.module or (elsewhere and subject.routine is not None and not subject.routine.returns)


def _returns(facts: Facts, subject: Subject) -> Iterator[Question]:
    run, routine = subject.run, subject.routine
    if (
        is_special(run)
        or routine is None
        or routine.yields
        or not routine.returns  # then the word alone would tell too much
        or run.returned is None
        or run.returned.value.text != "None"
        or subject.recursive
    ):
        return
    lines = tuple(dict.fromkeys(routine.returns))
    ran = sum(1 for number in lines if subject.reached(number))
    beliefs = answers_at(facts, run, LinesReached(lines), str(ran))
    yield Question(
        id=f"{KIND}:return:{subject.where.name}",
        kind=KIND,
        level=2,
        text=say(
            "How many `return` lines of {function} run {where}?",
            function=code(short_name(routine.name)),
            where=subject.where,
        ),
        entry=Entry.NUMBER,
        oracle=Oracle(str(ran), "trace", in_the_run(ran)),
        points_at=Place(routine.line, routine.end_line),
        choices=count_choices(ran, (*map(int, texts(beliefs)), 1)),
        topic="overview",
        insight=say("what the function gives back"),
        surprise=3 if ran == 0 else 0,
        beliefs=beliefs,
    )


def in_the_run(number: int) -> str:
    return say_count("In the run it was {number}.", "In the run it was {number}.", number)
