"""What does this tiny program print? A misconception's own program, with other names; Python has run it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gadfly_analyzers.misconceptions import by_id
from gadfly_server.tutor import beliefs, ideas
from gadfly_server.tutor.question import Entry, Oracle, Question
from gadfly_server.tutor.remembered import EASY
from gadfly_server.tutor.words import THEN, code
from gadfly_server.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gadfly_analyzers.misconceptions.misconception import Misconception
    from gadfly_server.tutor.facts import Facts

KIND = "concept"
TOPIC = "concept"
FIRST = "first"  # the topic of an idea that is asked about right after the goal
MOST = 2  # of a run; those that an answer shows come besides
_ERROR = re.compile(r"[A-Z]\w*Error$")


def candidates(facts: Facts) -> Iterator[Question]:
    """Ask about the ideas that the program's text and its failing run speak for.

    Those that held on other programs too come early, and all of them where a student starts with easier questions.
    """
    again = beliefs.returning(facts)
    for misconception in [*dict.fromkeys((*again, *_spoken_for(facts)))][:MOST]:
        early = misconception in again or facts.start >= EASY
        yield about(misconception, FIRST if early else TOPIC)


def about(misconception: str, topic: str = TOPIC) -> Question:
    """The question about one misconception; it may stand for a moment in the midst of another topic."""
    return of(by_id(misconception), topic)


def of(known: Misconception, topic: str = TOPIC) -> Question:
    """The question about a misconception, of the catalogue or of a course."""
    right, believed = said(known.printed), said(known.believed)
    return Question(
        id=f"{KIND}:{known.id}",
        kind=KIND,
        level=3,
        text=_text(known),
        entry=Entry.CHOICE,
        oracle=Oracle(right, "catalogue", _evidence(right)),
        points_at=None,
        choices=tuple(sorted({right, believed, *_third(right, believed)}, key=lambda choice: (len(choice), choice))),
        topic=topic,
        insight=say("the small program"),
        beliefs=((believed, known.id),),
    )


def said(printed: str) -> str:
    """What a program prints, in one line of words."""
    lines = printed.strip("\n").split("\n")
    return say(THEN).join(say("an error: {name}", name=line) if _ERROR.match(line) else line for line in lines)


def _spoken_for(facts: Facts) -> list[str]:
    """Misconceptions that a pattern sees, then those that symptom and prediction both speak for, or a symptom alone.

    Neither knows all of the program: where that has no sign of an idea, such as ``range``, nobody is asked about it.
    """
    shown = beliefs.shown(facts)
    seen = beliefs.seen(facts)
    both = [prediction.misconception for prediction in facts.predictions if prediction.misconception in shown]
    alone = [*shown] if len(shown) == 1 else []
    return [each for each in dict.fromkeys((*seen, *both, *alone)) if ideas.is_about(each, facts.text)]


def _text(known: Misconception) -> str:
    program, typed = code(known.program.strip()), code(known.typed.strip())
    if known.typed:
        return say(
            "Here is another small program. Somebody types {typed}. What does it print?\n{program}",
            typed=typed,
            program=program,
        )
    return say("Here is another small program. What does it print?\n{program}", program=program)


def _evidence(right: str) -> str:
    return say("Python gives {value}.", value=code(right))


def _third(right: str, believed: str) -> tuple[str, ...]:
    return () if say("an error") in right + believed else (say("an error"),)
