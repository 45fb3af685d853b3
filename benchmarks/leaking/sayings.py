"""All that the tutor can say about a program: whatever is asked, answered, wished for, or hinted at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from gadfly_analyzers import pages
from gadfly_analyzers.examine import Examination
from gadfly_server.tutor import climb, directing, gates, handover, replies, requests, success
from gadfly_server.tutor.analogues import analogues
from gadfly_server.tutor.barred import texts_of
from gadfly_server.tutor.dialogue import answer, begin
from gadfly_server.tutor.facts import Facts
from gadfly_server.tutor.ladder import ladder
from gadfly_server.tutor.marking import Mark
from gadfly_server.tutor.notice import headline, message, template
from gadfly_server.tutor.planner import candidates, ease
from gadfly_server.tutor.question import Question
from gadfly_server.tutor.runs import report
from gadfly_server.tutor.symptom import symptom
from gadfly_server.tutor.turns import Dialogue, Seen, Turn

Saying = tuple[int, str, str]  # the level, what sort of thing is said, and the text
MOST_ANSWERS = 60
WAYS = 3  # in which one thing may be said


def sayings(examination: Examination, facts: Facts) -> list[Saying]:
    """Each text once at each level."""
    found = [
        *noticed(examination, facts),
        *asked_and_replied(facts),
        *reported(facts),
        *climbed(facts),
        *played(facts),
    ]
    once = {(level, text): (level, sort, text) for level, sort, text in reversed(found)}
    return [saying for saying in once.values() if saying[2]]


def noticed(examination: Examination, facts: Facts) -> Iterator[Saying]:
    """What is shown without a question, by patterns too, and at each level of the ladder."""
    yield 0, "headline", headline(facts)
    yield from ((0, "message", text) for text in (message(facts), template(facts)) if text)
    for finding in examination.asked:
        yield 2, f"pattern: {finding.rule}", finding.message
        yield 5, f"page: {finding.rule}", pages.concept(finding)
    for hint in ladder(facts):
        yield hint.level, "hint", hint.text
        yield from ((hint.level, "choice", text) for text in hint.choices)


def asked_and_replied(facts: Facts) -> Iterator[Saying]:
    """Each question that can be asked, with each reply to each of its choices."""
    for question in candidates(facts):
        yield from asked(question)
        yield from _replies(question, facts)
        yield 0, "settled", replies.settled(facts, question.insight)
    yield from ((1, "closing", replies.closing(facts, n, asked=asked)) for n in range(3) for asked in (True, False))
    yield from ((1, "closing", requests.without_question(None, dialogue, facts)) for dialogue in _said_often("closing"))


def asked(question: Question) -> Iterator[Saying]:
    """A question with its choices and its evidence."""
    text, *others = texts_of(question)
    yield question.level, f"question: {question.kind}", text
    yield from ((question.level, "choice or evidence", other) for other in others)


def _replies(question: Question, facts: Facts) -> Iterator[Saying]:
    level = question.level
    for choice in question.choices:
        yield (
            1 if question.kind == "expected-value" else 3,
            "contradiction",
            replies.contradiction(question, facts, Mark("wrong", choice)),
        )
    yield from ((level, "confirmation", replies.confirmation(question, facts, number)) for number in range(5))
    yield from ((level, "told", replies.told(question, facts, number)) for number in range(3))
    yield 3, "concept", replies.concept(question, facts)
    yield from ((level, "unclear", replies.unclear(each)) for each in (question, ease(question)))
    yield from ((level, "request", requests.reply(wish, question)) for wish in requests.KEEP_THE_QUESTION)
    easier = {requests.easier(wish, question, n) for wish in ("unknown", "stuck", "solution") for n in range(WAYS)}
    yield from ((level, "request", text) for text in sorted(easier))
    yield from ((level, "request", requests.leave(wish, question, facts, 0)) for wish in ("skip", "solution"))


def _said_often(kind: str) -> Iterator[Dialogue]:
    """Dialogues in which something was said never, once, twice."""
    yield from (Dialogue(turns=(Turn(1, "tutor", 1, kind, ""),) * number) for number in range(WAYS))


def reported(facts: Facts) -> Iterator[Saying]:
    """What is said of this run after others: one that could not be read, one that passed, the same, another."""
    now = begin(facts).seen
    other = tuple((test, f"{shown} then") for test, shown in now.failing)
    for state, failing in (("syntax", ()), ("passing", ()), ("failing", now.failing), ("failing", other)):
        before = Seen("", state, failing)
        yield from ((1, "report", report(before, now, facts, (), number)[1]) for number in range(3))
    if facts.focus:
        yield 1, "symptom", symptom(facts.focus, facts.tests)


def climbed(facts: Facts) -> Iterator[Saying]:
    """What is told on the higher steps, and what leads there."""
    yield from ((3, "offer", climb.offer_of(level)) for level in (4, 5, 6))
    often = [replace(dialogue, level=level) for dialogue in _said_often("wait") for level in (3, 4, 5)]
    yield from ((3, "wait", gates.waiting_for(dialogue)) for dialogue in often)
    yield 4, "direct", f"{directing.direction(facts)} {directing.experiment(facts)}".strip()
    for example in analogues(facts):
        yield 5, "analogue", example.text
        for question in filter(None, (example.ask, example.parsons)):
            yield from asked(question)
    yield 6, "hand-over", handover.summary(begin(facts), facts)
    yield 0, "goodbye", success.goodbye()


def played(facts: Facts) -> Iterator[Saying]:
    """Whole dialogues: all answered right, all wrong, with words, and with wishes for more."""
    for answering in (right, wrong, lambda _: "?", lambda _: "so so", lambda _: "more"):
        yield from ((turn.level, f"turn: {turn.kind}", turn.text) for turn in _turns(facts, answering))


def _turns(facts: Facts, answering: Callable[[Question], str]) -> Iterator[Turn]:
    dialogue = begin(facts)
    for _ in range(MOST_ANSWERS):
        if dialogue.question is None:
            break
        dialogue = answer(dialogue, facts, answering(dialogue.question))
    return (turn for turn in dialogue.turns if turn.speaker == "tutor")


def right(question: Question) -> str:
    """What the oracle holds right."""
    return question.oracle.answer.partition("-")[0] if question.entry.value == "line" else question.oracle.answer


def wrong(question: Question) -> str:
    """A choice that is not right."""
    return next((choice for choice in question.choices if choice != right(question)), "?")
