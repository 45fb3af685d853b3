"""Choose the next question: the goal first, then blocks, then statements, near the suspects, topic by topic."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gadfly_server.tutor.question import Entry, Question
from gadfly_server.tutor.questions import ALL, plain

if TYPE_CHECKING:
    from collections.abc import Collection

    from gadfly_server.tutor.facts import Facts

MOST_OF_A_TOPIC = 4
_DEPTH = {"syntax": 0, "expected-value": 0, "count": 1, "branch": 1, "predict-return": 1, "value-at": 2, "reached": 3}
_DEEPEST = 4
_GOAL = ("goal", "syntax")
_ORDER = ("syntax", "goal", "error", "overview", "", "comparison")  # "" stands for places in the program


def plan(facts: Facts) -> tuple[Question, ...]:
    """All questions that these facts can mark, in the order in which they are best asked."""
    topics: dict[str, list[Question]] = {}
    for question in _candidates(facts):
        topics.setdefault(question.topic, []).append(question)
    order = sorted(topics, key=lambda topic: _rank(facts, topic, topics[topic]))
    return tuple(question for topic in order for question in _of_topic(topic, topics[topic]))


def _candidates(facts: Facts) -> list[Question]:
    """Everything that can be asked; plain questions only where there is nothing else about the failing run."""
    found = {q.id: q for candidates in ALL for q in candidates(facts)}
    if not any(q.level == 2 and q.topic != "comparison" for q in found.values()):
        found |= {q.id: q for q in plain.candidates(facts)}
    return [*found.values()]


def next_question(facts: Facts, asked: Collection[str], topic: str, *, eased: bool) -> Question | None:
    """The next question that was not asked yet, one of the last topic first; an eased one comes with choices."""
    left = [q for q in plan(facts) if q.id not in asked]
    chosen = next((q for q in left if q.topic == topic and topic not in _GOAL), None) or next(iter(left), None)
    return ease(chosen) if chosen and eased else chosen


def ease(question: Question) -> Question:
    """The same question, answered by picking one of its choices."""
    return replace(question, entry=Entry.CHOICE)


def _of_topic(topic: str, questions: list[Question]) -> list[Question]:
    if topic in _GOAL:
        return questions
    ordered = sorted(questions, key=lambda q: (q.surprise == 0, _DEPTH.get(q.kind, _DEEPEST), -q.surprise))
    return ordered[:MOST_OF_A_TOPIC]


def _rank(facts: Facts, topic: str, questions: list[Question]) -> tuple[int, float, int]:
    """Smaller is sooner: named topics in their order; of places, suspicion and surprise, then the program's order."""
    if topic in _ORDER:
        return _ORDER.index(topic), 0.0, 0
    line = int(topic.partition(":")[2])
    surprise = max(q.surprise for q in questions)
    return _ORDER.index(""), -(_suspicion(facts, topic, line) + 0.25 * surprise), line


def _suspicion(facts: Facts, topic: str, line: int) -> float:
    """How suspect the most suspect line of a topic is, next to the most suspect of all lines."""
    best = max((s.score for s in facts.suspects), default=0.0)
    own = [s.score for s in facts.suspects if _belongs(facts, topic, line, s.line)]
    return max(own, default=0.0) / best if best > 0 else 0.0


def _belongs(facts: Facts, topic: str, line: int, suspect: int) -> bool:
    block = facts.shape.block_around(suspect) or next((b for b in facts.shape.blocks if b.chain == suspect), None)
    if topic.startswith("block:"):
        return any(b.chain == line and b.chain <= suspect <= b.chain_end for b in facts.shape.blocks)
    routine = facts.shape.routine_at(suspect)
    return block is None and routine is not None and routine.line == line
