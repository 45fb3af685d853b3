"""How long a student waits for the first question after a save, beside a cold pytest."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from budgeting.ratio import Ratio, quicker
from save_to_question import EXAMPLE, measure

ROUNDS = 15
ENOUGH = 0.5 / 1.2  # of pytest's time: what is waited for hangs on how busy the machine is, so no budget is stricter


def save() -> Iterator[Ratio]:
    """Save and run pytest by turns: the work of both, and the quickest wait of each, since others only slow down."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(shutil.copytree(EXAMPLE, Path(scratch).resolve() / EXAMPLE.name))
        ours, theirs, work, pytest_work = (
            [1000 * each for each in times] for times in zip(*asyncio.run(measure(folder, ROUNDS)), strict=True)
        )
    against = "a cold `python -m pytest -q`"
    yield Ratio("save to question, work", quicker(work), quicker(pytest_work), "ms CPU", against)
    yield Ratio("save to question, wait", min(ours), min(theirs), "ms", against, ENOUGH)
