"""What a student may believe: which misconceptions there is evidence for, and what each would answer to a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gadfly_analyzers.predictions.prediction import predicted
from gadfly_analyzers.values import Value
from gadfly_server.tutor.choices import alike, yes_or_no
from gadfly_server.tutor.subject import LONGEST

if TYPE_CHECKING:
    from collections.abc import Collection

    from gadfly_analyzers.predictions.prediction import Answer, Point
    from gadfly_analyzers.trace.readings import Activation
    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.question import Question

Beliefs = tuple[tuple[str, str], ...]


def weight(facts: Facts, misconception: str, held: Collection[str] = ()) -> float:
    """How much speaks for a misconception; what the student answers now counts more than all that was.

    More speaks for one that held on other programs of the student, less for one that was refuted several times.
    """
    if misconception in held:
        return facts.weights.answered
    return _spoken(facts, misconception) + facts.weights.remembered * lean(facts, misconception)


def lean(facts: Facts, misconception: str) -> int:
    """Whether earlier work speaks for a misconception (1), against it (−1), or neither (0)."""
    return next((each.lean for each in facts.remembered if each.misconception == misconception), 0)


def returning(facts: Facts) -> tuple[str, ...]:
    """The misconceptions that held on several other programs, and for which this one speaks again."""
    now = {*seen(facts), *shown(facts)}
    return tuple(each.misconception for each in facts.remembered if each.returns and each.misconception in now)


def _spoken(facts: Facts, misconception: str) -> float:
    if misconception in seen(facts):
        return facts.weights.seen
    return facts.weights.shown if misconception in shown(facts) else facts.weights.predicted


def seen(facts: Facts) -> tuple[str, ...]:
    """The misconceptions that the text speaks for in the functions and classes that the test in focus ran."""
    lines = facts.focus.lines if facts.focus else frozenset[int]()
    return tuple(dict.fromkeys(clue.misconception for clue in facts.clues if _is_run(facts, clue.line, lines)))


def _is_run(facts: Facts, line: int, lines: frozenset[int]) -> bool:
    if line in lines:
        return True
    routine, around = facts.shape.routine_at(line), facts.shape.class_at(line)
    first, last = (routine.line, routine.end_line) if routine else around or (0, 0)
    return any(first < each <= last for each in lines)


def shown(facts: Facts) -> frozenset[str]:
    """The misconceptions that the most specific symptom of the test in focus may come from."""
    first = next((symptom for symptom in facts.symptoms if symptom.is_specific), None)
    return frozenset(first.misconceptions if first else ())


def strength(facts: Facts, question: Question, held: Collection[str] = ()) -> float:
    """How much speaks for a misconception that answers a question otherwise than the run does; 0 if none does."""
    return max((weight(facts, misconception, held) for _, misconception in question.beliefs), default=0)


def answers_at(facts: Facts, run: Activation, point: Point, right: str) -> Beliefs:
    """What misconceptions answer at a point of a run, where that is not the right answer, with the misconception.

    Of those that give the same answer the one for which most speaks is kept, else the first of the catalogue's order.
    """
    found: list[tuple[str, str]] = []
    if facts.readings is None:
        return ()
    for misconception, readings in sorted(facts.believed, key=lambda pair: -weight(facts, pair[0])):
        answer = said(predicted(readings, facts.readings, run, point))
        if answer and not any(alike(answer, other) for other in (right, *(text for text, _ in found))):
            found.append((answer, misconception))
    return tuple(found)


def spoken_for(facts: Facts, beliefs: Beliefs) -> Beliefs:
    """Those that something speaks for: of two answers each is given by many, whatever they believe."""
    return tuple(each for each in beliefs if weight(facts, each[1]) > facts.weights.predicted)


def texts(beliefs: Beliefs) -> list[str]:
    """The answers alone."""
    return [answer for answer, _ in beliefs]


def said(answer: Answer | None) -> str:
    """An answer as a student would give it; empty for none, and for a value that nobody would write down."""
    if isinstance(answer, Value):
        return answer.text if answer.literal and len(answer.text) <= LONGEST else ""
    if isinstance(answer, bool):
        return yes_or_no(answer)
    return "" if answer is None else str(answer)


@dataclass(frozen=True, slots=True)
class LinesReached:
    """How many of some lines run."""

    lines: tuple[int, ...]

    def answer(self, run: Activation) -> int | None:
        """Count them."""
        ran = {step.statement.line for step in run.steps}
        return sum(line in ran for line in self.lines) if run.ended else None


@dataclass(frozen=True, slots=True)
class LastLine:
    """Which line runs last."""

    def answer(self, run: Activation) -> int | None:
        """Read it; of a run that an exception ended nobody asks."""
        return run.steps[-1].statement.line if run.steps and run.returned else None


@dataclass(frozen=True, slots=True)
class Objects:
    """How many different objects two names stand for when the statement on a line has run for the first time."""

    first: str
    second: str
    line: int

    def answer(self, run: Activation) -> int | None:
        """Compare the objects."""
        ran = run.runs_of(self.line)
        end = ran[0].end if ran else None
        same = None if end is None else run.same_object(self.first, self.second, end)
        return None if same is None else 1 if same else 2
