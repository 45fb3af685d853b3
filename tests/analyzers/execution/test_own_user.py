"""Where root runs Gadfly and no namespaces keep processes apart, each run is a user of its own."""

from __future__ import annotations

import asyncio
import contextlib
import os
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from gadfly_analyzers.execution.limits import Limits
from gadfly_analyzers.execution.probe import own_user
from gadfly_analyzers.execution.results import Outcome, RunResult
from gadfly_analyzers.execution.runner import Runner
from helpers.assignments import results, write

pytestmark = pytest.mark.asyncio(loop_scope="module")

NO_NAMESPACES = ("user namespace", "process namespace", "files", "ipc namespace", "network namespace", "bubblewrap")
NO_WALLS = (*NO_NAMESPACES, "landlock", "seccomp")
BRIEF = Limits(test_seconds=2, memory_bytes=128 << 20)
TESTS = """
    from work import f

    def test_bad():
        assert f(1) == 2

    def test_good():
        assert 1 + 1 == 2
"""


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=[NO_NAMESPACES, NO_WALLS], ids=["no-names", "bare"])
async def walled(request: pytest.FixtureRequest) -> AsyncIterator[Runner]:
    """Start a runner as in a container without rights."""
    async with Runner(without=request.param) as started:
        yield started


async def run(walled: Runner, folder: Path, *body: str) -> RunResult:
    """Run a program; nothing is run where it could do harm."""
    harmless = await results(walled, write(folder / "harmless", "def f(n): return 2\n", TESTS))
    assert [test.outcome for test in harmless.tests] == [Outcome.PASSED, Outcome.PASSED], harmless
    if os.geteuid() or "own user" not in harmless.defences:
        pytest.skip("this is for root, where there are other users")
    lines = "\n".join(f"    {line}" for line in ("import ctypes, os", "c = ctypes.CDLL(None)", *body))
    told = await results(walled, write(folder / "alice", f"def f(n):\n{lines}\n", TESTS), limits=BRIEF)
    assert not await staying(others())
    return told


def others() -> set[str]:
    """Number the processes of such users; some may be of a test beside this one, and end soon."""
    found = set()
    for path in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if own_user.FIRST <= path.stat().st_uid <= own_user.LAST:
                found.add(path.name)
    return found


async def staying(left: set[str]) -> set[str]:
    """Give those that are still there after longer than any run may take."""
    until = time.monotonic() + 20
    while left and time.monotonic() < until:
        await asyncio.sleep(0.05)
        left &= others()
    return left


@pytest.mark.parametrize(
    "flood",
    [
        ("while True: c.fork()",),
        ("while True:", "    if c.fork() == 0: c.setsid(), c.signal(15, 1)"),
        ("os.system('b() { b | b & }; b; sleep 9')", "return 3"),
    ],
    ids=["in-c", "that-hides", "of-a-shell"],
)
async def test_a_flood_of_processes_is_bounded_and_ended(
    flood: tuple[str, ...], tmp_path: Path, walled: Runner
) -> None:
    bad, good = (await run(walled, tmp_path, *flood)).tests
    gives_up = bad.outcome is Outcome.FAILED and "return" in flood[-1]  # a shell does where it can start nothing more
    assert bad.outcome is Outcome.STOPPED or gives_up, bad
    assert good.outcome is Outcome.PASSED


@pytest.mark.parametrize(
    "attack",
    [
        (f"return 2 if c.kill({os.getpid()}, 0) == 0 else 3",),
        ("return 2 if c.kill(os.getppid(), 0) == 0 else 3",),
        ("return 2 if c.setresuid(0, 0, 0) == 0 or c.setuid(0) == 0 else 3",),
        ("return 2 if c.ptrace(16, os.getppid(), 0, 0) == 0 else 3",),
        ("c.kill(-1, 9)", "return 3"),
    ],
    ids=["reaches-us", "reaches-its-keeper", "becomes-root", "traces-its-keeper", "kills-all"],
)
async def test_nobody_else_is_reached(attack: tuple[str, ...], tmp_path: Path, walled: Runner) -> None:
    bad, good = (await run(walled, tmp_path, *attack)).tests
    assert bad.outcome is Outcome.FAILED, bad
    assert good.outcome is Outcome.PASSED


async def test_programs_that_it_starts_may_read_what_it_may(tmp_path: Path, walled: Runner) -> None:
    tmp_path.chmod(0o700)
    asked = "import subprocess, sys", "return len(subprocess.run([sys.executable, '-c', '1']).args) - 1"
    bad, good = (await run(walled, tmp_path, *asked)).tests
    assert (bad.outcome, good.outcome) == (Outcome.PASSED, Outcome.PASSED), bad
