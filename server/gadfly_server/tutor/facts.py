"""All that the tutor may speak from: what a run showed and what the tree says, and nothing else."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from gadfly_analyzers import pages
from gadfly_analyzers.bug_in_focus import bug_of_test_first
from gadfly_analyzers.execution.results import HARMLESS, Outcome, ProblemKind
from gadfly_analyzers.source import Source
from gadfly_analyzers.symptoms.evidence import Evidence
from gadfly_analyzers.symptoms.naming import symptoms_of
from gadfly_analyzers.trace.readings import Activation, Readings
from gadfly_server.tutor.remembered import NOTHING, USUAL, Recalled, Remembered
from gadfly_server.tutor.rules import Rules
from gadfly_server.tutor.shape import Shape, shape_of
from gadfly_server.tutor.subject import focus_call, subject_of
from gadfly_server.tutor.weights import USUAL as USUAL_WEIGHTS
from gadfly_server.tutor.weights import Weights

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gadfly_analyzers.examine import Examination
    from gadfly_analyzers.execution.results import Problem, TestResult
    from gadfly_analyzers.localize.direction import Direction
    from gadfly_analyzers.localize.suspects import Suspect
    from gadfly_analyzers.predictions.prediction import Prediction
    from gadfly_analyzers.symptoms.family import Symptom
    from gadfly_analyzers.trace.divergence import Divergence
    from gadfly_analyzers.trace.parts import Part
    from gadfly_analyzers.trace.recording import Trace
    from gadfly_analyzers.values import Value
    from gadfly_server.tutor.examples import WrittenExample

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SyntaxPlace:
    """A 1-based line that Python cannot read, the kind of what is wrong, and a question about it."""

    line: int
    message: str
    kind: str = "unknown"


@dataclass(frozen=True, slots=True)
class Clue:
    """A misconception that a pattern sees behind a 1-based line."""

    misconception: str
    line: int


@dataclass(frozen=True, slots=True)
class Hidden:
    """How a test went that the student must not see: its number, and the name and the words of how it is wrong.

    The words are a constant of the symptom's family, so that they hold nothing of the test; empty if it agrees.
    """

    number: int
    family: str = ""
    text: str = ""

    @property
    def agrees(self) -> bool:
        """Whether the program does what the test wants."""
        return not self.family


@dataclass(frozen=True)
class Facts:
    """Everything that is shown derives from here; equal facts give equal dialogues.

    There is deliberately no field for repairs, the text or values of hidden tests, or reference solutions.
    ``ran`` tells that the tests were run at all; ``trace`` is that of ``focus``, the failing test in focus,
    and ``parts`` are what the parts of its lines gave in it.
    ``predictions`` are what misconceptions expect of that test, ``clues`` those that its text speaks for;
    ``divergence`` is the place where its run goes another way than it would have to, ``direction`` how it does so at
    the most suspect statement.
    ``barred`` are texts that would give too much away, and so are not said (see ``barred``).
    ``preferred`` is the id of the question that a strategy wants asked next, ``example`` one that a model wrote and a
    run checked.
    ``early`` tells that more will become known, and that the student would have to wait for that, since many others do.
    ``rules`` are what the teacher lays down, ``hidden`` how hidden tests went: never what they are.
    ``remembered`` is what the student's earlier work speaks for, ``start`` the level at which to begin, ``weights``
    what counts how much when the next question is chosen.
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
    parts: tuple[Part, ...] = ()
    syntax: tuple[SyntaxPlace, ...] = ()
    predictions: tuple[Prediction, ...] = ()
    clues: tuple[Clue, ...] = ()
    divergence: Divergence | None = None
    lucky: tuple[int, ...] | None = None
    aside: Facts | None = None
    direction: Direction | None = None
    barred: frozenset[str] = frozenset()
    remembered: tuple[Remembered, ...] = ()
    start: int = USUAL
    weights: Weights = USUAL_WEIGHTS
    rules: Rules = field(default_factory=Rules)
    hidden: tuple[Hidden, ...] = ()
    preferred: str = ""
    example: WrittenExample | None = None
    early: bool = False

    @property
    def failing(self) -> tuple[TestResult, ...]:
        """The tests that disagree with the program."""
        return tuple(test for test in self.tests if test.outcome not in HARMLESS)

    @property
    def hurried(self) -> tuple[TestResult, ...]:
        """Those of the failing tests that may agree after all, for they were stopped before their time was over."""
        return tuple(test for test in self.failing if test.stop and test.stop.hurried)

    @property
    def unrun(self) -> tuple[TestResult, ...]:
        """Those of which nothing is known, for the time of all was over before they began."""
        return tuple(test for test in self.tests if test.outcome is Outcome.UNRUN)

    @property
    def passing(self) -> tuple[TestResult, ...]:
        """The tests that agree with the program."""
        return tuple(test for test in self.tests if test.outcome is Outcome.PASSED)

    @cached_property
    def source(self) -> Source:
        """The program's text, read."""
        return Source.parse(self.text)

    @cached_property
    def readings(self) -> Readings | None:
        """What the recorded run of the test in focus says."""
        return Readings(self.trace, self.source) if self.trace else None

    @cached_property
    def runs(self) -> tuple[Activation, ...]:
        """The recorded runs of the program's functions in the test in focus, in the order of their start."""
        return self.readings.activations if self.readings else ()

    @cached_property
    def believed(self) -> tuple[tuple[str, Readings], ...]:
        """What the run says to somebody with a misconception, for each that makes a difference."""
        return tuple((each.misconception, Readings(each.trace, self.source)) for each in self.predictions)

    @cached_property
    def symptoms(self) -> tuple[Symptom, ...]:
        """How the test in focus goes wrong, the most specific first."""
        if self.focus is None:
            return ()
        return symptoms_of(Evidence(self.focus, self.trace, self.tests, self.source))

    @cached_property
    def _worked_out(self) -> dict[str, Any]:
        return {}

    def once(self, what: str, work: Callable[[], T]) -> T:
        """What is worked out from these facts alone, and so need not be again; no part of them."""
        if what not in self._worked_out:
            self._worked_out[what] = work()
        found: T = self._worked_out[what]
        return found

    @property
    def disagreeing(self) -> tuple[Hidden, ...]:
        """The hidden tests that disagree with the program."""
        return tuple(test for test in self.hidden if not test.agrees)

    def with_(self, **changed: Any) -> Facts:
        """The same facts but for some of them; what was worked out stays so, as none of it depends on these."""
        other = copy(self)
        for name, value in changed.items():
            object.__setattr__(other, name, value)
        return other

    def line(self, number: int) -> str:
        """The text of a 1-based line, without its ending; empty outside the program."""
        lines = self.shape.lines
        return lines[number - 1].rstrip("\r\n") if 0 < number <= len(lines) else ""


def facts_of(
    examination: Examination,
    recalled: Recalled = NOTHING,
    weights: Weights = USUAL_WEIGHTS,
    rules: Rules = Rules(),  # noqa: B008 - frozen
    hidden: tuple[Hidden, ...] = (),
) -> Facts:
    """Keep of an examination what may be spoken about, free of clock times and addresses."""
    run = examination.run
    source = examination.source
    facts = Facts(
        program=examination.program.name,
        text=source.text,
        shape=shape_of(source),
        ran=run is not None,
        tests=tuple(_timeless(test) for test in run.tests) if run else (),
        focus=_timeless(examination.focus) if examination.focus else None,
        trace=examination.trace,
        parts=examination.parts,
        suspects=examination.suspects,
        problems=tuple(_problems(examination, tested=bool(hidden))),
        syntax=tuple(_syntax(source)),
        predictions=examination.predictions,
        clues=tuple(_clues(examination)),
        divergence=examination.divergence,
        lucky=examination.lucky,
        direction=examination.direction,
        remembered=recalled.beliefs,
        weights=weights,
        start=max(recalled.start, rules.start),
        rules=rules,
        hidden=hidden,
    )
    if not _is_replayed(facts):  # what an earlier test left behind was not there when this one ran alone
        facts = replace(facts, trace=None, parts=(), predictions=(), divergence=None, direction=None)
    if examination.aside is None:
        return _of_one_bug(facts)
    test, trace = examination.aside
    aside = replace(
        facts, focus=_timeless(test), trace=trace, parts=(), predictions=(), divergence=None, direction=None
    )
    return _of_one_bug(replace(facts, aside=_of_one_bug(aside)) if _is_replayed(aside) else facts)


def _of_one_bug(facts: Facts) -> Facts:
    """Take the bug of the test in focus first."""
    if facts.focus is None:
        return facts
    return replace(facts, suspects=bug_of_test_first(facts.suspects, facts.focus, facts.failing, facts.source))


def _is_replayed(facts: Facts) -> bool:
    """Whether the recorded run is the one that the tests had: it gave back what the call gave back in them."""
    call = focus_call(facts.focus) if facts.focus else None
    subject = subject_of(facts)
    if call is None or call.returned is None or subject is None or subject.run.returned is None:
        return True
    same = call.function.rpartition(".")[2] == subject.run.function.rpartition(".")[2]
    return not same or not call.returned.literal or call.returned.text == subject.run.returned.value.text


def _clues(examination: Examination) -> Iterable[Clue]:
    for finding in examination.asked:
        if belief := pages.misconception(finding):
            yield Clue(belief, examination.source.line_of(finding.span.start) + 1)


def _syntax(source: Source) -> Iterable[SyntaxPlace]:
    problem = source.syntax_error()
    if problem:
        yield SyntaxPlace(problem.line, problem.message, problem.kind)
    elif source.broken:
        yield SyntaxPlace(1, "")


def _problems(examination: Examination, *, tested: bool) -> Iterable[Problem]:
    """What kept tests from running; where hidden ones ran, there are tests."""
    run = examination.run
    both = dict.fromkeys(
        [*(run.problems if run else ()), *examination.problems, *([run.cut] if run and run.cut else ())]
    )
    return (each for each in both if not (tested and each.kind is ProblemKind.NO_TESTS))


def _timeless(test: TestResult) -> TestResult:
    comparison = test.comparison
    if comparison:
        comparison = replace(comparison, expected=_placeless(comparison.expected), actual=_placeless(comparison.actual))
    return replace(test, seconds=0.0, comparison=comparison)


def _placeless(value: Value) -> Value:
    text = re.sub(r" at 0x[0-9A-Fa-f]+", "", value.text)
    return value if text == value.text else replace(value, text=text)
