"""After the tests agree: one question that carries the idea to another program, and a goodbye."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gadfly_server.tutor.questions import concept
from gadfly_server.wording import say

if TYPE_CHECKING:
    from gadfly_server.tutor.question import Question
    from gadfly_server.tutor.turns import Dialogue

KIND = "transfer"


def transfer(before: Dialogue) -> Question | None:
    """The idea behind the bug that was just repaired, in a program that was not shown yet."""
    asked = {id_ for id_, _ in before.known}
    ideas = [turn.misconception for turn in reversed(before.of_bug) if turn.misconception]
    for misconception in dict.fromkeys((*ideas, *([before.idea] if before.idea else ()))):
        question = concept.about(misconception)
        if question.id not in asked:
            text = say("One more, if you like. {question}", question=question.text)
            return replace(question, kind=KIND, text=text)
    return None


def goodbye() -> str:
    """The last word about a program whose tests agree."""
    return say("That was all from me. Until the next program!")
