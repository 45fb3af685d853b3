"""Runs a test as people with misconceptions think that it runs; what comes out are their predictions.

A program that is rewritten for a belief may happen to be the repair: it is handed to the runner and kept nowhere.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.processors import free_processors
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.turns import CROWDED
from gadfly_analyzers.predictions.believed import believed, differ
from gadfly_analyzers.predictions.prediction import Prediction
from gadfly_analyzers.predictions.rewrites import beliefs
from gadfly_analyzers.predictions.rewrites.belief import Belief
from gadfly_analyzers.predictions.rewrites.rewritten import rewritten
from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.recording import Trace

ALL = tuple(belief.MISCONCEPTION for belief in beliefs.ALL)
SECONDS = 15.0  # for all predictions together, on a busy machine: if it does not suffice, there are none
TEST_SECONDS, HURRIED_SECONDS = 2.5, 0.25  # for one of them: as believed, many a program does not end; events are few
MOST_AT_ONCE = 2
MOST_EVENTS = 2_000  # no question counts farther than that, and many traces are kept at once


async def predict(  # noqa: PLR0913, PLR0917 # most are by name
    source: Source,
    assignment: Assignment,
    test_id: str,
    runner: Runner,
    interpreter: Path,
    limits: Limits = Limits(),  # noqa: B008 # frozen
    misconceptions: Collection[str] = ALL,
    *,
    real: Trace | None = None,
    seconds: float = SECONDS,
) -> tuple[Prediction, ...]:
    """Predict a test for each misconception that makes a difference; cancelling stops it at once.

    Where others come to wait for a place, it gives up, and nothing is predicted.
    ``real`` is the trace of the test, if it is known already; it has to be one of this source.
    """
    source = source.settled()
    if await asyncio.to_thread(lambda: source.broken):
        return ()
    clock = asyncio.get_running_loop().time
    until = clock() + seconds
    if real is None:
        real = await runner.trace(assignment, test_id, interpreter=interpreter, limits=_brief(limits, seconds))
    if not real.events:
        return ()
    real = await asyncio.to_thread(believed, real, source)
    found: dict[str, Trace] = {}

    def left() -> float:
        nonlocal until
        until = 0.0 if runner.crowd >= CROWDED else until
        return until - clock()

    asking = _Asking(source, assignment, runner, interpreter, limits, real, left)
    wanted = [belief for belief in beliefs.ALL if belief.MISCONCEPTION in misconceptions]
    await asking.all(wanted, found)
    if not until:
        return ()
    return tuple(Prediction(name, found[name]) for name in ALL if name in found)


@dataclass(frozen=True)
class _Asking:
    """One test, asked of many beliefs."""

    source: Source
    assignment: Assignment
    runner: Runner
    interpreter: Path
    limits: Limits
    real: Trace
    left: Callable[[], float]

    async def all(self, wanted: Iterable[Belief], found: dict[str, Trace]) -> None:
        """Ask some beliefs at a time until all are asked or the time is over."""
        waiting = iter(wanted)

        async def work() -> None:
            for belief in waiting:
                if self.left() <= 0:
                    return
                trace = await self.of(belief)
                if trace is not None:
                    found[belief.MISCONCEPTION] = trace

        tasks = [asyncio.ensure_future(work()) for _ in range(free_processors(MOST_AT_ONCE))]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def of(self, belief: Belief) -> Trace | None:
        """Record the test as a belief has it; ``None`` if that shows nothing else than the real run."""
        ran = {event.function for event in self.real.events}
        text = await asyncio.to_thread(_rewritten, self.source, belief, ran)
        if text is None or self.left() <= 0:
            return None
        trace = await self.runner.trace(
            self.assignment,
            self.real.test,
            interpreter=self.interpreter,
            limits=_brief(self.limits, self.left()),
            text=text,
        )
        told = await asyncio.to_thread(believed, trace, self.source)
        return told if told.events and differ(self.real, told) else None


def _rewritten(source: Source, belief: Belief, ran: Collection[str]) -> bytes | None:
    try:
        return rewritten(source, belief, ran)
    except Exception:
        if "PYTEST_CURRENT_TEST" in os.environ:
            raise
        logging.getLogger(__name__).exception("a program could not be read as %s has it", belief.MISCONCEPTION)
        return None


def _brief(limits: Limits, seconds: float) -> Limits:
    """Give one prediction no more time than there is."""
    return replace(
        limits,
        wall_seconds=min(limits.wall_seconds, seconds),
        trace_events=min(limits.trace_events, MOST_EVENTS),
        test_seconds=min(limits.test_seconds, TEST_SECONDS),
        hurried_seconds=min(limits.hurried_seconds, HURRIED_SECONDS),
    )
