"""Level 0: one line that says how things stand, and what to do where nothing could run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_analyzers.execution.results import ProblemKind
from gadfly_server.tutor.outcomes import outcome
from gadfly_server.tutor.words import code
from gadfly_server.wording import later, say, say_count

if TYPE_CHECKING:
    from gadfly_server.tutor.facts import Facts

_PROBLEMS = {
    ProblemKind.NO_TESTS: later("No tests for {program} yet"),
    ProblemKind.TESTS_DO_NOT_LOAD: later("A test file of {program} does not load"),
    ProblemKind.PROGRAM_DOES_NOT_LOAD: later("{program} does not load"),
    ProblemKind.NO_INTERPRETER: later("No Python found to run {program}"),
    ProblemKind.UNREADABLE: later("{program} cannot be read"),
    ProblemKind.TOO_LARGE: later("{program} is too large"),
    ProblemKind.FILES_DELETED: later("The run deleted files, which are back"),
    ProblemKind.CUT: later("Not all tests of {program} have run"),
    ProblemKind.HAD_TO_FAIL: later("A test of {program} passes, though it is marked to fail"),
    ProblemKind.WORKER_DIED: later("The test run broke off"),
}


def status(facts: Facts) -> str:
    """How things stand: ``waiting``, ``syntax``, ``problem``, ``failing``, ``unseen`` or ``passing``.

    ``unseen`` is where all tests that the student sees agree, and others do not.
    """
    if facts.syntax:
        return "syntax"
    if facts.failing:
        return "failing"
    if facts.problems:
        return "problem"
    if facts.disagreeing:
        return "unseen"
    return "passing" if facts.passing or facts.hidden else "waiting"


def headline(facts: Facts) -> str:
    """How things stand, in at most twelve words."""
    if facts.syntax:
        return say("Python cannot read {program} yet", program=code(facts.program))
    if facts.failing:
        return _disagreement(facts)
    if facts.problems:
        return say(_PROBLEMS[facts.problems[0].kind], program=code(facts.program))
    if facts.disagreeing:
        return say_count(
            "{number} hidden test disagrees with {subject}",
            "{number} hidden tests disagree with {subject}",
            len(facts.disagreeing),
            subject=code(subject(facts)),
        )
    if facts.passing or facts.hidden:
        return _agreement(facts)
    return say("No run of {program} yet", program=code(facts.program))


def subject(facts: Facts) -> str:
    """What the tests are about: the function that they call last, else the file."""
    tests = facts.failing or facts.tests
    called = dict.fromkeys(test.calls[-1].function for test in tests if test.calls)
    return next(iter(called)) if len(called) == 1 else facts.program


def message(facts: Facts) -> str | None:
    """What kept the tests from running, for people; ``None`` where nothing did."""
    if not facts.problems or facts.syntax:
        return None
    return "\n".join(outcome(problem.message) for problem in facts.problems)


def template(facts: Facts) -> str | None:
    """A first test to copy, where there is none yet."""
    if facts.syntax or not any(problem.kind is ProblemKind.NO_TESTS for problem in facts.problems):
        return None
    module = facts.program.removesuffix(".py")
    routine = next((r for r in facts.shape.routines if "." not in r.name and not r.name.startswith("_")), None)
    name = routine.name if routine else "your_function"
    arguments = ", ".join("..." for _ in routine.parameters) if routine else "..."
    return (
        f"# test_{module}.py\nfrom {module} import {name}\n\n\n"
        f"def test_{name}():\n    assert {name}({arguments}) == ...\n"
    )


def _disagreement(facts: Facts) -> str:
    known = len(facts.failing) - len(facts.hurried)
    if not known:
        return say_count(
            "{number} test of {subject} did not end in time",
            "{number} tests of {subject} did not end in time",
            len(facts.hurried),
            subject=code(subject(facts)),
        )
    if facts.hurried or facts.unrun:
        return say_count(
            "At least {number} test disagrees with {subject}",
            "At least {number} tests disagree with {subject}",
            known,
            subject=code(subject(facts)),
        )
    return say_count(
        "{number} test disagrees with {subject}",
        "{number} tests disagree with {subject}",
        len(facts.failing),
        subject=code(subject(facts)),
    )


def _agreement(facts: Facts) -> str:
    return say_count(
        "The test agrees with {subject}",
        "All {number} tests agree with {subject}",
        len(facts.passing) + len(facts.hidden),
        subject=code(subject(facts)),
    )
