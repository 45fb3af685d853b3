"""A whole look at a small program, with a real interpreter behind it."""

from __future__ import annotations

import sys
from pathlib import Path
from textwrap import dedent

from gadfly_analyzers.examine import Examination, examine
from gadfly_analyzers.execution.assignment import find_assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source

PYTHON = Path(sys.executable)
AVERAGE = """
    def average(values):
        total = 0
        for i in range(1, len(values)):
            total += values[i]
        return total / len(values)
"""
TESTS = """
    from program import average

    def test_equal():
        assert average([0, 3, 3, 2]) == 2

    def test_many():
        assert average([2, 4, 6, 8]) == 5

    def test_two():
        assert average([2, 4]) == 3
"""


async def look(
    runner: Runner,
    folder: Path,
    program: str,
    tests: str | None = TESTS,
    limits: Limits = Limits(),  # noqa: B008
) -> tuple[Examination, list[Examination]]:
    """Write a program and its tests, and examine it; gives what came last, and all stages before."""
    path = folder / "program.py"
    path.write_text(dedent(program).removeprefix("\n"), "utf-8")
    if tests is not None:
        (folder / "test_program.py").write_text(dedent(tests).removeprefix("\n"), "utf-8")
    stages: list[Examination] = []
    source = Source.parse(path.read_text("utf-8"))
    whole = await examine(
        source, find_assignment(path), runner, interpreter=PYTHON, limits=limits, on_stage=stages.append
    )
    return whole, stages


def doubtful(seen: Examination) -> list[str]:
    """Name the tests that may only be slow."""
    return [test.name for test in seen.run.doubtful] if seen.run else []
