"""All that the tutor may speak from: what a run showed and what the tree says, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from gadfly_analyzers.execution.results import Outcome
from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.readings import Activation, Readings
from gadfly_server.tutor.shape import Shape, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gadfly_analyzers.examine import Examination
    from gadfly_analyzers.execution.results import Problem, TestResult
    from gadfly_analyzers.localize.suspects import Suspect
    from gadfly_analyzers.trace.recording import Trace
    from gadfly_analyzers.values import Value


@dataclass(frozen=True, slots=True)
class SyntaxPlace:
    """A 1-based line that Python cannot read, the kind of what is wrong, and a question about it."""

    line: int
    message: str
    kind: str = "unknown"


@dataclass(frozen=True)
class Facts:
    """Everything that is shown derives from here; equal facts give equal dialogues.

    There is deliberately no field for repairs, hidden tests or reference solutions.
    ``ran`` tells that the tests were run at all; ``trace`` is that of ``focus``, the failing test in focus.
    """

    program: str
    text: str
    shape: Shape
    ran: bool
    tests: tuple[TestResult, ...] = ()
    focus: TestResult | None = None
    trace: Trace | None = None
    suspects: tuple[Suspect, ...] = ()
    problems: tuple[Problem, ...] = ()
    syntax: tuple[SyntaxPlace, ...] = ()

    @property
    def failing(self) -> tuple[TestResult, ...]:
        """The tests that disagree with the program."""
        return tuple(test for test in self.tests if test.outcome not in (Outcome.PASSED, Outcome.SKIPPED))

    @property
    def passing(self) -> tuple[TestResult, ...]:
        """The tests that agree with the program."""
        return tuple(test for test in self.tests if test.outcome is Outcome.PASSED)

    @cached_property
    def runs(self) -> tuple[Activation, ...]:
        """The recorded runs of the program's functions in the test in focus, in the order of their start."""
        return Readings(self.trace, Source.parse(self.text)).activations if self.trace else ()

    def line(self, number: int) -> str:
        """The text of a 1-based line, without its ending; empty outside the program."""
        lines = self.shape.lines
        return lines[number - 1].rstrip("\r\n") if 0 < number <= len(lines) else ""


def facts_of(examination: Examination) -> Facts:
    """Keep of an examination what may be spoken about, free of clock times and addresses."""
    run = examination.run
    source = examination.source
    return Facts(
        program=examination.program.name,
        text=source.text,
        shape=shape_of(source),
        ran=run is not None,
        tests=tuple(_timeless(test) for test in run.tests) if run else (),
        focus=_timeless(examination.focus) if examination.focus else None,
        trace=examination.trace,
        suspects=examination.suspects,
        problems=tuple(_distinct([*(run.problems if run else ()), *examination.problems])),
        syntax=tuple(_syntax(source)),
    )


def _syntax(source: Source) -> Iterable[SyntaxPlace]:
    problem = source.syntax_error()
    if problem:
        yield SyntaxPlace(problem.line, problem.message, problem.kind)
    elif source.broken:
        yield SyntaxPlace(1, "")


def _distinct(problems: Iterable[Problem]) -> list[Problem]:
    return list(dict.fromkeys(problems))


def _timeless(test: TestResult) -> TestResult:
    comparison = test.comparison
    if comparison:
        comparison = replace(comparison, expected=_placeless(comparison.expected), actual=_placeless(comparison.actual))
    return replace(test, seconds=0.0, comparison=comparison)


def _placeless(value: Value) -> Value:
    text = re.sub(r" at 0x[0-9A-Fa-f]+", "", value.text)
    return value if text == value.text else replace(value, text=text)
