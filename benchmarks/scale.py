"""What grading takes on one machine and on a cluster, and what a million submissions would take.

    python benchmarks/scale.py [--programs N]

The programs are made by `benchmarks/scaling/programs.py`. The cluster is two Dask workers and a scheduler, as processes
of this machine; in the second run one worker is killed with SIGKILL when a third is done.
What starting takes is not counted as throughput: it is the difference to a run of a few programs.

A thousand programs take about ten minutes on two cores that do nothing else.
"""

from __future__ import annotations

import argparse
import os
import pickle
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import psutil

from gadfly_server.grading.files import write
from gadfly_server.grading.graded import Graded
from gadfly_server.grading.store import Store
from gadfly_server.grading.unit import units
from gadfly_server.grading.working import work
from scaling.cluster import cluster
from scaling.programs import programs
from scaling.simulation import Measured, simulate

HEADING = "## Grading at scale\n"
QUICK = bool(os.environ.get("GADFLY_BENCH_QUICK"))
SAMPLE, TASKS, PUTS = 40, 2_000, 1_000
FEW = 20
MILLION = 1_000_000


def main() -> None:
    """Measure, simulate and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", type=int, default=60 if QUICK else 1_000)
    count = parser.parse_args().programs
    print(HEADING)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        data = folder / "data.jsonl"
        write(data, programs(count))
        print("\n".join(_compared(count, data, folder)), flush=True)
        print("\n".join(_planned(folder)))


def _compared(count: int, data: Path, folder: Path) -> Iterator[str]:
    """Grade on this machine, on a cluster, and on one that loses a worker."""
    few = folder / "few.jsonl"
    write(few, programs(FEW))
    begun = [do(few, folder / "few") for do in (_on_this_machine, _on_a_cluster)]
    local, remote = (do(data, folder / "all") for do in (_on_this_machine, _on_a_cluster))
    killed = _on_a_cluster_that_loses_a_worker(data, folder / "killed", count // 3)
    again = _on_this_machine(data, folder / "again")  # before and after, for other work on the machine comes and goes
    yield f"{count} programs with three turns of a tutor each.\n"
    yield "| where | seconds | processor seconds, all processes | programs a processor second | results |"
    yield "|---|---|---|---|---|"
    runs = {
        "two processes": local,
        "Dask, two workers": remote,
        "Dask, one of two workers killed": killed,
        "two processes again": again,
    }
    for name, told in runs.items():
        same = "the same bytes" if told["bytes"] == local["bytes"] else "DIFFERENT"
        yield f"| {name} | {told['seconds']:.0f} | {told['cpu']:.0f} | {count / told['cpu']:.2f} | {same} |"
    here = {what: (local[what] + again[what]) / 2 for what in ("cpu", "seconds")}
    yield "\nWhat the cluster does of what this machine does in the same time:\n"
    yield "| of | all of the run | once started | with a worker killed |"
    yield "|---|---|---|---|"
    for what, name in (("cpu", "processor seconds"), ("seconds", "seconds with two workers")):
        whole = here[what] / remote[what]
        started = (here[what] - begun[0][what]) / (remote[what] - begun[1][what])
        lost = f"{here[what] / killed[what]:.0%}" if what == "cpu" else "–"
        yield f"| {name} | {whole:.0%} | {started:.0%} | {lost} |"
    yield f"\nOnce started is the difference to a run of {FEW} programs.  The start of scheduler and workers is in the"
    yield "processor seconds of all of the run, and not in its seconds."
    yield from _resumed(count, data, folder, local["bytes"])


def _killed(worker: int, store: Path, after: int, lost: list[float]) -> bool:
    """Kill a worker once so many results are there; false before.

    What its interpreters have used by then goes into ``lost``, for nobody is told of it when they end without it.
    """
    if kept(store) < after:
        return False
    lost += [sum(each.cpu_times()[:4]) for each in psutil.Process(worker).children(recursive=True)]
    os.kill(worker, signal.SIGKILL)
    return True


def _on_this_machine(data: Path, name: Path) -> dict[str, Any]:
    return _run(data, name.with_name(f"{name.name}-here"), ("--jobs", "2"))


def _on_a_cluster(data: Path, name: Path) -> dict[str, Any]:
    """Also count what scheduler and workers use until they have ended."""
    with _timed() as whole, cluster(data.parent) as (address, _):
        told = _run(data, name.with_name(f"{name.name}-there"), ("--scheduler", address))
    return {**told, "cpu": whole["cpu"]}


def _on_a_cluster_that_loses_a_worker(data: Path, name: Path, after: int) -> dict[str, Any]:
    """Also count what the worker used that is killed once so many results are there, with its interpreters."""
    lost: list[float] = []
    store = name.with_suffix(".sqlite")
    with _timed() as whole, cluster(data.parent) as (address, workers):
        told = _run(data, name, ("--scheduler", address), lambda: _killed(workers[0], store, after, lost))
    return {**told, "cpu": whole["cpu"] + sum(lost)}


def _resumed(count: int, data: Path, folder: Path, right: bytes) -> Iterator[str]:
    """Kill a run, and go on: what was kept must not be done again, so it may not be written again."""
    store = folder / "resumed.sqlite"
    _run(data, folder / "resumed", ("--jobs", "2"), lambda: kept(store) >= count // 3, kill_run=True)
    before = kept(store)
    with closing(sqlite3.connect(store)) as file:
        file.execute("CREATE TABLE again (key TEXT)")
        file.execute(
            "CREATE TRIGGER twice BEFORE INSERT ON results WHEN EXISTS (SELECT 1 FROM results WHERE key = new.key)"
            " BEGIN INSERT INTO again VALUES (new.key); END"
        )
        file.commit()
    told = _run(data, folder / "resumed", ("--jobs", "2"))
    with closing(sqlite3.connect(store)) as file:
        again = file.execute("SELECT count(*) FROM again").fetchone()[0]
    same = "the same bytes" if told["bytes"] == right else "DIFFERENT results"
    yield f"After SIGKILL with {before} programs done, the next run did {again} of these again and gave {same}."


def _planned(folder: Path) -> Iterator[str]:
    """Simulate a million programs from what was measured."""
    some = list(units(programs(SAMPLE)))
    work(some[0])  # the first one warms up
    seconds = [_seconds(partial(work, unit)) for unit in some[1:]]
    results = [work(unit) for unit in some]
    sent = sum(len(pickle.dumps(unit)) for unit in some) / SAMPLE
    back = sum(len(pickle.dumps(result)) for result in results) / SAMPLE
    with Store(folder / "puts.sqlite") as store:
        client = _seconds(lambda: _put(store, results)) / PUTS
    stored = (folder / "puts.sqlite").stat().st_size / PUTS
    scheduler = _scheduler_seconds(folder)
    mean = sum(seconds) / len(seconds)
    yield "\n### A million submissions\n"
    yield "Measured here, for one program with three turns:\n"
    yield "| what | for one | for a million |"
    yield "|---|---|---|"
    yield f"| a core | {mean * 1000:.0f} ms | {mean * MILLION / 3600:.0f} core hours |"
    yield f"| the scheduler | {scheduler * 1000:.2f} ms | {scheduler * MILLION / 60:.0f} minutes |"
    yield f"| writing the result down | {client * 1000:.2f} ms | {client * MILLION / 60:.0f} minutes |"
    passed = sent + back
    yield f"| sent to a worker and back | {passed / 1024:.1f} KiB | {passed * MILLION / 1024**3:.1f} GiB |"
    yield f"| kept | {stored / 1024:.1f} KiB | {stored * MILLION / 1024**3:.1f} GiB |"
    yield f"| memory of the client | {_memory():.1f} KiB | {_memory() * MILLION / 1024**2:.1f} GiB |"
    yield "\nSimulated from that; each worker is one core and dies every ten hours in the mean:\n"
    yield "| workers | hours | workers busy | scheduler busy | client busy | done twice |"
    yield "|---|---|---|---|---|---|"
    measured = Measured(seconds, scheduler, client)
    for workers in (8, 32, 128, 512, 2_048):
        told = simulate(MILLION // (100 if QUICK else 1), workers, measured, deaths_per_hour=0.1)
        scale = 100 if QUICK else 1
        yield (
            f"| {workers} | {told.seconds * scale / 3600:.2f} | {told.workers:.0%} | {told.scheduler:.0%} "
            f"| {told.client:.0%} | {told.again * scale} |"
        )


def _put(store: Store, results: Sequence[list[Graded]]) -> None:
    for number in range(PUTS):
        store.put(f"{number:064d}", results[number % SAMPLE])


def _memory() -> float:
    """KiB that the client holds for one program: all are read before the first is handed out."""
    import tracemalloc  # noqa: PLC0415 - it slows down what runs under it

    tracemalloc.start()
    held = list(units(programs(SAMPLE)))
    size = tracemalloc.get_traced_memory()[0] / 1024 / len(held)
    tracemalloc.stop()
    return size


def _scheduler_seconds(folder: Path) -> float:
    """Processor seconds of the scheduler's machine side for one task that does nothing, as the client waits for it."""
    import distributed  # noqa: PLC0415 - slow to import

    with cluster(folder) as (address, _):
        connect: Any = distributed.Client  # has no types
        with connect(address, set_as_default=False) as client:
            client.gather(client.map(_nothing, range(100), pure=False))
            return _seconds(lambda: client.gather(client.map(_nothing, range(TASKS), pure=False))) / TASKS


def _nothing(number: int) -> int:
    return number


def _run(
    data: Path, name: Path, where: tuple[str, ...], until: Callable[[], bool] = lambda: False, *, kill_run: bool = False
) -> dict[str, Any]:
    """Run the command; with ``until`` something happens once, and with ``kill_run`` the run is then killed, too."""
    out, store = name.with_suffix(".json"), name.with_suffix(".sqlite")
    command = [
        sys.executable,
        "-m",
        "gadfly_server",
        "grade",
        "run",
        str(data),
        "--store",
        str(store),
        "--json",
        str(out),
    ]
    began = time.monotonic()
    cpu = _cpu()
    with subprocess.Popen([*command, *where], stdout=subprocess.DEVNULL) as process:
        happened = False
        while process.poll() is None:
            time.sleep(0.05)
            if not happened and store.exists() and until():
                happened = True
                if kill_run:
                    process.kill()
    seconds = time.monotonic() - began
    assert kill_run or process.returncode == 0, command
    return {"seconds": seconds, "cpu": _cpu() - cpu, "bytes": out.read_bytes() if out.exists() else b""}


def kept(store: Path) -> int:
    """Count the results that a run has written down so far."""
    try:
        with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as opened:
            return int(opened.execute("SELECT count(*) FROM results").fetchone()[0])
    except sqlite3.Error:
        return 0


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _seconds(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


class _timed:  # noqa: N801 - it reads as a word
    """Processor seconds of all processes that ended inside."""

    def __enter__(self) -> dict[str, float]:
        self._before, self._told = _cpu(), {"cpu": 0.0}
        return self._told

    def __exit__(self, *_: object) -> None:
        self._told["cpu"] = _cpu() - self._before


if __name__ == "__main__":
    main()
