"""What it takes to grade a program with what a tutor said of it, beside one bare run of its tests."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from budgeting.clocks import cpu_of_ended, cpu_of_family
from budgeting.ratio import Ratio, quicker
from gadfly_analyzers.execution.runner import Runner
from gadfly_server.grading import grade as grading
from gadfly_server.grading.case import Cases
from gadfly_server.grading.unit import Unit, units
from save_to_question import cold_pytest
from scaling.programs import SHAPES, programs

KINDS, ROUNDS = len(SHAPES), 3


def grade() -> Iterator[Ratio]:
    """Grade programs of each kind, once the interpreter is warm, and run their tests with pytest."""
    ours, bare = asyncio.run(_graded([*units(programs(ROUNDS * KINDS + 1))]))
    # Programs come in the same kinds over and over: the quicker of a kind count.
    mean = sum(quicker(ours[kind::KINDS]) for kind in range(KINDS)) / KINDS
    yield Ratio("grading a program", 1000 * mean, 1000 * quicker(bare), "ms CPU", "a cold `python -m pytest -q`")


async def _graded(programs: Sequence[Unit]) -> tuple[list[float], list[float]]:
    """Seconds of processor time for each program but the first, which warms up."""
    ours, bare = [], []
    async with Runner() as runner:
        for unit in programs:
            before = cpu_of_family()
            await grading.grade(unit.transcripts, Cases(runner, Path(sys.executable)))
            ours.append(cpu_of_family() - before)
            bare.append(_bare(unit))
    return ours[1:], bare[1:]


def _bare(unit: Unit) -> float:
    """Seconds of processor time of pytest on a program of its own."""
    with tempfile.TemporaryDirectory() as place:
        Path(place, "program.py").write_text(unit.transcripts[0].program, "utf-8")
        Path(place, "test_program.py").write_text(unit.transcripts[0].tests, "utf-8")
        before = cpu_of_ended()
        cold_pytest(Path(place))
        return cpu_of_ended() - before
