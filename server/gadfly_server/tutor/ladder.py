"""The ladder without a dialogue: for each level, what it would say first about the first bug."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gadfly_server.tutor.notice import headline
from gadfly_server.tutor.planner import plan
from gadfly_server.tutor.replies import concept

if TYPE_CHECKING:
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.question import Place, Question


@dataclass(frozen=True, slots=True)
class Hint:
    """What one level says."""

    level: int
    kind: str
    text: str
    points_at: Place | None = None
    choices: tuple[str, ...] = ()


def ladder(facts: Facts) -> tuple[Hint, ...]:
    """One hint for each level that these facts can fill, lowest first."""
    questions = plan(facts)
    first = {
        level: next((q for q in questions if q.level == level and q.kind != "concept"), None) for level in (1, 2, 3)
    }
    steps = [Hint(0, "notice", headline(facts))]
    steps += [_asked(question) for level in (1, 2, 3) if (question := first[level])]
    if first[2] and not first[3]:
        steps.append(_answered(first[2], facts))
    return tuple(steps)


def _opens(question: Question, level: int) -> bool:
    """Whether a level may begin with a question; a tiny program needs an answer before it."""
    return question.level == level and question.kind != "concept"


def _asked(question: Question) -> Hint:
    return Hint(question.level, question.kind, question.text, question.points_at, question.choices)


def _answered(question: Question, facts: Facts) -> Hint:
    text = f"{question.text} {question.oracle.evidence} {concept(question, facts)}".strip()
    return Hint(3, "contradict", text, question.points_at)
