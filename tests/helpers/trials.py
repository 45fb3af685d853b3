"""Changed versions of small programs, tried for real."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.trial import Budget, Candidate, Trials, Verdict
from helpers.assignments import AMPLE, HERE, results, write

PATIENT = Budget(seconds=60.0)
Change = tuple[str, str]


def candidate(assignment: Assignment, *changes: Change) -> Candidate:
    """Put other texts in the place of the only ones of their kind in a program."""
    data = assignment.program.read_bytes()
    edits = []
    for old, new in changes:
        assert data.count(old.encode()) == 1, f"{old!r} is not there just once"
        start = data.index(old.encode())
        edits.append((start, start + len(old.encode()), new.encode()))
    return sorted(edits)


async def tried(  # all by name
    runner: Runner,
    assignment: Assignment,
    *changes: Change | tuple[Change, ...],
    interpreter: Path = HERE,
    budget: Budget = PATIENT,
    run: RunResult | None = None,
    asked: Collection[int] = (),
) -> Trials:
    """Run the tests, and then try versions of the program, each with one change or several."""
    run = run or await results(runner, assignment, interpreter=interpreter)
    several = [one if isinstance(one[0], tuple) else (one,) for one in changes]
    candidates = [candidate(assignment, *one) for one in several]
    return await runner.search(
        assignment, run, candidates, interpreter=interpreter, limits=AMPLE, budget=budget, asked=asked
    )


async def verdicts(
    runner: Runner, folder: Path, program: str, tests: str, *changes: Change | tuple[Change, ...]
) -> dict[int, Verdict]:
    """Try versions of a program; a trial that did not come to its end shows here."""
    trials = await tried(runner, write(folder, program, tests), *changes)
    assert trials.complete
    assert trials.reached == len(changes)
    return {verdict.number: verdict for verdict in trials.verdicts}


def names(ids: frozenset[str]) -> set[str]:
    """Shorten the ids of tests to what tells them apart."""
    return {id_.partition("::")[2] for id_ in ids}
