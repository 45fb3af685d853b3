"""What somebody sees who goes through failing tests step by step, knowing what the program was meant to do."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from gadfly_analyzers.attempts.attempt import Run
from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits, hasty
from gadfly_analyzers.execution.results import RunResult, TestResult
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.divergence import divergence
from gadfly_analyzers.trace.line_map import line_map
from gadfly_analyzers.trace.recording import Trace

MOST_VALUES = 60  # of variables, the first that come up
MOST = 4  # failing tests, those that run the fewest lines


async def runs_of(  # noqa: PLR0913, PLR0917 # what a recording takes
    source: Source,
    run: RunResult,
    meant: str,
    assignment: Assignment,
    runner: Runner,
    interpreter: Path,
    limits: Limits,
) -> tuple[Run, ...]:
    """Record failing tests on the program and on the ``meant`` one, and tell where the two part."""
    chosen = sorted(run.failing, key=lambda test: (test.stop is not None, len(test.lines)))[:MOST]
    lines, text = line_map(source.text, meant), meant.encode("utf-8", "surrogatepass")

    async def recorded(test: TestResult, other: bytes | None) -> Trace:
        return await runner.trace(assignment, test.id, interpreter=interpreter, limits=hasty(limits), text=other)

    found = []
    for test in chosen:
        ours, theirs = await recorded(test, None), await recorded(test, text)
        parted = await asyncio.to_thread(divergence, ours, theirs, lines)
        calls = frozenset("".join(call.text.split()) for call in test.calls)
        where = (parted.line, parted.name) if parted else (None, None)
        found.append(Run(calls, frozenset(_given(ours)), test.lines, *where))
    return tuple(found)


def _given(trace: Trace) -> Iterator[tuple[str, str]]:
    """Give what variables hold, those of the first call's arguments first."""
    held = dict.fromkeys((name, value.text) for event in trace.events for name, value in event.changes)
    yield from islice(held, MOST_VALUES)
