"""A leak check of any program with tests: what grading begins with."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from gadfly_analyzers.check import check
from gadfly_analyzers.execution.assignment import Assignment, find_assignment
from gadfly_analyzers.execution.limits import Limits, hasty
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.trial import Budget
from gadfly_analyzers.leaks.checker import Checker
from gadfly_analyzers.leaks.workbench import Workbench
from gadfly_analyzers.localize.hits import Searched
from gadfly_analyzers.localize.ranking import suspects
from gadfly_analyzers.localize.search import Search
from gadfly_analyzers.source import Source

PATIENT = Budget(seconds=20.0)


async def prepare(  # noqa: PLR0913 # all but the first two are by name
    program: Path,
    runner: Runner,
    *,
    interpreter: Path,
    assignment: Assignment | None = None,
    limits: Limits = Limits(),  # noqa: B008 # frozen
    budget: Budget = PATIENT,
    references: Sequence[str] = (),
) -> Checker:
    """Run a program's tests, look for repairs, and give the check of texts about it."""
    source = Source.parse(await asyncio.to_thread(program.read_text, "utf-8"))
    if source.broken:
        return await asyncio.to_thread(partial(Checker, source, None, references=references))
    if assignment is None:
        assignment = await asyncio.to_thread(find_assignment, program)
    run = await runner.run(assignment, interpreter=interpreter, limits=hasty(limits))
    searched = Searched()
    if run.failing:
        findings = tuple(await asyncio.to_thread(check, source))
        search = Search(source, assignment, run, runner, interpreter, limits, budget, findings=findings)
        searched = await search()
    workbench = Workbench(assignment, run, runner, interpreter, limits)
    ranked = await asyncio.to_thread(suspects, source, run, searched)
    make = partial(Checker, searched=searched, suspects=ranked, workbench=workbench, references=references)
    return await asyncio.to_thread(make, source, run)
