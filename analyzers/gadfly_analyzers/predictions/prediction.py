"""What somebody who holds a misconception would predict of a run, asked at the points at which students are asked.

How a question uses it, with ``run`` the activation that it asks about and ``real`` the readings of the real trace::

    for prediction in predictions:
        believed = Readings(prediction.trace, source)  # once for all questions
        answer = predicted(believed, real, run, AfterPass("total", line=4, number=1))

An ``answer`` that differs from the oracle's is a distractor; who gives it may hold ``prediction.misconception``.
``None`` means that nothing is predicted there: no distractor can be made of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from gadfly_analyzers.trace.readings import Activation, Readings
from gadfly_analyzers.trace.recording import Trace
from gadfly_analyzers.values import Value

Answer = Value | int | bool
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Prediction:
    """The run of a test as it would be if Python were what the misconception takes it for.

    Lines and names are those of the student's program. The trace differs from the real one somewhere; one that was
    cut, since the test would not end, predicts only what it shows until then.
    """

    misconception: str
    trace: Trace


class Point(Protocol):
    """Something that can be asked of a run of a function."""

    def answer(self, run: Activation) -> Answer | None:
        """Give what the run shows; ``None`` if it does not show it."""
        ...


@dataclass(frozen=True, slots=True)
class Passes:
    """How many times the body of a loop runs."""

    line: int

    def answer(self, run: Activation) -> int | None:
        """Count the passes."""
        found = run.passes(self.line) if run.ended else None
        return None if found is None else len(found)


@dataclass(frozen=True, slots=True)
class Runs:
    """How many times the statement on a line runs."""

    line: int

    def answer(self, run: Activation) -> int | None:
        """Count the runs."""
        found = run.runs_of(self.line) if run.ended else None
        return None if found is None else len(found)


@dataclass(frozen=True, slots=True)
class Reached:
    """Whether the statement on a line runs at all."""

    line: int

    def answer(self, run: Activation) -> bool | None:
        """Look for a run."""
        ran = any(step.statement.line == self.line for step in run.steps)
        return True if ran else False if run.ended else None


@dataclass(frozen=True, slots=True)
class Taken:
    """Whether a condition that is asked once is met."""

    line: int

    def answer(self, run: Activation) -> bool | None:
        """Tell it, unless the condition is asked never or several times."""
        answers = run.branches(self.line) or ()
        return answers[0].value if len(answers) == 1 else None


@dataclass(frozen=True, slots=True)
class TimesTaken:
    """How many times a condition is met."""

    line: int

    def answer(self, run: Activation) -> int | None:
        """Count how often."""
        answers = run.branches(self.line) if run.ended else None
        return None if answers is None else sum(answer.value for answer in answers)


@dataclass(frozen=True, slots=True)
class InPass:
    """The value of a name as a pass of a loop begins (counted from 1)."""

    name: str
    line: int
    number: int

    def answer(self, run: Activation) -> Value | None:
        """Read it."""
        step = _nth(run.passes(self.line), self.number)
        return None if step is None else run.value_before(self.name, step.start)


@dataclass(frozen=True, slots=True)
class AfterPass:
    """The value of a name as a pass of a loop ends (counted from 1)."""

    name: str
    line: int
    number: int

    def answer(self, run: Activation) -> Value | None:
        """Read it."""
        found = run.value_after_pass(self.name, self.line, self.number)
        return None if found is None else found.value


@dataclass(frozen=True, slots=True)
class AfterLastPass:
    """The value of a name as the last pass of a loop ends, whichever it is."""

    name: str
    line: int

    def answer(self, run: Activation) -> Value | None:
        """Read it."""
        found = run.passes(self.line) if run.ended else None
        return None if not found else AfterPass(self.name, self.line, len(found)).answer(run)


@dataclass(frozen=True, slots=True)
class Before:
    """The value of a name as the statement on a line is about to run (its first run, or a later one)."""

    name: str
    line: int
    number: int = 1

    def answer(self, run: Activation) -> Value | None:
        """Read it."""
        step = _nth(run.runs_of(self.line), self.number)
        return None if step is None else run.value_before(self.name, step.start)


@dataclass(frozen=True, slots=True)
class After:
    """The value of a name when the statement on a line has run (its first run, or a later one)."""

    name: str
    line: int
    number: int = 1

    def answer(self, run: Activation) -> Value | None:
        """Read it."""
        step = _nth(run.runs_of(self.line), self.number)
        found = None if step is None else run.value_after(self.name, step)
        return None if found is None else found.value


@dataclass(frozen=True, slots=True)
class Returned:
    """What the function gives back."""

    def answer(self, run: Activation) -> Value | None:
        """Read it; an exception gives nothing back."""
        return None if run.returned is None else run.returned.value


@dataclass(frozen=True, slots=True)
class Argument:
    """What a parameter is: asked of the second or a later call of a function, whatever its arguments are."""

    name: str

    def answer(self, run: Activation) -> Value | None:
        """Read it."""
        return dict(run.arguments).get(self.name)


def predicted(believed: Readings, real: Readings, run: Activation, point: Point) -> Answer | None:
    """Put a question about a run of the real trace to a prediction; ``None`` if it predicts nothing there."""
    twin = _twin(believed, real, run, _is_of if isinstance(point, Argument) else _is_called_alike)
    return None if twin is None else point.answer(twin)


def _twin(
    believed: Readings, real: Readings, run: Activation, is_alike: Callable[[Activation, Activation], bool]
) -> Activation | None:
    """Give the same call in a prediction: of the calls that are alike the one with the same number."""
    number = sum(is_alike(each, run) for each in real.activations if each.frame < run.frame)
    return _nth([each for each in believed.activations if is_alike(each, run)], number + 1)


def _is_of(one: Activation, other: Activation) -> bool:
    return one.function == other.function


def _is_called_alike(one: Activation, other: Activation) -> bool:
    return _is_of(one, other) and one.arguments == other.arguments


def _nth(found: Sequence[T] | None, number: int) -> T | None:
    """Give one of several, counted from 1."""
    return found[number - 1] if found and 0 < number <= len(found) else None
