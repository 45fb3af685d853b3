"""Small assignments written to a folder and run for real."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable
from functools import cache
from pathlib import Path

from gadfly_analyzers.execution.assignment import Assignment, find_assignment
from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.results import RunResult, TestResult
from gadfly_analyzers.execution.runner import Runner

SHORT = Limits(test_seconds=0.4)  # for tests that are to be stopped
AMPLE = Limits(test_seconds=20, wall_seconds=60, cpu_seconds=60)  # for all others, however busy the machine
HERE = Path(sys.executable)
MINORS = range(9, 15)


def write(folder: Path, program: str, tests: str = "", name: str = "work") -> Assignment:
    """Write a program and its tests, and find the assignment."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.py"
    path.write_text(textwrap.dedent(program), encoding="utf-8")
    if tests:
        (folder / f"test_{name}.py").write_text(textwrap.dedent(tests), encoding="utf-8")
    return find_assignment(path)


async def results(
    runner: Runner,
    assignment: Assignment,
    *,
    limits: Limits = AMPLE,
    interpreter: Path = HERE,
    on_result: Callable[[TestResult], None] | None = None,
) -> RunResult:
    """Run an assignment."""
    return await runner.run(assignment, interpreter=interpreter, limits=limits, on_result=on_result)


async def result(runner: Runner, folder: Path, program: str, tests: str, *, limits: Limits = AMPLE) -> TestResult:
    """Run a program whose first test is of interest."""
    told = await results(runner, write(folder, program, tests), limits=limits)
    assert told.tests, told.problems
    return told.tests[0]


@cache
def interpreters() -> dict[str, Path]:
    """Find the Pythons on the PATH that really start, and this one."""
    found = {sys.version_info.minor: HERE}
    for minor in MINORS:
        for folder in os.get_exec_path():
            path = shutil.which(f"python3.{minor}", path=folder)
            if path and minor not in found and _starts(path, minor):
                found[minor] = Path(path)
    return {f"3.{minor}": found[minor] for minor in sorted(found)}


def _starts(path: str, minor: int) -> bool:
    """Tell whether a command is a Python of that version: a shim may not be."""
    command = [path, "-I", "-c", "import sys; print(sys.version_info[1])"]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)
    return asked.returncode == 0 and asked.stdout.strip() == str(minor)
