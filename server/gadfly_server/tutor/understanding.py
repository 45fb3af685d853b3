"""What there is to understand of a bug, step by step, and which answers show it.

After the state space of TreeInstruct (Kargupta et al., 2024), with runs in the place of its verifier.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from gadfly_analyzers.bug_in_focus import suspects_met
from gadfly_server.tutor.beliefs import seen, shown
from gadfly_server.wording import later, say

if TYPE_CHECKING:
    from collections.abc import Collection

    from gadfly_analyzers.localize.suspects import Suspect
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.question import Question


class Understanding(str, Enum):
    """The steps, in the order in which they are usually made."""

    EXPECTED = "expected"
    SYMPTOM = "symptom"
    REGION = "region"
    MECHANISM = "mechanism"
    CAUSE = "cause"
    REPAIRED = "repaired"


_WORDS = {
    Understanding.EXPECTED: later("what the test wants"),
    Understanding.SYMPTOM: later("how the result differs"),
    Understanding.REGION: later("which lines take part"),
    Understanding.MECHANISM: later("what that part does in the run"),
    Understanding.CAUSE: later("where your idea and the run part ways"),
    Understanding.REPAIRED: later("that it works now"),
}
_GOAL = frozenset({Understanding.EXPECTED, Understanding.SYMPTOM})
_ONE_STATEMENT = ("value-at", "no-value", "same-object", "explain", "hypothesis", "syntax")
_WHOLE_STORY = ("first-wrong",)
_PRIME = 0.5  # of the greatest suspicion


def words(understanding: Understanding) -> str:
    """Name an understanding for the student."""
    return say(_WORDS[understanding])


def shown_by(question: Question, facts: Facts, held: Collection[str] = ()) -> frozenset[Understanding]:
    """What a right answer to a question shows; away from the suspects it shows nothing of the bug."""
    if question.kind == "expected-value":
        return _GOAL
    if question.kind == "concept":
        return frozenset({Understanding.CAUSE}) if _is_behind_it(question, facts, held) else frozenset()
    if question.kind != "syntax" and not _at_a_suspect(question, facts):
        return frozenset()
    shown = {Understanding.REGION}
    if question.kind in (*_ONE_STATEMENT, *_WHOLE_STORY) or _names_a_suspect(question, facts):
        shown.add(Understanding.MECHANISM)
    if question.kind in _WHOLE_STORY:
        shown.add(Understanding.CAUSE)
    return frozenset(shown)


def told_by(question: Question) -> frozenset[Understanding]:
    """What is known once the evidence was said, whatever the answer was."""
    return _GOAL if question.kind == "expected-value" else frozenset()


def prime_suspects(facts: Facts) -> tuple[Suspect, ...]:
    """The statements that are likeliest at fault for the bug that is taken first."""
    first = [suspect for suspect in facts.suspects if suspect.bug == 0]
    best = max((suspect.score for suspect in first), default=0.0)
    return tuple(suspect for suspect in first if suspect.score >= best * _PRIME)


def suspect_in_run(facts: Facts) -> int:
    """The line of the likeliest statement in what the test in focus ran; 0 if there is none."""
    met = facts.suspects
    if facts.focus is not None:
        met = suspects_met(met, facts.focus, facts.failing, facts.source)
    return met[0].line if met else 0


def _is_behind_it(question: Question, facts: Facts, held: Collection[str]) -> bool:
    """Whether the student held the idea, and the text or the result speaks for it, too: many ideas do no harm here."""
    ideas = {misconception for _, misconception in question.beliefs}
    return any(each in held and (each in seen(facts) or each in shown(facts)) for each in ideas)


def _at_a_suspect(question: Question, facts: Facts) -> bool:
    place = question.points_at
    if place is None:
        return False
    return any(place.line <= suspect.line <= place.end_line for suspect in prime_suspects(facts))


def _names_a_suspect(question: Question, facts: Facts) -> bool:
    """Whether the right answer is the line of a suspect."""
    if question.kind != "point-at":
        return False
    first, _, last = question.oracle.answer.partition("-")
    return any(int(first) <= suspect.line <= int(last or first) for suspect in prime_suspects(facts))
