"""Grades one unit in whichever process this is, with the warm interpreter that stays for what comes next."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.workers import warmly
from gadfly_server.grading.case import Cases
from gadfly_server.grading.grade import grade
from gadfly_server.grading.graded import Graded
from gadfly_server.grading.unit import Unit


def work(unit: Unit) -> list[Graded]:
    """Grade a unit; the same each time, wherever that is."""
    return warmly(partial(_work, unit))


async def _work(unit: Unit, runner: Runner) -> list[Graded]:
    cases = Cases(runner, Path(sys.executable), useful="useful" in dict(unit.options))
    return await grade(unit.transcripts, cases)
