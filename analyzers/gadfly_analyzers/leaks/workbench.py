"""Where pieces of code from texts are tried: put into the program in forked children, with the tests run on them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple

from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.trial import Budget, Candidate, Trials, Verdict
from gadfly_analyzers.leaks.known import Known
from gadfly_analyzers.leaks.latest import Latest
from gadfly_analyzers.leaks.reading import Reading
from gadfly_analyzers.leaks.splices import splices
from gadfly_analyzers.leaks.transplants import programs_in, transplants
from gadfly_analyzers.leaks.verdict import Kind, Reason
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source

_SOLVES = Reason(Kind.SPLICE, "a program in it does what a test wants that fails")
BUDGET = Budget(candidates=90, steps=540_000, seconds=5.0)  # the steps decide; the seconds are for what they cannot see


class Tried(NamedTuple):
    """What speaks against a text; ``hurried`` if there might be more, for which the time was not enough."""

    reasons: tuple[Reason, ...] = ()
    hurried: bool = False


@dataclass(frozen=True)
class Workbench:
    """All that it takes to run one version of a program otherwise; what was run to its end once is known."""

    assignment: Assignment
    run: RunResult
    runner: Runner
    interpreter: Path
    limits: Limits
    budget: Budget = BUDGET
    _known: Latest[tuple[Candidate, ...], Trials] = field(
        default_factory=partial(Latest, 256), repr=False, compare=False
    )

    async def tries(self, reading: Reading, known: Known, places: Sequence[Statement]) -> Tried:
        """Put the pieces of a text in the place of what stands at suspect statements; a reason if more tests pass."""
        versions = await asyncio.to_thread(lambda: list(splices(reading, known, places)))
        if not versions:
            return Tried()
        trials = await self._trials(tuple(tuple(candidate) for _, candidate in versions))
        helped = [each for each in trials.verdicts if each.passed and not each.broken]
        if not helped:
            return Tried(hurried=trials.hurried)
        best = min(helped, key=lambda each: (-len(each.passed), each.number))
        return Tried((_helps(best, versions[best.number][0]),))

    async def tries_whole(self, reading: Reading, source: Source) -> Tried:
        """Put each program of a text in the place of a function of the student's; a reason if tests only gain by it."""
        programs = programs_in(reading)
        ends = await asyncio.to_thread(lambda: [end for one in programs for end in transplants(source.text, one)])
        at = len(source.data)
        trials = await self._trials(tuple(((at, at, end.encode()),) for end in ends)) if ends else Trials()
        solves = any(each.passed and not each.broken for each in trials.verdicts)
        return Tried((_SOLVES,) if solves else (), trials.hurried and not solves)

    def forget(self) -> None:
        """Forget what was run."""
        self._known.clear()

    async def _trials(self, candidates: tuple[Candidate, ...]) -> Trials:
        found = self._known.get(candidates)
        if found is None:
            found = await self.runner.search(
                self.assignment,
                self.run,
                candidates,
                interpreter=self.interpreter,
                limits=self.limits,
                budget=self.budget,
            )
            if not found.hurried:
                self._known[candidates] = found
        return found


def _helps(tried: Verdict, statement: Statement) -> Reason:
    more = f"{len(tried.passed)} more test{'' if len(tried.passed) == 1 else 's'}"
    return Reason(Kind.SPLICE, f"a piece of code in it makes {more} pass at line {statement.line}")
