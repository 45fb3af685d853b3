"""After which pass does a name go wrong? The place where the run departs from what it would have to be knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_server.tutor.choices import MOST
from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.questions.count import MOST_PASSES
from gadfly_server.tutor.subject import Subject, subjects_of
from gadfly_server.tutor.words import code
from gadfly_server.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_analyzers.trace.divergence import Divergence
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.shape import Block

KIND = "first-wrong"
FEWEST_PASSES = 2


def candidates(facts: Facts) -> Iterator[Question]:
    """Ask it of a name that a loop carries on, where only one statement can be at fault, for one bug."""
    departed = facts.divergence
    first = next(iter(facts.suspects), None)
    certain = first is not None and first.certain and first.sole and not any(each.bug for each in facts.suspects)
    if departed is None or departed.name is None or not certain:
        return
    for subject in subjects_of(facts):
        loop = facts.shape.loop_around(departed.line) if subject.run.frame == departed.frame else None
        if loop is None or subject.recursive or facts.shape.loop_around(loop.line) is not None:
            continue
        number = _pass_of(departed, departed.name, loop, subject, facts)
        if number:
            yield _question(departed.name, loop, subject, number)


def _question(name: str, loop: Block, subject: Subject, number: int) -> Question:
    passes = len(subject.run.passes(loop.line) or ())
    return Question(
        id=f"{KIND}:{name}:{loop.line}:{subject.where.name}",
        kind=KIND,
        level=2,
        text=say(
            "After which pass of the loop on line {line} does {name} go wrong {where}?",
            line=loop.line,
            name=code(name),
            where=subject.where,
        ),
        entry=Entry.NUMBER,
        oracle=Oracle(str(number), "divergence", say("The first such pass is {number}.", number=number)),
        points_at=Place(loop.line, loop.end_line),
        choices=_passes_near(number, passes),
        topic=f"block:{loop.line}",
        insight=say("when {name} goes wrong", name=code(name)),
        surprise=2,
    )


def _passes_near(number: int, passes: int) -> tuple[str, ...]:
    nearest = sorted(range(1, passes + 1), key=lambda other: (abs(other - number), other))
    return tuple(str(each) for each in sorted(nearest[:MOST]))


def _pass_of(departed: Divergence, name: str, loop: Block, subject: Subject, facts: Facts) -> int:
    """The pass in which a line of the loop gave the name a value that stays until the pass ends; 0 for none."""
    run, passes = subject.run, subject.run.passes(loop.line) or ()
    ran = run.runs_of(departed.line) or ()
    if not FEWEST_PASSES <= len(passes) <= MOST_PASSES or departed.earlier >= len(ran) or name in loop.targets:
        return 0
    start = ran[departed.earlier].start
    number = sum(each.start <= start for each in passes)
    end = run.value_after_pass(name, loop.line, number)
    setting = [s for s in run.steps if end and start < s.start < end.event and _sets(facts, s.statement.line, name)]
    here = _sets(facts, departed.line, name)
    return number if here and end is not None and not setting else 0


def _sets(facts: Facts, line: int, name: str) -> bool:
    return bool(facts.shape.lines_that_set(name, line, line))
