"""What does a function give back on the way? The trace knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_analyzers.predictions.prediction import Returned
from gadfly_server.tutor.beliefs import answers_at, texts
from gadfly_server.tutor.choices import value_choices
from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.subject import LONGEST, Subject, call_text, is_special, subject_of
from gadfly_server.tutor.words import code
from gadfly_server.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_server.tutor.facts import Facts

KIND = "predict-return"


def candidates(facts: Facts) -> Iterator[Question]:
    """Ask what the functions give back that the run called, each with its first short arguments."""
    subject = subject_of(facts)
    if subject is None:
        return
    yield from _on_the_way(subject, facts)
    yield from agreeing(subject, facts, 1)


def _on_the_way(subject: Subject, facts: Facts) -> Iterator[Question]:
    asked: set[str] = set()
    for run in subject.inside:
        if run.function in asked or run.returned is None or is_special(run):
            continue
        routine, text = facts.shape.routine(run.function), call_text(run)
        if routine is None or not text:
            continue
        gave = run.returned.value
        if not gave.literal or len(gave.text) > LONGEST or (run.function == subject.function and gave.text == "None"):
            continue
        asked.add(run.function)
        beliefs = answers_at(facts, run, Returned(), gave.text)
        given = [value.text for _, value in run.arguments if value.literal and len(value.text) <= LONGEST]
        yield Question(
            id=f"{KIND}:{text}",
            kind=KIND,
            level=2,
            text=say(
                "{where}, your program calls {call}. What does that give back?",
                where=_opening(str(subject.where)),
                call=code(text),
            ),
            entry=Entry.VALUE,
            oracle=Oracle(gave.text, "trace", say("In the run it gave back {value}.", value=code(gave.text))),
            points_at=Place(routine.line, routine.end_line),
            choices=value_choices(gave.text, [*texts(beliefs), *given]),
            topic="overview",
            insight=say("what {function} gives back", function=code(routine.name)),
            surprise=1,
            beliefs=beliefs,
        )


def agreeing(subject: Subject, facts: Facts, most: int) -> Iterator[Question]:
    """Calls of the same function in tests that agree: a run to compare with."""
    routine = subject.routine
    calls = [call for test in facts.passing for call in test.calls if call.function == subject.function]
    near = [c for c in calls if c.literal and len(c.text) <= LONGEST and c.returned and c.returned.literal]
    for call in sorted(near, key=lambda c: abs(len(c.text) - len(subject.call)))[:most]:
        assert call.returned is not None
        if routine is None or len(call.returned.text) > LONGEST:
            return
        yield Question(
            id=f"{KIND}:{call.text}",
            kind=KIND,
            level=2,
            text=say("Another test agrees. What does your program give for {call}?", call=code(call.text)),
            entry=Entry.VALUE,
            oracle=Oracle(
                call.returned.text, "run", say("In the run it gave {value}.", value=code(call.returned.text))
            ),
            points_at=Place(routine.line, routine.end_line),
            choices=value_choices(call.returned.text),
            topic="comparison",
            insight=say("the call that already gives what the test wants"),
        )


def _opening(where: str) -> str:
    """The words as a sentence begins with them."""
    return where[:1].upper() + where[1:]
