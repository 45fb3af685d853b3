"""Are two names one list here, or two? The trace knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.tutor.beliefs import Objects, answers_at
from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.reading import literal
from gadfly_server.tutor.subject import Subject, subjects_of
from gadfly_server.tutor.words import code
from gadfly_server.wording import later, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.shape import Step

KIND = "same-object"
_ROWS = later("How many different rows are {first} and {second} right after line {line} {where}?")
_OBJECTS = later("How many different objects are {first} and {second} right after line {line} {where}?")
_ASKED = {
    "list": later("How many different lists are {first} and {second} right after line {line} {where}?"),
    "dict": later("How many different dictionaries are {first} and {second} right after line {line} {where}?"),
    "set": later("How many different sets are {first} and {second} right after line {line} {where}?"),
}
_ONE, _TWO = (
    later("In the run it was 1: both names stand for the same thing."),
    later("In the run it was 2: each name stands for a thing of its own."),
)


def candidates(facts: Facts) -> Iterator[Question]:
    """Ask it of names that look alike after a line that sets one of them, if one of them looks otherwise later."""
    for subject in subjects_of(facts):
        routine = subject.routine
        if routine is None:
            continue
        for step in facts.shape.steps:
            ran = subject.run.runs_of(step.line) if step.sets and routine.line <= step.line <= routine.end_line else ()
            if step.kind == "expression_statement" and ran and ran[0].end is not None:
                yield from _after(step, ran[0].end, subject, facts)


def _after(step: Step, end: int, subject: Subject, facts: Facts) -> Iterator[Question]:
    owner = step.sets[0]
    rows = (f"{owner}[0]", f"{owner}[1]")
    for first, second in [*((owner, other) for other in step.reads if other != owner), rows]:
        same = subject.run.same_object(first, second, end)
        if same is None or not _looks_alike(first, second, end, subject):
            continue
        if _is_altered(first, end, subject) or _is_altered(second, end, subject):
            yield _question((first, second), same, step, _asked(first, end, subject), subject, facts)


def _question(  # noqa: PLR0913, PLR0917 - what the words need
    names: tuple[str, str], same: bool, step: Step, asked: str, subject: Subject, facts: Facts
) -> Question:
    answer, first, second = "1" if same else "2", code(names[0]), code(names[1])
    block, routine = facts.shape.block_around(step.line), subject.routine
    point = Objects(*names, step.line)
    return Question(
        id=f"{KIND}:{names[0]}:{names[1]}:{step.line}:{subject.where.name}",
        kind=KIND,
        level=2,
        text=say(asked, line=step.line, first=first, second=second, where=subject.where),
        entry=Entry.NUMBER,
        oracle=Oracle(answer, "trace", say(_ONE if same else _TWO)),
        points_at=Place(step.line, step.end_line),
        choices=("1", "2"),
        topic=f"block:{block.chain}" if block else f"function:{routine.line if routine else 0}",
        insight=say("what {first} and {second} stand for", first=first, second=second),
        surprise=3 if same else 1,
        beliefs=answers_at(facts, subject.run, point, answer),
    )


def _looks_alike(first: str, second: str, event: int, subject: Subject) -> bool:
    """Whether two names, or the first two rows of a list, show the same value."""
    values = [subject.run.value_before(name, event) for name in (first, second)]
    if first.endswith("]"):
        owner = subject.run.value_before(first.partition("[")[0], event)
        read = literal(owner.text) if owner else None
        return read is not None and read.value[0] == read.value[1]
    return values[0] is not None and values[0] == values[1]


def _is_altered(name: str, event: int, subject: Subject) -> bool:
    """Whether a name shows another value at the end of the run than at an event."""
    owner = name.partition("[")[0]
    before, after = (subject.run.value_before(owner, at) for at in (event, subject.run.indices[-1]))
    return before is not None and after is not None and before.text != after.text


def _asked(name: str, event: int, subject: Subject) -> str:
    if name.endswith("]"):
        return _ROWS
    value = subject.run.value_before(name, event)
    return _ASKED.get(value.type if value else "", _OBJECTS)
