"""The search for repairs in one examination, which may be over before every test had all its time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.processors import processors
from gadfly_analyzers.execution.results import Outcome, RunResult
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.trial import Budget
from gadfly_analyzers.execution.turns import CROWDED
from gadfly_analyzers.findings import Finding
from gadfly_analyzers.localize.hits import Hit, Searched
from gadfly_analyzers.localize.learned import Learned
from gadfly_analyzers.localize.search import Search
from gadfly_analyzers.source import Source

SEARCH_STEPS, LEAST_STEPS = 9_000_000, 3_000_000  # the most, and with tests that take all their time
STEPS_OF_WAITING = 1_500_000  # what the search has less for each test that was stopped
SEARCH_SECONDS = 10.0  # of the clock, on a busy machine
CROWDED_STEPS, CROWDED_SECONDS = 200_000, 0.5  # for the search, however many wait
MOST_AT_ONCE = 2


@dataclass
class Looking:
    """Tries repairs; what they showed holds for every run in which the tests end in the same ways."""

    source: Source
    assignment: Assignment
    runner: Runner
    interpreter: Path
    limits: Limits
    table: Learned | None
    findings: Sequence[Finding]
    _ends: list[tuple[str, Outcome]] = field(default_factory=list)
    _found: Searched | None = None

    @property
    def cured(self) -> bool:
        """Tell whether a repair was found that makes every test pass."""
        return self._found is not None and any(hit.whole for hit in self._found.hits)

    def search(self, run: RunResult) -> Search:
        """Give the search that belongs to a run."""
        budget = _budget(run, self.runner.crowd)
        within = (self.runner, self.interpreter, self.limits, budget)
        return Search(self.source, self.assignment, run, *within, self.table, self.findings)

    async def results(self, run: RunResult, on_hit: Callable[[Hit], None]) -> Searched:
        """Give what repairs show, trying them if that was not done yet; ``on_hit`` is not called in a crowd."""
        ends = [(test.id, test.outcome) for test in run.tests]
        if self._found is None or ends != self._ends:
            heard = on_hit if self.runner.crowd < CROWDED else None
            self._ends, self._found = ends, await self.search(run)(heard)
        return self._found


def _budget(run: RunResult, crowd: float) -> Budget:
    """Give how much may be tried: no less on a busy machine, and less where the student has waited for tests.

    Where others wait for a place, everybody gets a much smaller part, so that none is held for long.
    """
    steps = max(SEARCH_STEPS - len(run.stopped) * STEPS_OF_WAITING, LEAST_STEPS)
    share = 1 / (1 + 2 * crowd) ** 2
    processes = min(MOST_AT_ONCE, processors()) if crowd < CROWDED else 1
    steps, seconds = max(int(share * steps), CROWDED_STEPS), max(share * SEARCH_SECONDS, CROWDED_SECONDS)
    return Budget(steps=steps, seconds=seconds, processes=processes)
