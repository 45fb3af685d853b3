"""What happened between two states of a dialogue, and in a run; pure, like the tutor that it looks at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from gadfly_server.events.event import COURSE, Event, Kind, state_of, test_of
from gadfly_server.tutor import reading
from gadfly_server.tutor.notice import status

if TYPE_CHECKING:
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.turns import Dialogue, Turn

_KINDS = {"passed": Kind.SUCCESS, "hand-over": Kind.HAND_OVER}


def told(before: Dialogue, after: Dialogue) -> tuple[Event, ...]:
    """One event for each new turn, in order, and then what changed with them."""
    state = state_of(after.seen.text)
    turns = (_turn(turn, before, after) for turn in after.turns if turn.number > before.last)
    every = (*turns, *_changes(before, after))
    return tuple(replace(event, state=state) for event in every)


def ran(facts: Facts, turn: int) -> tuple[Event, ...]:
    """A run of the tests, after the turn with this number, and the program as it was then."""
    state = state_of(facts.text)
    now = status(facts)
    tests = tuple((test_of(test.id), test.outcome.value) for test in facts.tests)
    line = next((place.line for place in facts.syntax), 0)
    about = next((place.kind for place in facts.syntax), "")
    return (
        Event(Kind.SNAPSHOT, turn, state=state, text=facts.text),
        Event(Kind.RUN, turn, state=state, name=now, question=about, line=line, tests=tests),
    )


def found(findings: Sequence[tuple[str, int]], facts: Facts, turn: int) -> tuple[Event, ...]:
    """Questions of patterns that are shown now: the pattern and the 1-based line of each."""
    state = state_of(facts.text)
    return tuple(Event(Kind.FINDING, turn, state=state, name=rule, line=line) for rule, line in findings)


def used(model: str, tokens: int, dialogue: Dialogue) -> Event:
    """A model was asked to word a question."""
    state = state_of(dialogue.seen.text)
    return Event(Kind.MODEL, dialogue.last, dialogue.level, state, name=model, tokens=tokens)


def _turn(turn: Turn, before: Dialogue, after: Dialogue) -> Event:
    place = turn.points_at
    event = Event(
        Kind.REPLY,
        turn.number,
        turn.level,
        question=_kind_of(turn.question, before, after),
        name=turn.kind,
        mark=turn.marked or "",
        misconception=turn.misconception or _of_course(turn),
        line=place.line if place else 0,
        text=turn.text,
    )
    if turn.speaker == "student":
        wish = reading.request(turn.text) if turn.marked not in ("right", "wrong") else None
        return replace(event, kind=Kind.REQUEST if wish else Kind.ANSWER, name=wish or "")
    if turn.question and not turn.marked:
        return replace(event, kind=Kind.QUESTION, question=turn.kind, name="")
    if turn.kind == "luck":
        return replace(event, kind=Kind.LUCK if after.seen.failing else Kind.REPLY)
    return replace(event, kind=_KINDS.get(turn.kind, Kind.REPLY))


def _of_course(turn: Turn) -> str:
    """A misconception of the course, which a wrong answer to its question shows; the tutor does not reckon with it."""
    asked = turn.question or ""
    is_one = asked.startswith(COURSE) and not asked.removeprefix(COURSE).isdigit()
    return asked if is_one and turn.marked == "wrong" and turn.speaker == "student" else ""


def _kind_of(question: str | None, before: Dialogue, after: Dialogue) -> str:
    """The kind of a question by its id, as it was asked last."""
    if question is None:
        return ""
    asked = (turn for turn in reversed(after.turns) if turn.question == question and turn.speaker == "tutor")
    known = next((turn.kind for turn in asked if not turn.marked), "")
    open_now = before.question
    return known or (open_now.kind if open_now and open_now.id == question else "")


def _changes(before: Dialogue, after: Dialogue) -> Iterator[Event]:
    """Steps of the ladder, of understanding, and new hypotheses."""
    last, level = after.last, after.level
    if level > (before.level if before.bug == after.bug else 0):
        yield Event(Kind.LEVEL, last, level)
    known = before.understood if before.bug == after.bug else ()
    for understanding in after.understood:
        if understanding not in known:
            yield Event(Kind.INSIGHT, last, level, name=understanding)
    numbers = {each.number for each in before.hypotheses}
    for hypothesis in after.hypotheses:
        if hypothesis.number not in numbers:
            yield Event(Kind.HYPOTHESIS, last, level, line=hypothesis.line)
