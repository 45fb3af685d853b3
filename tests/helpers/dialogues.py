"""Play dialogues: with right answers, with wrong ones, or with words."""

from __future__ import annotations

from collections.abc import Callable

from gadfly_server.tutor.dialogue import answer, begin
from gadfly_server.tutor.facts import Facts
from gadfly_server.tutor.question import Question
from gadfly_server.tutor.turns import Dialogue, Turn

Answering = Callable[[Question], str]
MOST_ANSWERS = 60


def right(question: Question) -> str:
    """The right answer, as a student would type it."""
    return question.oracle.answer.partition("-")[0] if question.entry.value == "line" else question.oracle.answer


def wrong(question: Question) -> str:
    """A choice that is not right."""
    return next(choice for choice in question.choices if choice != right(question))


def play(facts: Facts, answering: Answering, *, start: Dialogue | None = None) -> Dialogue:
    """The whole dialogue, until no question is open."""
    dialogue = start or begin(facts)
    for _ in range(MOST_ANSWERS):
        if dialogue.question is None:
            return dialogue
        dialogue = answer(dialogue, facts, answering(dialogue.question))
    if dialogue.question is None:
        return dialogue
    raise AssertionError("the dialogue does not come to an end")


def texts(dialogue: Dialogue) -> list[str]:
    """What was said, one line a turn, the student's with a sign before it."""
    return [("" if turn.speaker == "tutor" else "> ") + turn.text for turn in dialogue.turns]


def tutor_turns(dialogue: Dialogue) -> list[Turn]:
    """What the tutor said."""
    return [turn for turn in dialogue.turns if turn.speaker == "tutor"]
