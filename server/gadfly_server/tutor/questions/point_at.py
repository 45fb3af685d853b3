"""Which line does it? Answered by pointing; trace and tree know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gadfly_analyzers.execution.results import ProblemKind
from gadfly_server.tutor.beliefs import LastLine, answers_at, texts
from gadfly_server.tutor.choices import line_choices
from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.subject import Subject, focus_call, running_of, short_name, subjects_of, where
from gadfly_server.tutor.understanding import prime_suspects
from gadfly_server.tutor.words import code
from gadfly_server.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.shape import Block, Routine, Step

KIND = "point-at"
_CUT = re.compile(r"did not end|stopped (after|when)")
_LEAVING = ("return_statement", "break_statement", "raise_statement")


def candidates(facts: Facts) -> Iterator[Question]:
    """Ask for the line that raised, gave back the result, or decides a loop."""
    yield from _while_loading(facts)
    yield from _raised(facts)
    for subject in subjects_of(facts):
        if subject.routine is None:
            continue
        yield from _gave_back(subject, subject.routine, facts)
        for loop in facts.shape.blocks:
            if loop.loops and subject.routine.line <= loop.line <= subject.routine.end_line:
                yield from _decides(loop, subject, facts)


def _while_loading(facts: Facts) -> Iterator[Question]:
    """Of a program that stops before any test can run: where."""
    for problem in facts.problems:
        if problem.kind is not ProblemKind.PROGRAM_DOES_NOT_LOAD or problem.line is None:
            continue
        if _CUT.search(problem.message):
            continue  # it did not stop there: it was stopped
        line = problem.line
        yield Question(
            id=f"{KIND}:loading:{facts.line(line).strip()}",
            kind=KIND,
            level=2,
            text=say("Python stops while it reads {program} in. On which line?", program=code(facts.program)),
            entry=Entry.LINE,
            oracle=Oracle(str(line), "run", say("In the run it was line {line}.", line=line)),
            points_at=None,
            choices=line_choices(line, _others(facts, None, line)),
            topic="goal",
            insight=say("where the program stops while it loads"),
        )


def _raised(facts: Facts) -> Iterator[Question]:
    test = facts.focus
    if test is None or test.raised is None or test.raised.line is None or test.raised.type == "RecursionError":
        return
    line, routine = test.raised.line, facts.shape.routine_at(test.raised.line)
    call = focus_call(test)
    which = where(call.text if call and call.literal else "", test)
    yield Question(
        id=f"{KIND}:raised:{line}:{test.name}",
        kind=KIND,
        level=2,
        text=say("On which line does the {error} come up {where}?", error=code(test.raised.type), where=which),
        entry=Entry.LINE,
        oracle=Oracle(str(line), "run", say("In the run it was line {line}.", line=line)),
        points_at=Place(routine.line, routine.end_line) if routine else None,
        choices=line_choices(line, _others(facts, routine, line)),
        topic="goal",
        insight=say("where the error comes up"),
        surprise=2,
    )


def _gave_back(subject: Subject, routine: Routine, facts: Facts) -> Iterator[Question]:
    if subject.run.returned is None or not subject.run.steps or len(set(routine.returns)) < 2:
        return
    last = subject.run.steps[-1].statement
    if last.kind != "return_statement":
        return
    beliefs = answers_at(facts, subject.run, LastLine(), str(last.line))
    others = [*map(int, texts(beliefs)), *routine.returns, *_others(facts, routine, last.line)]
    suspect = any(last.line <= each.line <= last.end_line for each in prime_suspects(facts))
    yield Question(
        id=f"{KIND}:return:{subject.where.name}",
        kind=KIND,
        level=2,
        text=say(
            "Which line of {function} gives back the result {where}?",
            function=code(short_name(routine.name)),
            where=subject.where,
        ),
        entry=Entry.LINE,
        oracle=Oracle(str(last.line), "trace", say("In the run it was line {line}.", line=last.line)),
        points_at=Place(routine.line, routine.end_line),
        choices=line_choices(last.line, others),
        topic="overview" if suspect else f"function:{routine.line}",
        insight=say("which line gives the result back"),
        surprise=1,
        beliefs=beliefs,
        tells=(running_of(last.line, facts.focus),) if facts.focus else (),
    )


def _decides(loop: Block, subject: Subject, facts: Facts) -> Iterator[Question]:
    if loop.body_line <= loop.header_end or "(" not in loop.header or not subject.reached(loop.line):
        return
    nested = facts.shape.loop_around(loop.line) is not None
    if nested or any(b.loops and b.line == loop.body_line for b in facts.shape.blocks):
        return
    if any(s.kind in _LEAVING and loop.body_line <= s.line <= loop.end_line for s in facts.shape.steps):
        return
    assert subject.routine is not None
    answer = str(loop.line) if loop.header_end == loop.line else f"{loop.line}-{loop.header_end}"
    yield Question(
        id=f"{KIND}:decides:{loop.line}",
        kind=KIND,
        level=2,
        text=say("Which line decides how often line {line} runs?", line=loop.body_line),
        entry=Entry.LINE,
        oracle=Oracle(answer, "tree", say("It is line {line}: the head of the loop.", line=loop.line)),
        points_at=Place(subject.routine.line, subject.routine.end_line),
        choices=line_choices(loop.line, _others(facts, subject.routine, loop.line)),
        topic=f"block:{loop.line}",
        insight=say("which line decides how often the loop runs"),
    )


def gets_first_value(step: Step, subject: Subject, facts: Facts) -> Iterator[Question]:
    """Ask where the names of a line in a loop had their values from as the loop began, if that is one line.

    The loop is the outermost below that line: one inside it begins again, and then with what the last time left.
    """
    around, routine = facts.shape.loops_around(step.line), subject.routine
    if not around or routine is None:
        return
    inside = facts.shape.lines_that_set
    for name in dict.fromkeys((*step.reads, *step.sets)):
        lines = inside(name, routine.line, around[0].line - 1)
        if len(lines) != 1 or not subject.reached(lines[0]):
            continue
        loop = next(each for each in reversed(around) if each.line > lines[0])
        if _may_be_left_out(lines[0], loop, facts):
            continue
        if not inside(name, loop.body_line, loop.end_line):
            continue
        yield Question(
            id=f"{KIND}:first:{name}:{loop.line}",
            kind=KIND,
            level=2,
            text=say(
                "Which line gives {name} its value before the loop on line {line} begins?",
                name=code(name),
                line=loop.line,
            ),
            entry=Entry.LINE,
            oracle=Oracle(str(lines[0]), "tree", say("In your program it is line {line}.", line=lines[0])),
            points_at=Place(routine.line, routine.end_line),
            choices=line_choices(lines[0], _others(facts, routine, lines[0])),
            insight=say("where {name} gets its first value", name=code(name)),
        )


def _may_be_left_out(line: int, loop: Block, facts: Facts) -> bool:
    """Whether a pass of a loop around both may come to an inner loop without this line before it."""
    outer, block = facts.shape.loop_around(line), facts.shape.block_around(line)
    return outer is not None and block is not None and block.line != outer.line and not block.holds(loop.line)


def _others(facts: Facts, routine: Routine | None, line: int) -> list[int]:
    first, last = (routine.line, routine.end_line) if routine else (1, len(facts.shape.lines))
    lines = [s.line for s in facts.shape.steps if first <= s.line <= last and s.line != line]
    return sorted(dict.fromkeys(lines), key=lambda other: (abs(other - line), other)) or [max(1, line - 1), line + 1]
