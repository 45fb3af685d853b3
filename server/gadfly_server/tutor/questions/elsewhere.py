"""What do other tests want, and what does the program give where they agree? What can be asked before more is known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gadfly_server.tutor.questions import expected_value, predict_return
from gadfly_server.tutor.subject import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.question import Question

TOPIC = "other tests"
MOST, MOST_AGREEING = 3, 2


def candidates(facts: Facts) -> Iterator[Question]:
    """Ask what further failing tests want; only where the student would have to wait for anything else."""
    if facts.early:
        for about in others(facts):
            yield from (replace(each, topic=TOPIC) for each in expected_value.candidates(about))
        subject = subject_of(facts)
        agreeing = predict_return.agreeing(subject, facts, MOST_AGREEING) if subject else ()
        yield from (replace(each, level=1, points_at=None, topic=TOPIC) for each in agreeing)


def others(facts: Facts) -> tuple[Facts, ...]:
    """The facts about each further failing test, of which no run is recorded: those that run least come first."""
    return facts.once("others", lambda: tuple(_others(facts)))


def _others(facts: Facts) -> Iterator[Facts]:
    names = {facts.focus.name} if facts.focus else set()
    further = [test for test in facts.failing if test.name not in names]
    for test in sorted(further, key=lambda test: len(test.lines))[:MOST]:
        yield replace(
            facts, focus=test, trace=None, aside=None, predictions=(), divergence=None, direction=None, early=False
        )
