"""Level 5: the same idea in another program, which is right, with a question of why it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gadfly_analyzers.misconceptions import by_id
from gadfly_server.tutor import beliefs
from gadfly_server.tutor.question import Entry, Oracle, Question
from gadfly_server.tutor.words import code
from gadfly_server.wording import say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from gadfly_analyzers.misconceptions.misconception import Misconception
    from gadfly_server.tutor.facts import Facts


@dataclass(frozen=True, slots=True)
class Analogue:
    """A worked example of the idea that a misconception misses, a question about it, and its lines to put in order."""

    misconception: str
    text: str
    ask: Question
    parsons: Question | None = None


def analogues(facts: Facts, held: Collection[str] = ()) -> tuple[Analogue, ...]:
    """All examples that may fit what is missed, the likeliest first; ``held`` are beliefs that answers showed."""
    return tuple(_analogue(by_id(each)) for each in _likely(facts, held))


def _likely(facts: Facts, held: Collection[str]) -> Iterator[str]:
    predicted = (each.misconception for each in facts.predictions)
    yield from dict.fromkeys((*sorted(held), *beliefs.seen(facts), *sorted(beliefs.shown(facts)), *predicted))


def _analogue(known: Misconception) -> Analogue:
    text = say("Another program, for a moment:\n{program}", program=code(known.program.strip()))
    return Analogue(known.id, text, _ask(known))


def _ask(known: Misconception) -> Question:
    return Question(
        id=f"analogue:{known.id}",
        kind="self-explain",
        level=5,
        text=say("Which of these is true of Python?"),
        entry=Entry.CHOICE,
        oracle=Oracle(known.python, "catalogue", known.python),
        points_at=None,
        choices=tuple(sorted((known.python, known.believes), key=lambda choice: (len(choice), choice))),
        topic="analogue",
        insight=say("the small program"),
        beliefs=((known.believes, known.id),),
    )
