"""A Dask cluster of processes on this machine: a scheduler and two workers with one thread each."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SCHEDULER = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
WORKER = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
START_SECONDS = 60
QUIET = {  # else each process uses up to 2 % of a processor to watch itself, a hundred times a second
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
    "DASK_DISTRIBUTED__WORKER__MEMORY__MONITOR_INTERVAL": "1s",
    "DASK_DISTRIBUTED__ADMIN__TICK__INTERVAL": "1s",
    "DASK_DISTRIBUTED__ADMIN__SYSTEM_MONITOR__INTERVAL": "10s",
}


@contextmanager
def cluster(folder: Path, *importable: Path) -> Iterator[tuple[str, list[int]]]:
    """Give the scheduler's address and the process ids of the workers.

    ``folder`` is for the scheduler's file; from the ``importable`` folders workers can import, too.
    """
    import distributed  # noqa: PLC0415 - slow to import

    told = folder / "scheduler.json"
    worker = ("distributed.cli.dask_worker", *WORKER, "--scheduler-file", str(told))
    path = os.pathsep.join([*map(str, importable), os.environ.get("PYTHONPATH", "")]).strip(os.pathsep)
    with (
        _process(path, "distributed.cli.dask_scheduler", *SCHEDULER, "--scheduler-file", str(told)),
        _process(path, *worker, "--name", "one") as one,
        _process(path, *worker, "--name", "two") as two,
    ):
        connect: Any = distributed.Client  # has no types
        with connect(scheduler_file=str(told), timeout=START_SECONDS, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=START_SECONDS)
            address = client.scheduler.address
        yield address, [one.pid, two.pid]


@contextmanager
def _process(path: str, *command: str) -> Iterator[subprocess.Popen[bytes]]:
    quiet = subprocess.DEVNULL
    around = {**os.environ, **QUIET, "PYTHONPATH": path}
    started = subprocess.Popen([sys.executable, "-m", *command], env=around, stdout=quiet, stderr=quiet)
    try:
        yield started
    finally:
        started.terminate()
        try:
            started.wait(20)
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait()
