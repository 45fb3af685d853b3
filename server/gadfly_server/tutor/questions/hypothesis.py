"""Which name, where, with which value, would tell? The student says it, and the recorded run is the experiment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.tutor.choices import value_choices
from gadfly_server.tutor.experiment import CONFIRMED, try_out
from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.questions.value_at import is_short
from gadfly_server.tutor.subject import moment_of, subject_of
from gadfly_server.tutor.supposing import AFTER, LAST, Supposed
from gadfly_server.tutor.words import code
from gadfly_server.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_analyzers.values import Value
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.subject import Subject

KIND = TOPIC = "hypothesis"


def candidates(facts: Facts) -> Iterator[Question]:
    """Ask for one hypothesis about the run; who has none may pick among values of a name that a line set last."""
    subject = subject_of(facts)
    if subject is None or subject.routine is None or not subject.run.ended:
        return  # of a run that was cut, nobody knows what was last
    for name, line, value, event in _set_last(subject, facts):
        yield Question(
            id=f"{KIND}:{subject.where.name}",
            kind=KIND,
            level=2,
            text=say("What do you think: which name has which value on which line? The run will check it."),
            entry=Entry.TEXT,
            oracle=Oracle(
                _supposed(name, line, value.text),
                "trace",
                say("The run shows this: {supposed}.", supposed=code(_supposed(name, line, value.text))),
            ),
            points_at=Place(subject.routine.line, subject.routine.end_line),
            choices=tuple(_supposed(name, line, text) for text in value_choices(value.text)),
            topic=TOPIC,
            insight=say("what you supposed and the run checked"),
            tells=(moment_of(name, value, subject.run, event),),
        )
        return


def _set_last(subject: Subject, facts: Facts) -> Iterator[tuple[str, int, Value, int]]:
    """Names that lines gave a short value to, the latest line first; an experiment shows the same."""
    for step in reversed(subject.run.steps):
        if subject.run.raised is not None and step is subject.run.steps[-1]:
            continue  # it broke off before it gave a name anything
        line = step.statement.line
        for name in dict.fromkeys(name for s in facts.shape.steps if s.line == line for name in s.sets):
            found = subject.run.value_after(name, step)
            if step.statement.kind == "expression_statement" and found is not None and is_short(found.value):
                supposed = Supposed(name, line, found.value.text, LAST, AFTER)
                if try_out(supposed, facts).verdict == CONFIRMED:
                    yield name, line, found.value, found.event


def _supposed(name: str, line: int, value: str) -> str:
    return say("{name} is {value} after line {line} runs the last time", name=name, line=line, value=value)
