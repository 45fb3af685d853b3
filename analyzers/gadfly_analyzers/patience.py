"""How much time tests get that were stopped in haste: what is sure never to end gets no more, what may be slow does."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.turns import CROWDED
from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.endless import can_be_endless, endless, never_ends
from gadfly_analyzers.trace.recording import Trace

BRIEF_EVENTS = 4_000  # of a test that does not end: what recurs is seen by then, nearly always
FEWER_EVENTS = 1_000  # of each further one
HURRIED_SECONDS = 1.0  # for a recording of a test that is likely not to end
CROWDED_SECONDS = 0.05  # for each test after one that took all its time, where others wait


def patience(limits: Limits) -> Limits:
    """Give less time to what is likely not to end."""
    return replace(limits, test_seconds=min(limits.test_seconds, HURRIED_SECONDS))


class Settled(NamedTuple):
    """A run in which every test had what time it gets; ``waited`` tells that one took all of it and did not end."""

    run: RunResult
    waited: bool


async def settled(  # noqa: PLR0913 # what a run needs
    run: RunResult,
    known: Mapping[str, bool],
    source: Source,
    assignment: Assignment,
    runner: Runner,
    *,
    interpreter: Path,
    limits: Limits,
) -> Settled:
    """Run those tests again that were stopped in haste and may only be slow; ``known`` tells of some
    whether they are sure never to end.

    Of the others is looked whether they never end, until one is found that may only be slow: then the rest of them may
    be so, too. Once one of them took all its time, the others together get as long as one does then else. Who
    had less then stays hurried: nobody knows whether it agrees. Where others wait for a place, nothing is run beside a
    test that never ends.
    """
    crowded, sure = runner.crowd >= CROWDED, {test for test, is_endless in known.items() if is_endless}
    if not crowded and len(sure) == len(known) and can_be_endless(source):
        for test in [test.id for test in run.stopped if test.id not in known]:
            brief = replace(patience(limits), trace_events=FEWER_EVENTS)
            trace = await runner.trace(assignment, test, interpreter=interpreter, limits=brief)
            if not await asyncio.to_thread(_never_ends, trace, source):
                break
            sure.add(test)
    left = [test.id for test in run.stopped if test.id not in sure]
    if not left or (crowded and sure):
        return Settled(run.hurried(left), waited=False)
    others = CROWDED_SECONDS if crowded else limits.hurried_seconds / max(len(left) - 1, 1)
    again = await runner.run(
        assignment, interpreter=interpreter, limits=replace(limits, hurried_seconds=others), only=left
    )
    doubtful = [test.id for test in again.doubtful]
    return Settled(run.renewed(again).hurried(doubtful), waited=len(again.stopped) > len(doubtful))


def _never_ends(trace: Trace, source: Source) -> bool:
    return never_ends(endless(trace, source), trace, source)
