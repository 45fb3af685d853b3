"""Grades one unit in whichever process this is: each process keeps one loop and one warm interpreter for all of them."""

from __future__ import annotations

import asyncio
import sys
import threading
from functools import cache
from pathlib import Path

from gadfly_analyzers.execution.runner import Runner
from gadfly_server.grading.case import Cases
from gadfly_server.grading.grade import grade
from gadfly_server.grading.graded import Graded
from gadfly_server.grading.unit import Unit


def work(unit: Unit) -> list[Graded]:
    """Grade a unit; safe from any thread of any process, and the same each time."""
    loop, cases = _bench()
    return asyncio.run_coroutine_threadsafe(grade(unit.transcripts, cases), loop).result()


@cache
def _bench() -> tuple[asyncio.AbstractEventLoop, Cases]:
    """Start the loop of this process; it ends with it, and so does the interpreter that it keeps warm."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="grading", daemon=True).start()
    return loop, Cases(Runner(), Path(sys.executable))
