"""What becomes of a run whose server is killed: nothing is left of it."""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from gadfly_analyzers.execution import probe

PROBE = Path(probe.__file__).with_name("__main__.py")
SERVER = """
import asyncio, os, select, signal, stat, sys
from pathlib import Path
from gadfly_analyzers.execution.assignment import find_assignment
from gadfly_analyzers.execution.runner import Runner

def sockets():
    for name in os.listdir("/proc/self/fd"):
        try:
            if stat.S_ISSOCK(os.fstat(int(name)).st_mode):
                yield int(name)
        except OSError:
            pass

def die_with_something_unread(_):
    select.select(list(sockets()), [], [])
    warm = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    for pid in (*map(int, warm), os.getpid()):
        os.kill(pid, signal.SIGKILL)

async def main():
    async with Runner() as runner:
        assignment = find_assignment(Path(sys.argv[1]))
        await runner.run(assignment, interpreter=Path(sys.executable), on_result=die_with_something_unread)

asyncio.run(main())
"""
PROGRAM = """
def f(n):
    while n == 2:
        pass
    return n
"""
TESTS = "from work import f\n" + "".join(f"def test_{n}(): assert f({n}) == {n}\n" for n in range(3))
SECONDS = 20


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_nothing_is_left_when_server_and_worker_are_killed_before_all_results_are_read(tmp_path: Path) -> None:
    (tmp_path / "work.py").write_text(PROGRAM, "utf-8")
    (tmp_path / "test_work.py").write_text(TESTS, "utf-8")
    command = [sys.executable, "-c", SERVER, str(tmp_path / "work.py")]
    around = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": os.pathsep.join(each for each in sys.path if each)}
    assert subprocess.run(command, env=around, check=False, timeout=60).returncode == -signal.SIGKILL
    for pid in started_in(tmp_path):
        assert ended(pid), f"process {pid} is left"
    assert not list(started_in(tmp_path))


def started_in(folder: Path) -> Iterator[int]:
    """Give the processes whose command names a folder; those that share memory with such a one have the same."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            if os.fsencode(folder) in path.read_bytes():
                yield int(path.parent.name)


def ended(pid: int) -> bool:
    """Wait for the end of a process."""
    try:
        process = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([process], [], [], SECONDS)[0])
    finally:
        os.close(process)


def test_an_interpreter_whose_server_was_killed_before_it_was_warm_leaves_nothing(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    settings = {"lend": [], "cache": str(cache), "without": [], "inside": []}
    ours, theirs = socket.socketpair()
    ours.close()
    with theirs:
        ended = subprocess.run(
            [sys.executable, "-B", str(PROBE), json.dumps(settings)],
            stdin=theirs.fileno(),
            capture_output=True,
            check=False,
            timeout=60,
        )
    assert (ended.stderr, cache.exists()) == (b"", False)
