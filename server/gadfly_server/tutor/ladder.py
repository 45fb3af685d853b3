"""The ladder without a dialogue: for each level, what it would say first about the first bug."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gadfly_server.tutor import directing
from gadfly_server.tutor.analogues import analogues
from gadfly_server.tutor.notice import headline
from gadfly_server.tutor.planner import plan
from gadfly_server.tutor.replies import concept

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    """One hint for each level up to 5 that these facts can fill, lowest first."""
    questions = [question for question in plan(facts) if question.kind != "concept"]
    first = {level: next((each for each in questions if each.level == level), None) for level in (1, 2, 3)}
    steps = [Hint(0, "notice", headline(facts))]
    steps += [_asked(question) for question in first.values() if question]
    if first[2] and not first[3]:
        steps.append(_answered(first[2], facts))
    return (*steps, *_told(facts))


def _told(facts: Facts) -> Iterator[Hint]:
    """The levels that tell something: only of a run or a text that goes wrong."""
    if not facts.failing and not facts.syntax:
        return
    if told := directing.direction(facts):
        yield Hint(4, "direct", f"{told} {directing.experiment(facts)}".strip())
    for example in analogues(facts)[:1]:
        text = f"{example.text}\n{example.ask.text}"
        yield Hint(5, "analogue", text, choices=example.ask.choices)


def _asked(question: Question) -> Hint:
    return Hint(question.level, question.kind, question.text, question.points_at, question.choices)


def _answered(question: Question, facts: Facts) -> Hint:
    text = f"{question.text} {question.oracle.evidence} {concept(question, facts)}".strip()
    return Hint(3, "contradict", text, question.points_at)
