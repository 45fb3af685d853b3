"""Work on many items, in processes that may die, here and on a cluster."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from gadfly_server.grading.files import Unreadable
from gadfly_server.grading.pool import Pool
from helpers.many import doubled, fatal, killed_once, slowly


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(Pool(2).in_order(doubled, range(20))) == [2 * number for number in range(20)]


def test_an_item_is_worked_on_again_when_its_process_dies(tmp_path: Path) -> None:
    items = [(number, str(tmp_path / "died") if number == 3 else "") for number in range(8)]
    assert sorted(Pool(2).results(killed_once, items)) == [(number, number) for number in range(8)]
    assert (tmp_path / "died").exists()


def test_an_item_that_always_ends_its_process_is_named() -> None:
    with pytest.raises(Unreadable, match="Item 1 ends the process"):
        list(Pool(1).results(fatal, [0]))


def test_items_are_taken_as_they_are_needed() -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    results = Pool(1).in_order(doubled, items())
    assert next(results) == 0
    assert len(taken) < 20
    results.close()  # type: ignore[attr-defined] # it is a generator


def test_where_no_scheduler_listens_that_is_said() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(Unreadable, match="no Dask scheduler at tcp"):
            list(Pool(1, address).results(doubled, [1]))


# -- a cluster of three processes --------------------------------------------------------------------------------------


@contextmanager
def process(*command: str) -> Iterator[subprocess.Popen[bytes]]:
    here = Path(__file__).parents[2]
    around = {**os.environ, "PYTHONPATH": os.pathsep.join([str(here), *sys.path])}
    started = subprocess.Popen(
        [sys.executable, "-m", *command], env=around, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield started
    finally:
        started.kill()
        started.wait()


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """A scheduler and two workers; the process ids of the workers."""
    told = folder / "scheduler.json"
    with process("distributed.cli.dask_scheduler", *SCHEDULER, "--scheduler-file", str(told)):
        worker = ("distributed.cli.dask_worker", *WORKER, "--scheduler-file", str(told))
        with process(*worker, "--name", "one") as one, process(*worker, "--name", "two") as two:
            import distributed

            connect: Any = distributed.Client  # has no types
            with connect(scheduler_file=str(told), set_as_default=False) as client:
                client.wait_for_workers(2, timeout=60)
                yield client.scheduler.address, [one.pid, two.pid]


SCHEDULER = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
WORKER = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")


def test_a_cluster_gives_the_same_though_a_worker_is_killed(tmp_path: Path) -> None:
    with cluster(tmp_path) as (address, workers):
        found = {}
        for number, result in Pool(1, address).results(slowly, range(40)):
            found[number] = result
            if len(found) == 5:
                os.kill(workers[0], signal.SIGKILL)
    assert [found[number] for number in range(40)] == list(Pool(2).in_order(slowly, range(40)))
