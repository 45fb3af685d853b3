"""``gadfly grade tune``: looks for better weights on one set of lessons, and tells what they gain on another."""

from __future__ import annotations

import sys
from pathlib import Path

from gadfly_server.grading.files import check_writable, write_text
from gadfly_server.grading.intervals import Estimate
from gadfly_server.grading.lessons import lessons_in
from gadfly_server.grading.pool import Pool
from gadfly_server.grading.tuning import Plan, tune, written
from gadfly_server.terminal.console import Console
from gadfly_server.terminal.counted import counted


def tune_on(  # noqa: PLR0913 - what can be typed behind the command
    data: Path,
    other: Path,
    *,
    rounds: int = 2,
    seeds: int = 2,
    turns: int = 12,
    limit: int = 0,
    output: Path | None = None,
    pool: Pool = Pool(),  # noqa: B008 # frozen
) -> int:
    """Search, print what came of it, and write the weights down."""
    check_writable(output)
    console = Console(file=sys.stdout, highlight=False, soft_wrap=True)
    told = Console(stderr=True, highlight=False)
    plan = Plan(tuple(range(seeds)), turns)
    lessons, others = lessons_in(data, limit), lessons_in(other, limit)
    found = tune(lessons, others, plan=plan, rounds=rounds, pool=pool, tell=told.print)
    console.print(f"{found.tried} choices of weights were tried on {counted(len(lessons), 'lesson')} of {data}.")
    console.print(f"There the best one needs {_said(found.searched)} turns a dialogue: the luckiest of many.")
    console.print(
        f"On {counted(len(others), 'lesson')} of {other} it needs {_said(found.held_out)}: this is what to expect."
    )
    if found.held_out and found.held_out.high >= 0:
        console.print("The interval holds 0, so the usual weights may be as good.")
    if output:
        write_text(output, written(found.weights))
        console.print(
            f"The weights are in {output}; try them with: gadfly grade play DATA --weights {output}", markup=False
        )
    else:
        console.print(written(found.weights).rstrip())
    return 0


def _said(gain: Estimate | None) -> str:
    return "as many" if gain is None else f"{gain.mean:+.2f} [{gain.low:+.2f}, {gain.high:+.2f}]"
