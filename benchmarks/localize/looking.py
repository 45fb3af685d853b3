"""What Gadfly shows of a program, and when."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from gadfly_analyzers.examine import Examination, examine
from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import Outcome, RunResult
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.localize.learned import Learned
from gadfly_analyzers.localize.suspects import Suspect
from gadfly_analyzers.source import Source
from localize.ranks import Keys

LIMITS = Limits()  # as in the editor
INTERPRETER = Path(sys.executable)

Suspects = tuple[Suspect, ...]


@dataclass(frozen=True)
class Ranking:
    """A ranking as it was shown, and so many seconds after the beginning."""

    seconds: float
    suspects: Suspects


@dataclass(frozen=True)
class Look:
    """One examination: every ranking that was shown, from the first to the sharpened one, in order.

    ``bare`` are the seconds that the tests alone take; ``run`` is ``None`` if Python cannot read the program.
    """

    run: RunResult | None
    bare: float
    shown: tuple[Ranking, ...]

    @property
    def first(self) -> Ranking:
        """Give the ranking that was shown before any repair was tried."""
        return self.shown[0]

    @property
    def sharpened(self) -> Ranking:
        """Give the ranking that was final; whatever comes after it is evidence alone."""
        return self.shown[-1]


async def look(folder: Path, text: str, runner: Runner, table: Learned | None = None) -> Look:
    """Examine one program, with these weights or those that ship, between two runs of its tests alone."""
    assignment = Assignment(folder / "program.py", (folder / "test_program.py",), folder)
    source = Source.parse(text)
    bare = [] if source.broken else await _bare(assignment, runner)
    stages: list[tuple[float, Examination]] = []
    began = time.perf_counter()

    def on_stage(seen: Examination) -> None:
        stages.append((time.perf_counter() - began, seen))

    seen = await examine(
        source,
        assignment,
        runner,
        interpreter=INTERPRETER,
        limits=LIMITS,
        on_stage=on_stage,
        table=table,
        beliefs=(),
    )
    on_stage(seen)  # the only one where nothing was tried
    if bare and not hangs(seen.run):
        bare += await _bare(assignment, runner)
    return Look(seen.run, mean(bare or [0.0]), tuple(_shown(stages)))


def _shown(stages: Iterable[tuple[float, Examination]]) -> Iterator[Ranking]:
    """Give the rankings in order, up to the one that is final."""
    for seconds, seen in stages:
        is_final = seen.ranked or seen.sharpened
        if seen.suspects or is_final:
            yield Ranking(seconds, seen.suspects)
        if is_final:
            return


def hangs(run: RunResult | None) -> bool:
    """Tell whether a test had to be stopped."""
    return run is not None and any(test.outcome is Outcome.STOPPED for test in run.tests)


async def _bare(assignment: Assignment, runner: Runner) -> list[float]:
    """Time the tests alone, the second time, for then all is warm; once is enough if one hangs."""
    for _ in range(2):
        began = time.perf_counter()
        run = await runner.run(assignment, interpreter=INTERPRETER, limits=LIMITS)
        seconds = time.perf_counter() - began
        if hangs(run):
            break
    return [seconds]


def keys(units: Sequence[range], suspects: Suspects) -> Keys:
    """Rank the units of a program as the suspects have them; all others share the last place."""
    return [-float(_place(lines, suspects)) for lines in units]


def touches(suspect: Suspect, lines: Iterable[int]) -> bool:
    """Tell whether a suspect has one of these lines."""
    return any(suspect.line <= line <= suspect.end_line for line in lines)


def _place(lines: range, suspects: Suspects) -> int:
    return next((place for place, suspect in enumerate(suspects) if touches(suspect, lines)), len(suspects))


@contextmanager
def one_core() -> Iterator[None]:
    """Keep this process, and what it starts meanwhile, on one core, where the system can do that."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)
