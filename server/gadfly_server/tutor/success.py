"""After the tests agree: a question that carries the idea to another program, the alarm of luck, and a goodbye."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gadfly_server.tutor.barred import may_ask
from gadfly_server.tutor.questions import concept
from gadfly_server.tutor.turns import tell
from gadfly_server.wording import say

if TYPE_CHECKING:
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.question import Question
    from gadfly_server.tutor.turns import Dialogue

KIND = "transfer"


def transfer(before: Dialogue, facts: Facts) -> Question | None:
    """The idea behind the bug that was just repaired, in a program that was not shown yet."""
    asked = {id_ for id_, _ in before.known}
    ideas = [turn.misconception for turn in reversed(before.of_bug) if turn.misconception]
    for misconception in dict.fromkeys((*ideas, *([before.idea] if before.idea else ()))):
        question = concept.about(misconception)
        if question.id not in asked and may_ask(question, facts):
            text = say("One more, if you like. {question}", question=question.text)
            return replace(question, kind=KIND, text=text)
    return None


def goodbye() -> str:
    """The last word about a program whose tests agree."""
    return say("That is all from me. See you at the next program!")


def doubt(dialogue: Dialogue, facts: Facts) -> Dialogue:
    """Say that tests agree by luck, and once they do no longer; what is open stays open."""
    same = dialogue.seen.text == facts.text
    current = dialogue if same else replace(dialogue, seen=replace(dialogue.seen, text=facts.text))
    doubted = None if facts.lucky is None else tuple(("lucky", str(line)) for line in facts.lucky)
    before = dialogue.seen.failing
    if doubted is None or doubted == before:
        return current
    settled = replace(current, seen=replace(current.seen, failing=doubted))
    if not doubted:  # in the same program only a test can have made the difference
        praise = say("Now the tests would notice. That is a good test!")
        return tell(settled, 0, "luck", praise) if same else settled
    text = say(
        "One doubt: line {line} could be a little different, and all tests would still agree. "
        "A call that shows it would make a good new test.",
        line=facts.lucky[0] if facts.lucky else 0,
    )
    return settled if before else tell(settled, 0, "luck", text)
