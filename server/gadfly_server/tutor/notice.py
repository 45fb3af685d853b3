"""Level 0: one line that says how things stand, and what to do where nothing could run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gadfly_analyzers.execution.results import ProblemKind
from gadfly_server.tutor.words import code, count_of

if TYPE_CHECKING:
    from gadfly_server.tutor.facts import Facts

_PROBLEMS = {
    ProblemKind.NO_TESTS: "No tests for {program} yet",
    ProblemKind.TESTS_DO_NOT_LOAD: "A test file of {program} does not load",
    ProblemKind.PROGRAM_DOES_NOT_LOAD: "{program} does not load",
    ProblemKind.NO_INTERPRETER: "No Python found to run {program}",
    ProblemKind.UNREADABLE: "{program} cannot be read",
    ProblemKind.TOO_LARGE: "{program} is too large",
    ProblemKind.FILES_DELETED: "The run deleted files, which are back",
    ProblemKind.WORKER_DIED: "The test run broke off",
}


def status(facts: Facts) -> str:
    """How things stand: ``waiting``, ``syntax``, ``problem``, ``failing`` or ``passing``."""
    if facts.syntax:
        return "syntax"
    if facts.failing:
        return "failing"
    if facts.problems:
        return "problem"
    return "passing" if facts.passing else "waiting"


def headline(facts: Facts) -> str:
    """How things stand, in at most twelve words."""
    if facts.syntax:
        return f"Python cannot read {code(facts.program)} yet"
    if facts.failing:
        return _disagreement(facts)
    if facts.problems:
        return _PROBLEMS[facts.problems[0].kind].format(program=code(facts.program))
    if facts.passing:
        return f"{_all(len(facts.passing))} with {code(subject(facts))}"
    return f"No run of {code(facts.program)} yet"


def subject(facts: Facts) -> str:
    """What the tests are about: the function that they call last, else the file."""
    tests = facts.failing or facts.tests
    called = dict.fromkeys(test.calls[-1].function for test in tests if test.calls)
    return next(iter(called)) if len(called) == 1 else facts.program


def message(facts: Facts) -> str | None:
    """What kept the tests from running, for people; ``None`` where nothing did."""
    if not facts.problems or facts.syntax:
        return None
    return "\n".join(problem.message for problem in facts.problems)


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
    number = len(facts.failing)
    return f"{count_of(number, 'test')} {'disagrees' if number == 1 else 'disagree'} with {code(subject(facts))}"


def _all(number: int) -> str:
    return "The 1 test agrees" if number == 1 else f"All {number} tests agree"
