"""Who would hold a program right although its tests disagree: misconceptions under which every test passes.

Such a misconception explains the bug: run as its holder believes that Python works, the program does what it should.
Programs that are rewritten for a belief are handed to the runner and kept nowhere; only names leave.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.trial import Budget
from gadfly_analyzers.predictions.rewrites import beliefs
from gadfly_analyzers.predictions.rewrites.rewritten import rewritten
from gadfly_analyzers.source import Source

BUDGET = Budget(steps=2_000_000, seconds=60.0)


async def explained_by(  # noqa: PLR0913 # all but the first four are by name
    source: Source,
    assignment: Assignment,
    run: RunResult,
    runner: Runner,
    *,
    interpreter: Path,
    limits: Limits = Limits(),  # noqa: B008 # frozen
    text: str | None = None,
) -> tuple[str, ...]:
    """Name the misconceptions that explain why tests of ``run`` fail, in the catalogue's order.

    ``run`` is one of the assignment's program; ``text`` is another version of it, which is asked about instead.
    """
    version = source if text is None else Source.parse(text)
    found = await asyncio.to_thread(
        lambda: [(each.MISCONCEPTION, rewritten(version, each)) for each in beliefs.ALL if not version.broken]
    )
    asked = [(name, data) for name, data in found if data is not None]
    if not asked or not run.failing:
        return ()
    trials = await runner.search(
        assignment,
        run,
        [((0, len(source.data), data),) for _, data in asked],
        interpreter=interpreter,
        limits=limits,
        budget=replace(BUDGET, candidates=len(asked)),
    )
    return tuple(asked[verdict.number][0] for verdict in trials.verdicts if verdict.whole)


def lines_misread(source: Source, misconceptions: Collection[str]) -> frozenset[int]:
    """The 1-based lines that holders of misconceptions read otherwise than Python does."""
    if source.broken:
        return frozenset()
    edits = (edit for each in beliefs.ALL if each.MISCONCEPTION in misconceptions for edit in each.rewrite(source))
    return frozenset(source.line_of(edit.start) + 1 for edit in edits)


def as_believed(source: Source, line: int) -> dict[str, bytes]:
    """The program as each misconception has it that reads a 1-based line otherwise; to be run, and never shown."""
    if source.broken:
        return {}
    about = [
        each for each in beliefs.ALL if any(source.line_of(edit.start) + 1 == line for edit in each.rewrite(source))
    ]
    found = ((each.MISCONCEPTION, rewritten(source, each)) for each in about)
    return {name: data for name, data in found if data is not None}
