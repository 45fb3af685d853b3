"""The steps of the ladder that tell something: a direction, an analogue, and a human."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gadfly_server.tutor import analogues, directing, examples, gates, handover, planner
from gadfly_server.tutor.barred import may_ask
from gadfly_server.tutor.turns import ask, tell
from gadfly_server.tutor.words import code
from gadfly_server.wording import later, say

if TYPE_CHECKING:
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.question import Question
    from gadfly_server.tutor.turns import Dialogue

_OFFERS = {
    gates.DIRECT: later("If you like, I can give you a stronger hint. Just say `more`."),
    gates.ANALOGUE: later("If you like, I can show you an example of the same idea. Just say `more`."),
    gates.HAND_OVER: later("If you like, I can sum up all this for your teacher. Just say `more`."),
}


def offer(dialogue: Dialogue, facts: Facts) -> Dialogue:
    """Offer what ``more`` would bring, without pushing."""
    another = dialogue.level >= gates.DIRECT and _example(dialogue, facts) is not None
    level = gates.ANALOGUE if another else facts.rules.following(dialogue)
    if not level:
        return dialogue
    offered = tell(dialogue, dialogue.level, "offer", offer_of(level))
    return replace(offered, offer=level, acts=(*dialogue.acts, gates.OFFERED))


def offer_of(level: int) -> str:
    """How a level is offered."""
    return say(_OFFERS[level])


def wait(dialogue: Dialogue, facts: Facts) -> Dialogue:
    """Say what opens the next level, where one is allowed."""
    if not facts.rules.following(dialogue):
        return _end(dialogue, facts)
    return tell(dialogue, dialogue.level, "wait", gates.waiting_for(dialogue, facts.rules))


def more(dialogue: Dialogue, facts: Facts) -> Dialogue:
    """Go up a level, if the student did enough for it."""
    if dialogue.level == gates.HAND_OVER:
        return tell(dialogue, dialogue.level, "closing", say("Your teacher is the best help now. Take the list along."))
    level = facts.rules.following(dialogue)
    if not level or not gates.is_open(dialogue, facts.rules):
        return wait(dialogue, facts)
    if level == gates.DIRECT and (told := _direct(dialogue, facts)):
        return told
    if example := _analogue(dialogue, facts):
        return example
    return hand_over(dialogue, facts) if gates.HAND_OVER in facts.rules.levels else _end(dialogue, facts)


def _end(dialogue: Dialogue, facts: Facts) -> Dialogue:
    """Say that there is no more help than this here."""
    who = facts.rules.teacher
    text = say("This is all the help that I may give here. {teacher} can help you on.", teacher=who) if who else say(
        "This is all the help that I may give here. Your teacher can help you from here."
    )  # fmt: skip
    return tell(dialogue, dialogue.level, "closing", text)


def hand_over(dialogue: Dialogue, facts: Facts) -> Dialogue:
    """Say what to show the teacher."""
    told = tell(_risen(dialogue), gates.HAND_OVER, "hand-over", handover.summary(dialogue, facts))
    return replace(told, question=None, closed=True)


def _direct(dialogue: Dialogue, facts: Facts) -> Dialogue | None:
    direction = directing.direction(facts)
    if not direction:
        return None
    text = f"{_back(dialogue, facts)} {direction} {directing.experiment(facts)}".strip()
    return replace(tell(_risen(dialogue), gates.DIRECT, "direct", text), question=None, closed=True)


def _back(dialogue: Dialogue, facts: Facts) -> str:
    """Name the test in focus, where the last question was about another one."""
    last = dialogue.answered[-1].id if dialogue.answered else ""
    here = {each.id for each in planner.candidates(facts)}
    if facts.focus is None or facts.aside is None or last in here:
        return ""
    aside = {each.id for each in planner.candidates(facts.aside)}
    return say("Back to {test}.", test=code(facts.focus.name)) if last in aside else ""


def _analogue(dialogue: Dialogue, facts: Facts) -> Dialogue | None:
    """Show the likeliest example and ask about it; where that was done, have its lines put in order."""
    example = _example(dialogue, facts)
    if example is None:
        return None
    text, question = example
    return ask(tell(_risen(dialogue), gates.ANALOGUE, "analogue", text) if text else _risen(dialogue), question)


def _example(dialogue: Dialogue, facts: Facts) -> tuple[str, Question] | None:
    """What is left of the likeliest example: its text with its question, or its lines to put in order without one."""
    if gates.ANALOGUE not in facts.rules.levels:
        return None
    asked = {each for each, _ in dialogue.known}
    written = examples.question_of(facts.example) if facts.example else None
    if facts.example and written and written.id not in asked and may_ask(written, facts):
        return examples.text_of(facts.example), written
    for example in analogues.analogues(facts, dialogue.held)[:1]:
        if example.ask.id not in asked:
            return example.text, example.ask
        if example.parsons and example.parsons.id not in asked:
            return "", example.parsons
    return None


def _risen(dialogue: Dialogue) -> Dialogue:
    return replace(dialogue, acts=(*dialogue.acts, gates.ROSE), offer=0)
