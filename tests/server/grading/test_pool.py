"""Work on many items, in processes that may die, here and on a cluster."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from gadfly_server.grading.files import Unreadable, write
from gadfly_server.grading.pool import Pool
from helpers.many import doubled, fatal, killed_once, slowly
from scale import kept
from scaling.cluster import cluster
from scaling.programs import programs


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(Pool(2).in_order(doubled, range(20))) == [2 * number for number in range(20)]


def test_an_item_is_worked_on_again_when_its_process_dies(tmp_path: Path) -> None:
    items = [(number, str(tmp_path / "died") if number == 3 else "") for number in range(8)]
    assert sorted(Pool(2).results(killed_once, items)) == [(number, number) for number in range(8)]
    assert (tmp_path / "died").exists()


def test_the_processes_end_when_who_started_them_is_killed() -> None:
    begin = "from gadfly_server.grading.pool import Pool; from helpers.many import doubled"
    work = "results = Pool(2).results(doubled, iter(int, 1)); print(next(results), flush=True); input()"
    around = {**os.environ, "PYTHONPATH": os.pathsep.join(each for each in sys.path if each)}
    command = [sys.executable, "-c", f"{begin}\n{work}"]
    with subprocess.Popen(command, env=around, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline().endswith(b", 0)\n")
        parent.kill()
        parent.communicate(timeout=120)  # the workers have its output open as long as they live


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


def test_a_cluster_gives_the_same_though_a_worker_is_killed(tmp_path: Path) -> None:
    with cluster(tmp_path, Path(__file__).parents[2]) as (address, workers):
        found = {}
        for number, result in Pool(1, address).results(slowly, range(40)):
            found[number] = result
            if len(found) == 5:
                os.kill(workers[0], signal.SIGKILL)
    assert [found[number] for number in range(40)] == list(Pool(2).in_order(slowly, range(40)))


def test_grading_on_a_cluster_that_loses_a_worker_writes_the_same_bytes(tmp_path: Path) -> None:
    write(tmp_path / "data.jsonl", programs(12))
    local = graded(tmp_path / "data.jsonl", tmp_path / "local", "--jobs", "2")
    with cluster(tmp_path) as (address, workers):
        store = tmp_path / "remote.sqlite"
        remote = graded(
            tmp_path / "data.jsonl", tmp_path / "remote", "--scheduler", address, during=lambda: kill(store, workers[0])
        )
    assert remote == local
    assert local.count(b"\n") == 12


def graded(data: Path, name: Path, *where: str, during: Callable[[], bool] = lambda: True) -> bytes:
    """Run the command, and do something again and again until it says that it is done."""
    gadfly, out = Path(sys.executable).with_name("gadfly"), name.with_suffix(".json")
    kept_in = name.with_suffix(".sqlite")
    command = [str(each) for each in (gadfly, "grade", "run", data, "--json", out, "--store", kept_in, *where)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        done = False
        while process.poll() is None:
            done = done or during()
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.05)
    assert process.returncode == 0
    assert done, "the run was over before anything happened"
    return out.read_bytes()


def kill(store: Path, worker: int) -> bool:
    """Kill a worker once some results are there."""
    if kept(store) < 2:
        return False
    os.kill(worker, signal.SIGKILL)
    return True
