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
class Look:
    """One examination: the first suspects and the final ones, and the seconds until each was there.

    ``bare`` are the seconds that the tests alone take; ``run`` is ``None`` if Python cannot read the program.
    """

    run: RunResult | None
    first: Suspects
    sharpened: Suspects
    bare: float
    first_seconds: float
    sharpened_seconds: float


async def look(folder: Path, text: str, runner: Runner, table: Learned | None = None) -> Look:
    """Examine one program, with these weights or those that ship, between two runs of its tests alone."""
    assignment = Assignment(folder / "program.py", (folder / "test_program.py",), folder)
    source = Source.parse(text)
    bare = [] if source.broken else await _bare(assignment, runner)
    firsts: list[tuple[float, Suspects]] = []
    began = time.perf_counter()

    def on_stage(seen: Examination) -> None:
        if seen.suspects and not firsts:
            firsts.append((time.perf_counter() - began, seen.suspects))

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
    ended = time.perf_counter() - began
    firsts.append((ended, seen.suspects))  # counts where there was no stage before
    if bare and not hangs(seen.run):
        bare += await _bare(assignment, runner)
    return Look(seen.run, firsts[0][1], seen.suspects, mean(bare or [0.0]), firsts[0][0], ended)


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
