"""Choose the next question: the goal first, then blocks, then statements, near the suspects, topic by topic.

Where a misconception that something speaks for answers a question otherwise than the run did, that question comes
before others: the earliest such moment of the run is where belief and run part ways.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gadfly_server.tutor.barred import may_ask
from gadfly_server.tutor.beliefs import seen, shown, strength, weight
from gadfly_server.tutor.question import Entry, Question
from gadfly_server.tutor.questions import (
    ALL,
    concept,
    course,
    elsewhere,
    expected_value,
    explain,
    line_by_line,
    plain,
    value_at,
)
from gadfly_server.tutor.remembered import EASY
from gadfly_server.tutor.understanding import Understanding, prime_suspects, shown_by
from gadfly_server.wording import spoken

if TYPE_CHECKING:
    from collections.abc import Collection

    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.notebook import Hypothesis
    from gadfly_server.tutor.turns import Dialogue

MOST_OF_A_TOPIC = 5
BLOCKS_FIRST = 1  # of a topic, before the statement that is likeliest at fault
MOST_AROUND = 1  # questions about a block, before what is inside of it, if that is likeliest at fault
AT_A_GLANCE = 3  # lines of a block
ENOUGH = 5  # questions about a run; then the suspects are gone through one by one
MOST_WRONG = 2  # in a row; then a question comes with choices
_DEPTH = {
    "syntax": 0,
    "expected-value": 0,
    "count": 1,
    "branch": 1,
    "predict-return": 1,
    "predict-output": 1,
    "value-at": 2,
    "no-value": 2,
    "same-object": 2,
    "compare-runs": 3,
    "first-wrong": 3,
    "reached": 3,
}
_DEEPEST = 4
_GOAL = ("goal", "syntax")
_ONCE = ("hypothesis", "explain")  # asked about the test in focus alone
_ASIDE = (
    "comparison",
    "explain",
    "hypothesis",
    line_by_line.TOPIC,
    elsewhere.TOPIC,
)  # not about what happens in the failing run, step by step
# The empty name stands for places in the program.
_ORDER = (
    *("syntax", "goal", concept.FIRST, "error", "overview", "", "concept", "comparison", "explain", "hypothesis"),
    line_by_line.TOPIC,
    elsewhere.TOPIC,
)


def plan(facts: Facts, held: Collection[str] = (), noted: Collection[Hypothesis] = ()) -> tuple[Question, ...]:
    """All questions that may be asked and that these facts can mark, in the order in which they are best asked.

    ``held`` are the misconceptions that the student's answers showed, ``noted`` the hypotheses of the notebook.
    """
    topics: dict[str, list[Question]] = {}
    for question in (each for each in candidates(facts) if may_ask(each, facts)):
        topics.setdefault(question.topic, []).append(question)
    ranks = {topic: _rank(facts, topic, topics[topic], held, noted) for topic in topics}
    placed: list[tuple[tuple[int, float, int], bool, Question]] = []
    for topic, rank in ranks.items():
        inside = [ranks[each] for each in _inside(facts, topic) if each in ranks]
        for number, question in enumerate(_of_topic(facts, topic, topics[topic], held)):
            waits = bool(inside) and number >= _around(facts, topic)
            placed.append((max(inside) if waits else rank, waits, question))
    return tuple(question for *_, question in sorted(placed, key=lambda each: each[:2]))


def candidates(facts: Facts) -> tuple[Question, ...]:
    """Everything that can be asked, worked out once: that takes longer than to choose."""
    return facts.once(f"candidates in {spoken()}", lambda: tuple(_candidates(facts)))


def _candidates(facts: Facts) -> list[Question]:
    """Everything that can be asked; plain questions only where there is nothing else about the failing run."""
    found: dict[str, Question] = {}
    for question in (q for kind in ALL for q in kind(facts)):
        found.setdefault(question.id, question)
    if not any(q.level == 2 and q.topic not in _ASIDE and q.kind != "compare-runs" for q in found.values()):
        found |= {q.id: q for q in plain.candidates(facts)}
    return [*found.values()]


def next_question(facts: Facts, dialogue: Dialogue) -> Question | None:
    """The question that is best asked next; an eased one comes with choices.

    First one that shows what is not understood yet, about the test in focus or about the other one. Where none does,
    others may still help, unless the cause is understood.
    """
    here = _left(facts, dialogue)
    there = _left_aside(facts, dialogue)
    new_here = [each for each in here if _is_new(each, facts, dialogue)]
    new_there = [each for each in there if facts.aside and _is_new(each, facts.aside, dialogue)]
    goal = [each for each in there if new_there and each.topic in _GOAL]  # what the other test wants comes first
    lines = [each for each in here if each.topic == line_by_line.TOPIC and len(dialogue.asked) >= ENOUGH]
    own = [each for each in here if each.kind == course.KIND]  # what the teacher wanted asked
    more = [own, lines, here, there] if Understanding.CAUSE.value not in dialogue.understood else []
    named = next((each for each in (*here, *there) if each.id == facts.preferred), None)
    chosen = named or next(
        (_first(some, dialogue.topic, facts) for some in (new_here, [*goal, *new_there], *more) if some), None
    )
    return ease(chosen) if chosen and _is_eased(chosen, facts, dialogue) else chosen


def choices(facts: Facts, dialogue: Dialogue) -> tuple[Question, ...]:
    """All questions about the test in focus that may be asked now, in the order of the plan."""
    return tuple(_left(facts, dialogue))


def depth(question: Question) -> int:
    """Greater where a question is about a smaller step of the run."""
    return _DEPTH.get(question.kind, _DEEPEST)


def _left(facts: Facts, dialogue: Dialogue) -> list[Question]:
    """What may be asked next; of one moment only once, in the words that are closest to what is likeliest at fault."""
    planned = plan(facts, dialogue.held, dialogue.hypotheses)
    asked = [each for each in candidates(facts) if was_asked(each, dialogue)]
    told = {moment for each in asked for moment in (each.moment, *each.tells)} - {""}
    closest: dict[str, Question] = {}
    for each in sorted(planned, key=lambda q: 0 if _is_at_a_suspect(q, facts) else 1 + (q.topic == value_at.AT_ERROR)):
        closest.setdefault(each.moment, each)
    left = (each for each in planned if not was_asked(each, dialogue) and each.moment not in told)
    return [each for each in left if not each.moment or closest[each.moment] is each]


def _left_aside(facts: Facts, dialogue: Dialogue) -> list[Question]:
    """What may be asked about the other test, but for what reads like a question about the test in focus."""
    if facts.aside is None:
        return []
    here = {(each.text, each.points_at) for each in candidates(facts)}
    left = (each for each in _left(facts.aside, dialogue) if each.kind not in _ONCE)
    return [each for each in left if (each.text, each.points_at) not in here]


def facts_about(question: Question, facts: Facts) -> Facts:
    """The facts that a question was made from: about the test in focus, or about another one."""
    here = any(each.id == question.id and each.topic != elsewhere.TOPIC for each in candidates(facts))
    aside = (facts.aside,) if facts.aside else ()
    others = elsewhere.others(facts) if question.kind == expected_value.KIND else ()
    about = (each for each in (*aside, *others) if any(q.id == question.id for q in candidates(each)))
    return facts if here else next(about, facts)


def _first(questions: list[Question], topic: str, facts: Facts) -> Question:
    """The goal if that is open, then the first question of the last topic, or from inside of it, else of all."""
    if questions[0].topic in _GOAL:
        return questions[0]
    near = (topic, *_inside(facts, topic))
    return next((each for each in questions if each.topic in near), questions[0])


def _is_eased(question: Question, facts: Facts, dialogue: Dialogue) -> bool:
    """Whether a question comes with choices: after wrong answers, and for beginners but for what a test wants."""
    return dialogue.wrong >= MOST_WRONG or (facts.start >= EASY and question.topic not in _GOAL)


def was_asked(question: Question, dialogue: Dialogue) -> bool:
    """Whether a question was asked about this run, or about an earlier one that answered it the same way."""
    return question.id in dialogue.asked or (question.id, question.oracle.answer) in dialogue.known


def idea(facts: Facts, dialogue: Dialogue) -> str:
    """The misconception for which most speaks; empty if nothing speaks for any."""
    spoken_for = (*sorted(dialogue.held), *seen(facts), *sorted(shown(facts)))
    return max(spoken_for, key=lambda each: weight(facts, each, dialogue.held), default="")


def _is_new(question: Question, facts: Facts, dialogue: Dialogue) -> bool:
    """Whether a right answer shows something that is not understood yet, or the idea is to come first."""
    return question.topic == concept.FIRST or any(
        each.value not in dialogue.understood for each in shown_by(question, facts, dialogue.held)
    )


def ease(question: Question) -> Question:
    """The same question, answered by picking one of its choices."""
    return replace(question, entry=Entry.CHOICE, text=explain.to_pick(question.text))


def _of_topic(facts: Facts, topic: str, questions: list[Question], held: Collection[str]) -> list[Question]:
    if topic in _GOAL:
        return questions
    ordered = sorted(questions, key=lambda q: (*_contradiction(facts, q, held), *_ease(q)))
    closer = [each for each in ordered if _is_at_a_suspect(each, facts)]
    return list(dict.fromkeys([*ordered[:BLOCKS_FIRST], *closer[:1], *ordered]))[:MOST_OF_A_TOPIC]


def _inside(facts: Facts, topic: str) -> tuple[str, ...]:
    """The blocks in the block of a topic, as topics, if all that is likely to be at fault in it is in these."""
    line = int(topic.partition(":")[2]) if topic.startswith("block:") else 0
    around = next((block for block in facts.shape.blocks if line and block.chain == line), None)
    if around is None:
        return ()
    inner = [block for block in facts.shape.blocks if line < block.chain <= around.chain_end]
    likely = [each.line for each in prime_suspects(facts) if line <= each.line <= around.chain_end]
    inside = all(any(block.chain <= each <= block.chain_end for block in inner) for each in likely)
    return tuple(dict.fromkeys(f"block:{block.chain}" for block in inner)) if likely and inside else ()


def _around(facts: Facts, topic: str) -> int:
    """How many questions about a block come before what is inside of it: none if it is seen at a glance."""
    line = int(topic.partition(":")[2])
    return MOST_AROUND * any(b.chain == line and b.chain_end - line >= AT_A_GLANCE for b in facts.shape.blocks)


def _is_at_a_suspect(question: Question, facts: Facts) -> bool:
    """Whether a question points at one of the likeliest statements, and at nothing else."""
    place = question.points_at
    if place is None:
        return False
    return any((place.line, place.end_line) == (each.line, each.end_line) for each in prime_suspects(facts))


def _ease(question: Question) -> tuple[bool, int, int]:
    """Smaller is sooner: what may surprise, then blocks before statements."""
    return question.surprise == 0, depth(question), -question.surprise


def _contradiction(facts: Facts, question: Question, held: Collection[str]) -> tuple[float, int]:
    """Smaller is sooner: how much speaks for a belief that the run contradicts here, then how early it does so."""
    found = strength(facts, question, held)
    return (-found, _moment(facts, question)) if found > facts.weights.predicted else (0, 0)


def _moment(facts: Facts, question: Question) -> int:
    """The index of the first event of the recorded run in the lines that a question points at."""
    place, events = question.points_at, facts.trace.events if facts.trace else ()
    inside = (i for i, each in enumerate(events) if place and place.line <= each.line <= place.end_line)
    return next(inside, len(events))


def _rank(
    facts: Facts, topic: str, questions: list[Question], held: Collection[str], noted: Collection[Hypothesis]
) -> tuple[int, float, int]:
    """Smaller is sooner: named topics in their order; of places, the likeliest to tell, then the program's order.

    What counts is suspicion, surprise, what speaks for a belief that the run contradicts there, whether the run
    departs there from what it would have to be, and whether the student has supposed something of it.
    """
    if topic in _ORDER:
        return _ORDER.index(topic), 0.0, 0
    line = int(topic.partition(":")[2])
    worth = _suspicion(facts, topic, line) + facts.weights.surprise * max(q.surprise for q in questions)
    worth += facts.weights.contradiction * max(strength(facts, q, held) for q in questions)
    if facts.divergence and _belongs(facts, topic, line, facts.divergence.line):
        worth += facts.weights.departure
    if any(_belongs(facts, topic, line, each.supposed.line) for each in noted):
        worth += facts.weights.noted
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
