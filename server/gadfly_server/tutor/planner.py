"""Choose the next question: the goal first, then blocks, then statements, near the suspects, topic by topic.

Where a misconception that something speaks for answers a question otherwise than the run did, that question comes
before others: the earliest such moment of the run is where belief and run part ways.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gadfly_server.tutor.beliefs import PREDICTED, strength
from gadfly_server.tutor.question import Entry, Question
from gadfly_server.tutor.questions import ALL, plain
from gadfly_server.wording import spoken

if TYPE_CHECKING:
    from collections.abc import Collection

    from gadfly_server.tutor.facts import Facts

MOST_OF_A_TOPIC = 4
_DEPTH = {
    "syntax": 0,
    "expected-value": 0,
    "count": 1,
    "branch": 1,
    "predict-return": 1,
    "predict-output": 1,
    "value-at": 2,
    "same-object": 2,
    "compare-runs": 3,
    "first-wrong": 3,
    "reached": 3,
}
_DEEPEST = 4
_GOAL = ("goal", "syntax")
_ASIDE = ("comparison", "explain")  # not about what happens in the failing run, step by step
_ORDER = ("syntax", "goal", "error", "overview", "", "concept", "comparison", "explain")  # "": places in the program
_SURPRISE, _CONTRADICTION, _DEPARTURE = 0.25, 0.25, 0.25  # next to the suspicion of a place, which is 1 at most


def plan(facts: Facts, held: Collection[str] = ()) -> tuple[Question, ...]:
    """All questions that these facts can mark, in the order in which they are best asked.

    ``held`` are the misconceptions that the student's answers showed.
    """
    topics: dict[str, list[Question]] = {}
    for question in candidates(facts):
        topics.setdefault(question.topic, []).append(question)
    order = sorted(topics, key=lambda topic: _rank(facts, topic, topics[topic], held))
    return tuple(question for topic in order for question in _of_topic(facts, topic, topics[topic], held))


def candidates(facts: Facts) -> tuple[Question, ...]:
    """Everything that can be asked, worked out once: that takes longer than to choose."""
    key = f"candidates in {spoken()}"
    if key not in facts.worked_out:
        facts.worked_out[key] = tuple(_candidates(facts))
    found: tuple[Question, ...] = facts.worked_out[key]
    return found


def _candidates(facts: Facts) -> list[Question]:
    """Everything that can be asked; plain questions only where there is nothing else about the failing run."""
    found = {q.id: q for kind in ALL for q in kind(facts)}
    if not any(q.level == 2 and q.topic not in _ASIDE and q.kind != "compare-runs" for q in found.values()):
        found |= {q.id: q for q in plain.candidates(facts)}
    return [*found.values()]


def next_question(
    facts: Facts, asked: Collection[str], topic: str, held: Collection[str] = (), *, eased: bool
) -> Question | None:
    """The next question that was not asked yet, one of the last topic first; an eased one comes with choices."""
    left = [q for q in plan(facts, held) if q.id not in asked]
    chosen = next((q for q in left if q.topic == topic and topic not in _GOAL), None) or next(iter(left), None)
    return ease(chosen) if chosen and eased else chosen


def ease(question: Question) -> Question:
    """The same question, answered by picking one of its choices."""
    return replace(question, entry=Entry.CHOICE)


def _of_topic(facts: Facts, topic: str, questions: list[Question], held: Collection[str]) -> list[Question]:
    if topic in _GOAL:
        return questions
    ordered = sorted(questions, key=lambda q: (*_contradiction(facts, q, held), *_ease(q)))
    return ordered[:MOST_OF_A_TOPIC]


def _ease(question: Question) -> tuple[bool, int, int]:
    """Smaller is sooner: what may surprise, then blocks before statements."""
    return question.surprise == 0, _DEPTH.get(question.kind, _DEEPEST), -question.surprise


def _contradiction(facts: Facts, question: Question, held: Collection[str]) -> tuple[int, int]:
    """Smaller is sooner: how much speaks for a belief that the run contradicts here, then how early it does so."""
    found = strength(facts, question, held)
    return (-found, _moment(facts, question)) if found > PREDICTED else (0, 0)


def _moment(facts: Facts, question: Question) -> int:
    """The index of the first event of the recorded run in the lines that a question points at."""
    place, events = question.points_at, facts.trace.events if facts.trace else ()
    inside = (i for i, each in enumerate(events) if place and place.line <= each.line <= place.end_line)
    return next(inside, len(events))


def _rank(facts: Facts, topic: str, questions: list[Question], held: Collection[str]) -> tuple[int, float, int]:
    """Smaller is sooner: named topics in their order; of places, the likeliest to tell, then the program's order.

    What counts is suspicion, surprise, what speaks for a belief that the run contradicts there, and whether the run
    departs there from what it would have to be.
    """
    if topic in _ORDER:
        return _ORDER.index(topic), 0.0, 0
    line = int(topic.partition(":")[2])
    worth = _suspicion(facts, topic, line) + _SURPRISE * max(q.surprise for q in questions)
    worth += _CONTRADICTION * max(strength(facts, q, held) for q in questions)
    if facts.divergence and _belongs(facts, topic, line, facts.divergence.line):
        worth += _DEPARTURE
    return _ORDER.index(""), -worth, line


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
