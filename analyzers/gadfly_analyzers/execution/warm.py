"""The interpreters that stay started, so that a run begins at once."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Collection
from pathlib import Path

from gadfly_analyzers.execution.results import Problem
from gadfly_analyzers.execution.worker import Worker, start_worker


class Warm:
    """One warm worker per interpreter; runners may share them.

    ``without`` names defences that are not to be put up around them, besides those in ``GADFLY_WITHOUT``.
    """

    def __init__(self, without: Collection[str] = ()) -> None:
        self._without = frozenset(without) | given_up()
        self._workers: dict[Path, asyncio.Task[Worker | Problem]] = {}

    async def close(self) -> None:
        """End all workers."""
        starting, self._workers = list(self._workers.values()), {}
        for task in starting:
            if not task.done():
                task.cancel()
        for worker in await asyncio.gather(*starting, return_exceptions=True):
            if isinstance(worker, Worker):
                await worker.close()

    async def worker(self, interpreter: Path) -> Worker | Problem:
        """Return the warm worker of an interpreter, a new one if there is none that lives."""
        task = self._workers.get(interpreter)
        if task is None or (task.done() and not _usable(task)):
            task = self._workers[interpreter] = asyncio.ensure_future(start_worker(interpreter, self._without))
        return await asyncio.shield(task)

    async def dismiss(self, worker: Worker) -> None:
        """Forget a worker that died."""
        for interpreter, task in list(self._workers.items()):
            if task.done() and not task.cancelled() and task.exception() is None and task.result() is worker:
                del self._workers[interpreter]
        await worker.close()


def given_up() -> frozenset[str]:
    """Read which defences this user does without."""
    named = os.environ.get("GADFLY_WITHOUT", "").split(",")
    return frozenset(name.strip() for name in named if name.strip())


def _usable(task: asyncio.Task[Worker | Problem]) -> bool:
    """Tell whether a finished start has led to a worker that still lives."""
    if task.cancelled() or task.exception() is not None:
        return False
    worker = task.result()
    return isinstance(worker, Worker) and worker.alive
