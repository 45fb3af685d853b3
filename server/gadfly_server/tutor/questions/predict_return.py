"""What does a function give back on the way? The trace knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.tutor.choices import value_choices
from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.subject import LONGEST, subject_of
from gadfly_server.tutor.words import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_server.tutor.activation import Activation
    from gadfly_server.tutor.facts import Facts

KIND = "predict-return"


def candidates(facts: Facts) -> Iterator[Question]:
    """Ask what the functions give back that the run called, each with its first short arguments."""
    subject = subject_of(facts)
    if subject is None:
        return
    asked: set[str] = set()
    for run in subject.inside:
        routine = facts.shape.routine(run.function)
        text = call_text(run)
        if routine is None or not text or run.function in asked or not run.returned or not run.returned.literal:
            continue
        if len(run.returned.text) > LONGEST or (run.function == subject.function and run.returned.text == "None"):
            continue
        asked.add(run.function)
        yield Question(
            id=f"{KIND}:{text}",
            kind=KIND,
            level=2,
            text=f"{_way(subject.where)} your program calls {code(text)}. What does that give back?",
            entry=Entry.VALUE,
            oracle=Oracle(run.returned.text, "trace", f"In the run it gave back {code(run.returned.text)}."),
            points_at=Place(routine.line, routine.end_line),
            choices=value_choices(run.returned.text, [v.text for _, v in run.arguments if len(v.text) <= LONGEST]),
            topic=f"function:{routine.line}",
            insight=f"what {code(routine.name)} gives back",
            surprise=1,
        )


def call_text(run: Activation) -> str:
    """The call as one would type it; empty where arguments are long or no literals."""
    arguments = [value for name, value in run.arguments if name != "self"]
    if not all(value.literal for value in arguments):
        return ""
    text = f"{run.function.rpartition('.')[2]}({', '.join(value.text for value in arguments)})"
    return text if len(text) <= LONGEST else ""


def _way(where: str) -> str:
    return where[:1].upper() + where[1:] + ","
