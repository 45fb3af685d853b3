"""What it takes to try a changed program in the sandbox, beside a process that just runs them all."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from budgeting.clocks import cpu_of_ended, cpu_of_family
from budgeting.ratio import Ratio, quicker
from gadfly_analyzers.execution.assignment import find_assignment
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.trial import Budget, Candidate

EXAMPLE = Path(__file__).parents[2] / "examples" / "average"
PLACE = "total = 0"
ROUNDS, CANDIDATES = 4, 1_200


def search() -> Iterator[Ratio]:
    """Try changed programs by turns in both ways."""
    ours, bare = asyncio.run(_tried())
    yield Ratio("trying a repair", ours, bare, "ms CPU", "one fork that runs the same programs and tests")


async def _tried() -> tuple[float, float]:
    """Milliseconds for a candidate, children included."""
    ours, bare = [], []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(shutil.copytree(EXAMPLE, Path(place).resolve() / EXAMPLE.name))
        assignment = find_assignment(folder / "average.py")
        interpreter = Path(sys.executable)
        text, tests = ((folder / name).read_text("utf-8") for name in ("average.py", "test_average.py"))
        async with Runner() as runner:
            run = await runner.run(assignment, interpreter=interpreter)
            for number in range(ROUNDS):
                tried = list(_candidates(text, number * CANDIDATES + 1))
                before = cpu_of_family()
                trials = await runner.search(
                    assignment, run, tried, interpreter=interpreter, budget=Budget(seconds=60.0)
                )
                ours.append(cpu_of_family() - before)
                assert trials.tried == CANDIDATES, trials
                before = cpu_of_ended()
                _bare([_changed(text, candidate) for candidate in tried], tests)
                bare.append(cpu_of_ended() - before)
    return 1000 * quicker(ours) / CANDIDATES, 1000 * quicker(bare) / CANDIDATES


def _candidates(text: str, first: int) -> Iterator[Candidate]:
    """Give changes none of which repairs anything."""
    start = text.index(PLACE)
    for number in range(first, first + CANDIDATES):
        yield [(start, start + len(PLACE), f"total = {number}".encode())]


def _changed(text: str, candidate: Candidate) -> str:
    ((start, end, new),) = candidate
    return text[:start] + new.decode() + text[end:]


def _bare(programs: Sequence[str], tests: str) -> None:
    """Run programs with their tests in a child, with nothing around them."""
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    gc.disable()  # it would go through all that this process has
    checks = "\n".join(line for line in tests.splitlines() if not line.startswith(("import", "from")))
    try:
        for program in programs:
            names: dict[str, object] = {}
            exec(program, names)
            exec(checks, names)
            for name, test in tuple(names.items()):
                if name.startswith("test_") and callable(test):
                    with contextlib.suppress(AssertionError):
                        test()
            names.clear()
    finally:
        os._exit(0)
