"""Does this line run? Does this call come to an end? The run knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_analyzers.predictions.prediction import Reached
from gadfly_server.tutor.beliefs import answers_at, spoken_for
from gadfly_server.tutor.choices import agreement, yes_or_no
from gadfly_server.tutor.outcomes import outcome
from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.subject import focus_call, running_of, subject_of
from gadfly_server.tutor.symptom import is_endless
from gadfly_server.tutor.words import code
from gadfly_server.wording import later, phrase, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_analyzers.execution.results import TestResult
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.shape import Routine, Step

KIND = "reached"
_TELLING = {"return_statement", "raise_statement", "break_statement", "continue_statement", "expression_statement"}


def candidates(facts: Facts) -> Iterator[Question]:
    """Ask whether an endless call ends, and whether lines run that a reader may take for granted."""
    test = facts.focus
    if test is None:
        return
    if is_endless(test):
        yield _ends(facts, test)
    routine = _routine(facts)
    if routine is None:
        return
    steps = [s for s in facts.shape.steps if routine.line < s.line <= routine.end_line and s.kind in _TELLING]
    if subject_of(facts):  # counts and branches ask about what stands in a block
        steps = [s for s in steps if not facts.shape.block_around(s.line)]
    for step in [s for s in steps if s.line not in test.lines][:1]:
        yield line_runs(facts, test, step, ran=False)
    last = [s for s in steps if s.kind == "return_statement" and s.line in test.lines]
    if last and not subject_of(facts):
        yield line_runs(facts, test, last[-1], ran=True)


def _routine(facts: Facts) -> Routine | None:
    subject = subject_of(facts)
    if subject:
        return subject.routine
    assert facts.focus is not None
    ran = [r for r in facts.shape.routines if any(r.line < n <= r.end_line for n in facts.focus.lines)]
    return ran[-1] if ran else None


def line_runs(facts: Facts, test: TestResult, step: Step, *, ran: bool) -> Question:
    """Ask whether a line runs in a test, which is known."""
    subject, answer = subject_of(facts), yes_or_no(ran)
    block, routine = facts.shape.block_around(step.line), facts.shape.routine_at(step.line)
    topic = f"block:{block.chain}" if block else f"function:{routine.line if routine else 0}"
    which = subject.where if subject and _alone(test) else phrase("in {test}", test=code(test.name))
    reached, passed_by = (
        later("In the run, line {line} was reached."),
        later("In the run, line {line} was not reached."),
    )
    return Question(
        id=f"{KIND}:{step.line}:{test.name}",
        kind=KIND,
        level=2,
        text=say("Does line {line} run {where}?", line=step.line, where=which),
        entry=Entry.CHOICE,
        oracle=Oracle(answer, "coverage", say(reached if ran else passed_by, line=step.line)),
        points_at=Place(step.line, step.end_line),
        choices=agreement(),
        topic=topic,
        insight=say("which lines run {where}", where=subject.where) if subject else say("which lines run"),
        surprise=0 if ran else 1,
        beliefs=spoken_for(facts, answers_at(facts, subject.run, Reached(step.line), answer)) if subject else (),
        moment=running_of(step.line, test),
    )


def _alone(test: TestResult) -> bool:
    """Whether the test made one call only, so that its lines are that call's lines."""
    return len(test.calls) == 1


def _ends(facts: Facts, test: TestResult) -> Question:
    call = focus_call(test)
    known = call.text if call and call.literal else ""
    by_call, by_test = (
        later("Does {call} come to an end by itself?"),
        later("Does the call in {test} come to an end by itself?"),
    )
    routine = facts.shape.routine(call.function) if call else None
    return Question(
        id=f"{KIND}:end:{test.name}",
        kind=KIND,
        level=2,
        text=say(by_call, call=code(known)) if known else say(by_test, test=code(test.name)),
        entry=Entry.CHOICE,
        oracle=Oracle(yes_or_no(False), "run", _not_ended(test)),
        points_at=Place(routine.line, routine.end_line) if routine else None,
        choices=agreement(),
        topic="goal",
        insight=say("whether the call comes to an end"),
        surprise=3,
    )


def _not_ended(test: TestResult) -> str:
    if test.stop:
        return say("The run did not end by itself: it was {stopped}.", stopped=outcome(test.stop.reason))
    return say("The run did not end by itself: Python stopped it in a very deep call.")
