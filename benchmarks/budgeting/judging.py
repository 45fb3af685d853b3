"""What a verdict of the leak check takes, beside a fixed piece of work of this interpreter."""

from __future__ import annotations

import asyncio
import difflib
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from budgeting.ratio import Ratio
from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.leaks.checker import Checker
from gadfly_analyzers.leaks.prepare import prepare
from leaking.texts import SMALL, texts_of

PROGRAMS = 6
YARD = ("a fault is where a run and what was meant part ways" * 8, "what was meant and a run part ways at a fault" * 8)


def judge() -> Iterator[Ratio]:
    """Judge what is written about small programs, a yardstick behind each text."""
    ours, yards = asyncio.run(_judged())
    yield Ratio("leak check of a text", ours, yards, "ms CPU", "comparing two texts of 400 letters (difflib)")


async def _judged() -> tuple[float, float]:
    """Milliseconds of this process for a text and for a yardstick, in the mean."""
    spent, yards = [], []
    with tempfile.TemporaryDirectory() as place:
        async with Runner() as runner:
            for item in SMALL[:PROGRAMS]:
                checker = await _checker(Path(place, item["id"]), item["buggy_code"], item["tests"], runner)
                for said in texts_of(item):
                    began = time.process_time()
                    await checker.verdict(said.text, 2, said.heard)
                    ended = time.process_time()
                    difflib.SequenceMatcher(None, *YARD, autojunk=False).ratio()
                    spent.append(ended - began)
                    yards.append(time.process_time() - ended)
    return 1000 * sum(spent) / len(spent), 1000 * sum(yards) / len(yards)


async def _checker(folder: Path, program: str, tests: str, runner: Runner) -> Checker:
    folder.mkdir()
    path, test = folder / "program.py", folder / "test_program.py"
    path.write_text(program, "utf-8")
    test.write_text(tests, "utf-8")
    assignment = Assignment(path, (test,), folder)
    return await prepare(path, runner, interpreter=Path(sys.executable), assignment=assignment)
