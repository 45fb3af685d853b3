"""Choose the next question: the goal first, then blocks, then statements, near the suspects, topic by topic."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gadfly_server.tutor.question import Entry, Question
from gadfly_server.tutor.questions import ALL

if TYPE_CHECKING:
    from collections.abc import Collection

    from gadfly_server.tutor.facts import Facts

MOST_OF_A_TOPIC = 4
_DEPTH = {"syntax": 0, "expected-value": 0, "count": 1, "branch": 1, "predict-return": 1, "value-at": 2, "reached": 3}
_DEEPEST = 4
_GOAL = ("goal", "syntax")


def plan(facts: Facts) -> tuple[Question, ...]:
    """All questions that these facts can mark, in the order in which they are best asked."""
    found = list({q.id: q for candidates in ALL for q in candidates(facts)}.values())
    goals = [q for q in found if q.topic in _GOAL]
    rest = [q for q in found if q.topic not in _GOAL]
    topics: dict[str, list[Question]] = {}
    for question in rest:
        topics.setdefault(question.topic, []).append(question)
    order = sorted(topics, key=lambda topic: _rank(facts, topic, topics[topic]))
    if not goals and not facts.failing:
        return ()
    return (*goals, *(q for topic in order for q in _of_topic(topics[topic])))


def next_question(facts: Facts, asked: Collection[str], topic: str, *, eased: bool) -> Question | None:
    """The next question that was not asked yet, one of the last topic first; an eased one comes with choices."""
    left = [q for q in plan(facts) if q.id not in asked]
    chosen = next((q for q in left if q.topic == topic and topic not in _GOAL), None) or next(iter(left), None)
    return ease(chosen) if chosen and eased else chosen


def ease(question: Question) -> Question:
    """The same question, answered by picking one of its choices."""
    return replace(question, entry=Entry.CHOICE)


def _of_topic(questions: list[Question]) -> list[Question]:
    ordered = sorted(questions, key=lambda q: (q.surprise == 0, _DEPTH.get(q.kind, _DEEPEST), -q.surprise))
    return ordered[:MOST_OF_A_TOPIC]


def _rank(facts: Facts, topic: str, questions: list[Question]) -> tuple[float, int]:
    """Smaller is sooner: suspicion and surprise first, then the order of the program."""
    line = int(topic.partition(":")[2])
    surprise = max(q.surprise for q in questions)
    return -(_suspicion(facts, topic, line) + 0.25 * surprise), line


def _suspicion(facts: Facts, topic: str, line: int) -> float:
    """How suspect the most suspect line of a topic is, next to the most suspect of all."""
    best = max((s.score for s in facts.suspects), default=0.0)
    if best <= 0:
        return 0.0
    last = line
    if topic.startswith("block:"):
        last = max((b.end_line for b in facts.shape.blocks if b.line == line), default=line)
    elif topic.startswith("function:"):
        last = max((r.end_line for r in facts.shape.routines if r.line == line), default=line)
    return max((s.score for s in facts.suspects if line <= s.line <= last), default=0.0) / best
