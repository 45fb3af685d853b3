"""What a run of the student's tests showed, as plain values."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from gadfly_analyzers.values import Value

_DEFINED = re.compile(r"\s*(async\s+)?def\b")

_LONGEST_NAME = 120


def brief(name: str) -> str:
    """Shorten what a setting names, so that it can be put into a sentence."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


class Outcome(Enum):
    """How a test ended."""

    PASSED = "passed"
    FAILED = "failed"  # an assertion did not hold
    RAISED = "raised"  # another exception left the test
    STOPPED = "stopped"  # a limit was reached: see ``TestResult.stop``
    ENDED = "ended"  # the program ended the whole process: see ``TestResult.stop``
    SKIPPED = "skipped"
    UNRUN = "unrun"  # the time of all tests was over before it began: nothing is known of the test
    TAMPERED = "tampered"  # the program reached for the test run itself: nothing is known of the test


HARMLESS = frozenset((Outcome.PASSED, Outcome.SKIPPED, Outcome.UNRUN))  # none of these says that a program is wrong


@dataclass(frozen=True, slots=True)
class Call:
    """A call of one of the student's functions that the test made itself.

    ``text`` is the call as one would type it, such as ``average([2, 4])``, with arguments as they were
    before the call; ``literal`` tells that every argument is a literal (and nothing was cut).
    ``returned`` and ``raised`` (the exception type's name) are both ``None`` if the call never ended.
    ``line`` is the 1-based line of the function's ``def``.
    """

    function: str
    line: int
    text: str
    literal: bool
    returned: Value | None
    raised: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The failed comparison of a test, sides told apart by which one the test wrote down.

    ``actual_source`` is the text of the side that was computed (``average([2, 4])``) in the test's source.
    ``operator`` is Python's (``==``, ``<``, ``in`` …); ``close`` tells that the test allows small float differences.
    """

    operator: str
    expected: Value
    actual: Value
    actual_source: str
    close: bool = False


@dataclass(frozen=True, slots=True)
class Raised:
    """The exception that left the test; ``line`` is the deepest 1-based line inside the student's program, if any."""

    type: str
    message: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Stop:
    """Why a test did not end by itself, in words (``"stopped after 2 s"``), and the program line if known.

    ``hurried`` tells that it had less than the time of a test, so that it may only be slow.
    """

    reason: str
    line: int | None
    hurried: bool = False


@dataclass(frozen=True, slots=True)
class TestResult:
    """One test and what its run showed; ``lines`` are the 1-based lines of the program that it executed.

    ``id`` is unique in the run (pytest's node id where pytest ran it), ``name`` is for people,
    ``path`` and ``line`` (1-based) say where the test is written, ``source`` is its text (bounded).
    ``asserted_line`` is the 1-based line in ``path`` of the assertion that failed, or the line of the test that raised.
    ``expected`` is what the test wrote down for the failing line, known even if the program raised or hung before
    the comparison; ``actual_source`` is the text of the computed side there, with simple names filled in.
    """

    __test__ = False  # its name notwithstanding, nothing for pytest to collect

    id: str
    name: str
    path: Path
    line: int
    source: str
    outcome: Outcome
    seconds: float
    lines: frozenset[int]
    calls: tuple[Call, ...] = ()
    comparison: Comparison | None = None
    raised: Raised | None = None
    stop: Stop | None = None
    stdout: str = ""
    asserted_line: int | None = None
    expected: Value | None = None
    actual_source: str | None = None

    @property
    def first_line(self) -> int:
        """The 1-based line in ``path`` on which ``source`` begins: above ``line``, if the test has decorators."""
        if not self.source.lstrip().startswith("@"):
            return self.line
        lines = self.source.splitlines()
        return self.line - next((number for number, text in enumerate(lines) if _DEFINED.match(text)), 0)


class ProblemKind(Enum):
    """Why there is nothing to run, or not all of it."""

    NO_TESTS = "no-tests"
    TESTS_DO_NOT_LOAD = "tests-do-not-load"
    PROGRAM_DOES_NOT_LOAD = "program-does-not-load"
    NO_INTERPRETER = "no-interpreter"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too-large"
    WORKER_DIED = "worker-died"
    FILES_DELETED = "files-deleted"  # and put back
    CUT = "cut"  # the time of all tests was over before each had run
    HAD_TO_FAIL = "had-to-fail"  # a test passes that is marked as one that has to fail


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that kept tests from running or from counting, for people.

    It says in which file and on which 1-based line, what happened, and what to do.
    """

    kind: ProblemKind
    message: str
    path: Path | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class RunResult:
    """All that one run of a program's tests showed, tests in the order in which they ran.

    ``loaded_lines`` are the lines of the program that ran once, before any test, when it was imported.
    ``defences`` are what stood between the run and the machine.
    """

    program: Path
    tests: tuple[TestResult, ...]
    problems: tuple[Problem, ...]
    seconds: float
    loaded_lines: frozenset[int] = frozenset()
    defences: tuple[str, ...] = ()

    @property
    def failing(self) -> tuple[TestResult, ...]:
        """The tests that disagree with the program."""
        return tuple(test for test in self.tests if test.outcome not in HARMLESS)

    @property
    def stopped(self) -> tuple[TestResult, ...]:
        """The tests that did not end in their time, or had none."""
        return tuple(test for test in self.tests if test.outcome in (Outcome.STOPPED, Outcome.UNRUN))

    @property
    def unrun(self) -> tuple[TestResult, ...]:
        """The tests that had no time to begin."""
        return tuple(test for test in self.tests if test.outcome is Outcome.UNRUN)

    @property
    def cut(self) -> Problem | None:
        """What there is to say of tests that had no time to begin."""
        unrun = self.unrun
        if not unrun or unrun[0].stop is None:
            return None
        why = unrun[0].stop.reason.partition(", ")[2]
        told = f"Not run: {len(unrun)} of {len(self.tests)} tests, {why}."
        return Problem(ProblemKind.CUT, told, self.program)

    @property
    def agrees(self) -> bool:
        """Whether all tests have run, and none disagrees with the program."""
        return not self.failing and not self.unrun

    @property
    def doubtful(self) -> tuple[TestResult, ...]:
        """The stopped tests that may agree with the program, given their time."""
        return tuple(test for test in self.stopped if test.stop and test.stop.hurried)

    def hurried(self, doubtful: Collection[str]) -> RunResult:
        """Give the same with those of the stopped tests as hurried that have these ids, and with no others."""
        return replace(self, tests=tuple(_hurried(test, test.id in doubtful) for test in self.tests))

    def renewed(self, again: RunResult) -> RunResult:
        """Give the same with the tests of a later run, of some of them, in their places."""
        newer = {test.id: test for test in again.tests}
        tests = tuple(newer.get(test.id, test) for test in self.tests)
        problems = tuple(dict.fromkeys((*self.problems, *again.problems)))
        return replace(self, tests=tests, problems=problems, seconds=self.seconds + again.seconds)


def _hurried(test: TestResult, is_doubtful: bool) -> TestResult:  # one of two states
    """Give a stopped test as one that may agree, or as one of which it is known by other means that it never ends."""
    if test.stop is None or test.outcome not in (Outcome.STOPPED, Outcome.UNRUN):
        return test
    outcome = test.outcome if is_doubtful else Outcome.STOPPED
    return replace(test, outcome=outcome, stop=replace(test.stop, hurried=is_doubtful))
