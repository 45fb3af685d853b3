"""Where work is done: in processes of this machine or on a Dask cluster, both through ``concurrent.futures``.

What is worked out depends on the item alone, so it is the same wherever that happens, and may be done again elsewhere
when a worker dies.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from gadfly_analyzers.execution.workers import processes
from gadfly_server.grading.edition import edition
from gadfly_server.grading.files import Unreadable

T = TypeVar("T")
R = TypeVar("R")
WAITING = 4  # tasks for each worker that are handed out before it asks, so that it never waits and little is in flight
TOGETHER = 4  # items in a task of a cluster, where each task costs its scheduler and its client time
LOST = 3  # so often may a process die over an item until it is held to be the item's fault
CONNECT_SECONDS = 5
_ADDRESS = re.compile(r"(?:\w+://)?\S+:\d+/?")
# Else a client that only waits looks at itself fifty times a second.
CALM = {"distributed.admin.tick.interval": "1s", "distributed.admin.system-monitor.interval": "10s"}


@dataclass(frozen=True, slots=True)
class Pool:
    """``jobs`` processes of this machine, or all workers of the Dask ``scheduler`` at an address."""

    jobs: int = 1
    scheduler: str | None = None

    def results(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[tuple[int, R]]:
        """Give what ``work`` makes of each item, with the item's number from 0, as soon as it is there.

        ``work`` is a function of a module, for workers import it. Items are taken as they are needed. Raises
        ``Unreadable`` if there is no cluster, or none that fits.
        """
        if self.scheduler:
            with _cluster(self.scheduler) as (executor, workers):
                yield from _Flow(work, _tasks(items, TOGETHER), WAITING * workers).through(executor)
            return
        flow = _Flow(work, _tasks(items, 1), WAITING * self.jobs)
        while not flow.over:
            with processes(self.jobs) as executor:
                try:
                    yield from flow.through(executor)
                except BrokenExecutor:
                    flow.take_back()

    def in_order(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """Give the same in the order of the items."""
        early: dict[int, R] = {}
        wanted = 0
        for number, result in self.results(work, items):
            early[number] = result
            while wanted in early:
                yield early.pop(wanted)
                wanted += 1


Task = list[tuple[int, Any]]  # items with their numbers


def _tasks(items: Iterable[T], size: int) -> Iterator[Task]:
    numbered = iter(enumerate(items))
    while task := list(islice(numbered, size)):
        yield task


def _each(work: Callable[[Any], Any], items: Sequence[Any]) -> list[Any]:
    """Do the work of a task, wherever that is."""
    return [work(item) for item in items]


class _Flow:
    """Tasks on their way; those in flight when a process dies are handed out again."""

    def __init__(self, work: Callable[[T], R], tasks: Iterator[Task], most: int) -> None:
        self._work: Callable[[Any], Any] = work
        self._tasks = tasks
        self._most = most
        self._again: list[Task] = []
        self._flying: dict[Future[list[Any]], Task] = {}
        self._lost = Counter[int]()
        self.over = False

    def through(self, executor: Executor) -> Iterator[tuple[int, Any]]:
        try:
            while self._hand_out(executor):
                done, _ = wait(self._flying, return_when=FIRST_COMPLETED)
                for future in done:
                    results = future.result()  # what is left in flight, this one too, can be taken back until here
                    task = self._flying.pop(future)
                    yield from ((number, result) for (number, _), result in zip(task, results, strict=True))
            self.over = True
        finally:
            for future in self._flying:
                future.cancel()  # nobody wants any more

    def take_back(self) -> None:
        """Take everything back from processes of which one died; raises if one task has seen that too often."""
        for task in self._flying.values():
            first = task[0][0]
            self._lost[first] += 1
            if self._lost[first] >= LOST:
                raise Unreadable(f"Item {first + 1} ends the process that works on it, each time.")
            self._again.append(task)
        self._flying = {}

    def _hand_out(self, executor: Executor) -> bool:
        """Fill up what is in flight; false if nothing is left."""
        while len(self._flying) < self._most:
            task = self._again.pop(0) if self._again else next(self._tasks, None)
            if task is None:
                break
            self._flying[executor.submit(_each, self._work, [item for _, item in task])] = task
        return bool(self._flying)


@contextmanager
def _cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """Connect to a cluster; Dask itself hands out again what a dead worker had."""
    try:
        import dask  # noqa: PLC0415 - an extra, and slow to import
        import distributed  # noqa: PLC0415
    except ImportError as error:
        raise Unreadable("--scheduler needs Dask: pip install 'gadfly[cluster]'") from error
    if not _ADDRESS.fullmatch(address):
        raise Unreadable(f"{address} is no address of a Dask scheduler: write one such as tcp://host:8786.")
    dask.config.set(CALM)  # of all that this process does, which is nothing else
    try:
        connect: Any = distributed.Client  # has no types
        client = connect(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise Unreadable(f"There is no Dask scheduler at {address}: {error}") from error
    with client:
        yield client.get_executor(retries=LOST, pure=False), _fitting(client, address)


def _fitting(client: Any, address: str) -> int:
    """Count the threads of the workers; raises ``Unreadable`` where a worker has another Gadfly, or there is none."""
    versions = client.run(edition)
    if not versions:
        raise Unreadable(f"The scheduler at {address} has no workers. Start some: dask worker {address} --nthreads 1")
    other = {where: version for where, version in versions.items() if version != edition()}
    if other:
        where, version = min(other.items())
        raise Unreadable(f"The worker {where} has Gadfly {version}, and here is {edition()}: results could differ.")
    return int(sum(client.nthreads().values()))
