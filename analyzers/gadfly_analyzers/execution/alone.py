"""Run a small program that stands alone, in a folder of its own, and tell whether it prints what it is said to."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from gadfly_analyzers.execution.assignment import find_assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import Outcome

if TYPE_CHECKING:
    from gadfly_analyzers.execution.runner import Runner

NAME = "example"


async def prints(program: str, output: str, runner: Runner, interpreter: Path, limits: Limits | None = None) -> bool:
    """Tell whether a program ends by itself and prints just that; it runs like any test, with the same limits."""
    with tempfile.TemporaryDirectory(prefix="gadfly-example-") as name:
        folder = Path(name)
        await asyncio.to_thread(_write, folder, program, output)
        assignment = await asyncio.to_thread(find_assignment, folder / f"{NAME}.py", None)
        run = await runner.run(assignment, interpreter=interpreter, limits=limits or Limits())
    return bool(run.tests) and all(test.outcome is Outcome.PASSED for test in run.tests)


def _write(folder: Path, program: str, output: str) -> None:
    (folder / f"{NAME}.py").write_text(program, encoding="utf-8")
    (folder / f"{NAME}.in").write_text("", encoding="utf-8")
    (folder / f"{NAME}.out").write_text(output, encoding="utf-8")
