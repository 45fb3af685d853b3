"""Replies to what students say instead of an answer: that they do not know, are stuck, why, skip, tell me."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gadfly_analyzers.execution.results import ProblemKind
from gadfly_server.tutor import glossary, plainer, replies
from gadfly_server.tutor.vocabulary import understood
from gadfly_server.tutor.words import code
from gadfly_server.wording import later, say, vary

if TYPE_CHECKING:
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.question import Question
    from gadfly_server.tutor.turns import Dialogue

KEEP_THE_QUESTION = (
    *("why", "done", "found", "off", "idea", "thanks", "upset"),
    *("bye", "doubt", "check", "before", "wait"),
)
MOST_NAMED = 2
_WHY = {
    "expected-value": later("First we need the goal: only then can we tell if a run is wrong. What do you think?"),
    "count": later("It is easy to misjudge how often something runs. I can check your number against the run."),
    "branch": later("What comes after depends on the way the run takes here. What is your guess?"),
    "reached": later("Only lines that run can shape the result. Is this one of them?"),
    "value-at": later("A value halfway through the run shows if all is well so far. What is your guess?"),
    "no-value": later("Python stopped there because of one name. Once you know which, you know what to look for."),
    "predict-return": later("If this part gives what you think, you can look elsewhere. What is your guess?"),
    "predict-output": later("If this part prints what you think, you can look elsewhere. What is your guess?"),
    "compare-runs": later("One call works and one does not. The place where they part can tell you a lot."),
    "same-object": later("Two names can stand for one thing. Then a change to one shows in both."),
    "first-wrong": later("If you know when it first goes wrong, you know where to look."),
    "point-at": later("Finding the right line is half the work. Which one do you think it is?"),
    "concept": later("Your program uses the same idea. It is easier to see in a small one."),
    "transfer": later("The same idea comes back in many programs. This one checks that it sticks."),
    "hypothesis": later("A guess that we can check tells us more than a feeling. What is yours?"),
    "explain": later("Saying it in your own words often shows you what you have not seen yet."),
    "syntax": later("Python reads from top to bottom. Where it stops, or just before, is the place to look."),
}
_WHY_READ = later("The number stands in your program. If it is not the one you thought, you have found something.")
_WHY_ELSE = later(
    "I can check your answer against the run. If the two differ, you have found something. What is your guess?"
)
_KEEP = {
    "done": later("Then save it, and the tests will tell. Until then, my question is still open."),
    "idea": later("Try it and save: the tests can answer that better than I can. My question is still open."),
    "found": later("Good! Then save it, and the tests will tell. Until then, my question is still open."),
    "bye": later("See you! My question will still be open when you are back."),
    "doubt": later("A test can be wrong, but first see what your program does. My question is still open."),
    "check": later("I can check an answer to my question. What is yours?"),
    "before": later("Sorry if I ask twice. Say it once more, or `skip`: my question is still open."),
    "wait": later("Take your time. My question is still open."),
    "off": later("Let us get back to your program. My question is still open."),
    "thanks": later("You are welcome! My question is still open."),
    "upset": later("Bugs can be a pain, I know. Take your time: my question is still open, and `skip` leaves it."),
}
_NOTHING_OPEN = (
    later("I have no open question now. Try your idea and save: the tests will answer."),
    later("It is your move now: try an idea and save. The tests will answer."),
    later("I am waiting for your next idea. Save it, and we will see what the tests say."),
)
_NOTHING_TO_ASK = {
    "unseen": later("A test of your own that shows it would help: then I can ask about its run."),
    "passing": later("All tests agree, and I have no more questions. See you at the next program!"),
    "problem": later("The tests cannot run yet. Once they do, I can ask about the run."),
}
_UNASKED = {
    "done": later("Save it, and the tests will answer."),
    "found": later("Good! Save it, and the tests will answer."),
    "bye": later("See you! You can go on at any time."),
    "doubt": later("A test can be wrong. Work out by hand what it wants; if you still doubt it, ask your teacher."),
    "idea": later("Save it, and the tests will answer."),
    "thanks": later("You are welcome!"),
    "upset": later("Bugs can be a pain, I know. A short break helps many people."),
}
_LEAVE = {
    "skip": later("OK, we leave that one."),
    "solution": later("Finding it is your part, and it is how you learn. But I can tell you this."),
}
_EASIER = {
    "unknown": (
        later("{question} A guess is fine: pick one."),
        later("{question} The answer is one of these."),
        later("{question} Here are some choices."),
    ),
    "stuck": (later("Everybody gets stuck. {question} Here are some choices."),),
    "solution": (later("Finding it is your part. {question} Pick one."),),
    "unclear": (later("Let us make it easier. {question} Pick one."),),
    "told": (later("Thank you. Let us hold that against the run. {question} Pick one."),),
}


def reply(wish: str, question: Question) -> str:
    """What is said to a wish that leaves the question open."""
    if wish != "why":
        return say(_KEEP[wish])
    is_read = question.kind == "count" and question.oracle.source == "tree"
    return say(_WHY_READ if is_read else _WHY.get(question.kind, _WHY_ELSE))


def aside(text: str, question: Question) -> str:
    """What is said to something asked besides; where that is no word of ours, the open question comes again."""
    if glossary.asked_for(text):
        return glossary.reply(text)
    return plainer.with_question(glossary.reply(text, open_question=False), question)


def easier(wish: str, question: Question, number: int) -> str:
    """The question once more, now with choices; ``number`` counts the questions that were asked."""
    return say(vary(number, *_EASIER[wish]), question=question.text)


def leave(wish: str, question: Question, facts: Facts, number: int) -> str:
    """What is said as the question is left: the evidence, unless the student wants to skip it."""
    if wish == "skip":
        return say(_LEAVE[wish])
    if wish == "solution":
        return f"{say(_LEAVE[wish])} {question.oracle.evidence}".strip()
    return replies.told(question, facts, number)


def without_question(wish: str | None, dialogue: Dialogue, facts: Facts, text: str = "") -> str:
    """What is said where no question is open."""
    state = dialogue.seen.state
    if wish == "aside":
        return glossary.reply(text, open_question=False)
    if wish in _UNASKED:
        return say(_UNASKED[wish])
    if state == "problem" and all(problem.kind is ProblemKind.HAD_TO_FAIL for problem in facts.problems):
        return say("I have no question about your program now. Look at the mark of that test first.")
    if state in _NOTHING_TO_ASK:
        return say(_NOTHING_TO_ASK[state])
    if _last_said(dialogue) == "direct":
        return say("Thank you. Keep in mind what you see there, try what follows from it, and save.")
    return say(vary(dialogue.count("closing"), *_NOTHING_OPEN))


def _last_said(dialogue: Dialogue) -> str:
    """Of what kind the tutor's last turn is."""
    return next((turn.kind for turn in reversed(dialogue.turns) if turn.speaker == "tutor"), "")


def unclear(question: Question, facts: Facts, text: str) -> str:
    """How to answer, for words that answer something else; what they speak of is not lost."""
    named = _named(facts, text)
    if not named or len(text.split()) < MOST_NAMED + 1:
        return replies.unclear(question)
    spoken = say(" and ").join(named)
    return say("{how} A run can test your idea about {things}, too.", things=spoken, how=replies.how(question))


def _named(facts: Facts, text: str) -> list[str]:
    """Names and lines of the program that the words speak of, as they are written there."""
    names = {name for step in facts.shape.steps for name in (*step.sets, *step.words)}
    found = [code(word) for word in re.findall(r"[A-Za-z_]\w+", text) if word in names]
    said = [each for words in understood() for each in words.place.findall(text.casefold())]
    lines = [say("line {line}", line=each) for each in said]
    return [*dict.fromkeys((*lines, *found))][:MOST_NAMED]
