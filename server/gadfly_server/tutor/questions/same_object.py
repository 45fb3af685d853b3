"""Do two names stand for one and the same list here? The trace knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.tutor.beliefs import SameObject, answers_at
from gadfly_server.tutor.choices import agreement, yes_or_no
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
_THE_SAME = {"list": later("the same list"), "dict": later("the same dictionary"), "set": later("the same set")}
_THE_SAME_OBJECT = later("the same object")
_WERE, _WERE_NOT = later("In the run they were {the_same}."), later("In the run they were not {the_same}.")


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
            yield _question((first, second), same, step, _the_same(first, end, subject), subject, facts)


def _question(  # noqa: PLR0913, PLR0917 - what the words need
    names: tuple[str, str], same: bool, step: Step, the_same: str, subject: Subject, facts: Facts
) -> Question:
    answer, first, second = yes_or_no(same), code(names[0]), code(names[1])
    block, routine = facts.shape.block_around(step.line), subject.routine
    point = SameObject(*names, step.line)
    return Question(
        id=f"{KIND}:{names[0]}:{names[1]}:{step.line}:{subject.where.name}",
        kind=KIND,
        level=2,
        text=say(
            "Right after line {line}, are {first} and {second} one and {the_same} {where}?",
            line=step.line,
            first=first,
            second=second,
            the_same=the_same,
            where=subject.where,
        ),
        entry=Entry.CHOICE,
        oracle=Oracle(answer, "trace", say(_WERE if same else _WERE_NOT, the_same=the_same)),
        points_at=Place(step.line, step.end_line),
        choices=agreement(),
        topic=f"block:{block.chain}" if block else f"function:{routine.line if routine else 0}",
        insight=say("whether {first} and {second} are {the_same}", first=first, second=second, the_same=the_same),
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


def _the_same(name: str, event: int, subject: Subject) -> str:
    value = subject.run.value_before(name, event)
    if name.endswith("]"):
        return say("the same row")
    return say(_THE_SAME.get(value.type if value else "", _THE_SAME_OBJECT))
