"""Replies to what students say instead of an answer: that they do not know, are stuck, why, skip, tell me."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gadfly_server.tutor import glossary, replies
from gadfly_server.tutor.vocabulary import understood
from gadfly_server.tutor.words import code
from gadfly_server.wording import later, say

if TYPE_CHECKING:
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.question import Question

KEEP_THE_QUESTION = ("why", "done", "off", "idea")
MOST_NAMED = 2
_WHY = {
    "expected-value": later("First the goal: only next to that can a run be wrong. So what should come out?"),
    "count": later("A loop often runs more or less often than one thinks. Your number and the run can be compared."),
    "branch": later("Which way the run takes here shapes all that comes after. What is your guess?"),
    "reached": later("Lines that run shape the result, others do not. Which is it here?"),
    "value-at": later("Values in the middle tell where things begin to differ. What is your guess?"),
    "predict-return": later("If this part gives what you think, you can look elsewhere. What is your guess?"),
    "predict-output": later("If this part prints what you think, you can look elsewhere. What is your guess?"),
    "compare-runs": later("One call works and one does not. Where they part may tell you more."),
    "same-object": later("Two names can stand for one thing. Then a change shows under both."),
    "first-wrong": later("If you know when it first goes wrong, you know where to look."),
    "point-at": later("To name the line is half of the search. Which one is it, do you think?"),
    "concept": later("Your program rests on the same idea. It is easier to see in a small one."),
    "transfer": later("The same idea comes back in many programs. This one checks that it sticks."),
    "hypothesis": later("A guess that a run can prove wrong tells more than a feeling. What is yours?"),
    "explain": later("To say it in your own words often shows what is missing."),
    "syntax": later("Python reads from top to bottom. Where it stops, or just before, is the place to look."),
}
_WHY_ELSE = later("Your answer and the run can be compared. Where they part, you learn something. What is your guess?")
_KEEP = {
    "done": later("Then save it: the tests will answer. Until then my question stays."),
    "idea": later("Try it and save: the tests will answer better than I can. My question stays."),
    "off": later("Let us talk about your program. My question still stands."),
}
_LEAVE = {
    "skip": later("That is fine, we leave it."),
    "solution": later("I do not tell that: to find it is what you learn from. But I can tell you this."),
}
_EASIER = {
    "unknown": later("That is fine. Pick one: {question}"),
    "stuck": later("Being stuck is part of it. Pick one: {question}"),
    "solution": later("To find it is your part. Pick one: {question}"),
    "unclear": later("Let us make it easier. Pick one: {question}"),
}


def reply(wish: str, question: Question) -> str:
    """What is said to a wish that leaves the question open."""
    return say(_WHY.get(question.kind, _WHY_ELSE)) if wish == "why" else say(_KEEP[wish])


def easier(wish: str, question: Question) -> str:
    """The question once more, now with choices."""
    return say(_EASIER[wish], question=question.text)


def leave(wish: str, question: Question, facts: Facts, number: int) -> str:
    """What is said as the question is left: the evidence, unless the student wants to skip it."""
    if wish == "skip":
        return say(_LEAVE[wish])
    if wish == "solution":
        return f"{say(_LEAVE[wish])} {question.oracle.evidence}".strip()
    return replies.told(question, facts, number)


def without_question(wish: str | None, state: str, text: str = "") -> str:
    """What is said where no question is open."""
    if wish == "aside":
        return glossary.reply(text, open_question=False)
    if wish in ("done", "idea"):
        return say("Save it, and the tests will answer.")
    if state == "unseen":
        return say("A test of your own that shows it is the way on: with it I can ask about the run.")
    if state == "passing":
        return say("All tests agree, and I have no open question. Until the next program!")
    return say(replies.NOTHING_OPEN)


def unclear(question: Question, facts: Facts, text: str) -> str:
    """How to answer, for words that answer something else; what they speak of is not lost."""
    named = _named(facts, text)
    how = replies.unclear(question)
    if not named or len(text.split()) < MOST_NAMED + 1:
        return how
    spoken = say(" and ").join(named)
    return say("You speak of {things}. Keep that thought, and test it with a run. {how}", things=spoken, how=how)


def _named(facts: Facts, text: str) -> list[str]:
    """Names and lines of the program that the words speak of, as they are written there."""
    names = {name for step in facts.shape.steps for name in (*step.sets, *step.reads)}
    found = [code(word) for word in re.findall(r"[A-Za-z_]\w+", text) if word in names]
    said = [each for words in understood() for each in words.place.findall(text.casefold())]
    lines = [say("line {line}", line=each) for each in said]
    return [*dict.fromkeys((*lines, *found))][:MOST_NAMED]
