"""Is this `if` taken? The trace knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_analyzers.predictions.prediction import Taken, TimesTaken
from gadfly_server.tutor.beliefs import answers_at, spoken_for, texts
from gadfly_server.tutor.choices import agreement, count_choices, yes_or_no
from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.subject import Subject, subjects_of
from gadfly_server.tutor.words import code
from gadfly_server.wording import later, phrase, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.shape import Block

KIND = "branch"
MOST_TIMES = 12
LAST_OF_A_CHAIN = 3
_FEW_TIMES = (
    later("In the run it was never taken."),
    later("In the run it was taken once."),
    later("In the run it was taken twice."),
)


def candidates(facts: Facts) -> Iterator[Question]:
    """Ask of each condition that the run came to whether, or how often, it was met."""
    for subject in subjects_of(facts):
        yield from _in(subject, facts)


def _in(subject: Subject, facts: Facts) -> Iterator[Question]:
    routine = subject.routine
    if routine is None:
        return
    chains: dict[int, list[Block]] = {}
    for block in facts.shape.blocks:
        if not block.loops and routine.line <= block.line <= routine.end_line:
            chains.setdefault(block.chain, []).append(block)
    for chain in chains.values():
        yield from _in_chain(chain, subject, facts)


def _in_chain(chain: list[Block], subject: Subject, facts: Facts) -> Iterator[Question]:
    """Of an ``if`` with many parts, the last few that were asked: the others were left behind for sure."""
    answers = [(block, tuple(answer.value for answer in subject.run.branches(block.line) or ())) for block in chain]
    asked = [(block, taken) for block, taken in answers if taken]
    for block, taken in asked[-LAST_OF_A_CHAIN:]:
        if len(taken) == 1 and not facts.shape.loop_around(block.line):
            yield _once(block, subject, taken[0], facts)
        elif taken and len(taken) <= MOST_TIMES and subject.run.ended and not subject.recursive:
            yield _often(block, subject, taken, facts)


def _once(block: Block, subject: Subject, taken: bool, facts: Facts) -> Question:
    itself = phrase("in the call {call} itself", call=code(subject.call))
    which = itself if subject.recursive and subject.call else subject.where
    answer, branch = yes_or_no(taken), code(block.kind)
    return Question(
        id=f"{KIND}:{block.line}:{subject.where.name}",
        kind=KIND,
        level=2,
        text=say("Is the {branch} on line {line} taken {where}?", branch=branch, line=block.line, where=which),
        entry=Entry.CHOICE,
        oracle=Oracle(
            answer, "trace", say("In the run it was taken.") if taken else say("In the run it was not taken.")
        ),
        points_at=Place(block.line, block.end_line),
        choices=agreement(),
        topic=f"block:{block.chain}",
        insight=say("whether the {branch} is taken", branch=branch),
        surprise=0 if taken else 1,
        beliefs=spoken_for(facts, answers_at(facts, subject.run, Taken(block.line), answer)),
    )


def _often(block: Block, subject: Subject, taken: tuple[bool, ...], facts: Facts) -> Question:
    number, branch = sum(taken), code(block.kind)
    beliefs = answers_at(facts, subject.run, TimesTaken(block.line), str(number))
    return Question(
        id=f"{KIND}:{block.line}:{subject.where.name}",
        kind=KIND,
        level=2,
        text=say(
            "How many times is the {branch} on line {line} taken {where}?",
            branch=branch,
            line=block.line,
            where=subject.where,
        ),
        entry=Entry.NUMBER,
        oracle=Oracle(str(number), "trace", _taken(number)),
        points_at=Place(block.line, block.end_line),
        choices=count_choices(number, (*map(int, texts(beliefs)), len(taken))),
        topic=f"block:{block.chain}",
        insight=say("how often the {branch} is taken", branch=branch),
        surprise=2 if number == 0 else 1,
        beliefs=beliefs,
    )


def _taken(number: int) -> str:
    if number <= 2:
        return say(_FEW_TIMES[number])
    return say("In the run it was taken {number} times.", number=number)
